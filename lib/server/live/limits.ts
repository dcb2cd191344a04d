import 'server-only';

type Count = { count: number; until: number };

/** Counts tries by address in this process; what is over its limit is refused until the window ends. */
const window = (most: number, ms: number) => {
  const counts = new Map<string, Count>();
  const current = (address: string, now: number): Count => {
    const known = counts.get(address);
    if (known !== undefined && known.until > now) return known;
    if (counts.size > 10_000) for (const [key, { until }] of counts) if (until <= now) counts.delete(key);
    const fresh = { count: 0, until: now + ms };
    counts.set(address, fresh);
    return fresh;
  };
  return {
    isOpen: (address: string, now: number): boolean => current(address, now).count < most,
    count: (address: string, now: number): void => {
      current(address, now).count += 1;
    },
  };
};

const MINUTE_MS = 60_000;

/** A school is one address: a class may mistype, and a robot needs months for the 900,000 numbers. */
export const wrongPins = window(60, 10 * MINUTE_MS);
/** An assembly of a whole school may join from one address within ten minutes; more than that are not people. */
export const MOST_JOINS = 1500;
export const JOINS_MS = 10 * MINUTE_MS;
export const joins = window(MOST_JOINS, JOINS_MS);
