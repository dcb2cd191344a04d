/**
 * The English parser: for each word of a sentence its tag, the word it hangs on, the label of that arc, and how
 * sure it is of both.
 *
 *   words ─ embedding ─ memory, both ways ─ memory, both ways ─┬─ arcs ── best tree
 *                              └─ tags                         └─ labels of its arcs
 *
 * 1. `embedding`  A word is a list of numbers: one list for the word if it is known, others for its first and last
 *                 letters, so that "unsubscribing" is read by its "un-" and "-ing" though it was never seen.
 * 2. `lstm`       Layers of memory read the sentence from both ends; after them each word knows its company.
 * 3. `biaffine`   Every pair of words gets a probability: how likely is it that this word hangs on that one?
 * 4. `eisner`     Of all trees in which no arcs cross and one word is the root, the best is found, not guessed.
 * 5. `biaffine`   Each arc of that tree gets its label (subject, object, ...).
 *
 * The weights are small integers, trained by `training/`; products of integers are exact, so the WebAssembly kernel
 * (`wasm-kernel`) and plain JavaScript (`kernel`) agree to the last bit.
 */
import { chooseLabel, scoreArcs } from './biaffine';
import { type Chance, chancesByCompound } from './compounds';
import { findBestTree } from './eisner';
import { makeEmbedding } from './embedding';
import { look } from './impression';
import type { Kernel } from './kernel';
import { findMarginals } from './marginals';
import { buildNetwork } from './network';
import { cutIntoStretches, joinTrees } from './stretches';
import { bestKernel } from './wasm-kernel';
import { readWeights } from './weights-file';

export type ParsedToken = {
  /** Universal part of speech: NOUN, VERB, PROPN ... */
  readonly upos: string;
  /** Penn tag: NNS, VBD ... */
  readonly xpos: string;
  /** The index of the word that this one hangs on; -1 for the root of the sentence. */
  readonly head: number;
  /** The universal relation to the head: nsubj, obl, acl:relcl ... */
  readonly label: string;
  /** 0..1: how likely the head is right, the words of a compound taken together (see `compounds`). */
  readonly arcConfidence: number;
  /** 0..1: how likely the label is right, given the head. */
  readonly labelConfidence: number;
};

export type Parser = { readonly parse: (words: readonly string[]) => ParsedToken[] };

/** Arcs of no probability keep a finite score, so that there always is a tree. */
const LEAST = 1e-9;

const toLogs = (probabilities: Float64Array): Float64Array => {
  const logs = new Float64Array(probabilities.length);
  for (let i = 0; i < logs.length; i++) logs[i] = Math.log(Math.max(probabilities[i] ?? 0, LEAST));
  return logs;
};

export const loadParser = (file: Uint8Array, kernel: Kernel = bestKernel): Parser => {
  const weights = readWeights(file);
  const network = buildNetwork(weights, kernel);
  const gatesOf = makeEmbedding(weights, network.embedded);
  const tags = weights.tags.map((tag) => {
    const [upos = 'X', xpos = 'FW'] = tag.split('|');
    return { upos, xpos };
  });
  const nameTag = (tag: number) => tags[tag] ?? { upos: 'X', xpos: 'FW' };

  const readStretch = (words: readonly string[]): ParsedToken[] => {
    const impression = look(network, gatesOf, words);
    const arcs = scoreArcs(network.arcs, words.length, impression.arcViews);
    const heads = findBestTree(words.length, toLogs(arcs));
    const tree = impression.tags.map((_, word) => {
      const head = heads[word] ?? -1;
      const { label, confidence } = chooseLabel(network.labels, impression.labelViews, head, word);
      return { head, label: weights.labels[label] ?? 'dep', labelConfidence: confidence };
    });
    const by =
      (chances: Float64Array): Chance =>
      (word, head) =>
        chances[word * (words.length + 1) + head + 1] ?? 0;
    const chances = chancesByCompound(tree, by(arcs), () => by(findMarginals(words.length, arcs)));
    return tree.map((arc, word) => ({
      ...nameTag(impression.tags[word] ?? -1),
      ...arc,
      arcConfidence: chances[word] ?? 0,
    }));
  };
  return { parse: (words) => joinTrees(cutIntoStretches(words).map(readStretch)) };
};
