/** What code checked of a question, in a teacher's words. */
import type { Check } from '@/lib/model';

type CheckWords = {
  /** What was looked at, and why it matters. */
  readonly what: string;
  /** What to look at where code cannot be certain. */
  readonly look: string;
};

export const CHECK_WORDS: Readonly<Record<Check['name'], CheckWords>> = {
  grounded: {
    what: 'The answer stands in this sentence, and the sentence in the article, so nothing is made up.',
    look: 'does the sentence really say this?',
  },
  'certain-parse': {
    what: 'The sentence was read with certainty: who does what, and which words belong together.',
    look: 'the sentence is hard to read, so check that the question says what it says.',
  },
  'self-contained': {
    what: 'The question can be understood by itself, without the rest of the article.',
    look: 'a word in it may need the rest of the article, such as “it” or “the plan”.',
  },
  'no-leak': {
    what: 'Nothing that is shown gives the answer away.',
    look: 'something that is shown may give the answer away.',
  },
  'right-type': {
    what: 'The answer is whole, and of the kind that is asked for.',
    look: 'the answer may be cut short, or of another kind than is asked for.',
  },
  'one-answer': {
    what: 'Nothing else in the article would be a right answer too.',
    look: 'something else might be a right answer too.',
  },
  lasting: {
    what: 'It is worth keeping: it still stands when the article is forgotten.',
    look: 'it may not be worth keeping: a figure without a year, a plan, a detail, or who said it.',
  },
  'options-same-type': {
    what: 'All options are of one kind, so that none stands out.',
    look: 'an option may be of another kind than the answer.',
  },
  'options-distinct': {
    what: 'All options mean different things.',
    look: 'two options may mean the same.',
  },
  'options-wrong': {
    what: 'Each wrong option is certainly wrong.',
    look: 'a wrong option might be right as well.',
  },
  'key-inconspicuous': {
    what: 'The right option does not stand out by its length or place.',
    look: 'the right option may stand out.',
  },
  'needs-passage': {
    what: 'A language model found the answer with the text, and did not know it without.',
    look: 'it may be answered without having read the text.',
  },
};

/** What to look at in a question, in the order of its checks; empty where all is certain. */
export const unsureChecks = (checks: readonly Check[]): readonly Check[] =>
  checks.filter(({ verdict }) => verdict === 'unsure');
