/** Options name only facts that are there. */
import type { DraftOption, DraftQuestion } from '@/lib/model';

/** The question, each option of which names the fact that it comes from only where that is one of `keys`. */
export const withKnownKeys = (question: DraftQuestion, keys: ReadonlySet<string>): DraftQuestion => {
  const known = ({ text, factKey }: DraftOption): DraftOption => ({
    text,
    factKey: factKey !== null && keys.has(factKey) ? factKey : null,
  });
  const { otherDistractors } = question;
  return {
    ...question,
    options: question.options.map(known),
    ...(otherDistractors === undefined
      ? {}
      : { otherDistractors: otherDistractors.map((set) => set.map(known)) }),
  };
};
