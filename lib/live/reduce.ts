/** The rules of a live session: what a command does to it, or why not. */
import { Refusal } from '@/lib/refusal';
import { markAnswer } from '@/lib/quiz/mark';
import { GRACE_MS, LONGEST_WRITTEN, MOST_FACTOR, MOST_PLAYERS } from './bounds';
import { ROLE_OF, type Actor, type Command, type JoinCommand, type PlayerCommand } from './command';
import { drawName, nameKey, toName } from './names';
import { hasParts, isTyped } from '@/lib/forms';
import { composableOf } from './asked-item';
import { composedAnswer } from './composed';
import { nextTeam, pointsOf, PROOF_POINTS } from './score';
import type { LiveAnswer, LiveItem, LivePlayer, LiveSession } from './session';
import { closesAt, enter, isOver, isTimed, resume, skip, stepOn, tick, wake } from './steps';

/** What must be in the database before a command is acknowledged. */
export type Write =
  | { readonly what: 'state' }
  | { readonly what: 'player'; readonly id: string }
  | { readonly what: 'answer'; readonly question: number; readonly player: string };

export type Reduced = { readonly session: LiveSession; readonly writes: readonly Write[] };

const nothing = (session: LiveSession): Reduced => ({ session, writes: [] });
const state = (session: LiveSession): Reduced => ({ session, writes: [{ what: 'state' }] });

/**
 * What `command`, given by `actor` at `now` (milliseconds of the server's clock), makes of a session. The same command
 * again changes nothing.
 * @throws Refusal FORBIDDEN where the actor may not, STALE where the session has moved on; of a player also INVALID,
 *   TOO_LATE, REMOVED; of a newcomer LIVE_OVER, LIVE_LOCKED, LIVE_FULL, NAME_TAKEN, INVALID.
 */
export const reduce = (session: LiveSession, actor: Actor, command: Command, now: number): Reduced => {
  if (ROLE_OF[command.name] !== actor.role) throw new Refusal('FORBIDDEN');
  if ('step' in command && command.step !== session.step) throw new Refusal('STALE');
  switch (command.name) {
    case 'next':
      return session.phase.name === 'ended' ? nothing(session) : state(stepOn(resume(session, now), now));
    case 'skip': {
      const { phase } = session;
      if (!('question' in phase) || phase.name === 'standings') throw new Refusal('STALE');
      return state(skip(session, phase.question, now));
    }
    case 'pause':
      return session.paused !== null || isOver(session) || session.phase.name === 'lobby'
        ? nothing(session)
        : state({ ...session, paused: { by: 'host', at: now } });
    case 'resume':
      return session.paused === null ? nothing(session) : state(resume(session, now));
    case 'add-time': {
      const { phase } = session;
      if (!isTimed(phase)) throw new Refusal('STALE');
      return state({ ...session, phase: { ...phase, seconds: phase.seconds + command.seconds } });
    }
    case 'lock':
    case 'unlock':
      return state({ ...session, locked: command.name === 'lock' });
    case 'remove':
      return changePlayer(session, command.player, (player) => ({
        ...player,
        removed: true,
        nameKey: player.id,
      }));
    case 'give-time':
      return changePlayer(session, command.player, (player) => ({
        ...player,
        factor: Math.min(MOST_FACTOR, Math.max(1, command.factor)),
      }));
    case 'finish':
      return isOver(session) ? nothing(session) : state(enter(session, { name: 'podium' }));
    case 'close':
      return session.phase.name === 'ended'
        ? nothing(session)
        : state({ ...enter(session, { name: 'ended' }), pin: null });
    case 'answer':
    case 'compose':
    case 'write':
    case 'prove':
      return reducePlayer(session, actor.role === 'player' ? actor.id : '', command, now);
    case 'join':
      return join(session, command, now);
    case 'returned':
      return changePlayer(session, command.player, (player) => ({
        ...player,
        reconnects: player.reconnects + 1,
      }));
    case 'presence': {
      const hostGoneSince = command.host ? null : (session.hostGoneSince ?? now);
      return nothing({ ...session, present: command.players, hostGoneSince });
    }
    case 'tick':
    case 'wake': {
      const after = command.name === 'tick' ? tick(session, now) : wake(session, now);
      const isNews = after.phase !== session.phase || after.paused !== session.paused;
      return isNews ? state(after) : nothing(after);
    }
  }
};

const changePlayer = (
  session: LiveSession,
  id: string,
  change: (player: LivePlayer) => LivePlayer,
): Reduced => {
  const player = session.players.get(id);
  if (player === undefined) throw new Refusal('NOT_FOUND');
  if (player.removed) return nothing(session);
  return {
    session: { ...session, players: new Map(session.players).set(id, change(player)) },
    writes: [{ what: 'player', id }],
  };
};

const join = (session: LiveSession, { id, wish, draw, userId }: JoinCommand, now: number): Reduced => {
  if (isOver(session)) throw new Refusal('LIVE_OVER');
  if (session.locked) throw new Refusal('LIVE_LOCKED');
  if (session.players.size >= MOST_PLAYERS) throw new Refusal('LIVE_FULL');
  const taken = new Set([...session.players.values()].map((player) => player.nameKey));
  const { names } = session.options;
  const name = names.length > 0 ? drawName(names, taken, draw) : toName(wish);
  if (name === null) throw new Refusal('INVALID');
  const key = nameKey(name);
  if (taken.has(key)) throw new Refusal('LIVE_NAME_TAKEN');
  const player: LivePlayer = {
    id,
    number: session.players.size,
    name,
    nameKey: key,
    team: nextTeam(session),
    factor: 1,
    removed: false,
    reconnects: 0,
    userId,
    joinedAt: now,
  };
  return {
    session: { ...session, players: new Map(session.players).set(id, player) },
    writes: [{ what: 'player', id }],
  };
};

const reducePlayer = (session: LiveSession, id: string, command: PlayerCommand, now: number): Reduced => {
  const player = session.players.get(id);
  if (player === undefined) throw new Refusal('NOT_FOUND');
  if (player.removed) throw new Refusal('REMOVED');
  const item = session.items[command.question];
  if (item === undefined) throw new Refusal('INVALID');
  const asked = { player, item, now, question: command.question };
  if (command.name === 'prove') return prove(session, { ...asked, sentence: command.sentence });
  const given = givenBy(command, item);
  if (given === undefined) throw new Refusal('INVALID');
  return answer(session, { ...asked, given });
};

/** The answer that a command gives; `undefined`: there is no such answer to this question. */
const givenBy = (command: Exclude<PlayerCommand, { name: 'prove' }>, item: LiveItem): string | undefined => {
  switch (command.name) {
    case 'answer':
      return hasParts(item.form) ? undefined : item.options[command.option]?.text;
    case 'compose':
      return composedAnswer(composableOf(item), command.places);
    case 'write':
      return writtenOf(item, command.text);
  }
};

type Answering = {
  readonly player: LivePlayer;
  readonly item: LiveItem;
  readonly now: number;
  readonly question: number;
};

/** Whether it is too late for a player, their extra time and what the way takes included. */
const isLate = (session: LiveSession, player: LivePlayer, now: number): boolean => {
  const { phase, paused } = session;
  if (paused !== null && now > paused.at + GRACE_MS) return true;
  return isTimed(phase) && now > closesAt(phase, player) + GRACE_MS;
};

/** What was typed, where it is to be typed; else there is no such answer. */
const writtenOf = (item: LiveItem, text: string): string | undefined => {
  const written = text.normalize('NFC').trim();
  return isTyped(item.form) && written !== '' && written.length <= LONGEST_WRITTEN ? written : undefined;
};

const answer = (session: LiveSession, asked: Answering & { readonly given: string }): Reduced => {
  const { player, item, now, question, given } = asked;
  if (session.answers[question]?.has(player.id) === true) return nothing(session);
  const { phase, options } = session;
  const own = phase.name === 'own-pace';
  const stands = own || (phase.name === 'answering' && phase.question === question);
  if (!stands || isLate(session, player, now)) throw new Refusal('TOO_LATE');
  const { correct, share } = markAnswer(item, given);
  const elapsedMs = phase.name === 'answering' ? Math.max(0, now - phase.opensAt) : null;
  const limitMs = phase.name === 'answering' ? 1000 * phase.seconds * player.factor : 0;
  return withAnswer(session, question, player.id, {
    given,
    correct,
    points: pointsOf(share, {
      elapsedMs: elapsedMs ?? 0,
      limitMs,
      speedShare: own ? 0 : options.speedShare,
    }),
    elapsedMs,
    sentence: null,
    proofPoints: 0,
    at: now,
  });
};

const prove = (session: LiveSession, asked: Answering & { readonly sentence: number }): Reduced => {
  const { player, item, now, question, sentence } = asked;
  if (item.passage[sentence] === undefined) throw new Refusal('INVALID');
  const before = session.answers[question]?.get(player.id);
  if (before !== undefined && before.sentence !== null) return nothing(session);
  const { phase } = session;
  const stands = phase.name === 'proving' && phase.question === question && before !== undefined;
  if (!stands || isLate(session, player, now)) throw new Refusal('TOO_LATE');
  return withAnswer(session, question, player.id, {
    ...before,
    sentence,
    proofPoints: sentence === item.proofAt ? PROOF_POINTS : 0,
  });
};

const withAnswer = (session: LiveSession, question: number, player: string, given: LiveAnswer): Reduced => ({
  session: {
    ...session,
    answers: session.answers.map((answers, index) =>
      index === question ? new Map(answers).set(player, given) : answers,
    ),
  },
  writes: [{ what: 'answer', question, player }],
});
