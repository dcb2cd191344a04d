/** Lays a text out for the page; apart from the blocks themselves, so that a page need not load the rules. */
import { readSentences } from '@/lib/language/sentences';
import type { TextBlock } from './text-blocks';

/** The blocks of `text`; what stands between two sentences of a block (a space, a note's number) is shown as it is. */
export const layOutText = (text: string): TextBlock[] => {
  const blocks: { heading: boolean; places: number[] }[] = [];
  let paragraph = -1;
  for (const sentence of readSentences(text)) {
    if (sentence.paragraph !== paragraph) blocks.push({ heading: sentence.kind === 'heading', places: [] });
    paragraph = sentence.paragraph;
    blocks.at(-1)?.places.push(sentence.start, sentence.end);
  }
  return blocks;
};

/** The blocks without the first where it only repeats the title that stands above it. */
export const withoutTitle = (
  blocks: readonly TextBlock[],
  title: string,
  text: string,
): readonly TextBlock[] => {
  const [first] = blocks;
  const [start = 0, end = 0] = first?.places ?? [];
  return first?.heading === true && text.slice(start, end) === title ? blocks.slice(1) : blocks;
};
