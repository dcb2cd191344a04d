/** How players and the class come along from one test to the next. */
import { percentOf } from '@/lib/quiz/score';
import { rowsBy, type AnswerRow } from './answer-row';

/** What a player reached in one test. */
type Reached = {
  readonly player: string;
  readonly right: number;
  readonly of: number;
  readonly percent: number;
};

/** What each player reached, in the order in which they first appear. */
const reachedBy = (rows: readonly AnswerRow[]): Reached[] =>
  [...rowsBy(rows, 'player')].map(([player, own]) => {
    const right = own.filter(({ correct }) => correct).length;
    return { player, right, of: own.length, percent: percentOf(right, own.length) };
  });

export type Development = {
  /** Tests in the order given. */
  readonly tests: readonly {
    readonly id: string;
    readonly players: number;
    /** Whole percent right over all answers; `null` where nobody answered. */
    readonly percent: number | null;
    /** Those of them who are no pupil that is known; `null` where there are none. */
    readonly unlinked: { readonly players: number; readonly percent: number } | null;
  }[];
  /** For each pupil what they reached in each test; `null` where they did not take it. */
  readonly players: readonly { readonly player: string; readonly percents: readonly (number | null)[] }[];
};

/** What those reached together who are no pupil that is known. */
const unlinkedIn = (rows: readonly AnswerRow[]): Development['tests'][number]['unlinked'] => {
  const own = rows.filter(({ unlinked }) => unlinked === true);
  if (own.length === 0) return null;
  const right = own.filter(({ correct }) => correct).length;
  return { players: new Set(own.map(({ player }) => player)).size, percent: percentOf(right, own.length) };
};

/** The development over `tests`, the earliest first. The class is everybody who played, known or not. */
export const developmentOf = (
  tests: readonly { readonly id: string; readonly rows: readonly AnswerRow[] }[],
): Development => {
  const reached = tests.map(({ rows }) => new Map(reachedBy(rows).map((each) => [each.player, each])));
  const unlinked = new Set(
    tests.flatMap(({ rows }) => rows.flatMap((row) => (row.unlinked === true ? [row.player] : []))),
  );
  const players = [...new Set(reached.flatMap((test) => [...test.keys()]))].filter(
    (player) => !unlinked.has(player),
  );
  return {
    tests: tests.map(({ id, rows }, index) => {
      const all = [...(reached[index]?.values() ?? [])];
      const [right, of] = [
        all.reduce((sum, each) => sum + each.right, 0),
        all.reduce((sum, each) => sum + each.of, 0),
      ];
      return {
        id,
        players: all.length,
        percent: of === 0 ? null : percentOf(right, of),
        unlinked: unlinkedIn(rows),
      };
    }),
    players: players.map((player) => ({
      player,
      percents: reached.map((test) => test.get(player)?.percent ?? null),
    })),
  };
};
