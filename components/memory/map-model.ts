/** The memory map as its page shows it: facts in words, sentences with the letter that paints them. */
import type { TextBlock } from '@/components/deck/text-blocks';
import { factsBySentence, meanRecall, RECALL_STEPS, recallStep } from '@/lib/memory/recall-map';
import type { Span } from '@/lib/model';
import type { PromptPart } from '@/lib/questions/prompt-parts';

export type MapFact = {
  readonly id: string;
  readonly statement: string;
  readonly span: Span;
  readonly prompt: readonly PromptPart[];
  readonly answer: string;
  /** 0..1; `null` where it was never asked. */
  readonly recall: number | null;
  /** When it comes back, in words that follow "due". */
  readonly due: string | null;
  /** The last answers in words, the latest first. */
  readonly answers: readonly string[];
  /** What these are, where they are not the last answers. */
  readonly answersAre?: string;
};

/** What each step is called and means. */
export const STEP_WORDS = {
  faint: 'Faint: under 50 %',
  fading: 'Fading: 50 to 74 %',
  fair: 'Fair: 75 to 89 %',
  firm: 'Firm: 90 % and more',
} as const;

/** The sentences of all blocks, in order. */
export const sentencesOf = (blocks: readonly TextBlock[]): Span[] =>
  blocks.flatMap(({ places }) =>
    Array.from({ length: places.length / 2 }, (_, index) => ({
      start: places[2 * index] ?? 0,
      end: places[2 * index + 1] ?? 0,
    })),
  );

/** The letter of each sentence of each block: `1` to `4` from faint to firm, `-` where nothing was asked. */
export const recallMarks = (blocks: readonly TextBlock[], facts: readonly MapFact[]): string[] => {
  const bySentence = factsBySentence(sentencesOf(blocks), facts);
  let done = 0;
  return blocks.map(({ places }) => {
    const count = places.length / 2;
    const letters = bySentence.slice(done, done + count).map((held) => {
      const recall = meanRecall(held);
      if (recall === null) return '-';
      const step = recallStep(recall);
      return String(RECALL_STEPS.findIndex(({ name }) => name === step) + 1);
    });
    done += count;
    return letters.join('');
  });
};

/** The facts that rest on a sentence. */
export const factsOfSentence = (sentence: Span, facts: readonly MapFact[]): MapFact[] =>
  factsBySentence([sentence], facts)[0] ?? [];

/** The sentences that hold facts, with them; a fact of a sentence that is not shown stands by its statement. */
export const mapRows = (
  article: { readonly text: string; readonly blocks: readonly TextBlock[] },
  facts: readonly MapFact[],
): { readonly key: string; readonly text: string; readonly facts: readonly MapFact[] }[] => {
  const sentences = sentencesOf(article.blocks);
  const shown = factsBySentence(sentences, facts).flatMap((held, index) => {
    const { start = 0, end = 0 } = sentences[index] ?? {};
    return held.length === 0
      ? []
      : [{ key: String(start), text: article.text.slice(start, end), facts: held }];
  });
  const placed = new Set(shown.flatMap((row) => row.facts));
  const rest = facts.filter((fact) => !placed.has(fact));
  return [...rest.map((fact) => ({ key: fact.id, text: fact.statement, facts: [fact] })), ...shown];
};
