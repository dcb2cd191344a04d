/**
 * The best tree costs cubic time, so what is longer than any sentence (a table, a text without stops) is read in
 * stretches. Their trees are joined at the root of the first, with no confidence at all in those arcs.
 */

/** As many words as are read in one go: about 20 ms. */
const MOST = 300;
const BREAK = /^[.!?;:,…|•—–-]+$/u;

/** A stretch ends after a mark in its last third, if there is one. */
const endOfStretch = (words: readonly string[], start: number): number => {
  const end = start + MOST;
  if (end >= words.length) return words.length;
  for (let at = end; at > end - MOST / 3; at--) if (BREAK.test(words[at - 1] ?? '')) return at;
  return end;
};

export const cutIntoStretches = (words: readonly string[]): string[][] => {
  const stretches: string[][] = [];
  for (let start = 0; start < words.length;) {
    const end = endOfStretch(words, start);
    stretches.push(words.slice(start, end));
    start = end;
  }
  return stretches;
};

type Arc = { readonly head: number; readonly label: string; readonly arcConfidence: number };

/** One tree of many, each of which counts its words from 0. */
export const joinTrees = <Token extends Arc>(trees: readonly (readonly Token[])[]): Token[] => {
  const root = trees[0]?.findIndex(({ head }) => head === -1) ?? -1;
  let start = 0;
  return trees.flatMap((tree) => {
    const first = start;
    start += tree.length;
    if (first === 0) return tree;
    return tree.map((token) =>
      token.head === -1
        ? { ...token, head: root, label: 'parataxis', arcConfidence: 0 }
        : { ...token, head: token.head + first },
    );
  });
};
