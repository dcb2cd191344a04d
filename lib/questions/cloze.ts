/** The sentence as it stands, with one phrase of it blanked. */
import type { FoundFact } from '@/lib/facts/candidate';
import { BLANK, type DraftFact } from '@/lib/model';
import { hintFor } from './answer-hint';

type Sides = { readonly before: string; readonly after: string };

/** What stands on either side of the answer in its sentence. */
export const sidesOf = ({ statement, span, answerSpan }: DraftFact): Sides => ({
  before: statement.slice(0, answerSpan.start - span.start),
  after: statement.slice(answerSpan.end - span.start),
});

/** The sentence with a gap and the hint that says what belongs in it. */
export const clozePrompt = (fact: FoundFact): string => {
  const { before, after } = sidesOf(fact);
  return `${before}${BLANK} [${hintFor(fact)}]${after}`;
};

/** The sentence with a gap alone, for a question whose options say what belongs in it. */
export const gapPrompt = (fact: DraftFact): string => {
  const { before, after } = sidesOf(fact);
  return `${before}${BLANK}${after}`;
};
