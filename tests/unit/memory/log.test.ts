import fc from 'fast-check';
import { expect, test } from 'vitest';
import { replayFact, standingReviews, type LoggedReview } from '@/lib/memory/log';
import { nextState } from '@/lib/memory/schedule';
import { RATINGS, type Learner, type MemoryState, type Rating } from '@/lib/model';

const BERLIN: Learner = { zone: 'Europe/Berlin', dayStart: 4, retention: 0.9 };
const LOS_ANGELES: Learner = { zone: 'America/Los_Angeles', dayStart: 4, retention: 0.85 };
const START = Date.parse('2026-01-14T09:00:00Z');
const HOUR = 3_600_000;

const rowOf = (
  id: string,
  hours: number,
  rating: Rating,
  changes: Partial<LoggedReview> = {},
): LoggedReview => ({
  id,
  factId: 'fact',
  at: new Date(START + hours * HOUR),
  rating,
  mode: 'study',
  elapsedMs: null,
  undoes: null,
  corrects: null,
  learner: BERLIN,
  ...changes,
});

const folded = (rows: readonly LoggedReview[]): MemoryState | null =>
  rows.reduce<MemoryState | null>((state, row) => nextState(state, row.rating, row.at, row.learner), null);

const rows = fc
  .array(
    fc.record({
      hours: fc.nat({ max: 5000 }),
      rating: fc.constantFrom(...RATINGS),
      learner: fc.constantFrom(BERLIN, LOS_ANGELES),
    }),
    { maxLength: 20 },
  )
  .map((answers) =>
    [...answers]
      .sort((a, b) => a.hours - b.hours)
      .map(({ hours, rating, learner }, index) =>
        rowOf(`row-${String(index).padStart(2, '0')}`, hours, rating, { learner }),
      ),
  );

test('an empty log gives no memory', () => {
  expect(replayFact([])).toBeNull();
});

test('a replay is the fold of the answers, with the learner of each row', () => {
  fc.assert(
    fc.property(rows, (log) => {
      expect(replayFact(log)).toEqual(folded(log));
    }),
  );
});

test('the order in which rows arrive does not matter, undos included', () => {
  fc.assert(
    fc.property(
      rows.chain((log) =>
        fc.tuple(fc.constant(log), fc.subarray(log)).map(([all, undone]) => ({
          all,
          undone,
          log: [...all, ...undone.map((row) => ({ ...row, id: `undo-${row.id}`, undoes: row.id }))],
        })),
      ),
      fc.infiniteStream(fc.nat()),
      ({ all, undone, log }, ranks) => {
        const mixed = log
          .map((row) => ({ row, rank: ranks.next().value as number }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ row }) => row);
        const standing = all.filter((row) => !undone.includes(row));
        expect(replayFact(mixed)).toEqual(folded(standing));
      },
    ),
  );
});

test('undoing the last answer gives the memory before it', () => {
  const [a, b] = [rowOf('a', 0, 'good'), rowOf('b', 1, 'again')];
  const undo = rowOf('u', 2, 'good', { undoes: 'b' });
  expect(replayFact([a, b, undo])).toEqual(replayFact([a]));
});

test('undoing an answer in the middle gives the memory as if it had never been', () => {
  const log = [rowOf('a', 0, 'good'), rowOf('b', 1, 'again'), rowOf('c', 50, 'good')];
  const undo = rowOf('u', 60, 'again', { undoes: 'b' });
  expect(replayFact([...log, undo])).toEqual(replayFact(log.filter(({ id }) => id !== 'b')));
});

test('undoing the only answer gives no memory, and answering again starts anew', () => {
  const log = [rowOf('a', 0, 'again'), rowOf('u', 1, 'again', { undoes: 'a' })];
  expect(replayFact(log)).toBeNull();
  const fresh = rowOf('b', 2, 'good');
  expect(replayFact([...log, fresh])).toEqual(replayFact([fresh]));
});

test('an undo is no answer, whatever it names, and cannot be undone', () => {
  const a = rowOf('a', 0, 'good');
  expect(replayFact([a, rowOf('u', 1, 'again', { undoes: 'nothing' })])).toEqual(replayFact([a]));
  expect(
    replayFact([a, rowOf('u', 1, 'again', { undoes: 'a' }), rowOf('v', 2, 'again', { undoes: 'u' })]),
  ).toBeNull();
});

test('answers of the same instant are ordered by id', () => {
  const [a, b] = [rowOf('a', 0, 'again'), rowOf('b', 0, 'good')];
  expect(standingReviews([b, a]).map(({ id }) => id)).toEqual(['a', 'b']);
  expect(replayFact([b, a])).toEqual(replayFact([a, b]));
});

test('a correction puts the rating that was meant in its place, at the time of the answer', () => {
  const log = [rowOf('a', 0, 'good'), rowOf('b', 30, 'good'), rowOf('c', 300, 'good')];
  const correction = rowOf('k', 310, 'again', { corrects: 'b' });
  const meant = log.map((row) => (row.id === 'b' ? { ...row, rating: 'again' as const } : row));
  expect(replayFact([...log, correction])).toEqual(replayFact(meant));
  expect(replayFact([...log, correction])).not.toEqual(replayFact(log));
});

test('the last correction counts, one that was taken back does not, and none brings an undone answer back', () => {
  const [a, b] = [rowOf('a', 0, 'good'), rowOf('b', 30, 'good')];
  const first = rowOf('k', 40, 'again', { corrects: 'b' });
  const second = rowOf('l', 41, 'easy', { corrects: 'b' });
  const easy = replayFact([a, { ...b, rating: 'easy' }]);
  expect(replayFact([second, a, first, b])).toEqual(easy);
  const back = rowOf('u', 42, 'good', { undoes: 'l' });
  expect(replayFact([a, b, first, second, back])).toEqual(replayFact([a, { ...b, rating: 'again' }]));
  expect(replayFact([a, b, second, rowOf('v', 43, 'good', { undoes: 'b' })])).toEqual(replayFact([a]));
});

test('what was answered for practice leaves memory as it is, wherever it stands in the log', () => {
  fc.assert(
    fc.property(rows, rows, (log, practised) => {
      const beside = practised.map((row, index) => ({
        ...row,
        id: `practice-${index}`,
        mode: 'practice' as const,
      }));
      expect(replayFact([...log, ...beside])).toEqual(replayFact(log));
    }),
  );
});
