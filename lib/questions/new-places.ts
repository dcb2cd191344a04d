/** Where the words of a fact stand in the new version of its article. */
import { holdsAnswer } from '@/lib/facts/answer-leaks';
import { sameWords } from '@/lib/facts/sentence-pairs';
import type { Lean, Span } from '@/lib/model';
import type { NewPlace, OldFact } from './old-facts';

/** A stretch of a text. */
export type Place = { readonly text: string; readonly span: Span };

const slice = ({ text, span }: Place): string => text.slice(span.start, span.end);
const inkIn = (text: string): number => text.replace(/\s+/gu, '').length;

/** The offset in `to` behind `ink` characters that are no white space. */
const behind = ({ text, span }: Place, ink: number): number => {
  let at = span.start;
  for (let left = ink; left > 0 && at < span.end; at++) if (!/\s/u.test(text[at] ?? '')) left--;
  return at;
};

/** `inner`, which lies in the stretch `from`, as it lies in `to`: the same words with other white space. `null` where they are not. */
export const moveSpan = (from: Place, to: Place, inner: Span): Span | null => {
  if (inner.start < from.span.start || inner.end > from.span.end) return null;
  if (sameWords(slice(from)) !== sameWords(slice(to))) return null;
  const before = inkIn(from.text.slice(from.span.start, inner.start));
  const inside = inkIn(from.text.slice(inner.start, inner.end));
  let start = behind(to, before);
  while (start < to.span.end && /\s/u.test(to.text[start] ?? '')) start++;
  return { start, end: behind(to, before + inside) };
};

const moveLeans = (leans: readonly Lean[], move: (span: Span) => Span | null): Lean[] =>
  leans.flatMap((lean) => {
    const span = move(lean.span);
    return span === null ? [] : [{ ...lean, span }];
  });

/** The place of a fact whose sentence, from `before` to `after`, kept its words; `null` where it did not. */
export const placeOfSame = (
  fact: OldFact & { readonly span: Span },
  before: Place,
  after: Place | null,
): NewPlace | null => {
  if (after === null) return null;
  const span = moveSpan(before, after, fact.span);
  if (span === null) return null;
  const move = (inner: Span): Span | null =>
    moveSpan({ text: before.text, span: fact.span }, { text: after.text, span }, inner);
  return {
    statement: after.text.slice(span.start, span.end),
    span,
    answerSpan: fact.answerSpan === null ? null : move(fact.answerSpan),
    leans: moveLeans(fact.leans, move),
  };
};

/** The sentence with `answer` in it, where it stands there once and as words of its own. */
export const placeOfAnswer = (sentence: Place, answer: string): NewPlace | null => {
  const statement = slice(sentence);
  const at = statement.indexOf(answer);
  if (answer === '' || at === -1 || statement.includes(answer, at + 1)) return null;
  if (!holdsAnswer(statement, answer)) return null;
  const start = sentence.span.start + at;
  return { statement, span: sentence.span, answerSpan: { start, end: start + answer.length }, leans: [] };
};

/** The sentence by itself. */
export const placeOfSentence = (sentence: Place): NewPlace => ({
  statement: slice(sentence),
  span: sentence.span,
  answerSpan: null,
  leans: [],
});
