import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ArcScores, findBestTree } from '@/lib/language/parser/eisner';
import { isProjectiveTree } from './trees';

const scoresOf = (words: number) =>
  fc
    .array(fc.double({ min: -50, max: 0, noNaN: true }), {
      minLength: words * (words + 1),
      maxLength: words * (words + 1),
    })
    .map((scores) => ({ words, scores: Float64Array.from(scores) }));

const anyScores = (most: number) => fc.integer({ min: 1, max: most }).chain(scoresOf);

const scoreOf = (heads: readonly number[], scores: ArcScores): number =>
  heads.reduce((sum, head, word) => sum + (scores[word * (heads.length + 1) + head + 1] ?? 0), 0);

/** Every list of heads, trees or not. */
const allHeads = (words: number): number[][] =>
  Array.from({ length: words }).reduce<number[][]>(
    (lists) => lists.flatMap((list) => Array.from({ length: words + 1 }, (_, head) => [...list, head - 1])),
    [[]],
  );

test('no projective tree with one root scores better', () => {
  fc.assert(
    fc.property(anyScores(4), ({ words, scores }) => {
      const best = Math.max(
        ...allHeads(words)
          .filter(isProjectiveTree)
          .map((heads) => scoreOf(heads, scores)),
      );
      expect(scoreOf([...findBestTree(words, scores)], scores)).toBeCloseTo(best, 9);
    }),
  );
});

test('the tree is projective and has one root, however long', () => {
  fc.assert(
    fc.property(anyScores(30), ({ words, scores }) => {
      expect(isProjectiveTree([...findBestTree(words, scores)])).toBe(true);
    }),
  );
});
