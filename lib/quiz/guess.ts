import { choosesOne } from '@/lib/forms';
import { partsOf } from '@/lib/key-parts';
import type { QuestionForm } from '@/lib/model';

type Asked = {
  readonly form: QuestionForm;
  readonly answer: string;
  readonly options: readonly unknown[];
};

/** In how many ways `count` of `of` things can be laid out in a row. */
const arrangements = (of: number, count: number): number =>
  Array.from({ length: count }, (_, index) => of - index).reduce((product, each) => product * each, 1);

/** The chance, 0..1, of a wholly right answer by ticking or arranging blindly; 0 where it is typed. */
export const guessShare = ({ form, answer, options }: Asked): number => {
  const { length } = options;
  if (length === 0) return 0;
  if (choosesOne(form)) return 1 / length;
  // Any set of options but the empty one.
  if (form === 'several') return 1 / (2 ** length - 1);
  const parts = Math.min(length, partsOf(answer).length);
  return parts === 0 ? 0 : 1 / arrangements(length, parts);
};
