/** How a session goes from one phase to the next. */
import { BACK_WITHIN_MS, GRACE_MS, HOST_GRACE_MS, PROOF_SECONDS, RESUME_MS } from './bounds';
import type { LivePlayer, LiveSession, Phase, TimedPhase } from './session';

type Timed = TimedPhase<'answering'> | TimedPhase<'proving'>;

export const isTimed = (phase: Phase): phase is Timed =>
  phase.name === 'answering' || phase.name === 'proving';

export const isOver = ({ phase }: LiveSession): boolean => phase.name === 'podium' || phase.name === 'ended';

/** Goes into `phase`; what stood still goes on. */
export const enter = (session: LiveSession, phase: Phase): LiveSession => ({
  ...session,
  step: session.step + 1,
  phase,
  paused: null,
});

/** Puts a question: first to be read alone, where the host wants that. */
export const ask = (session: LiveSession, question: number, now: number): LiveSession => {
  if (session.items[question] === undefined) return enter(session, { name: 'podium' });
  const { readSeconds } = session.options;
  return readSeconds === 0
    ? open(session, question, now)
    : enter(session, { name: 'reading', question, opensAt: now + 1000 * readSeconds });
};

const open = (session: LiveSession, question: number, now: number): LiveSession =>
  enter(session, { name: 'answering', question, opensAt: now, seconds: session.options.answerSeconds });

/** Takes no more answers, and asks for the proof or shows it. */
const closeAnswers = (session: LiveSession, question: number, now: number): LiveSession => {
  const closed = { ...session, closedAt: { ...session.closedAt, [question]: now } };
  const hasPassage = (session.items[question]?.passage.length ?? 0) > 1;
  return session.options.evidence && hasPassage
    ? enter(closed, { name: 'proving', question, opensAt: now, seconds: PROOF_SECONDS })
    : enter(closed, { name: 'revealed', question });
};

/** One step on, as the host or the clock wants it. */
export const stepOn = (session: LiveSession, now: number): LiveSession => {
  const { phase } = session;
  switch (phase.name) {
    case 'lobby':
      return session.options.pace === 'own' ? enter(session, { name: 'own-pace' }) : ask(session, 0, now);
    case 'reading':
      return open(session, phase.question, now);
    case 'answering':
      return closeAnswers(session, phase.question, now);
    case 'proving':
      return enter(session, { name: 'revealed', question: phase.question });
    case 'revealed':
      return enter(
        session,
        phase.question + 1 < session.items.length
          ? { name: 'standings', question: phase.question }
          : { name: 'podium' },
      );
    case 'standings':
      return ask(session, phase.question + 1, now);
    case 'own-pace':
      return enter(session, { name: 'podium' });
    case 'podium':
    case 'ended':
      return { ...enter(session, { name: 'ended' }), pin: null };
  }
};

/** Leaves the question out that stands, and puts the next. */
export const skip = (session: LiveSession, question: number, now: number): LiveSession =>
  ask({ ...session, skipped: [...session.skipped, question] }, question + 1, now);

/** When the time of one player is over, in milliseconds of the server's clock. */
export const closesAt = ({ opensAt, seconds }: Timed, { factor }: Pick<LivePlayer, 'factor'>): number =>
  opensAt + 1000 * seconds * factor;

/** Whether the phase still wants something of a player. */
const isAwaited = (session: LiveSession, { name, question }: Timed, id: string): boolean => {
  if (session.players.get(id)?.removed !== false) return false;
  const answer = session.answers[question]?.get(id);
  // Whoever did not answer has nothing to prove.
  return name === 'proving' ? answer?.sentence === null : answer === undefined;
};

/** How many are connected and have not done what the phase wants of them. */
export const countAwaited = (session: LiveSession, phase: Timed): number => {
  let count = 0;
  for (const id of session.present) if (isAwaited(session, phase, id)) count += 1;
  return count;
};

const anyoneAwaited = (session: LiveSession, phase: Timed): boolean => {
  for (const id of session.present) if (isAwaited(session, phase, id)) return true;
  return false;
};

const anyonePresent = ({ present, players }: LiveSession): boolean => {
  for (const id of present) if (players.get(id)?.removed === false) return true;
  return false;
};

/** Whether a player is missing who may still be on their way back after a restart of the server. */
const isGathering = ({ gatheringUntil, players, present }: LiveSession): boolean => {
  if (gatheringUntil === null) return false;
  for (const { id, removed } of players.values()) if (!removed && !present.has(id)) return true;
  return false;
};

/** When the clock ends this phase if nobody does before. */
const endOf = (session: LiveSession, phase: Timed): number => {
  let factor = 1;
  for (const id of session.present) {
    const own = session.players.get(id)?.factor ?? 1;
    if (own > factor && isAwaited(session, phase, id)) factor = own;
  }
  return closesAt(phase, { factor }) + GRACE_MS;
};

/** Whether a session needs its host to go on, and stands still while they are gone. */
const needsHost = ({ phase, options }: LiveSession): boolean =>
  options.pace === 'host' && phase.name !== 'lobby' && phase.name !== 'podium' && phase.name !== 'ended';

/** What the clock does at `now`; the same session where there is nothing to do. */
export const tick = (session: LiveSession, now: number): LiveSession =>
  stepOfClock(
    session.gatheringUntil !== null && now >= session.gatheringUntil
      ? { ...session, gatheringUntil: null }
      : session,
    now,
  );

const stepOfClock = (session: LiveSession, now: number): LiveSession => {
  const { phase, paused, hostGoneSince } = session;
  if (paused !== null)
    return paused.by === 'absence' && hostGoneSince === null ? resume(session, now) : session;
  if (needsHost(session) && hostGoneSince !== null && now >= hostGoneSince + HOST_GRACE_MS)
    return { ...session, paused: { by: 'absence', at: now } };
  if (phase.name === 'reading') return now >= phase.opensAt ? stepOn(session, now) : session;
  if (!isTimed(phase)) return session;
  const allDone = !isGathering(session) && anyonePresent(session) && !anyoneAwaited(session, phase);
  return allDone || now >= endOf(session, phase) ? stepOn(session, now) : session;
};

/** When `tick` should be called next; `null`: not before something happens. */
export const nextTick = (session: LiveSession): number | null => {
  const { phase, paused, hostGoneSince, gatheringUntil } = session;
  if (paused !== null) return null;
  const times = [
    ...(needsHost(session) && hostGoneSince !== null ? [hostGoneSince + HOST_GRACE_MS] : []),
    ...(phase.name === 'reading' ? [phase.opensAt] : []),
    ...(gatheringUntil === null ? [] : [gatheringUntil]),
    ...(isTimed(phase) ? [endOf(session, phase)] : []),
  ];
  return times.length === 0 ? null : Math.min(...times);
};

const later = (phase: Phase, ms: number): Phase =>
  'opensAt' in phase ? { ...phase, opensAt: phase.opensAt + ms } : phase;

/** Goes on after a pause, which costs nobody time. */
export const resume = (session: LiveSession, now: number): LiveSession => {
  const { paused, phase } = session;
  return paused === null ? session : { ...session, paused: null, phase: later(phase, now - paused.at) };
};

/**
 * After a restart of the server: whoever was in the middle of a question still has some time for it, and those who are
 * back first do not end it for the others.
 */
export const wake = (session: LiveSession, now: number): LiveSession => {
  const { phase, paused } = session;
  if (!isTimed(phase)) return session;
  const gathering = { ...session, gatheringUntil: now + BACK_WITHIN_MS };
  const missing = now + RESUME_MS - closesAt(phase, { factor: 1 });
  return paused === null && missing > 0 ? { ...gathering, phase: later(phase, missing) } : gathering;
};
