import { expect, test } from 'vitest';
import type { FactStatus, FactWithQuestions, Question } from '@/lib/model';
import {
  changeDeck,
  listedFacts,
  openDeck,
  type DeckEvent,
  type DeckState,
} from '@/components/deck/deck-model';

const fact = (id: string, status: FactStatus, start: number | null = 0): FactWithQuestions => ({
  id,
  deckId: 'deck',
  articleId: start === null ? null : 'article',
  kind: 'when',
  statement: 'It opened in 1884.',
  span: start === null ? null : { start, end: start + 18 },
  answerSpan: null,
  salience: 0.5,
  confidence: null,
  leans: [],
  before: null,
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

const asked = (of: FactWithQuestions, verdict: 'passed' | 'unsure'): FactWithQuestions => ({
  ...of,
  questions: [
    {
      id: `${of.id}-cloze`,
      factId: of.id,
      form: 'cloze',
      prompt: 'It opened in _____.',
      context: null,
      answer: '1884',
      options: [],
      checks: [{ name: 'one-answer', verdict }],
      origin: 'reader',
      status: 'proposed',
    } satisfies Question,
  ],
});

test('what to look at comes first when asked for, the rest in the order of the text', () => {
  const deck = openDeck(
    [
      asked(fact('a', 'proposed', 0), 'passed'),
      asked(fact('b', 'proposed', 20), 'unsure'),
      fact('c', 'proposed', 40),
    ],
    'article',
  );
  expect(ids(deck)).toEqual(['a', 'b', 'c']);
  expect(ids(after(deck, { name: 'unsure-first', on: true }))).toEqual(['b', 'a', 'c']);
});

test('spare facts wait behind the others, the most central first, and are taken in all at once', () => {
  const spare = (id: string, salience: number) => ({ ...fact(id, 'spare', 80), salience });
  const deck = openDeck([spare('s', 0.2), spare('t', 0.3), fact('a', 'proposed', 0)], 'article');
  expect(ids(deck)).toEqual(['a']);
  expect(ids(after(deck, { name: 'filtered', filter: 'all' }))).toEqual(['a']);
  const shown = after(deck, { name: 'spares-shown', shown: true });
  expect(ids(shown)).toEqual(['a', 't', 's']);
  const kept = after(shown, { name: 'judged', factId: 't', status: 'accepted' });
  expect([ids(kept), kept.chosenId]).toEqual([['a', 's'], 's']);
  expect(ids(after(deck, { name: 'spares-taken-in' }))).toEqual(['s', 't', 'a']);
});

test('keeping all that are proposed leaves the spare ones', () => {
  const deck = openDeck([fact('a', 'proposed'), fact('s', 'spare')], 'article');
  expect(after(deck, { name: 'all-kept' }).facts.map(({ status }) => status)).toEqual(['accepted', 'spare']);
});

test('a change that could not be saved goes back and says why', () => {
  const refused = after(
    four,
    { name: 'judged', factId: 'a', status: 'accepted' },
    { name: 'refused', facts: four.facts, problem: 'no' },
  );
  expect([ids(refused), refused.problem]).toEqual([['a', 'b', 'd'], 'no']);
});
