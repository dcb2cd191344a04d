/** Checks on a sentence's outside: is it one, whole, and of a length that a card can bear? */
import type { ReadSentence } from './reading';

const FEWEST_WORDS = 6;
const MOST_WORDS = 45;
/** A quote of more words than this is someone's sentence rather than a term. */
const LONGEST_QUOTE = 4;

const wordCount = (text: string): number => text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;

/** Why the sentence cannot carry a card, in plain words, or `null`. */
export const shapeProblem = (sentence: ReadSentence): string | null => {
  const { statement, kind, enclosures } = sentence;
  if (sentence.isClutter) return 'a caption, credit or other furniture of the page';
  if (kind === 'fragment') return 'not a whole sentence';
  const words = wordCount(statement);
  if (words < FEWEST_WORDS) return 'too short to hold a fact';
  if (words > MOST_WORDS) return `too long for a card (${words} words)`;
  if (/\?["'”’)]*$/u.test(statement)) return 'a question';
  if (/!["'”’)]*$/u.test(statement)) return 'an exclamation';
  if (!/^[\p{Lu}\p{N}"'“‘(]/u.test(statement)) return 'does not begin like a sentence';
  if (!enclosures.balanced) return 'a quotation mark or bracket without its partner';
  const quote = enclosures.quotes.find(
    ({ start, end }) =>
      wordCount(statement.slice(start - sentence.start, end - sentence.start)) > LONGEST_QUOTE,
  );
  if (quote !== undefined) return 'quotes what someone said';
  if (/\]\(|\*\*|https?:|www\.|<\/?\w+>|\{\{|@\w/u.test(statement)) return 'holds markup or an address';
  if (/[:;]/u.test(statement.slice(0, -1).replace(/\d:\d/gu, '')))
    return 'has a colon or semicolon: more than one sentence in one';
  return null;
};
