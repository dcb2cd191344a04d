/** What the network makes of a sentence before a tree is sought: tags, and the views that arcs are scored from. */
import type { Views } from './biaffine';
import type { GatesOfForm } from './embedding';
import { MEMORY_UNIT, type Product } from './kernel';
import { type Layer, readMemories, readWords, type WordGates } from './lstm';
import type { Network } from './network';

export type Impression = {
  /** The number of the best tag of each word. */
  readonly tags: readonly number[];
  readonly arcViews: Views;
  readonly labelViews: Views;
};

/** Negative arc views pass at a tenth (a "leaky" rectifier). */
const LEAK = 0.1;
const PER_UNIT = 1 / MEMORY_UNIT;

/** Shows the product the memories of a word. */
const present = ({ input, run }: Product, memories: Int16Array, word: number): void => {
  input.set(memories.subarray(word * input.length, (word + 1) * input.length));
  run();
};

/** The memories of every layer, `2 * hidden` numbers per word. */
const readLayers = ([lowest, ...higher]: readonly Layer[], words: readonly WordGates[]): Int16Array[] => {
  if (lowest === undefined) return [];
  const memories = [readWords(lowest, words)];
  for (const layer of higher) memories.push(readMemories(layer, memories.at(-1) ?? new Int16Array()));
  return memories;
};

const bestTag = ({ product, bias }: Network['tagger'], memories: Int16Array, word: number): number => {
  present(product, memories, word);
  let best = 0;
  let most = -Infinity;
  for (let tag = 0; tag < bias.length; tag++) {
    const score = (product.output[tag] ?? 0) * (product.scales[tag] ?? 0) * PER_UNIT + (bias[tag] ?? 0);
    if (score > most) {
      most = score;
      best = tag;
    }
  }
  return best;
};

const makeViews = (words: number, width: number): Views => ({
  heads: new Float64Array(words * width),
  dependents: new Float64Array(words * width),
});

const takeViews = (network: Network, top: Int16Array, words: number): Omit<Impression, 'tags'> => {
  const { views, viewBias, arcs, labels } = network;
  const arcViews = makeViews(words, arcs.width);
  const labelViews = makeViews(words, labels.width);
  const parts = [
    { to: arcViews.heads, width: arcs.width, leak: LEAK },
    { to: arcViews.dependents, width: arcs.width, leak: LEAK },
    { to: labelViews.heads, width: labels.width, leak: 1 },
    { to: labelViews.dependents, width: labels.width, leak: 1 },
  ];
  for (let word = 0; word < words; word++) {
    present(views, top, word);
    let row = 0;
    for (const { to, width, leak } of parts) {
      for (let j = 0; j < width; j++, row++) {
        const x = (views.output[row] ?? 0) * ((views.scales[row] ?? 0) * PER_UNIT) + (viewBias[row] ?? 0);
        to[word * width + j] = x < 0 ? x * leak : x;
      }
    }
  }
  return { arcViews, labelViews };
};

/** Tags are read from the lowest layer, trees from the highest. */
export const look = (network: Network, gatesOf: GatesOfForm, forms: readonly string[]): Impression => {
  const memories = readLayers(network.layers, forms.map(gatesOf));
  const [lowest, highest] = [memories[0], memories.at(-1)];
  if (lowest === undefined || highest === undefined) throw new Error('a network needs a layer');
  return {
    tags: forms.map((_, word) => bestTag(network.tagger, lowest, word)),
    ...takeViews(network, highest, forms.length),
  };
};
