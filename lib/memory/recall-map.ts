/** How well the sentences of a text are recalled, from the facts that rest on them. */
import type { Span } from '@/lib/model';

/** From faint to firm; each reaches from its least recall (0..1) up to the next. */
export const RECALL_STEPS = [
  { name: 'faint', from: 0 },
  { name: 'fading', from: 0.5 },
  { name: 'fair', from: 0.75 },
  { name: 'firm', from: 0.9 },
] as const;
export type RecallStep = (typeof RECALL_STEPS)[number]['name'];

/** The step of a chance of recall, 0..1. */
export const recallStep = (recall: number): RecallStep =>
  RECALL_STEPS.findLast(({ from }) => recall >= from)?.name ?? 'faint';

/** A fact on the map; `recall` is `null` where it was never asked. */
export type MappedFact = { readonly span: Span; readonly recall: number | null };

/** The facts of each of `sentences` (in order, apart from each other): those whose span shares a character with it. */
export const factsBySentence = <Fact extends MappedFact>(
  sentences: readonly Span[],
  facts: readonly Fact[],
): Fact[][] => {
  const found: Fact[][] = sentences.map(() => []);
  for (const fact of facts) {
    for (let index = firstEndingAfter(sentences, fact.span.start); index < sentences.length; index += 1) {
      if ((sentences[index]?.start ?? Infinity) >= fact.span.end) break;
      found[index]?.push(fact);
    }
  }
  return found;
};

/** The first of `sentences` that ends after `offset`, by halving. */
const firstEndingAfter = (sentences: readonly Span[], offset: number): number => {
  let [low, high] = [0, sentences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.end ?? Infinity) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** What would be recalled of these facts: the mean over those that were asked, `null` where none was. */
export const meanRecall = (facts: readonly Pick<MappedFact, 'recall'>[]): number | null => {
  const asked = facts.flatMap(({ recall }) => recall ?? []);
  return asked.length === 0 ? null : asked.reduce((sum, recall) => sum + recall, 0) / asked.length;
};
