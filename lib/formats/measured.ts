/** Numbers and pairs from a file, as questions that can be marked here. */
import { joinPairs, pairsOf, type Pair } from '@/lib/key-parts';
import { readNumberKey } from '@/lib/quiz/number-answer';
import { rounded } from './moodle-share';
import { plainCard, type SetCard, type SetQuestion } from './study-set';
import { oneLine } from './tidy';

type Named = { readonly id: string; readonly prompt: string; readonly card?: Partial<SetCard> };

/** A number with how far off passes, and its unit (`''`: none); `null` where it is no number. */
export const numberQuestion = (
  prompt: string,
  value: number,
  { tolerance, unit }: { readonly tolerance: number; readonly unit: string },
): SetQuestion | null => {
  if (!Number.isFinite(value) || !Number.isFinite(tolerance)) return null;
  const off = rounded(Math.abs(tolerance));
  const answer = `${value}${off === 0 ? '' : ` ± ${off}`}${unit === '' ? '' : ` ${oneLine(unit)}`}`;
  const key = readNumberKey(answer);
  // A unit that cannot be read along with its number would make every answer wrong.
  return key?.value === value ? { form: 'number', prompt, context: null, answer, options: [] } : null;
};

/** Pairs to match, with what belongs to nothing among the options; `null` where there are fewer than two pairs. */
export const matchCard = (
  { id, prompt, card }: Named,
  pairs: readonly Pair[],
  others: readonly string[],
): SetCard | null => {
  const whole = pairsOf(joinPairs(pairs)).filter(
    ({ left }, index, all) => all.findIndex((other) => other.left === left) === index,
  );
  if (whole.length < 2) return null;
  const texts = [
    ...new Set([...whole.map(({ right }) => right), ...others.map(oneLine).filter((text) => text !== '')]),
  ];
  const question: SetQuestion = {
    form: 'match',
    prompt,
    context: null,
    answer: joinPairs(whole),
    options: texts.sort((a, b) => a.localeCompare(b, 'en')).map((text) => ({ text, feedback: null })),
  };
  return plainCard(id, question, card);
};
