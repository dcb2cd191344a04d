/** A text as it is shown: blocks with their sentences, each by its place in the text. */

/** A paragraph or heading. `places` holds start and end of each sentence in turn: flat, since it travels to the page. */
export type TextBlock = { readonly heading: boolean; readonly places: readonly number[] };

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
