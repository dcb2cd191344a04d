/** What is said of an assignment's time and state. */
import { count, momentWords } from '@/components/history/moments';
import type { AssignmentFeedback, Phase } from '@/lib/classes/feedback';

const MINUTE = 60_000;

/** How long until something ends: `in 40 minutes`, `in 3 hours`, `in 2 days`. */
export const untilWords = (end: Date, now: Date): string => {
  const minutes = Math.max(1, Math.round((end.getTime() - now.getTime()) / MINUTE));
  if (minutes < 90) return `in ${count(minutes, 'minute')}`;
  const hours = Math.round(minutes / 60);
  return hours < 36 ? `in ${count(hours, 'hour')}` : `in ${count(Math.round(hours / 24), 'day')}`;
};

type Timed = { readonly phase: Phase; readonly opensAt: Date; readonly closesAt: Date | null };

/** When it opens or closes, with the time left where that is short. */
export const timeWords = ({ phase, opensAt, closesAt }: Timed, now: Date, zone: string): string => {
  if (phase === 'ahead') return `Opens ${momentWords(opensAt, zone)}`;
  if (closesAt === null) return 'Stays open';
  if (phase === 'closed') return `Closed ${momentWords(closesAt, zone)}`;
  return `Closes ${untilWords(closesAt, now)}, ${momentWords(closesAt, zone)}`;
};

/** What a pupil is told, in the words of a form and of a page. */
export const FEEDBACK_WORDS: Readonly<Record<AssignmentFeedback, string>> = {
  close: 'The right answers once it is closed for all',
  end: 'The right answers when it is handed in',
  each: 'The right answer after each question',
  score: 'The score alone',
};

type Standing = {
  readonly isQuiz: boolean;
  readonly isDone: boolean;
  readonly taken: readonly {
    readonly finishedAt: Date | null;
    readonly score: number;
    readonly total: number;
  }[];
  readonly facts: { readonly all: number; readonly met: number; readonly due: number };
};

/** What a pupil has done of it so far. */
export const doneWords = ({ isQuiz, taken, facts }: Standing): string => {
  if (!isQuiz) {
    const due = facts.due > 0 ? `, ${facts.due} due now` : '';
    return `${facts.met} of ${count(facts.all, 'fact')} met${due}`;
  }
  const finished = taken.filter(({ finishedAt }) => finishedAt !== null);
  const best = finished.toSorted((a, b) => b.score - a.score)[0];
  if (taken.length > finished.length) return 'Begun, not handed in';
  return best === undefined ? 'Not begun' : `Handed in, ${best.score} of ${best.total} right`;
};
