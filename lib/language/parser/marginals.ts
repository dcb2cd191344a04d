/**
 * The chance of each arc in a whole tree. `biaffine` gives each word its heads without regard to the other words; of
 * two arcs that cannot stand together both may look likely. Weighing every tree by the product of its arcs and
 * summing those that hold an arc gives its chance among all trees with one root, by one inverse of a matrix
 * (matrix-tree theorem: Koo, Globerson, Carreras and Collins 2007; single-root form).
 */

/** Arcs of next to no probability keep a little weight, so that the matrix can always be inverted. */
const LEAST = 1e-7;

/** The inverse of a square matrix, row by row, by elimination with the greatest pivot; cubic time. */
const invert = (matrix: Float64Array, size: number): Float64Array => {
  const inverse = new Float64Array(size * size);
  for (let i = 0; i < size; i++) inverse[i * size + i] = 1;
  const swap = (rows: Float64Array, a: number, b: number): void => {
    for (let k = 0; k < size; k++) {
      const kept = rows[a * size + k] ?? 0;
      rows[a * size + k] = rows[b * size + k] ?? 0;
      rows[b * size + k] = kept;
    }
  };
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++)
      if (Math.abs(matrix[row * size + column] ?? 0) > Math.abs(matrix[pivot * size + column] ?? 0))
        pivot = row;
    if (pivot !== column) {
      swap(matrix, pivot, column);
      swap(inverse, pivot, column);
    }
    const scale = 1 / (matrix[column * size + column] ?? 1);
    for (let k = 0; k < size; k++) {
      matrix[column * size + k] = (matrix[column * size + k] ?? 0) * scale;
      inverse[column * size + k] = (inverse[column * size + k] ?? 0) * scale;
    }
    for (let row = 0; row < size; row++) {
      const factor = matrix[row * size + column] ?? 0;
      if (row === column || factor === 0) continue;
      for (let k = 0; k < size; k++) {
        matrix[row * size + k] = (matrix[row * size + k] ?? 0) - factor * (matrix[column * size + k] ?? 0);
        inverse[row * size + k] = (inverse[row * size + k] ?? 0) - factor * (inverse[column * size + k] ?? 0);
      }
    }
  }
  return inverse;
};

/**
 * `arcs[word * (count + 1) + head + 1]` is the weight, 0..1, of `word` hanging on `head` (-1 for the root), and so is
 * the result's: the chance of that arc among all trees with one root.
 */
export const findMarginals = (count: number, arcs: Float64Array): Float64Array => {
  const width = count + 1;
  const weight = (head: number, word: number): number => Math.max(arcs[word * width + head + 1] ?? 0, LEAST);
  const laplacian = new Float64Array(count * count);
  for (let word = 0; word < count; word++) {
    let sum = 0;
    for (let head = 0; head < count; head++) {
      if (head === word) continue;
      const w = weight(head, word);
      sum += w;
      laplacian[head * count + word] = -w;
    }
    laplacian[word * count + word] = sum;
  }
  for (let word = 0; word < count; word++) laplacian[word] = weight(-1, word);
  const inverse = invert(laplacian, count);
  const at = (row: number, column: number): number => inverse[row * count + column] ?? 0;
  const marginals = new Float64Array(count * width);
  const bounded = (chance: number): number => Math.min(1, Math.max(0, chance));
  for (let word = 0; word < count; word++) {
    marginals[word * width] = bounded(weight(-1, word) * at(word, 0));
    for (let head = 0; head < count; head++) {
      if (head === word) continue;
      const own = word === 0 ? 0 : at(word, word);
      const through = head === 0 ? 0 : at(word, head);
      marginals[word * width + head + 1] = bounded(weight(head, word) * (own - through));
    }
  }
  return marginals;
};
