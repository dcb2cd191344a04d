/** A text as it is shown: blocks with their sentences, each by its place in the text. */
import { readSentences } from '@/lib/language/sentences';

/** A paragraph or heading. `places` holds start and end of each sentence in turn: flat, since it travels to the page. */
export type TextBlock = { readonly heading: boolean; readonly places: readonly number[] };

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

/** The start of the sentence in which `offset` lies, or of the last one before it. */
export const sentenceAt = (blocks: readonly TextBlock[], offset: number): number | null => {
  let found: number | null = null;
  for (const { places } of blocks) {
    for (let index = 0; index < places.length; index += 2) {
      const start = places[index] ?? Infinity;
      if (start > offset) return found;
      found = start;
    }
  }
  return found;
};
