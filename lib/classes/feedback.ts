/** When a pupil is told what is right in an assignment. Words alone, so that a page may load them. */

/** `each`: after every question; `end`: when it is handed in; `close`: once it is closed for all; `score`: never. */
export const ASSIGNMENT_FEEDBACKS = ['close', 'end', 'each', 'score'] as const;
export type AssignmentFeedback = (typeof ASSIGNMENT_FEEDBACKS)[number];

/** What the quiz behind an assignment says of feedback: whatever asks the quiz alone never tells too early. */
export const quizFeedbackOf = (feedback: AssignmentFeedback): 'each' | 'end' | 'score' =>
  feedback === 'close' ? 'score' : feedback;

/** The times of an assignment; `closesAt` `null`: it stays open. */
export type Opening = { readonly opensAt: Date; readonly closesAt: Date | null };

/** Whether the key of an attempt that is handed in may be told to the pupil who took it. */
export const isKeyTold = (
  feedback: AssignmentFeedback,
  /** When it closes for the last pupil, extensions included. */
  closesForAll: Date | null,
  now: Date,
): boolean => {
  switch (feedback) {
    case 'each':
    case 'end':
      return true;
    case 'close':
      return closesForAll !== null && now >= closesForAll;
    case 'score':
      return false;
  }
};

export const PHASES = ['ahead', 'open', 'closed'] as const;
export type Phase = (typeof PHASES)[number];

/** Where an assignment stands in its time. */
export const phaseOf = ({ opensAt, closesAt }: Opening, now: Date): Phase =>
  now < opensAt ? 'ahead' : closesAt !== null && now >= closesAt ? 'closed' : 'open';

/** When it closes for one pupil: the later of everybody's time and their own. */
export const closingFor = (closesAt: Date | null, extension: Date | null): Date | null =>
  closesAt === null || (extension !== null && extension > closesAt) ? closesAt && extension : closesAt;

/**
 * When an attempt that begins at `start` ends by itself: after its minutes with the pupil's extra percent, and at the
 * closing at the latest.
 */
export const attemptDeadline = (
  start: Date,
  time: { readonly minutes: number | null; readonly moreTime: number; readonly closesAt: Date | null },
): Date | null => {
  const { minutes, moreTime, closesAt } = time;
  if (minutes === null) return closesAt;
  const end = new Date(start.getTime() + Math.round(minutes * 60_000 * (1 + moreTime / 100)));
  return closesAt !== null && closesAt < end ? closesAt : end;
};
