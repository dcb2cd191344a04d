import { dayOf, type DayFrame } from '@/lib/memory/days';
import { MANY_UNSEEN } from '@/lib/memory/study-card';

const MINUTE = 60_000;

/** When something comes back, in words that follow "is due": "in 9 minutes", "later today", "tomorrow", "on 3 May 2027". */
export const dueInWords = (due: Date, now: Date, frame: DayFrame): string => {
  const minutes = Math.ceil((due.getTime() - now.getTime()) / MINUTE);
  if (minutes <= 0) return 'now';
  if (minutes < 60) return minutes === 1 ? 'in a minute' : `in ${minutes} minutes`;
  const days = dayOf(due, frame) - dayOf(now, frame);
  if (days <= 0) return 'later today';
  if (days === 1) return 'tomorrow';
  if (days <= 30) return `in ${days} days`;
  const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: frame.zone });
  return `on ${date.format(due)}`;
};

/** How many facts never seen wait: "1 new fact waits", "12 new facts wait", "1,000 and more new facts wait". */
export const heldBackInWords = (heldBack: number): string => {
  if (heldBack === 1) return '1 new fact waits';
  return `${heldBack >= MANY_UNSEEN ? '1,000 and more' : heldBack} new facts wait`;
};
