/** Whether a sentence is whole and plain enough to be shown as it is. */
import type { ReadSentence } from './reading';
import { gateOf } from './sentence-gate';

/** Why the sentence cannot be shown with a card, in plain words, or `null`. */
export const shapeProblem = (sentence: ReadSentence): string | null => gateOf(sentence).cloze;
