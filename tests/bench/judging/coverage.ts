/** How many of the answers that people asked for are also answers of ours: rewards volume, says nothing of quality. */

const wordsOf = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).filter(
    (word) => !['a', 'an', 'the'].includes(word),
  );

/** Token F1 of two answers, articles and marks left out, as in SQuAD (Rajpurkar et al. 2016). */
export const answerOverlap = (a: string, b: string): number => {
  const rest = wordsOf(b);
  const all = wordsOf(a).length + rest.length;
  let shared = 0;
  for (const word of wordsOf(a)) {
    const at = rest.indexOf(word);
    if (at === -1) continue;
    rest.splice(at, 1);
    shared++;
  }
  return all === 0 ? 0 : (2 * shared) / all;
};

/** How many of `gold` overlap by half or more with one of `answers`. */
export const countCovered = (gold: readonly string[], answers: readonly string[]): number =>
  gold.filter((wanted) => answers.some((answer) => answerOverlap(wanted, answer) >= 0.5)).length;
