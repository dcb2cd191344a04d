import { hash, verify } from '@node-rs/argon2';

// OWASP's advice for argon2id: 19 MiB, two passes, one lane (the library's algorithm by default is argon2id).
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** A password as it is stored. */
export const hashPassword = (password: string): Promise<string> => hash(password, COST);

// Made before anyone asks, so that not even the first unknown account takes longer.
const nobodysHash = hashPassword('the password of nobody');

/**
 * Whether `password` is the one behind `stored`. Where there is none (an unknown account, one without a
 * password) the same work is done against a hash of nobody's, so that the time tells nothing.
 */
export const isPassword = async (password: string, stored: string | null): Promise<boolean> => {
  const matches = await verify(stored ?? (await nobodysHash), password);
  return matches && stored !== null;
};
