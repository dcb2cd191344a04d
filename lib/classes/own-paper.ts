/** Of a paper that asks the same of all, that of one attempt. */
import type { QuestionForm } from '@/lib/model';
import { drawnOptions, shownOptions } from '@/lib/quiz/shown-options';
import { seededRandom, shuffled } from '@/lib/questions/seeded-random';

type Shuffling = {
  readonly seed: string;
  readonly shuffleQuestions: boolean;
  readonly shuffleOptions: boolean;
};

type Put<Option> = {
  readonly form: QuestionForm;
  readonly answer: string;
  readonly options: readonly Option[];
  readonly otherDistractors?: readonly (readonly Option[])[];
};

/**
 * The same questions in the order that `seed` gives, the options of each as `shownOptions` has them; where other
 * distractors may stand among them, those that the seed draws.
 */
export const inOwnOrder = <Option extends { readonly text: string }, Item extends Put<Option>>(
  paper: readonly Item[],
  { seed, shuffleQuestions, shuffleOptions }: Shuffling,
): Omit<Item, 'otherDistractors'>[] => {
  const random = seededRandom(seed);
  const items = shuffleQuestions ? shuffled(paper, random) : [...paper];
  return items.map(({ otherDistractors = [], ...item }) => {
    const options = drawnOptions({ ...item, otherDistractors }, random);
    return { ...item, options: shownOptions({ ...item, options }, !shuffleOptions, random) };
  });
};
