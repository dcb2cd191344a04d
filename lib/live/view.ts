/** What of a session each role may see. Nothing else of it ever leaves the server. */
import { hasParts } from '@/lib/forms';
import { inOneLine } from '@/lib/key-parts';
import { composableOf } from './asked-item';
import { countsOf } from './counts';
import type {
  HostView,
  LiveView,
  Outcome,
  OwnPace,
  PlayerView,
  ScreenView,
  SeenOptions,
  SeenPhase,
  SeenQuestion,
  SeenReveal,
  SeenStandings,
} from './seen';
import type { LiveItem, LivePlayer, LiveSession } from './session';
import { isSettled, standingsOf, type Placed } from './score';
import { closesAt, countAwaited, isTimed } from './steps';

/** Names in the standings between two questions, and on the podium. */
const TOP = 5;
const PODIUM = 10;

export type Viewer =
  { readonly role: 'host' } | { readonly role: 'screen' } | { readonly role: 'player'; readonly id: string };

/** The view of `viewer`; a player that the session does not know, or that was removed, sees only that. */
export const viewFor = (session: LiveSession, viewer: Viewer): LiveView => {
  if (viewer.role === 'host') return hostView(session);
  if (viewer.role === 'screen') return screenView(session);
  const player = session.players.get(viewer.id);
  return player === undefined || player.removed
    ? { role: 'removed', title: session.title }
    : playerView(session, player);
};

const teamName = ({ options }: LiveSession, { team }: LivePlayer): string | null =>
  team === null ? null : (options.teams[team] ?? null);

const isHere = (session: LiveSession, { id, removed }: LivePlayer): boolean =>
  !removed && session.present.has(id);

const shared = (session: LiveSession, phase: SeenPhase) => ({
  title: session.title,
  step: session.step,
  phase,
  paused: session.paused?.by ?? null,
  total: session.items.length,
  players: standingsOf(session).players.length,
});

/** How many of those who are there have done what the phase wants. */
const progress = (session: LiveSession): { readonly done: number; readonly of: number } => {
  const { phase } = session;
  let here = 0;
  for (const player of session.players.values()) if (isHere(session, player)) here += 1;
  if (phase.name === 'own-pace') {
    const last = session.answers.length;
    const finished = [...session.players.values()].filter(
      ({ id, removed }) => !removed && session.answers.filter((answers) => answers.has(id)).length === last,
    ).length;
    return { done: finished, of: standingsOf(session).players.length };
  }
  return { done: isTimed(phase) ? here - countAwaited(session, phase) : 0, of: here };
};

const hostView = (session: LiveSession): HostView => ({
  role: 'host',
  ...shared(session, phaseFor(session, null)),
  ...progress(session),
  pin: session.pin,
  locked: session.locked,
  sound: session.options.sound,
  members: standingsOf(session).players.map(({ player, score }) => ({
    id: player.id,
    name: player.name,
    team: teamName(session, player),
    factor: player.factor,
    present: session.present.has(player.id),
    answered: session.answers.filter((answers) => answers.has(player.id)).length,
    score,
  })),
});

const screenView = (session: LiveSession): ScreenView => ({
  role: 'screen',
  ...shared(session, phaseFor(session, null)),
  ...progress(session),
  pin: session.pin,
  locked: session.locked,
  sound: session.options.sound,
  names:
    session.phase.name === 'lobby'
      ? [...session.players.values()].filter(({ removed }) => !removed).map(({ name }) => name)
      : [],
});

const playerView = (session: LiveSession, player: LivePlayer): PlayerView => {
  const { phase } = session;
  const placed = standingsOf(session).byId.get(player.id);
  const question = 'question' in phase ? phase.question : null;
  const answer = question === null ? undefined : session.answers[question]?.get(player.id);
  const item = question === null ? undefined : session.items[question];
  // Of an answer of several parts one option alone is no place of it.
  const options = item === undefined || hasParts(item.form) ? [] : item.options;
  const given = options.findIndex(({ text }) => text === answer?.given);
  return {
    role: 'player',
    ...shared(session, phaseFor(session, player)),
    you: {
      name: player.name,
      team: teamName(session, player),
      score: placed?.score ?? 0,
      rank: placed?.rank ?? 1,
      linked: player.userId !== null,
    },
    given: isTimed(phase) && given >= 0 ? given : null,
    written: isTimed(phase) && given < 0 ? (answer?.given ?? null) : null,
    sentence: phase.name === 'proving' ? (answer?.sentence ?? null) : null,
    outcome: question !== null && isSettled(session, question) ? outcomeOf(session, player, question) : null,
    own: phase.name === 'own-pace' ? ownPace(session, player) : null,
  };
};

const phases = new WeakMap<LiveSession, Map<string, SeenPhase>>();

/** Reckoned once for all who see the same. @param player `null` for what stands in front of all. */
const phaseFor = (session: LiveSession, player: LivePlayer | null): SeenPhase => {
  const known = phases.get(session) ?? new Map<string, SeenPhase>();
  phases.set(session, known);
  const key = player === null ? 'front' : `player ${player.factor}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = makePhase(session, player);
  known.set(key, made);
  return made;
};

const makePhase = (session: LiveSession, player: LivePlayer | null): SeenPhase => {
  const { phase } = session;
  switch (phase.name) {
    case 'lobby':
    case 'own-pace':
    case 'ended':
      return { name: phase.name };
    case 'podium':
      return { name: 'podium', ...standings(session, PODIUM) };
    case 'standings':
      return { name: 'standings', question: phase.question, ...standings(session, TOP) };
    case 'reading':
    case 'answering':
    case 'proving':
    case 'revealed': {
      const item = session.items[phase.question];
      if (item === undefined) return { name: 'lobby' };
      const isHidden = player !== null && !session.options.showsQuestion;
      if (phase.name === 'revealed') return { name: 'revealed', ...revealOf(session, item, phase.question) };
      const put = putQuestion(item, phase.question, isHidden);
      if (phase.name === 'reading') return { name: 'reading', ...put, opensAt: phase.opensAt };
      const times = { opensAt: phase.opensAt, closesAt: closesAt(phase, player ?? { factor: 1 }) };
      return phase.name === 'answering'
        ? { name: 'answering', ...put, ...times, ...optionsOf(item) }
        : { name: 'proving', ...put, ...times, sentences: item.passage };
    }
  }
};

const optionsOf = (item: LiveItem): SeenOptions => {
  const { options, lefts } = composableOf(item);
  return { options, lefts };
};

const putQuestion = (item: LiveItem, question: number, isHidden: boolean): SeenQuestion => ({
  question,
  form: item.form,
  prompt: isHidden ? null : item.prompt,
  context: isHidden ? null : item.context,
  source: item.source,
});

const revealOf = (session: LiveSession, item: LiveItem, question: number): SeenReveal => {
  const answers = [...(session.answers[question] ?? [])].filter(
    ([id]) => session.players.get(id)?.removed === false,
  );
  const tapped = answers.filter(([, { sentence }]) => sentence !== null);
  return {
    ...putQuestion(item, question, false),
    answer: inOneLine(item.form, item.answer),
    given: answers.length,
    ...countsOf(
      item,
      answers.map(([, given]) => given),
    ),
    proof: item.proof,
    proofCount:
      session.options.evidence && item.passage.length > 1
        ? tapped.filter(([, { sentence }]) => sentence === item.proofAt).length
        : null,
  };
};

const outcomeOf = (session: LiveSession, player: LivePlayer, question: number): Outcome => {
  const answer = session.answers[question]?.get(player.id);
  if (answer === undefined) {
    const closed = session.closedAt[question];
    const isLate = closed !== undefined && player.joinedAt >= closed;
    return { verdict: isLate ? 'late' : 'none', given: null, points: 0, proofRight: null, proofPoints: 0 };
  }
  const { correct, points, sentence, proofPoints } = answer;
  const item = session.items[question];
  const given = item === undefined ? answer.given : inOneLine(item.form, answer.given);
  const proofRight = sentence === null ? null : sentence === item?.proofAt;
  const verdict = correct ? 'right' : points > 0 ? 'partly' : 'wrong';
  return { verdict, given, points, proofRight, proofPoints };
};

const standings = (session: LiveSession, count: number): SeenStandings => {
  const { players, teams } = standingsOf(session);
  return {
    top: players.slice(0, count).map(({ player, score, rank }: Placed) => ({
      id: player.id,
      name: player.name,
      team: teamName(session, player),
      score,
      rank,
    })),
    teams: teams.map(({ name, score, rank }) => ({ name, score, rank })),
  };
};

const ownPace = (session: LiveSession, player: LivePlayer): OwnPace => {
  const open = session.answers.findIndex((answers) => !answers.has(player.id));
  const answered = open < 0 ? session.answers.length : open;
  const next = open < 0 ? undefined : session.items[open];
  const before = session.items[answered - 1];
  return {
    answered,
    current: next === undefined ? null : { ...putQuestion(next, open, false), ...optionsOf(next) },
    last:
      before === undefined
        ? null
        : {
            ...putQuestion(before, answered - 1, false),
            answer: inOneLine(before.form, before.answer),
            proof: before.proof,
            outcome: outcomeOf(session, player, answered - 1),
          },
  };
};
