import { expect, test } from 'vitest';
import { refitReason } from '@/lib/memory/fit';

const last = { askedAt: new Date('2026-03-01T12:00:00Z'), recalls: 500 };
const after = (days: number) => new Date(last.askedAt.getTime() + days * 86_400_000);

test('a fit is offered anew when recalls have doubled, or after a month with some more of them', () => {
  expect(refitReason(last, 999, after(1))).toBeNull();
  expect(refitReason(last, 1000, after(1))).toBe('doubled');
  expect(refitReason(last, 600, after(29))).toBeNull();
  expect(refitReason(last, 600, after(30))).toBe('month');
  expect(refitReason(last, 500, after(300))).toBeNull();
});
