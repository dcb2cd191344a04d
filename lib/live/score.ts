/** Points and standings. A right answer is worth 1000; speed, where the host wants it, decides on a part of that alone. */
import { MOST_SPEED_SHARE } from './bounds';
import type { LivePlayer, LiveSession } from './session';

export const FULL_POINTS = 1000;
export const PROOF_POINTS = 500;

/**
 * Points for one answer of which `rightShare` (0 to 1) is right. `elapsedMs` runs from when the options could be seen to when the answer arrived, `limitMs` is
 * the player's own time, extra time included; `speedShare` the part that goes by speed, linear in what time was left.
 */
export const pointsOf = (
  rightShare: number,
  { elapsedMs, limitMs, speedShare }: { elapsedMs: number; limitMs: number; speedShare: number },
): number => {
  const share = Math.min(MOST_SPEED_SHARE, Math.max(0, speedShare));
  const used = limitMs <= 0 ? 1 : Math.min(1, Math.max(0, elapsedMs / limitMs));
  return Math.round(FULL_POINTS * rightShare * (1 - share * used));
};

export type Placed = {
  readonly player: LivePlayer;
  readonly score: number;
  readonly right: number;
  /** From 1; equal scores share a place. */
  readonly rank: number;
};
export type PlacedTeam = {
  readonly name: string;
  /** The mean of its members' scores. */
  readonly score: number;
  readonly members: number;
  readonly rank: number;
};
export type Standings = {
  readonly players: readonly Placed[];
  readonly byId: ReadonlyMap<string, Placed>;
  readonly teams: readonly PlacedTeam[];
};

/** Whether a question counts by now: it was shown what is right, and the host did not leave it out. */
export const isSettled = ({ phase, skipped, options }: LiveSession, question: number): boolean => {
  if (skipped.includes(question)) return false;
  if (options.pace === 'own' || phase.name === 'podium' || phase.name === 'ended') return true;
  if (!('question' in phase)) return false;
  return question < phase.question || (question === phase.question && isShown(phase.name));
};

const isShown = (phase: string): boolean => phase === 'revealed' || phase === 'standings';

type Known = { readonly settled: LiveSession['answers']; readonly standings: Standings };
/** By the players: most of what happens in a session changes neither who is in it nor what counts. */
const known = new WeakMap<LiveSession['players'], Known>();

/** Everyone who was not removed, the best first; reckoned anew only where somebody came or an answer counts. */
export const standingsOf = (session: LiveSession): Standings => {
  const settled = session.answers.filter((_, question) => isSettled(session, question));
  const before = known.get(session.players);
  if (
    before?.settled.length === settled.length &&
    before.settled.every((answers, index) => answers === settled[index])
  )
    return before.standings;
  const sums = [...session.players.values()]
    .filter(({ removed }) => !removed)
    .map((player) => {
      const own = settled.flatMap((answers) => answers.get(player.id) ?? []);
      return {
        player,
        score: own.reduce((sum, { points, proofPoints }) => sum + points + proofPoints, 0),
        right: own.filter(({ correct }) => correct).length,
      };
    })
    .sort((a, b) => b.score - a.score || a.player.number - b.player.number);
  const players = ranked(sums);
  const standings = {
    players,
    byId: new Map(players.map((placed) => [placed.player.id, placed])),
    teams: teamsOf(session.options.teams, players),
  };
  known.set(session.players, { settled, standings });
  return standings;
};

const ranked = <Item extends { readonly score: number }>(
  sorted: readonly Item[],
): (Item & { rank: number })[] => {
  let rank = 1;
  return sorted.map((item, index) => {
    if (item.score !== sorted[index - 1]?.score) rank = index + 1;
    return { ...item, rank };
  });
};

const teamsOf = (names: readonly string[], players: readonly Placed[]): PlacedTeam[] =>
  ranked(
    names
      .map((name, team) => {
        const members = players.filter(({ player }) => player.team === team);
        const sum = members.reduce((total, { score }) => total + score, 0);
        return {
          name,
          members: members.length,
          score: members.length === 0 ? 0 : Math.round(sum / members.length),
        };
      })
      .sort((a, b) => b.score - a.score),
  );

/** The team for the next to join: that with the fewest members; `null` without teams. */
export const nextTeam = ({ options, players }: LiveSession): number | null => {
  const counts = options.teams.map(
    (_, team) => [...players.values()].filter((player) => player.team === team && !player.removed).length,
  );
  return counts.length === 0 ? null : counts.indexOf(Math.min(...counts));
};
