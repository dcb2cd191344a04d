import { choosesOne } from '@/lib/forms';
import { pairsOf, partsOf } from '@/lib/key-parts';
import { isSameDate } from './date-answer';
import { isWithin, readNumberKey } from './number-answer';
import type { PaperItem } from './paper';
import { isSameAnswer } from './typed-answer';

export type Mark = {
  readonly correct: boolean;
  /** How much of it is right, 0..1: all or nothing but where an answer has parts. */
  readonly share: number;
  /** The response without the white space around it; `null` where nothing was answered. */
  readonly given: string | null;
};

type Asked = Pick<PaperItem, 'form' | 'answer' | 'options' | 'rivals'>;

const plain = (text: string): string => text.normalize('NFC').trim();

/**
 * Marks one response: total, for any item and any text. Where there are options the response is the text of an
 * option, or as lib/key-parts.ts has it where it has parts; a typed answer is compared as `isSameAnswer` does (a number
 * as `isWithin`, a date as `isSameDate`), and another option or rival is never taken for it, unless it is among what
 * the owner of the question has `accepted`.
 */
export const markAnswer = (item: Asked, response: string | null, accepted: readonly string[] = []): Mark => {
  const given = response?.trim() ?? '';
  if (given === '') return { correct: false, share: 0, given: null };
  const share = plain(given) === plain(item.answer) ? 1 : shareOf(item, given, accepted);
  return { correct: share === 1, share, given };
};

const shareOf = (item: Asked, given: string, accepted: readonly string[]): number => {
  const partsIn = (text: string): string[] => partsOf(text).map(plain);
  if (item.form === 'several') return severalShare(partsIn(item.answer), partsIn(given));
  if (item.form === 'order') return orderShare(partsIn(item.answer), partsIn(given));
  if (item.form === 'match') return matchShare(item.answer, given);
  return !choosesOne(item.form) && isTypedRight(item, given, accepted) ? 1 : 0;
};

/**
 * Each right option that was chosen counts one, each wrong one takes one away, never below nothing: who ticks all has
 * nothing for it.
 */
const severalShare = (key: readonly string[], given: readonly string[]): number => {
  const chosen = [...new Set(given)];
  const hits = chosen.filter((text) => key.includes(text)).length;
  const all = new Set(key).size;
  return all === 0 ? 0 : Math.max(0, 2 * hits - chosen.length) / all;
};

/** How many stand right before the one that follows them: what is in order stays so when all of it is moved up by one. */
const orderShare = (key: readonly string[], given: readonly string[]): number => {
  const steps = key.length - 1;
  if (steps < 1) return 0;
  const followed = key.filter((text, index) => {
    const at = given.indexOf(text);
    return index < steps && at !== -1 && given[at + 1] === key[index + 1];
  }).length;
  // All steps are there only where the whole is; what was put in beside it is no part of it.
  return followed === steps && given.length !== key.length ? (steps - 1) / steps : followed / steps;
};

const matchShare = (answer: string, given: string): number => {
  const key = pairsOf(answer);
  if (key.length === 0) return 0;
  const rightOf = new Map(pairsOf(given).map(({ left, right }) => [plain(left), plain(right)]));
  return key.filter(({ left, right }) => rightOf.get(plain(left)) === plain(right)).length / key.length;
};

const isTypedRight = (item: Asked, given: string, accepted: readonly string[]): boolean => {
  const others = [...item.options.map(({ text }) => text), ...item.rivals];
  const isRight = (wanted: string, wrong: readonly string[]): boolean => {
    if (item.form === 'number') {
      const key = readNumberKey(wanted);
      if (key !== null) return isWithin(key, given);
    }
    return (item.form === 'date' ? isSameDate(wanted, given) : null) ?? isSameAnswer(wanted, given, wrong);
  };
  return (
    isRight(item.answer, others) ||
    accepted.some((text) =>
      isRight(
        text,
        others.filter((other) => plain(other) !== plain(text)),
      ),
    )
  );
};
