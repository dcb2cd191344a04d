/**
 * The sentence of a fact as it is shown, parted at the answer: what it leaves open and is certain is put beside it in
 * square brackets, as an editor would ("She [Ada Lovelace] wrote …"); for the rest the sentence before is shown.
 */
import type { FoundFact } from '@/lib/facts/candidate';
import { contextOf, leaningOf } from '@/lib/facts/leaning';
import type { Reading } from '@/lib/facts/reading';
import { openingLength } from '@/lib/facts/opening-words';
import { leansOf } from '@/lib/facts/references';
import { conversionAt } from '@/lib/language/conversions';
import { isEnglish } from '@/lib/language/language-guess';
import type { Lean, Span } from '@/lib/model';

/** What stands on either side of the answer, and the sentence before where it is needed. */
export type Stem = { readonly before: string; readonly after: string; readonly context: string | null };

const PRONOUN = /^\p{Ll}+$/u;

/** "[Ada] Lovelace" where the full name ends in what is there, else "She [Ada Lovelace]"; `null` where all is said. */
const glossed = (words: string, { antecedent, resolvedBy }: Lean): string | null => {
  if (antecedent === null || resolvedBy === 'sentence') return null;
  if (antecedent.toLowerCase() === words.toLowerCase()) return null;
  // The title says which, and stands in view; only a pronoun does not show that it is meant.
  if (resolvedBy === 'title' && !PRONOUN.test(words.toLowerCase())) return null;
  if (antecedent.startsWith(`${words} (`)) return antecedent.replace('(', '[').replace(/\)$/u, ']');
  if (antecedent.endsWith(` ${words}`)) return `[${antecedent.slice(0, -words.length).trimEnd()}] ${words}`;
  const owner = /^(?:his|her|its|their)$/iu.test(words) ? (antecedent.endsWith('s') ? '’' : '’s') : '';
  return `${words} [${antecedent}${owner}]`;
};

/** Whether the sentence says what is meant, by itself or by a gloss. */
const isSaid = ({ resolvedBy, antecedent }: Lean): boolean =>
  resolvedBy === 'sentence' || resolvedBy === 'title' || antecedent !== null;

/** A stretch of the text with the glosses that fall inside it. */
const render = (text: string, span: Span, leans: readonly Lean[]): string => {
  let out = '';
  let at = span.start;
  for (const [index, lean] of leans.entries()) {
    const shown = glossed(text.slice(lean.span.start, lean.span.end), lean);
    if (lean.span.start < at || lean.span.end > span.end || shown === null) continue;
    // Whom "his" means need be said but once.
    if (leans.slice(0, index).some(({ antecedent }) => antecedent === lean.antecedent)) continue;
    out += text.slice(at, lean.span.start) + shown;
    at = lean.span.end;
  }
  return out + text.slice(at, span.end);
};

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Where the sentence goes on behind the answer: the same amount in another unit would give it away. */
const endOfAnswer = (text: string, { answerSpan, answerType, sentence }: FoundFact): number =>
  answerType === 'quantity'
    ? answerSpan.end + conversionAt(text.slice(answerSpan.end, sentence.end)).length
    : answerSpan.end;

/** The stem of a fact's sentence, or why it cannot be shown, in plain words. */
export const stemOf = (reading: Reading, fact: FoundFact): Stem | { readonly refusal: string } => {
  const { sentence, answerSpan } = fact;
  const { text, language } = reading.article;
  const leans = isEnglish(language)
    ? leansOf(reading, sentence).filter(({ kind }) => kind === 'reference')
    : [];
  const open = leans.filter((lean) => !isSaid(lean));
  if (open.some(({ resolvedBy }) => resolvedBy === null)) {
    const leaning = leaningOf(reading, sentence);
    return { refusal: leaning.name === 'none' ? 'leans on something that is not said' : leaning.reason };
  }
  if (leans.some(({ span, resolvedBy }) => overlaps(span, answerSpan) && resolvedBy !== 'sentence'))
    return { refusal: 'the answer itself points to another sentence' };
  const context = open.length > 0 || !isEnglish(language) ? contextOf(reading, sentence) : null;
  // What the sentence before says need not be said twice.
  const unsaid = context === null ? leans : leans.filter(({ resolvedBy }) => resolvedBy !== 'before');
  const opening = isEnglish(language) ? sentence.start + openingLength(sentence) : sentence.start;
  const start = opening <= answerSpan.start ? opening : sentence.start;
  const before = render(text, { start, end: answerSpan.start }, unsaid);
  return {
    before: start === sentence.start ? before : before.charAt(0).toUpperCase() + before.slice(1),
    after: render(text, { start: endOfAnswer(text, fact), end: sentence.end }, unsaid),
    context,
  };
};
