'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { keep, kept } from '@/components/controls/kept';
import { newId } from '@/components/wire/new-id';
import { postUntilAnswered } from '@/components/wire/post';
import type { GradedCard, StudyCard, UndoneCard } from '@/lib/memory/study-card';
import type { Rating } from '@/lib/model';
import type { Flag } from '@/lib/memory/flags';
import { type Answered, REFUSALS, type RefusalCode } from '@/lib/refusal';
import {
  afterFlag,
  afterGrade,
  afterLoss,
  afterSkip,
  afterUndo,
  beginSession,
  type Session,
} from './session';
import type { StudyActions } from './study-actions';

/** An answer that was given and that the server has not acknowledged yet. */
type Pending = {
  readonly reviewId: string;
  readonly card: StudyCard;
  readonly grade: Rating;
  readonly elapsedMs: number;
};

const PENDING_KEY = 'quizwright.review';
const MOST_ELAPSED_MS = 60 * 60_000;

const isPending = (value: unknown): value is Pending =>
  typeof value === 'object' && value !== null && 'reviewId' in value && 'card' in value && 'grade' in value;

const bodyOf = ({ reviewId, card, grade, elapsedMs }: Pending) => ({
  id: reviewId,
  factId: card.factId,
  questionId: card.questionId,
  rating: grade,
  mode: card.mode,
  form: card.form,
  elapsedMs,
  interval: card.intervals[grade].days,
});

export type Study = {
  readonly session: Session;
  /** Whether something is on its way: until it has arrived no other answer is taken. */
  readonly busy: boolean;
  /** What stands in the way, in words; `''` where nothing does. */
  readonly trouble: string;
  /** Whether the way on is to sign in again. */
  readonly signedOut: boolean;
  /** What just happened, for those who do not see it. */
  readonly news: string;
  readonly reveal: () => void;
  readonly grade: (grade: Rating) => void;
  readonly undo: () => void;
  /** Goes on without an answer. */
  readonly skip: () => void;
  /** A card that was forgotten so often that its passage should be read again. */
  readonly leech: { readonly card: StudyCard; readonly lapses: number } | null;
  readonly closeLeech: () => void;
  /** Out of study until tomorrow, or until it is taken in again. */
  readonly setAside: (card: StudyCard, how: 'bury' | 'suspend') => void;
  readonly setFlag: (card: StudyCard, flag: Flag | null) => void;
};

/** What came of sending: the answer's value, or the refusal that now stands on the page. */
type Sent<T> = { readonly value: T } | { readonly code: RefusalCode };

/** Runs a sitting over `cards`: an answer is saved before the next card shows, and sent until it is. */
export const useStudy = (cards: readonly StudyCard[], startedAt: number, actions: StudyActions): Study => {
  const [session, setSession] = useState(() => beginSession(cards, startedAt));
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState('');
  const [signedOut, setSignedOut] = useState(false);
  const [news, setNews] = useState('');
  const [leech, setLeech] = useState<Study['leech']>(null);
  // Two keys pressed before the page is drawn again are one answer.
  const locked = useRef(false);
  const shownAt = useRef(0);
  const { current } = session;

  useEffect(() => {
    shownAt.current = performance.now();
  }, [current]);

  /** Sends, one thing at a time. */
  const send = useCallback(async <T>(path: string, body: unknown): Promise<Sent<T>> => {
    locked.current = true;
    setBusy(true);
    const answered = await postUntilAnswered<T>(path, body, () => {
      setTrouble('Not saved yet, trying again.');
    });
    locked.current = false;
    setBusy(false);
    setTrouble(answered.ok ? '' : REFUSALS[answered.code]);
    setSignedOut(!answered.ok && answered.code === 'SIGNED_OUT');
    return answered.ok ? { value: answered.value } : { code: answered.code };
  }, []);

  /** Does one thing on the server, unless another is on its way; what stands in its way is said. */
  const act = async (work: () => Promise<Answered<void>>): Promise<boolean> => {
    if (locked.current) return false;
    locked.current = true;
    setBusy(true);
    try {
      const answered = await work();
      setTrouble(answered.ok ? '' : REFUSALS[answered.code]);
      return answered.ok;
    } catch {
      setTrouble('The server could not be reached. Try again.');
      return false;
    } finally {
      locked.current = false;
      setBusy(false);
    }
  };

  const save = useCallback(
    async (pending: Pending): Promise<void> => {
      keep('session', PENDING_KEY, pending);
      const answer = await send<GradedCard>('/api/reviews', bodyOf(pending));
      // Signed out, the answer stays kept: it is sent when the person is back on this page.
      if ('code' in answer && answer.code === 'SIGNED_OUT') return;
      keep('session', PENDING_KEY, null);
      setSession((now) =>
        'value' in answer
          ? afterGrade(now, pending, answer.value, Date.now())
          : afterLoss(now, pending.card.factId, Date.now()),
      );
      setNews('value' in answer ? 'Saved.' : '');
      if ('value' in answer && answer.value.leech !== null)
        setLeech({ card: pending.card, lapses: answer.value.leech });
    },
    [send],
  );

  useEffect(() => {
    const left = kept('session', PENDING_KEY);
    if (isPending(left) && !locked.current) void save(left);
  }, [save]);

  return {
    session,
    busy,
    trouble,
    signedOut,
    news,
    reveal: () => {
      if (current === null || session.revealed) return;
      setSession({ ...session, revealed: true });
      setNews(`Answer: ${current.answer}`);
    },
    grade: (grade) => {
      if (locked.current || current === null || !session.revealed) return;
      const elapsedMs = Math.min(MOST_ELAPSED_MS, Math.round(performance.now() - shownAt.current));
      void save({ reviewId: newId(), card: current, grade, elapsedMs });
    },
    undo: () => {
      const last = session.answered.at(-1);
      if (locked.current || last === undefined) return;
      void send<UndoneCard>('/api/reviews/undo', { id: newId(), reviewId: last.reviewId }).then((answer) => {
        if (!('value' in answer)) return;
        const { mode, intervals } = last.card;
        setSession((now) => afterUndo(now, mode === 'practice' ? intervals : answer.value.intervals));
        setNews('Undone. The card is asked again.');
      });
    },
    skip: () => {
      if (!locked.current) setSession((now) => afterSkip(now, Date.now()));
    },
    leech,
    closeLeech: () => {
      setLeech(null);
    },
    setAside: (card, how) => {
      void act(() => actions.setAside({ factId: card.factId, how })).then((done) => {
        if (!done) return;
        setSession((now) => afterLoss(now, card.factId, Date.now()));
        setNews(how === 'bury' ? 'Buried until tomorrow.' : 'Suspended. You find it under “Set aside”.');
      });
    },
    setFlag: (card, flag) => {
      void act(() => actions.setFlag({ factId: card.factId, flag })).then((done) => {
        if (!done) return;
        setSession((now) => afterFlag(now, card.factId, flag));
        setNews(flag === null ? 'The flag is off.' : `Flagged ${flag}.`);
      });
    },
  };
};
