import { expect, test } from 'vitest';
import {
  afterSkip,
  afterFlag,
  afterGrade,
  afterUndo,
  beginSession,
  cardsLeft,
  missedCards,
} from '@/components/study/session';
import type { StudyCard } from '@/lib/memory/study-card';

const MINUTE = 60_000;
const minutes = (words: string) => ({ words, days: null });
const intervals = {
  again: minutes('1 min'),
  hard: minutes('6 min'),
  good: minutes('10 min'),
  easy: { words: '8 days', days: 8 },
};
const card = (factId: string, waitsUntil: number | null = null): StudyCard => ({
  factId,
  mode: 'study',
  questionId: `question of ${factId}`,
  form: 'cloze',
  prompt: [],
  context: null,
  options: [],
  answer: factId,
  deckTitle: 'Towers',
  flag: null,
  proof: { statement: factId, before: '', after: '', articleTitle: null },
  before: null,
  intervals,
  waitsUntil,
});

const learning = (due: number) => ({ due, intervals, leech: null });
const known = { due: 1e9, intervals: null, leech: null };
const answered = (of: StudyCard | null, grade: 'again' | 'good') => ({
  reviewId: `review of ${of?.factId ?? ''}`,
  card: of ?? card(''),
  grade,
});

test('a learning step waits behind the queue until its minute, and comes before it from then on', () => {
  let session = beginSession([card('a'), card('b'), card('c')], 0);
  session = afterGrade(session, answered(session.current, 'again'), learning(MINUTE), 0);
  expect(session.current?.factId).toBe('b');
  expect(cardsLeft(session)).toBe(3);
  session = afterGrade(session, answered(session.current, 'good'), known, 2 * MINUTE);
  expect(session.current?.factId).toBe('a');
  session = afterGrade(session, answered(session.current, 'good'), learning(12 * MINUTE), 2 * MINUTE);
  expect(session.current?.factId).toBe('c');
  session = afterGrade(session, answered(session.current, 'good'), known, 2 * MINUTE);
  expect(session.current?.factId).toBe('a'); // ahead of its minute: nothing else is left
  session = afterGrade(session, answered(session.current, 'good'), known, 2 * MINUTE);
  expect(session.current).toBeNull();
  expect(missedCards(session).map(({ factId }) => factId)).toEqual(['a']);
});

test('undo asks the last card again, before the one that was shown, also at the end', () => {
  let session = beginSession([card('a'), card('b')], 0);
  session = afterGrade(session, answered(session.current, 'again'), learning(MINUTE), 0);
  session = afterUndo(session, intervals);
  expect([session.current?.factId, session.queue.map(({ factId }) => factId)]).toEqual(['a', ['b']]);
  expect([session.waiting, session.answered]).toEqual([[], []]);
  session = afterGrade(session, answered(session.current, 'good'), known, 0);
  session = afterGrade(session, answered(session.current, 'good'), known, 0);
  expect(session.current).toBeNull();
  session = afterUndo(session, intervals);
  expect(session.current?.factId).toBe('b');
  expect(session.revealed).toBe(false);
});

test('a flag is seen on its card wherever it lies', () => {
  let session = beginSession([card('a'), card('b')], 0);
  session = afterFlag(afterFlag(session, 'a', 'red'), 'b', 'blue');
  expect(session.current?.flag).toBe('red');
  expect(session.queue.map(({ flag }) => flag)).toEqual(['blue']);
  expect(afterFlag(session, 'a', null).current?.flag).toBeNull();
});

test('a card that is passed over comes again behind the others', () => {
  let session = beginSession([card('a'), card('b')], 0);
  session = afterSkip(session, 0);
  expect(session.current?.factId).toBe('b');
  session = afterSkip(session, 0);
  expect(session.current?.factId).toBe('a');
  expect(session.answered).toEqual([]);
});
