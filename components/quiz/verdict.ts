import { pointsInWords } from '@/lib/quiz/points-in-words';
import type { ResultItem } from '@/lib/quiz/result';

type Marked = Pick<ResultItem, 'correct' | 'given' | 'points'>;

/** Whether some of an answer is right, and not all. */
export const isInPart = ({ correct, points }: Pick<Marked, 'correct' | 'points'>): boolean =>
  !correct && (points ?? 0) > 0;

/** A sign for how an answer was marked, beside its words. */
export const signOf = (item: Marked): string => (item.correct ? '✓' : isInPart(item) ? '½' : '✗');

/** How an answer was marked, in words: with what it is worth where that is neither all nor nothing. */
export const verdictOf = (item: Marked): string => {
  const { correct, given, points } = item;
  const missed = given === null ? 'Not answered' : isInPart(item) ? 'Right in part' : 'Wrong';
  const verdict = correct ? 'Right' : missed;
  return points === null ? verdict : `${verdict}, ${pointsInWords(points)}`;
};
