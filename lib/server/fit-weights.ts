/**
 * The one door to fsrs-rs, which fits the weights of FSRS-6 to a log: maximum likelihood by gradient descent, with the
 * defaults as what speaks against straying far (github.com/open-spaced-repetition/fsrs-rs). It is native code and holds
 * up the thread that calls it: a thread of its own does.
 */
import { FSRSBindingItem, FSRSBindingReview, computeParameters } from '@open-spaced-repetition/binding';
import { boundedWeights } from '@/lib/memory/fsrs';
import { isRecall, type PastAnswers } from '@/lib/memory/recalls';
import type { Rating, Weights } from '@/lib/model';

const GRADES: Readonly<Record<Rating, number>> = { again: 1, hard: 2, good: 3, easy: 4 };

/** The latest recalls that are learnt from; a quarter of a million leave nothing for chance, and the memory small. */
const MOST_RECALLS = 250_000;

/** The weights that make what happened in `lives` likeliest. Fewer than 64 recalls give next to the defaults. */
export const fitWeights = async (lives: readonly PastAnswers[]): Promise<Weights> =>
  boundedWeights(await computeParameters(itemsOf(lives), { enableShortTerm: true, numRelearningSteps: 1 }));

/**
 * Each recall with all answers before it, as fsrs-rs takes them, in the order of their days: it gives later ones more
 * weight by their place.
 */
export const itemsOf = (lives: readonly PastAnswers[]): FSRSBindingItem[] =>
  lives
    .flatMap((life, fact) =>
      life.flatMap((answer, index) => (isRecall(answer) ? [{ fact, index, day: answer.day }] : [])),
    )
    .sort((a, b) => a.day - b.day)
    .slice(-MOST_RECALLS)
    .map(({ fact, index }) => {
      const answers = lives[fact]?.slice(0, index + 1) ?? [];
      return new FSRSBindingItem(
        answers.map(({ rating, days }) => new FSRSBindingReview(GRADES[rating], days)),
      );
    });
