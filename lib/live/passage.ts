/** The sentences among which a player looks for the proof. */
import type { Proof } from '@/lib/facts/proof';
import { readSentences } from '@/lib/language/sentences';

/** More would not be read in the time that there is. */
const MOST_SENTENCES = 6;

const sentencesIn = (text: string): string[] =>
  readSentences(text).map(({ start, end }) => text.slice(start, end).trim());

/**
 * The proof among the sentences of its paragraph, in their order, and its place; a paragraph that was cut gives no half
 * sentences. Only the proof where it stands alone.
 */
export const passageOf = ({ statement, before, after }: Proof): { passage: string[]; proofAt: number } => {
  const whole = (sentence: string): boolean => !sentence.includes('…') && sentence.length > 1;
  const earlier = sentencesIn(before).filter(whole);
  const later = sentencesIn(after).filter(whole);
  const most = MOST_SENTENCES - 1;
  const taken = earlier.slice(-Math.max(most - later.length, Math.ceil(most / 2)));
  return {
    passage: [...taken, statement, ...later.slice(0, most - taken.length)],
    proofAt: taken.length,
  };
};
