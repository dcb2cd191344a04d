/** What was answered to a question, and how often. */
import { choosesOne } from '@/lib/forms';
import { inOneLine, partsOf } from '@/lib/key-parts';
import { keyTexts } from '@/lib/quiz/shown-options';
import type { SeenOption } from './seen';
import type { LiveAnswer, LiveItem } from './session';

/** Wrong answers that were typed, shown at most. */
const MOST_WRONG = 4;
/** What one alone typed stands on no screen: it tells who it was, and may have been typed to be read there. */
const LEAST = 2;

export type Counts = {
  readonly options: readonly SeenOption[];
  /** Answers that are not among them. */
  readonly others: number;
};

/** Each option, or of what was typed or arranged the right answer, and wrong ones that several gave, the commonest first. */
export const countsOf = (item: LiveItem, answers: readonly LiveAnswer[]): Counts => {
  if (!choosesOne(item.form) && item.form !== 'several') return wholeCounts(item, answers);
  const keys = keyTexts(item);
  const chosen = answers.map(({ given }) => (item.form === 'several' ? partsOf(given) : [given]));
  return {
    options: item.options.map(({ text }) => ({
      text,
      count: chosen.filter((texts) => texts.includes(text)).length,
      isAnswer: keys.includes(text),
    })),
    others: 0,
  };
};

const wholeCounts = (item: LiveItem, answers: readonly LiveAnswer[]): Counts => {
  const inLine = (text: string): string => inOneLine(item.form, text);
  const groups = new Map<string, { text: string; count: number }>();
  for (const { given, correct } of answers) {
    if (correct) continue;
    const key = given.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ');
    const group = groups.get(key) ?? { text: inLine(given), count: 0 };
    groups.set(key, { ...group, count: group.count + 1 });
  }
  const wrong = [...groups.values()]
    .filter(({ count }) => count >= LEAST)
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_WRONG);
  const right = answers.filter(({ correct }) => correct).length;
  const shown = wrong.reduce((sum, { count }) => sum + count, right);
  return {
    options: [
      { text: inLine(item.answer), count: right, isAnswer: true },
      ...wrong.map((group) => ({ ...group, isAnswer: false })),
    ],
    others: answers.length - shown,
  };
};
