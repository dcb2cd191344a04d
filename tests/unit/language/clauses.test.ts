import { expect, test } from 'vitest';
import { clauseOf, readClauses, subjectWords, type Clause } from '@/lib/language/clauses';
import { readTokens } from '@/lib/language/tokens';
import { readTree, type Tree } from '@/lib/language/tree';
import { parser } from '../../support/english-parser';

const treeOf = (text: string): Tree => {
  const tree = readTree(parser, readTokens(text, 0, text.length));
  if (tree === null) throw new Error('no words');
  return tree;
};
const clausesOf = (text: string): Clause[] => readClauses(treeOf(text));
const mainOf = (text: string): Clause | undefined => clausesOf(text).find(({ kind }) => kind === 'main');

test.each([
  ['The farmers planted maize in spring.', 'farmers', 'planted', []],
  ['The bridge was built by two brothers.', 'bridge', 'built', ['was']],
  ['Lima is the capital of Peru.', 'Lima', 'capital', ['is']],
  ['The committee has been praised for its work.', 'committee', 'praised', ['has', 'been']],
])('the main clause of: %s', (text, subject, predicate, auxiliaries) => {
  const main = mainOf(text);
  expect(main?.subject?.text).toBe(subject);
  expect(main?.predicate.text).toBe(predicate);
  expect(main?.auxiliaries.map((word) => word.text)).toEqual(auxiliaries);
});

test.each([
  ['The bridge was built by two brothers.', true, false],
  ['Lima is the capital of Peru.', false, true],
  ['The farmers planted maize in spring.', false, false],
])('passive and copular: %s', (text, isPassive, isCopular) => {
  expect(mainOf(text)).toMatchObject({ isPassive, isCopular });
});

test.each([
  ['The farmers did not plant maize in spring.', 'not'],
  ['The farmers never planted maize in spring.', 'never'],
  ['The town no longer owns the bridge.', 'longer'],
  ['The farmers planted maize in spring.', undefined],
])('negation in: %s', (text, negation) => {
  expect(mainOf(text)?.negation?.low).toBe(negation);
});

test.each([
  ['The river may flood the valley in spring.', 'may'],
  ['The river reportedly flooded the valley.', 'reportedly'],
  ['The river is expected to flood the valley.', 'expected'],
  ['The river flooded the valley.', undefined],
])('hedge in: %s', (text, hedge) => {
  expect(mainOf(text)?.hedge?.low).toBe(hedge);
});

test('a joined clause without a subject of its own has that of the clause it joins', () => {
  const joined = clausesOf('The farmers planted maize and sold it in the town.').find(
    ({ kind }) => kind === 'joined',
  );
  expect(joined).toMatchObject({ ownsSubject: false, predicate: { text: 'sold' } });
  expect(joined?.subject?.text).toBe('farmers');
});

test('what someone says, and clauses inside others, are no main clauses', () => {
  const kinds = clausesOf('The mayor said that the bridge which she opened would last.').map(
    ({ kind, predicate }) => [kind, predicate.text],
  );
  expect(kinds).toContainEqual(['main', 'said']);
  expect(kinds).toContainEqual(['reported', 'last']);
  expect(kinds).toContainEqual(['relative', 'opened']);
});

test('the subject is a whole phrase, and a word belongs to the nearest clause above it', () => {
  const tree = treeOf('The old bridge over the river was closed because ice had damaged it.');
  const clauses = readClauses(tree);
  const [main] = clauses;
  if (main === undefined) throw new Error('no clause');
  expect(subjectWords(tree, main)?.map(({ text }) => text)).toEqual([
    'The',
    'old',
    'bridge',
    'over',
    'the',
    'river',
  ]);
  const ice = tree.words.find(({ text }) => text === 'ice');
  if (ice === undefined) throw new Error('no ice');
  expect(clauseOf(tree, clauses, ice)?.predicate.text).toBe('damaged');
});

test('the certainty of a clause leaves the inside of its subject out', () => {
  for (const clause of clausesOf('The old bridge over the river near the mill was closed in winter.'))
    expect(clause.certainty).toBeGreaterThanOrEqual(clause.confidence);
});
