import { pointsInWords } from '@/lib/quiz/points-in-words';
import type { ResultItem } from '@/lib/quiz/result';

/** How an answer was marked, in words: with what it is worth where that is neither all nor nothing. */
export const verdictOf = ({ correct, given, points }: ResultItem): string => {
  const verdict = correct
    ? 'Right'
    : given === null
      ? 'Not answered'
      : (points ?? 0) > 0
        ? 'Right in part'
        : 'Wrong';
  return points === null ? verdict : `${verdict}, ${pointsInWords(points)}`;
};
