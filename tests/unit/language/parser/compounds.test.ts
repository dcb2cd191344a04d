import { expect, test } from 'vitest';
import { type Chance, chancesByCompound } from '@/lib/language/parser/compounds';

// "Ernst Vogel led it": which of the two names carries the other is open, that they are the subject is not.
const TREE = [
  { head: 2, label: 'nsubj' },
  { head: 0, label: 'flat' },
  { head: -1, label: 'root' },
  { head: 2, label: 'obj' },
];
const table =
  (chances: Readonly<Record<string, number>>): Chance =>
  (word, head) =>
    chances[`${word}-${head}`] ?? 0;

test('a name is as sure of its place as all its words together', () => {
  const local = table({ '0-2': 0.6, '0-1': 0.4, '1-0': 0.6, '1-2': 0.4, '2--1': 0.9, '3-2': 0.8 });
  const chances = chancesByCompound(TREE, local, () => local);
  expect(chances[0]).toBeCloseTo(1);
  expect(chances[1]).toBeCloseTo(1);
});

test('words outside a compound keep their own chance', () => {
  const local = table({ '0-2': 0.6, '1-0': 0.6, '2--1': 0.9, '3-2': 0.8 });
  const inTrees = table({ '2--1': 0.1, '3-2': 0.1 });
  expect(chancesByCompound(TREE, local, () => inTrees).slice(2)).toEqual([0.9, 0.8]);
});

test('where a compound is sure nothing else is asked', () => {
  const local = table({ '0-2': 1, '1-0': 1, '2--1': 1, '3-2': 0.5 });
  const chances = chancesByCompound(TREE, local, () => {
    throw new Error('asked for the chances in trees');
  });
  expect(chances).toEqual([1, 1, 1, 0.5]);
});

test('doubt where a name hangs stays doubt', () => {
  const local = table({ '0-2': 0.5, '1-0': 0.9, '0-3': 0.4, '1-3': 0.1, '2--1': 1, '3-2': 1 });
  expect(chancesByCompound(TREE, local, () => local)[0]).toBeCloseTo(0.5);
});

test('what hangs on a name may hang on any of its words', () => {
  const tree = [...TREE, { head: 0, label: 'acl:relcl' }];
  const local = table({ '0-2': 1, '1-0': 1, '2--1': 1, '3-2': 1, '4-0': 0.55, '4-1': 0.4 });
  expect(chancesByCompound(tree, local, () => local)[4]).toBeCloseTo(0.95);
});
