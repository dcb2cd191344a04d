/** Which kinds of question a room puts when it is opened for a deck. */
import type { QuestionGroup } from '@/lib/quiz/settings';

/** What is wanted beside questions that are answered by a tap: they take longer. */
export type Slower = { readonly typed: boolean; readonly arranged?: boolean };

export const livelyGroups = ({ typed, arranged = false }: Slower): QuestionGroup[] => [
  'choice',
  'several',
  'true-false',
  'compare',
  ...(arranged ? (['arrange'] as const) : []),
  ...(typed ? (['typed', 'measured'] as const) : []),
];
