/** A plan and its changes in words. */
import { count, dayWords } from '@/components/history/moments';
import { percentWords } from '@/components/memory/percent';
import type { Change, Summary } from '@/lib/memory/exam/summary';

/** When the exam is, in words that stand after a comma. */
export const daysAwayWords = (days: number): string => {
  if (days < 0) return `${count(-days, 'day')} ago`;
  if (days === 0) return 'today';
  return days === 1 ? 'tomorrow' : `in ${days} days`;
};

/** `20 minutes a day`, or where weekdays differ `0 to 45 minutes a day`. */
export const minutesWords = (minutes: readonly number[]): string => {
  const [least, most] = [Math.min(...minutes), Math.max(...minutes)];
  return least === most ? `${count(most, 'minute')} a day` : `${least} to ${most} minutes a day`;
};

/** Seconds as minutes, `under a minute` where they are few. */
export const lengthOfDay = (seconds: number): string =>
  seconds < 45 ? 'under a minute' : `about ${Math.round(seconds / 60)} min`;

/** `12 reviews, 4 new facts and 3 last looks`. */
export const workWords = ({
  due,
  fresh,
  last,
}: {
  readonly due: number;
  readonly fresh: number;
  readonly last: number;
}): string => {
  const parts = [
    due === 0 ? [] : [count(due, 'review')],
    fresh === 0 ? [] : [count(fresh, 'new fact')],
    last === 0 ? [] : [count(last, 'last look')],
  ].flat();
  const end = parts.at(-1);
  if (end === undefined) return 'nothing';
  return parts.length === 1 ? end : `${parts.slice(0, -1).join(', ')} and ${end}`;
};

/** How many facts of today's work are of each kind. */
export const sizesOf = ({ due, fresh, last }: Summary['share']) => ({
  due: due.length,
  fresh: fresh.length,
  last: last.length,
});

/** What changed since a plan was last made, a sentence for each. */
export const changeWords = (change: Change): string[] => {
  const { planned, done, away, dropped, backIn, added, removed } = change;
  const day = dayWords(change.day, 'long');
  const sentences: string[] = [];
  if (planned === 0) sentences.push(`Nothing was planned on ${day}.`);
  else if (done >= planned) sentences.push(`You did all ${planned} on ${day}.`);
  else sentences.push(`You did ${done} of ${planned} on ${day}.`);
  if (away > 0) sentences.push(`You did not open the plan for ${count(away, 'day')} after that.`);
  if (added > 0) sentences.push(`${count(added, 'fact')} came into the decks.`);
  if (removed > 0) sentences.push(`${count(removed, 'fact')} left the decks.`);
  if (dropped > 0)
    sentences.push(
      `${count(dropped, 'fact')} dropped: the time is too short for ${dropped === 1 ? 'it' : 'them'}.`,
    );
  if (backIn > 0) sentences.push(`${count(backIn, 'fact')} taken back in: there is time again.`);
  const { predictedBefore: before, predictedNow: now } = change;
  if (before !== null && now !== null) {
    const [was, is] = [percentWords(before), percentWords(now)];
    sentences.push(
      was === is ? `Predicted recall stays at ${is}.` : `Predicted recall is ${is} instead of ${was}.`,
    );
  }
  return sentences;
};
