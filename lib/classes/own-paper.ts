/** A paper that is the same for all, in the order of one attempt. */
import { seededRandom, shuffled } from '@/lib/questions/seeded-random';

type Shuffling = {
  readonly seed: string;
  readonly shuffleQuestions: boolean;
  readonly shuffleOptions: boolean;
};

/**
 * The same questions, and the same options of each, in the order that `seed` gives. "True" and "False" keep theirs,
 * which says nothing.
 */
export const inOwnOrder = <Item extends { readonly form: string; readonly options: readonly unknown[] }>(
  paper: readonly Item[],
  { seed, shuffleQuestions, shuffleOptions }: Shuffling,
): Item[] => {
  const random = seededRandom(seed);
  const items = shuffleQuestions ? shuffled(paper, random) : [...paper];
  return items.map((item) =>
    shuffleOptions && item.form !== 'true-false'
      ? { ...item, options: shuffled(item.options, random) }
      : item,
  );
};
