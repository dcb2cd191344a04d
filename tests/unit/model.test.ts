import { expect, test } from 'vitest';
import { spanSchema } from '@/lib/model';

test('a span that ends before it starts is refused', () => {
  expect(spanSchema.safeParse({ start: 3, end: 2 }).success).toBe(false);
  expect(spanSchema.safeParse({ start: 3, end: 3 }).success).toBe(true);
});
