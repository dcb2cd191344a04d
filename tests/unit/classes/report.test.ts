import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AnswerRow } from '@/lib/classes/report/answer-row';
import { classConfusions } from '@/lib/classes/report/class-confusions';
import { developmentOf, reachedBy } from '@/lib/classes/report/development';
import { firstTries } from '@/lib/classes/report/first-tries';
import { consistency, questionReports } from '@/lib/classes/report/question-report';
import { resultsCsv, type ResultRow } from '@/lib/classes/report/results-csv';

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

test('the hardest question stands first, with the share of every answer', () => {
  const [first, second, third] = questionReports(rowsOf('110', '100', '1-0', '110'));
  expect(first).toMatchObject({ question: 'q2', right: 0, asked: 4, facility: 0 });
  expect(second).toMatchObject({ question: 'q1', right: 2, facility: 0.5 });
  expect(second?.shares).toEqual([
    { chosen: 'key', isKey: true, count: 2, share: 0.5 },
    { chosen: 'wrong', isKey: false, count: 1, share: 0.25 },
    { chosen: null, isKey: false, count: 1, share: 0.25 },
  ]);
  expect(third).toMatchObject({ question: 'q0', facility: 1 });
});

test('discrimination is the correlation with the other questions, as reckoned by hand', () => {
  // Right at q0: rests 2, 2, 1 (mean 5/3); wrong: 1, 0, 0 (mean 1/3). Over all: mean 1, variance 4/6.
  // r = (5/3 - 1/3) / sqrt(4/6) * sqrt(1/2 * 1/2) = 0.8165.
  const report = questionReports(rowsOf('111', '111', '110', '010', '000', '000'));
  expect(report.find(({ question }) => question === 'q0')?.discrimination).toBeCloseTo(0.8165, 4);
});

test('a question that those get wrong who know the rest is suspected of a wrong key', () => {
  const reports = questionReports(rowsOf('0111', '0111', '0110', '1000', '1000', '1001'));
  const advice = new Map(reports.map((report) => [report.question, report.advice]));
  expect(advice.get('q0')).toBe('wrong-key');
  expect(advice.get('q1')).toBeNull();
  const same = questionReports(rowsOf('10', '10', '10', '10', '10'));
  expect(same.map((report) => report.advice)).toEqual(['all-wrong', 'all-right']);
  expect(questionReports(rowsOf('10', '01')).every((report) => report.advice === null)).toBe(true);
});

test('KR-20 of a table whose value is known', () => {
  // Guttman's perfect scale of 4 questions: p = .8 .6 .4 .2, sum pq = .8, variance of 0..4 = 2; 4/3 * (1 - .4) = .8.
  expect(consistency(rowsOf('1111', '1110', '1100', '1000', '0000'))).toBeCloseTo(0.8, 10);
  expect(consistency(rowsOf('11', '11', '11', '11', '11'))).toBeNull();
  expect(consistency(rowsOf('1', '0', '1', '0', '1'))).toBeNull();
});

test('every report holds whatever the answers are', () => {
  const line = fc.string({ unit: fc.constantFrom('0', '1', '-'), minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const rows = rowsOf(...lines);
      const reports = questionReports(rows);
      for (const { facility, discrimination, shares } of reports) {
        expect(facility).toBeGreaterThanOrEqual(0);
        expect(facility).toBeLessThanOrEqual(1);
        expect(Math.abs(discrimination ?? 0)).toBeLessThanOrEqual(1);
        expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 10);
      }
      expect(consistency(rows) ?? 0).toBeLessThanOrEqual(1 + 1e-9);
      expect(reports.reduce((sum, { right }) => sum + right, 0)).toBe(
        reachedBy(rows).reduce((sum, { right }) => sum + right, 0),
      );
    }),
  );
});

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
    { id: 'one', players: 2, percent: 25 },
    { id: 'two', players: 1, percent: 100 },
    { id: 'none', players: 0, percent: null },
  ]);
  expect(development.players).toEqual([
    { player: 'p0', percents: [50, null, null] },
    { player: 'p1', percents: [0, 100, null] },
  ]);
});

const resultRow = (part: Partial<ResultRow>): ResultRow => ({
  ...(rowsOf('1')[0] as AnswerRow),
  sessionId: 's',
  sessionTitle: 'Towers',
  startedAt: new Date('2026-11-24T08:00:00Z'),
  playerName: 'Ann',
  attempt: 1,
  joinedAt: new Date('2026-11-01T08:00:00Z'),
  questionNo: 1,
  factId: 'f',
  prompt: 'When?',
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
