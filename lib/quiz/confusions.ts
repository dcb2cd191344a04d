/** What is taken for what: a wrong choice is an edge from the right answer to the one taken for it. */

export type ChoiceRow = {
  /** The fact that was asked, and its right answer. */
  readonly factId: string;
  readonly answer: string;
  readonly chosen: string;
  /** The sentence that proves the right answer. */
  readonly statement: string;
  /** The fact for which `chosen` would be right, and its sentence; `null` where none is known. */
  readonly chosenFactId: string | null;
  readonly chosenStatement: string | null;
};

export type ConfusedSide = {
  readonly factId: string | null;
  readonly text: string;
  /** `null` where no sentence is known. */
  readonly statement: string | null;
};

export type Confusion = {
  readonly right: ConfusedSide;
  readonly taken: ConfusedSide;
  /** How often the second was taken for the first, and the other way round. */
  readonly times: number;
  readonly back: number;
};

type Edge = { readonly row: ChoiceRow; readonly times: number };

const nameOf = (text: string): string => text.normalize('NFC').trim().toLowerCase();
const idOf = (factId: string | null, text: string): string => factId ?? `text:${nameOf(text)}`;

/**
 * The pairs that are mixed up, the most often first, then those of which both are told by a sentence; both directions of a pair are one, told as the more frequent.
 * What was written without a fact behind it is known by its text.
 */
export const confusionsIn = (rows: readonly ChoiceRow[]): Confusion[] => {
  const edges = new Map<string, Edge>();
  const edgeOf = (from: string, to: string): string => JSON.stringify([from, to]);
  for (const row of rows) {
    const name = edgeOf(idOf(row.factId, row.answer), idOf(row.chosenFactId, row.chosen));
    edges.set(name, { row, times: (edges.get(name)?.times ?? 0) + 1 });
  }
  return [...edges]
    .flatMap(([name, { row, times }]): Confusion[] => {
      const [from, to] = [idOf(row.factId, row.answer), idOf(row.chosenFactId, row.chosen)];
      const reverse = edgeOf(to, from);
      const back = edges.get(reverse)?.times ?? 0;
      if (back > times || (back === times && reverse < name)) return [];
      return [
        {
          right: { factId: row.factId, text: row.answer, statement: row.statement },
          taken: { factId: row.chosenFactId, text: row.chosen, statement: row.chosenStatement },
          times,
          back,
        },
      ];
    })
    .sort(
      (a, b) =>
        b.times + b.back - (a.times + a.back) ||
        Number(b.taken.statement !== null) - Number(a.taken.statement !== null) ||
        (nameOf(a.right.text) < nameOf(b.right.text) ? -1 : 1),
    );
};
