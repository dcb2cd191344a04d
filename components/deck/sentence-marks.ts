/** Which sentences of an article hold facts, as the deck page underlines them. */
import type { FactWithQuestions } from '@/lib/model';
import { sentenceAt, type TextBlock } from './text-blocks';

/** A letter for each sentence of each block: `a` holds an accepted fact, `p` a proposed one, `-` none. */
export const sentenceMarks = (
  blocks: readonly TextBlock[],
  facts: readonly FactWithQuestions[],
): string[] => {
  const byStart = new Map<number, string>();
  for (const { span, status } of facts) {
    const start =
      span === null || status === 'rejected' || status === 'spare' || status === 'archived'
        ? null
        : sentenceAt(blocks, span.start);
    if (start !== null && byStart.get(start) !== 'a') byStart.set(start, status === 'accepted' ? 'a' : 'p');
  }
  return blocks.map(({ places }) =>
    places
      .filter((_, index) => index % 2 === 0)
      .map((start) => byStart.get(start) ?? '-')
      .join(''),
  );
};
