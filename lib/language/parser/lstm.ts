/**
 * A layer that reads the sentence in both directions (a long short-term memory, Hochreiter and Schmidhuber 1997).
 * Each cell has four gates: what enters, what is kept of before, what leaves, and what is new. They depend on the
 * word and on the memory of the words before; the lowest layer sees words as what they give to the gates, a higher
 * layer sees the memories of the layer below.
 */
import type { Recurrence } from './kernel';

export type Layer = {
  readonly hidden: number;
  /** Forwards and backwards. */
  readonly recurrences: readonly [Recurrence, Recurrence];
};

/** What a form gives to the gates of the lowest layer, forwards and backwards. */
export type WordGates = readonly [Float32Array, Float32Array];

/** `show` tells the recurrence of the word. The result has 2 * hidden numbers per word. */
const readBothWays = (
  { hidden, recurrences }: Layer,
  words: number,
  show: (recurrence: Recurrence, word: number, way: number) => void,
): Int16Array => {
  const memories = new Int16Array(words * 2 * hidden);
  recurrences.forEach((recurrence, way) => {
    recurrence.reset();
    for (let step = 0; step < words; step++) {
      const word = way === 0 ? step : words - 1 - step;
      show(recurrence, word, way);
      recurrence.step();
      memories.set(recurrence.memory, (word * 2 + way) * hidden);
    }
  });
  return memories;
};

export const readWords = (layer: Layer, words: readonly WordGates[]): Int16Array =>
  readBothWays(layer, words.length, ({ gates }, word, way) => {
    const given = words[word]?.[way];
    if (given !== undefined) gates.set(given);
  });

/** `below` holds the memories of the layer below. */
export const readMemories = (layer: Layer, below: Int16Array): Int16Array => {
  const width = 2 * layer.hidden;
  return readBothWays(layer, below.length / width, (recurrence, word) => {
    recurrence.below.set(below.subarray(word * width, (word + 1) * width));
  });
};
