/** The main clause of a tree: its root, the root's subject and the stretch of words under that subject. */

type Arc = { readonly head: number; readonly label: string };

export type Clause = {
  readonly root: number;
  readonly subject: number;
  readonly first: number;
  readonly last: number;
};

const isSubject = (label: string): boolean => label === 'nsubj' || label === 'nsubj:pass';

const isUnder = (tree: readonly Arc[], word: number, top: number): boolean => {
  let at = word;
  for (let steps = 0; at >= 0 && steps <= tree.length; steps++) {
    if (at === top) return true;
    at = tree[at]?.head ?? -1;
  }
  return false;
};

/** `null` where the root has no subject; marks at the ends of the stretch do not count. */
export const findClause = (tree: readonly Arc[], isMark: (word: number) => boolean): Clause | null => {
  const root = tree.findIndex(({ head }) => head === -1);
  const subject = tree.findIndex(({ head, label }) => head === root && isSubject(label));
  if (subject === -1) return null;
  const words = tree.map((_, word) => word).filter((word) => isUnder(tree, word, subject) && !isMark(word));
  return { root, subject, first: words[0] ?? subject, last: words.at(-1) ?? subject };
};

export const sameClause = (a: Clause, b: Clause): boolean =>
  a.root === b.root && a.subject === b.subject && a.first === b.first && a.last === b.last;
