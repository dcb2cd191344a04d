/** What changed within a sentence, word by word. */

/** A stretch of words that stayed, of the old sentence alone, or of the new one alone. */
export type WordChange = { readonly kind: 'same' | 'gone' | 'come'; readonly text: string };

/** Beyond so many words squared a sentence is shown as a whole, old and new. */
const MOST_CELLS = 160_000;

const piecesOf = (text: string): string[] =>
  text.match(/\s*[\p{L}\p{M}\p{N}'’]+|\s*[^\p{L}\p{M}\p{N}\s]|\s+$/gu) ?? [];

/** The stretches in reading order: joined without the `come` they give `before`, without the `gone` they give `after`. */
export const wordChanges = (before: string, after: string): WordChange[] => {
  const [old, young] = [piecesOf(before), piecesOf(after)];
  const width = young.length + 1;
  if ((old.length + 1) * width > MOST_CELLS) {
    return [
      { kind: 'gone', text: before },
      { kind: 'come', text: after },
    ];
  }
  // The longest common sequence of words, by the table of its lengths from the end.
  const lengths = new Uint16Array((old.length + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = old.length - 1; row >= 0; row--) {
    for (let column = young.length - 1; column >= 0; column--) {
      lengths[row * width + column] =
        old[row] === young[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const changes: { kind: WordChange['kind']; text: string }[] = [];
  const say = (kind: WordChange['kind'], text: string): void => {
    const last = changes.at(-1);
    if (last?.kind === kind) last.text += text;
    else changes.push({ kind, text });
  };
  let [row, column] = [0, 0];
  while (row < old.length || column < young.length) {
    if (row < old.length && column < young.length && old[row] === young[column]) {
      say('same', old[row] ?? '');
      row++;
      column++;
    } else if (row < old.length && (column === young.length || at(row + 1, column) >= at(row, column + 1))) {
      say('gone', old[row++] ?? '');
    } else {
      say('come', young[column++] ?? '');
    }
  }
  return changes;
};
