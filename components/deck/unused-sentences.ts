/** The sentences of an article that gave nothing to ask. */
import type { FactWithQuestions, LeftOut, Span } from '@/lib/model';

export type UnusedSentence = { readonly span: Span; readonly statement: string; readonly reasons: string[] };

/**
 * The stretches of `leftOut` in the order of the text, each once with all its reasons. A sentence that some fact
 * asks about, one that a person made of it included, is not among them.
 */
export const unusedSentences = (
  leftOut: readonly LeftOut[],
  facts: readonly FactWithQuestions[],
): UnusedSentence[] => {
  const used = facts
    .flatMap(({ span, questions }) => (span === null || questions.length === 0 ? [] : [span]))
    .sort((a, b) => a.start - b.start);
  const found = new Map<number, UnusedSentence>();
  let next = 0;
  for (const { span, statement, reason } of [...leftOut].sort((a, b) => a.span.start - b.span.start)) {
    while ((used[next]?.end ?? Infinity) <= span.start) next++;
    if ((used[next]?.start ?? Infinity) < span.end) continue;
    const known = found.get(span.start);
    if (known === undefined) found.set(span.start, { span, statement, reasons: [reason] });
    else if (!known.reasons.includes(reason)) known.reasons.push(reason);
  }
  return [...found.values()];
};
