import type { PublicItem } from '@/lib/quiz/paper';

/** What every field for an answer is given. */
export type AnswerProps = {
  readonly item: Pick<PublicItem, 'form' | 'options' | 'lefts' | 'unit' | 'dateParts'>;
  /** As lib/key-parts.ts writes it where it has parts; `''`: none yet. */
  readonly answer: string;
  /** What is right was shown: the answer stands. */
  readonly isClosed: boolean;
  readonly onChange: (text: string, at: 'once' | 'pause') => void;
};

/** The letter that stands for an option. */
export const letterOf = (index: number): string => String.fromCharCode('A'.charCodeAt(0) + index);
