/** Whether a sentence can be read by itself, with the sentence before it, or not at all. */
import { isEnglish } from '@/lib/language/language-guess';
import type { Lean } from '@/lib/model';
import type { ReadSentence, Reading } from './reading';
import { SPEAKER, THEY } from './reference-words';
import { leansOf } from './references';

/** `before`: the sentence before resolves it; `loose`: nothing in view does. The reason is in plain words. */
export type Leaning =
  | { readonly name: 'none' }
  | { readonly name: 'before'; readonly reason: string }
  | { readonly name: 'loose'; readonly reason: string };

/** Why a lean keeps its sentence from being asked about, in plain words. */
const reasonOf = ({ text }: Lean): string => {
  const low = text.toLowerCase();
  if (SPEAKER.has(low)) return `speaks as “${text}”`;
  if (/^the\s/u.test(low)) return `“${text}” does not say which`;
  if (/\s|^(?:today|here|there|this|that|these|those)/u.test(low))
    return `“${text}” points outside the sentence`;
  return /^\p{Lu}\p{Ll}{3}/u.test(text) && !THEY.has(low)
    ? `“${text}” is named in part only`
    : `“${text}” is not named`;
};

/** What the sentence leans on, as a whole. Days without a year are for those who ask for dates to judge. */
export const leaningOf = (reading: Reading, sentence: ReadSentence): Leaning => {
  const leans = leansOf(reading, sentence).filter(({ kind }) => kind === 'reference');
  const loose = leans.find(({ resolvedBy }) => resolvedBy === null);
  if (loose !== undefined) return { name: 'loose', reason: reasonOf(loose) };
  const before = leans.find(({ resolvedBy }) => resolvedBy === 'before');
  return before === undefined ? { name: 'none' } : { name: 'before', reason: reasonOf(before) };
};

/** The sentence to show greyed before this one, or `null` where it needs none. */
export const contextOf = (reading: Reading, sentence: ReadSentence): string | null => {
  const before = reading.sentences[sentence.index - 1];
  if (before === undefined) return null;
  // What another language leans on cannot be known: the sentence before is shown to be on the safe side.
  if (!isEnglish(reading.article.language))
    return before.paragraph === sentence.paragraph ? before.statement : null;
  return leaningOf(reading, sentence).name === 'before' ? before.statement : null;
};
