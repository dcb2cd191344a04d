import { expect, test } from 'vitest';
import type { FactWithQuestions, Status } from '@/lib/model';
import {
  changeDeck,
  listedFacts,
  openDeck,
  type DeckEvent,
  type DeckState,
} from '@/components/deck/deck-model';

const fact = (id: string, status: Status, start: number | null = 0): FactWithQuestions => ({
  id,
  deckId: 'deck',
  articleId: start === null ? null : 'article',
  kind: 'when',
  statement: 'It opened in 1884.',
  span: start === null ? null : { start, end: start + 18 },
  answerSpan: null,
  salience: 0.5,
  status,
  questions: [],
});

const after = (state: DeckState, ...events: DeckEvent[]): DeckState => events.reduce(changeDeck, state);
const ids = (state: DeckState): string[] => listedFacts(state).map(({ id }) => id);

const four = openDeck(
  [fact('a', 'proposed', 0), fact('b', 'proposed', 20), fact('c', 'accepted', 40), fact('d', 'proposed', 60)],
  'article',
);

test('a deck opens at what is to be judged', () => {
  expect([ids(four), four.chosenId]).toEqual([['a', 'b', 'd'], 'a']);
  expect(openDeck([fact('c', 'accepted')], 'article').filter).toBe('accepted');
});

test('a verdict moves on to the next proposed fact, and from the last one back', () => {
  const judged = after(four, { name: 'judged', factId: 'a', status: 'accepted' });
  expect([ids(judged), judged.chosenId]).toEqual([['b', 'd'], 'b']);
  const last = after(four, { name: 'judged', factId: 'd', status: 'rejected' });
  expect(last.chosenId).toBe('b');
});

test('taking a verdict back chooses its fact again', () => {
  const back = after(
    four,
    { name: 'judged', factId: 'a', status: 'accepted' },
    { name: 'judged', factId: 'a', status: 'proposed' },
  );
  expect([ids(back), back.chosenId, back.judged]).toEqual([['a', 'b', 'd'], 'a', []]);
});

test('a sentence lists its own facts whatever their status, and a filter lists by status again', () => {
  const sentence = after(four, { name: 'sentence-chosen', sentence: { start: 40, end: 58 } });
  expect([ids(sentence), sentence.chosenId]).toEqual([['c'], 'c']);
  expect(ids(after(sentence, { name: 'filtered', filter: 'all' }))).toEqual(['a', 'b', 'c', 'd']);
});

test('a change that could not be saved goes back and says why', () => {
  const refused = after(
    four,
    { name: 'judged', factId: 'a', status: 'accepted' },
    { name: 'refused', facts: four.facts, problem: 'no' },
  );
  expect([ids(refused), refused.problem]).toEqual([['a', 'b', 'd'], 'no']);
});
