/** A paper that is the same for all, in the order of one attempt. */
import type { QuestionForm } from '@/lib/model';
import { shownOptions } from '@/lib/quiz/shown-options';
import { seededRandom, shuffled } from '@/lib/questions/seeded-random';

type Shuffling = {
  readonly seed: string;
  readonly shuffleQuestions: boolean;
  readonly shuffleOptions: boolean;
};

type Put = {
  readonly form: QuestionForm;
  readonly answer: string;
  readonly options: readonly { readonly text: string }[];
};

/** The same questions, and the same options of each, in the order that `seed` gives, as `shownOptions` has it. */
export const inOwnOrder = <Item extends Put>(
  paper: readonly Item[],
  { seed, shuffleQuestions, shuffleOptions }: Shuffling,
): Item[] => {
  const random = seededRandom(seed);
  const items = shuffleQuestions ? shuffled(paper, random) : [...paper];
  return items.map((item) => ({ ...item, options: shownOptions(item, !shuffleOptions, random) }));
};
