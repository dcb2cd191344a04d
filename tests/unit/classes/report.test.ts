import { expect, test } from 'vitest';
import type { AnswerRow } from '@/lib/classes/report/answer-row';
import { classConfusions } from '@/lib/classes/report/class-confusions';
import { developmentOf } from '@/lib/classes/report/development';
import { firstTries } from '@/lib/classes/report/first-tries';
import { resultsCsv, type ResultRow } from '@/lib/classes/report/results-csv';
import { typedAnswers } from '@/lib/classes/report/typed-answers';

/** Rows of a table of right (1) and wrong (0): a line for each player, a column for each question. */
const rowsOf = (...lines: readonly string[]): AnswerRow[] =>
  lines.flatMap((line, player) =>
    line.split('').map((mark, question) => ({
      player: `p${player}`,
      question: `q${question}`,
      key: 'key',
      chosen: mark === '1' ? 'key' : mark === '0' ? 'wrong' : null,
      correct: mark === '1',
      points: Number(mark === '1'),
      ms: null,
    })),
  );

test('a confusion names who took what for what, with both sentences; what most did stands first', () => {
  const answer = (player: string, chosen: string | null, correct = false): AnswerRow => ({
    player,
    question: 'q',
    key: '1801',
    chosen,
    correct,
    points: 0,
    ms: null,
  });
  const rows = [
    answer('a', '1808'),
    answer('b', '1808 '),
    answer('c', '1815'),
    answer('d', null),
    answer('e', ' '),
    answer('f', '1801', true),
  ];
  const confusions = classConfusions(rows, (_, chosen) => ({
    key: 'Tower 1 was opened in 1801.',
    chosen: chosen === '1808' ? 'Tower 2 was opened in 1808.' : null,
  }));
  expect(confusions.map(({ chosen, players, chosenSentence }) => [chosen, players, chosenSentence])).toEqual([
    ['1808', ['a', 'b'], 'Tower 2 was opened in 1808.'],
    ['1815', ['c'], null],
  ]);
});

test('the development says what each reached in each test, and the class in all', () => {
  const development = developmentOf([
    { id: 'one', rows: rowsOf('10', '00') },
    { id: 'two', rows: rowsOf('11').map((row) => ({ ...row, player: 'p1' })) },
    { id: 'none', rows: [] },
  ]);
  expect(development.tests).toEqual([
    { id: 'one', players: 2, percent: 25, unlinked: null },
    { id: 'two', players: 1, percent: 100, unlinked: null },
    { id: 'none', players: 0, percent: null, unlinked: null },
  ]);
  expect(development.players).toEqual([
    { player: 'p0', percents: [50, null, null] },
    { player: 'p1', percents: [0, 100, null] },
  ]);
});

test('whoever played without being linked counts for the class, and apart from its pupils', () => {
  const unlinked = rowsOf('11', '10').map((row) => ({
    ...row,
    player: `${row.player} of a room`,
    unlinked: true,
  }));
  const development = developmentOf([
    { id: 'given', rows: rowsOf('10') },
    { id: 'live', rows: [...rowsOf('00'), ...unlinked] },
    { id: 'live again', rows: unlinked.slice(0, 2) },
  ]);
  expect(development.tests).toEqual([
    { id: 'given', players: 1, percent: 50, unlinked: null },
    { id: 'live', players: 3, percent: 50, unlinked: { players: 2, percent: 75 } },
    { id: 'live again', players: 1, percent: 100, unlinked: { players: 1, percent: 100 } },
  ]);
  expect(development.players).toEqual([{ player: 'p0', percents: [50, 0, null] }]);
});

const resultRow = (part: Partial<ResultRow>): ResultRow => ({
  player: 'p0',
  question: 'q0',
  key: 'key',
  chosen: 'key',
  correct: true,
  points: 1,
  ms: null,
  sessionId: 's',
  sessionTitle: 'Towers',
  startedAt: new Date('2026-11-24T08:00:00Z'),
  playerName: 'Ann',
  attempt: 1,
  joinedAt: new Date('2026-11-01T08:00:00Z'),
  questionNo: 1,
  factId: 'f',
  prompt: 'When?',
  place: { attemptId: 'a', position: 0 },
  late: false,
  reconnects: null,
  ...part,
});

test('the table has one row for each player and question, and no name in it is run as a formula', () => {
  const csv = resultsCsv([
    resultRow({ playerName: '=HYPERLINK("http://evil")', chosen: '@SUM(A1)', questionNo: 1 }),
    resultRow({ playerName: '+Ann', prompt: 'Who said, "no"?', questionNo: 2, chosen: null }),
  ]);
  const [head, first, second, end] = csv.split('\r\n');
  expect(head).toMatch(/^\ufeffsession_id,session,started_at,player,attempt,joined_at,question_no,/);
  expect(first).toContain(`"'=HYPERLINK(""http://evil"")"`);
  expect(first).toContain(`,'@SUM(A1),true,1,`);
  expect(second).toContain(`,'+Ann,1,`);
  expect(second).toContain('"Who said, ""no""?",key,,true');
  expect(end).toBe('');
});

test('only first attempts count', () => {
  expect(firstTries([resultRow({}), resultRow({ attempt: 2 })])).toHaveLength(1);
});

test('typed answers that were not right by themselves are gathered, what passes first, then by how many', () => {
  const items = [
    { questionId: 'q0', form: 'cloze' as const },
    { questionId: 'q1', form: 'choice' as const },
  ];
  const rows = [
    resultRow({ player: 'p0', chosen: 'blue', correct: false }),
    resultRow({ player: 'p1', chosen: 'blue', correct: false }),
    resultRow({ player: 'p1', chosen: 'blue', correct: false, attempt: 2 }),
    resultRow({ player: 'p2', chosen: 'azure', correct: true }),
    resultRow({ player: 'p3', chosen: 'key', correct: true }),
    resultRow({ player: 'p3', chosen: null, correct: false }),
    resultRow({ player: 'p3', chosen: 'live', correct: false, place: null }),
    resultRow({ player: 'p0', question: 'q1', chosen: 'no', correct: false }),
  ];
  const found = typedAnswers(items, rows, new Map([['q0', ['azure']]]));
  expect(found.map(({ text, players, passes }) => ({ text, players, passes }))).toEqual([
    { text: 'azure', players: ['p2'], passes: true },
    { text: 'blue', players: ['p0', 'p1'], passes: false },
  ]);
});
