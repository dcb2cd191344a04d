/** Whether heads (-1: the root) make one tree, with one root, in which no arcs cross. */
export const isProjectiveTree = (heads: readonly number[]): boolean => {
  if (heads.filter((head) => head === -1).length !== 1) return false;
  const reachesRoot = (word: number): boolean => {
    let at = word;
    for (let steps = 0; steps <= heads.length; steps++) {
      if (at === -1) return true;
      at = heads[at] ?? -1;
    }
    return false;
  };
  if (!heads.every((_, word) => reachesRoot(word))) return false;
  // The root hangs on a place before the sentence, so its arc spans all words before it.
  const arcs = heads.map((head, word) => [Math.min(head, word), Math.max(head, word)] as const);
  return arcs.every(([a, b]) => arcs.every(([c, d]) => !(a < c && c < b && b < d)));
};
