/** A sitting as data: which card is shown, which wait, what was answered. Pure; the hook beside it does the sending. */
import type { Flag } from '@/lib/memory/flags';
import type { GradedCard, Intervals, StudyCard } from '@/lib/memory/study-card';
import type { Rating } from '@/lib/model';

export type AnsweredCard = {
  readonly reviewId: string;
  readonly card: StudyCard;
  readonly grade: Rating;
  /** When the fact comes back, as milliseconds since 1970. */
  readonly due: number;
};

export type Session = {
  readonly current: StudyCard | null;
  readonly revealed: boolean;
  readonly queue: readonly StudyCard[];
  /** Learning steps, each until its minute. */
  readonly waiting: readonly StudyCard[];
  /** The last one last. */
  readonly answered: readonly AnsweredCard[];
};

const byMinute = (a: StudyCard, b: StudyCard): number => (a.waitsUntil ?? 0) - (b.waitsUntil ?? 0);

/**
 * Shows the next card: a learning step whose minute has come, or else the queue's first, or else the step that comes
 * soonest, though it is ahead of its minute: nothing else is left to do meanwhile.
 */
const advance = (session: Session, now: number): Session => {
  if (session.current !== null) return session;
  const [soonest, ...later] = [...session.waiting].sort(byMinute);
  const [first, ...rest] = session.queue;
  if (soonest !== undefined && (first === undefined || (soonest.waitsUntil ?? 0) <= now)) {
    return { ...session, current: soonest, revealed: false, waiting: later };
  }
  return { ...session, current: first ?? null, revealed: false, queue: rest };
};

/** A sitting over `cards`, at its first. */
export const beginSession = (cards: readonly StudyCard[], now: number): Session =>
  advance(
    {
      current: null,
      revealed: false,
      queue: cards.filter(({ waitsUntil }) => waitsUntil === null),
      waiting: cards.filter(({ waitsUntil }) => waitsUntil !== null),
      answered: [],
    },
    now,
  );

/** The sitting without any card of one fact. */
const without = (session: Session, factId: string): Session => ({
  ...session,
  current: session.current?.factId === factId ? null : session.current,
  queue: session.queue.filter((card) => card.factId !== factId),
  waiting: session.waiting.filter((card) => card.factId !== factId),
});

/** After an answer was saved: its card waits where it is a learning step, and the next is shown. */
export const afterGrade = (
  session: Session,
  answered: Omit<AnsweredCard, 'due'>,
  graded: GradedCard,
  now: number,
): Session => {
  const { card } = answered;
  const rest = without(session, card.factId);
  const { intervals, due } = graded;
  return advance(
    {
      ...rest,
      waiting: intervals === null ? rest.waiting : [...rest.waiting, { ...card, intervals, waitsUntil: due }],
      answered: [...rest.answered, { ...answered, due }],
    },
    now,
  );
};

/** Goes on without an answer: the card comes again behind the others. */
export const afterSkip = (session: Session, now: number): Session => {
  const { current } = session;
  if (current === null) return session;
  return advance({ ...session, current: null, queue: [...session.queue, current] }, now);
};

/** After a flag was put on a card, or taken off. */
export const afterFlag = (session: Session, factId: string, flag: Flag | null): Session => {
  const flagged = (card: StudyCard): StudyCard => (card.factId === factId ? { ...card, flag } : card);
  return {
    ...session,
    current: session.current === null ? null : flagged(session.current),
    queue: session.queue.map(flagged),
    waiting: session.waiting.map(flagged),
  };
};

/** After a card turned out to be gone: it leaves, and the next is shown. */
export const afterLoss = (session: Session, factId: string, now: number): Session =>
  advance(without(session, factId), now);

/** After the last answer was taken back: its card is asked again, before the one that was shown. */
export const afterUndo = (session: Session, intervals: Intervals): Session => {
  const last = session.answered.at(-1);
  if (last === undefined) return session;
  const rest = without(session, last.card.factId);
  return {
    ...rest,
    current: { ...last.card, intervals, waitsUntil: null },
    revealed: false,
    queue: rest.current === null ? rest.queue : [rest.current, ...rest.queue],
    answered: rest.answered.slice(0, -1),
  };
};

/** Cards of this sitting that are not done. */
export const cardsLeft = ({ current, queue, waiting }: Session): number =>
  queue.length + waiting.length + (current === null ? 0 : 1);

/** The cards that were forgotten at least once, each once, in the order in which that happened. */
export const missedCards = ({ answered }: Session): StudyCard[] => {
  const missed = new Map<string, StudyCard>();
  for (const { card, grade } of answered) {
    if (grade === 'again' && !missed.has(card.factId)) missed.set(card.factId, card);
  }
  return [...missed.values()];
};

/** When the first of the answered facts comes back; `null` where none was answered. */
export const firstDue = ({ answered }: Session): number | null => {
  const last = new Map(answered.map(({ card, due }) => [card.factId, due]));
  return last.size === 0 ? null : Math.min(...last.values());
};
