/** True or false: the sentence as it stands, or with one value in it that makes it provably false. */
import type { FoundFact } from '@/lib/facts/candidate';
import type { AnswerType } from '@/lib/model';
import { isBounded } from './multiple-choice';
import { isPlain } from './plain-sentence';
import { seededRandom } from './seeded-random';
import type { Stem } from './stem';

/** More words than this hold more than one thing that may be false. */
const MOST_WORDS = 16;
/** What the reader is less sure of is not stated. */
const CERTAIN = 0.9;

/** Swapped for another, each of these makes a true sentence false. */
const SWAPPABLE: readonly AnswerType[] = ['year', 'money', 'percentage', 'quantity'];

const isShort = ({ statement }: FoundFact): boolean => statement.split(/\s+/u).length <= MOST_WORDS;

/** "True" in the sentence would answer for it. */
const NAMES_A_VERDICT = /\b(?:true|false)\b/iu;

export type TrueFalse = { readonly prompt: string; readonly answer: 'True' | 'False' };

/**
 * The sentence of a fact with its own answer or with `wrong` in its place, as the seed has it, half of the time
 * each; `null` where the sentence is hedged, attributed, bounded, long, or not surely read.
 */
export const writeTrueFalse = (
  fact: FoundFact,
  { before, after }: Stem,
  wrong: readonly string[],
  seed: string | number,
): TrueFalse | null => {
  const swap = wrong[0];
  if (swap === undefined || !SWAPPABLE.includes(fact.answerType) || fact.confidence < CERTAIN) return null;
  if (isBounded(fact) || !isPlain(fact) || !isShort(fact)) return null;
  if (NAMES_A_VERDICT.test(fact.statement)) return null;
  if (seededRandom(`${seed}/${fact.key}/true`)() < 0.5)
    return { prompt: `${before}${fact.answer}${after}`, answer: 'True' };
  return { prompt: `${before}${swap}${after}`, answer: 'False' };
};
