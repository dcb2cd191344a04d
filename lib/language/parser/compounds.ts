/**
 * How sure it is on what a name or compound hangs as a whole. Which of its own words carries the others ("Ernst" or
 * "Vogel", "Lamp" or "Company") is often open, and nothing is read differently for it; left to itself, that doubt
 * would hide how sure the parser is of all the rest.
 */

type Arc = { readonly head: number; readonly label: string };

/** The chance, 0..1, that `word` hangs on `head` (-1 for the root). */
export type Chance = (word: number, head: number) => number;

const INNER = /^(?:flat|compound|goeswith)(?::|$)/u;
/** Where every word of a compound is as sure as this, there is no doubt to take out. */
const SURE = 0.99;

/** The words of each compound: neighbours joined by nothing but inner arcs. */
const findRuns = (tree: readonly Arc[]): number[][] => {
  const runs: number[][] = [];
  let run: number[] = [];
  for (const [word, { head, label }] of tree.entries()) {
    const before = tree[word - 1];
    const hangsInside = INNER.test(label) && run.includes(head);
    const isLookedFor = before !== undefined && INNER.test(before.label) && before.head >= word;
    if (!hangsInside && !isLookedFor) run = [];
    if (run.length === 1) runs.push(run);
    run.push(word);
  }
  return runs;
};

const sum = (terms: readonly number[]): number =>
  Math.min(
    1,
    terms.reduce((all, one) => all + one, 0),
  );

/**
 * The chance of each arc of the tree by `local`, and for the words of a compound taken together by `inTrees`: that
 * the compound hangs where its top does, and each other word of it inside it or in the top's stead. What hangs on a
 * compound hangs on any of its words.
 */
export const chancesByCompound = (tree: readonly Arc[], local: Chance, inTrees: () => Chance): number[] => {
  const chances = tree.map(({ head }, word) => local(word, head));
  const runs = findRuns(tree);
  const doubtful = runs.filter((run) => run.some((word) => (chances[word] ?? 0) < SURE));
  const chance = doubtful.length === 0 ? local : inTrees();
  for (const run of doubtful) {
    const tops = run.filter((word) => !run.includes(tree[word]?.head ?? -1));
    const [top] = tops;
    if (top === undefined || tops.length > 1) continue;
    const outside = tree[top]?.head ?? -1;
    const sum = (terms: readonly number[]): number =>
      Math.min(
        1,
        terms.reduce((all, one) => all + one, 0),
      );
    for (const word of run)
      chances[word] = sum(
        word === top
          ? run.map((any) => chance(any, outside))
          : [outside, ...run.filter((other) => other !== word)].map((head) => chance(word, head)),
      );
  }
  for (const run of runs)
    for (const [word, { head }] of tree.entries())
      if (run.includes(head) && !run.includes(word)) chances[word] = sum(run.map((any) => local(word, any)));
  return chances;
};
