import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findMarginals } from '@/lib/language/parser/marginals';

/** Every way to hang `count` words, as the head of each word. */
const allHeads = (count: number): number[][] => {
  let ways: number[][] = [[]];
  for (let word = 0; word < count; word++)
    ways = ways.flatMap((way) =>
      Array.from({ length: count + 1 }, (_, at) => at - 1).flatMap((head) =>
        head === word ? [] : [[...way, head]],
      ),
    );
  return ways;
};

const isTree = (heads: readonly number[]): boolean =>
  heads.filter((head) => head === -1).length === 1 &&
  heads.every((_, word) => {
    let at = word;
    for (let steps = 0; steps <= heads.length; steps++) {
      if (at === -1) return true;
      at = heads[at] ?? -1;
    }
    return false;
  });

const TREES = [1, 2, 3, 4].map((count) => allHeads(count).filter(isTree));

const byCounting = (count: number, arcs: Float64Array): number[] => {
  const sums = new Array<number>(count * (count + 1)).fill(0);
  let all = 0;
  for (const heads of TREES[count - 1] ?? []) {
    const weight = heads.reduce(
      (product, head, word) => product * (arcs[word * (count + 1) + head + 1] ?? 0),
      1,
    );
    all += weight;
    for (const [word, head] of heads.entries()) {
      const at = word * (count + 1) + head + 1;
      sums[at] = (sums[at] ?? 0) + weight;
    }
  }
  return sums.map((sum) => sum / all);
};

const weights = fc.integer({ min: 1, max: 4 }).chain((count) =>
  fc.tuple(
    fc.constant(count),
    fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), {
      minLength: count * (count + 1),
      maxLength: count * (count + 1),
    }),
  ),
);

test('the chance of an arc is what counting all trees gives', () => {
  fc.assert(
    fc.property(weights, ([count, given]) => {
      const arcs = Float64Array.from(given, (weight, at) =>
        at % (count + 1) === Math.floor(at / (count + 1)) + 1 ? 0 : weight,
      );
      const found = findMarginals(count, arcs);
      for (const [at, chance] of byCounting(count, arcs).entries()) expect(found[at]).toBeCloseTo(chance, 6);
    }),
  );
});

test('one word is the root', () => {
  expect([...findMarginals(1, Float64Array.from([0.3, 0]))]).toEqual([1, 0]);
});
