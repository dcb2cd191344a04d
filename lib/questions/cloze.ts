/** The sentence as it stands, with one phrase of it blanked. */
import type { FoundFact } from '@/lib/facts/candidate';
import { BLANK } from '@/lib/model';
import { hintFor } from './answer-hint';
import type { Stem } from './stem';

/** The sentence with a gap and the hint that says what belongs in it. */
export const clozePrompt = (fact: FoundFact, { before, after }: Stem): string =>
  `${before}${BLANK} [${hintFor(fact)}]${after}`;

/** The sentence with a gap alone, for a question whose options say what belongs in it. */
export const gapPrompt = ({ before, after }: Stem): string => `${before}${BLANK}${after}`;
