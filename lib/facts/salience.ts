/**
 * How central a sentence is to its article. The measure is SumBasic's (Nenkova and Vanderwende 2005, "The impact of
 * frequency on summarization"): the mean weight of a sentence's content words, a word weighing by how many sentences
 * of the article speak of it; to it come the title's words, and the place where the sentence stands.
 */
import type { Candidate } from './candidate';
import { type ReadSentence, type Reading, stemOf } from './reading';

const SMALL = new Set(
  `a an the this that these those and or but nor so yet of in on at by for from to with into onto over under about
  after before since until while when where which who whom whose what why how as than then there here it its he him his
  she her they them their we us our you your i me my is are was were be been being has have had having do does did done
  will would shall should can could may might must not no never also only just even such some any each every many much
  more most other others another both all few one two three first second new said say says called known made use used
  between among during through against without within because if though although however`.split(/\s+/u),
);

const contentStems = ({ tokens }: ReadSentence): string[] =>
  tokens
    .map(({ text }) => text)
    .filter((text) => /^\p{L}[\p{L}\p{M}’'-]+$/u.test(text) && !SMALL.has(text.toLowerCase()))
    .map(stemOf);

/** `central[i]`, 0..1, is how much sentence `i` speaks of what the article speaks of. */
type Weights = { readonly central: readonly number[]; readonly opensPart: readonly boolean[] };

const weigh = ({ sentences, titleWords }: Reading): Weights => {
  const stems = sentences.map((sentence) => (sentence.kind === 'heading' ? [] : contentStems(sentence)));
  const spread = new Map<string, number>();
  for (const words of stems) for (const word of new Set(words)) spread.set(word, (spread.get(word) ?? 0) + 1);
  const weightOf = (word: string): number =>
    Math.log2(spread.get(word) ?? 1) + (word.length > 3 && titleWords.has(word) ? 1 : 0);
  const means = stems.map((words) =>
    words.length === 0 ? 0 : words.reduce((sum, word) => sum + weightOf(word), 0) / words.length,
  );
  const most = means.reduce((top, mean) => Math.max(top, mean), 0.001);
  const opensPart = sentences.map((sentence, index) => {
    const before = sentences[index - 1];
    return before === undefined || before.kind === 'heading' || before.heading !== sentence.heading;
  });
  return { central: means.map((mean) => Math.min(1, mean / most)), opensPart };
};

/** Weighed once for a reading, however many facts ask. */
const known = new WeakMap<Reading, Weights>();

/** 0..1: how central a sentence is to its article. Linear in the article, once. */
export const centralityOf = (reading: Reading, { index }: ReadSentence): number => {
  const weights = known.get(reading) ?? weigh(reading);
  known.set(reading, weights);
  const place = 1 - index / Math.max(1, reading.sentences.length);
  const opens = weights.opensPart[index] === true ? 0.1 : 0;
  return Math.min(1, 0.7 * (weights.central[index] ?? 0) + 0.2 * place + opens);
};

/** 0..1, three decimals: how much a fact is worth: the sort of fact, its sentence, and how surely it was read. */
export const salienceOf = (
  reading: Reading,
  sentence: ReadSentence,
  { weight, confidence }: Pick<Candidate, 'weight' | 'confidence'>,
): number => {
  const worth = 0.4 * weight + 0.4 * centralityOf(reading, sentence) + 0.2 * confidence;
  return Math.round(1000 * Math.min(1, Math.max(0, worth))) / 1000;
};
