import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTokens } from '@/lib/language/tokens';
import {
  childOf,
  childrenOf,
  headOf,
  isLabelled,
  isUnbroken,
  leastSure,
  readTree,
  spanOfWords,
  wordsUnder,
  type Tree,
} from '@/lib/language/tree';
import { parser } from '../../support/english-parser';

const readIn = (text: string): Tree | null => readTree(parser, readTokens(text, 0, text.length));
const treeOf = (text: string): Tree => {
  const tree = readIn(text);
  if (tree === null) throw new Error('no words');
  return tree;
};

test('walks from a word to its dependants and back', () => {
  const tree = treeOf('The old ferry was sold by the town.');
  const subject = childOf(tree, tree.root, 'nsubj');
  if (subject === undefined) throw new Error('no subject');
  expect(subject.label).toBe('nsubj:pass');
  expect(isLabelled(subject, 'obj')).toBe(false);
  expect(headOf(tree, subject)).toBe(tree.root);
  expect(headOf(tree, tree.root)).toBeUndefined();
  expect(childrenOf(tree, subject).map(({ text }) => text)).toEqual(['The', 'old']);
});

test('a phrase without one of its branches', () => {
  const tree = treeOf('The ferry to the island was sold.');
  const subject = childOf(tree, tree.root, 'nsubj');
  if (subject === undefined) throw new Error('no subject');
  const words = wordsUnder(tree, subject);
  expect(spanOfWords(words)).toEqual({ start: 0, end: 'The ferry to the island'.length });
  expect(wordsUnder(tree, subject, ({ label }) => label === 'nmod').map(({ text }) => text)).toEqual([
    'The',
    'ferry',
  ]);
});

test('a stretch with a gap is broken', () => {
  const { words } = treeOf('The ferry to the island was sold.');
  expect(isUnbroken(words)).toBe(true);
  expect(isUnbroken(words.filter((_, index) => index !== 2))).toBe(false);
  expect(isUnbroken([])).toBe(false);
});

test('any text gives no tree, or one in which every word hangs under the root once', () => {
  expect(readIn('')).toBeNull();
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      const tree = readIn(text);
      if (tree === null) return;
      expect(wordsUnder(tree, tree.root)).toEqual(tree.words);
      const sure = leastSure(tree.words);
      expect(sure >= 0 && sure <= 1).toBe(true);
    }),
  );
});
