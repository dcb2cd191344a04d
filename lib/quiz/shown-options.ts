/** In which order the options of a question stand before whoever answers it. */
import { choosesOne, hasOptions } from '@/lib/forms';
import { pairsOf, partsOf } from '@/lib/key-parts';
import type { QuestionForm } from '@/lib/model';
import { shuffled } from '@/lib/questions/seeded-random';

type Asked<Option> = {
  readonly form: QuestionForm;
  readonly answer: string;
  readonly options: readonly Option[];
};

/** The options that the key of a question speaks of. */
export const keyTexts = ({ form, answer }: Pick<Asked<unknown>, 'form' | 'answer'>): string[] => {
  if (choosesOne(form)) return [answer];
  return form === 'match' ? pairsOf(answer).map(({ right }) => right) : partsOf(answer);
};

/**
 * The options as they are shown; none where the answer is recalled. Shuffled unless they are to be kept as they stand,
 * but for "True" and "False", whose order says nothing. What is to be matched or brought in order is always shuffled,
 * and the latter never into the order that is right.
 */
export const shownOptions = <Option extends { readonly text: string }>(
  question: Asked<Option>,
  keeps: boolean,
  random: () => number,
): readonly Option[] => {
  const { form, options } = question;
  if (!hasOptions(form)) return [];
  if (form === 'order') return disordered(shuffled(options, random), keyTexts(question));
  if (form === 'match') return shuffled(options, random);
  return keeps || form === 'true-false' ? options : shuffled(options, random);
};

/** Begun with its second where it stands in the order of the key. */
const disordered = <Option extends { readonly text: string }>(
  options: readonly Option[],
  key: readonly string[],
): readonly Option[] => {
  const isKey = options.every(({ text }, index) => text === key[index]);
  return isKey ? [...options.slice(1), ...options.slice(0, 1)] : options;
};

type Varied<Option> = Asked<Option> & { readonly otherDistractors?: readonly (readonly Option[])[] };

/**
 * The options of a question with one of its sets of distractors, by chance. Another set than that of its options stands
 * in their places, so that the key stays where it was.
 */
export const drawnOptions = <Option extends { readonly text: string }>(
  { options, answer, otherDistractors: others = [] }: Varied<Option>,
  random: () => number,
): readonly Option[] => {
  if (others.length === 0) return options;
  const set = others[Math.floor(random() * (others.length + 1)) - 1];
  if (set === undefined) return options;
  const key = options.findIndex(({ text }) => text === answer);
  return set.toSpliced(key, 0, ...options.slice(key, key + 1));
};
