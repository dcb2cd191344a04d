import { expect, test } from 'vitest';
import { hashPassword, isPassword } from '@/lib/server/auth/password';

test('a password is stored as argon2id at the cost that OWASP advises, each time with new salt', async () => {
  const [one, other] = await Promise.all([hashPassword('secret'), hashPassword('secret')]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(other).not.toBe(one);
});

test('only the right password is one, and an account without one has none', async () => {
  const stored = await hashPassword('secret');
  expect(await isPassword('secret', stored)).toBe(true);
  expect(await isPassword('Secret', stored)).toBe(false);
  expect(await isPassword('', stored)).toBe(false);
  expect(await isPassword('the password of nobody', null)).toBe(false);
});
