/** A sentence among those around it: what a reader of its words may look to for what they mean. */
import { kindOfNoun } from '@/lib/language/class-nouns';
import { nounsForPlace } from '@/lib/language/places';
import {
  childOf,
  childrenOf,
  headOf,
  isLabelled,
  type Tree,
  type Word,
  wordsUnder,
} from '@/lib/language/tree';
import type { Lean, Span } from '@/lib/model';
import { type Entity, isNamedIn, isTitle } from './entities';
import { type ReadSentence, type Reading, stemOf } from './reading';

/** What the whole article is about, where its title names one thing. `name` has its "the" where the text says so. */
export type Topic = { readonly name: string; readonly entity: Entity; readonly nouns: ReadonlySet<string> };

/**
 * `before` is the sentence before where it belongs to the same run of text, `leansBefore` what it leans on, and
 * `titlePeople` the people whom the title names.
 */
export type Scene = {
  readonly reading: Reading;
  readonly sentence: ReadSentence;
  readonly tree: Tree;
  readonly before: ReadSentence | null;
  readonly leansBefore: readonly Lean[];
  readonly topic: Topic | null;
  readonly titlePeople: readonly Entity[];
};

/** What of a scene is the same for every sentence of an article. */
export type Setting = Pick<Scene, 'topic' | 'titlePeople'> & { readonly sizes: ReadonlyMap<number, number> };

/** Names that end so have no "the". */
const BARE = /^(?:University|College|School|Street|Park|Lake|Island|County|City|Square)$/u;

/** The topic of an article that its text never calls by its whole title: "Hill and Dale Museum". */
const topicOfWords = (title: string): Topic | null => {
  const last = title.split(' ').at(-1) ?? '';
  const kind = kindOfNoun(last.toLowerCase());
  const isName = /^(?:\p{Lu}[\p{L}'’]+\s(?:(?:of|and|the|&)\s)*)+\p{Lu}\p{L}+$/u.test(title);
  if (!isName || kind === null || kind === 'person' || title.split(' ').length > 6) return null;
  const entity: Entity = { name: title, kind, pronoun: null, aliases: [], nouns: new Set(), mentions: [] };
  return { name: BARE.test(last) ? title : `the ${title}`, entity, nouns: new Set([stemOf(last)]) };
};

const topicOf = (reading: Reading): Topic | null => {
  const title = reading.article.title;
  const entity = title === null ? undefined : reading.entities.find((one) => isTitle(one, title));
  if (title === null) return null;
  if (entity === undefined) return topicOfWords(title);
  const { text } = reading.article;
  const withThe = entity.mentions.filter(({ start }) =>
    /\bthe $/iu.test(text.slice(Math.max(0, start - 4), start)),
  );
  const isBare = BARE.test(title.split(' ').at(-1) ?? '');
  const isThe = entity.kind !== 'person' && !isBare && withThe.length * 2 > entity.mentions.length;
  const last = title.split(' ').at(-1)?.toLowerCase() ?? '';
  const nouns = [...entity.nouns, ...nounsForPlace(title), ...(title.includes(' ') ? [last] : [])];
  return { name: isThe ? `the ${title}` : title, entity, nouns: new Set(nouns.map(stemOf)) };
};

/** What every scene of a reading shares. */
export const settingOf = (reading: Reading): Setting => {
  const sizes = new Map<number, number>();
  for (const { paragraph, kind } of reading.sentences)
    if (kind === 'sentence') sizes.set(paragraph, (sizes.get(paragraph) ?? 0) + 1);
  const title = reading.article.title ?? '';
  const titlePeople = reading.entities.filter((one) => one.kind === 'person' && isNamedIn(one, title));
  return { topic: topicOf(reading), titlePeople, sizes };
};

/** A paragraph of an encyclopedia speaks for itself; one of a newspaper goes on where the last one ended. */
const SHORT_PARAGRAPH = 2;

/** The sentence before that a reader goes on from, or `null`. */
export const sentenceBefore = (
  reading: Reading,
  sentence: ReadSentence,
  { sizes }: Setting,
): ReadSentence | null => {
  const before = reading.sentences[sentence.index - 1];
  if (before?.kind !== 'sentence' || before.isClutter || before.heading !== sentence.heading) return null;
  if (before.paragraph !== sentence.paragraph && (sizes.get(before.paragraph) ?? 0) > SHORT_PARAGRAPH)
    return null;
  return before;
};

/** The entities that `sentence` names before offset `at`, each once, the last named first. */
export const namedBefore = (reading: Reading, sentence: ReadSentence, at = Infinity): Entity[] => {
  const found = sentence.names
    .filter(({ end }) => end <= at)
    .map(({ start }) => reading.named.get(start))
    .filter((entity) => entity !== undefined);
  return [...new Set(found.toReversed())];
};

/** The entity whose name holds `word`, if one does. */
export const entityOf = (reading: Reading, sentence: ReadSentence, word: Word): Entity | null => {
  const name = sentence.names.find(({ start, end }) => start <= word.start && word.end <= end);
  return name === undefined ? null : (reading.named.get(name.start) ?? null);
};

/** The head of the main subject, or `null`. */
export const mainSubject = ({ tree }: ReadSentence): Word | null =>
  tree === null ? null : (childOf(tree, tree.root, 'nsubj') ?? null);

/** Whether a noun or name means several. */
export const isPlural = (tree: Tree, word: Word): boolean =>
  /^NNP?S$/u.test(word.xpos) || childrenOf(tree, word, 'conj').some(({ upos }) => upos !== 'VERB');

/** Whether a word is a noun or a name that heads its phrase. */
export const isNominal = (tree: Tree, word: Word): boolean => {
  if (word.upos !== 'NOUN' && word.upos !== 'PROPN') return false;
  return !isLabelled(word, 'compound', 'flat', 'amod') && headOf(tree, word)?.upos !== 'X';
};

/** The text of a noun's phrase up to `at`, without what hangs on behind it where that is long; `null` if broken. */
export const phraseOf = (reading: Reading, tree: Tree, head: Word, at = Infinity): string | null => {
  const words = wordsUnder(tree, head, (word) => word.index > head.index);
  const last = words.at(-1);
  const first = words[0];
  if (first === undefined || last === undefined || last.end > at || last !== head) return null;
  if (last.index - first.index !== words.length - 1 || words.length > 6) return null;
  if (words.some(({ upos }) => upos === 'PRON')) return null;
  const text = reading.article.text.slice(first.start, last.end);
  return /^(?:The|A|An)\s/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
};

/** The name to put in place of a reference: the article's own subject as its title has it. */
export const nameOf = ({ topic }: Pick<Scene, 'topic'>, entity: Entity): string => {
  return entity === topic?.entity ? topic.name : entity.name;
};

/** A lean of kind "reference" on the stretch of `words`. */
export const toLean = (
  { reading }: Pick<Scene, 'reading'>,
  span: Span,
  resolvedBy: Lean['resolvedBy'],
  antecedent: string | null = null,
): Lean => ({
  kind: 'reference',
  text: reading.article.text.slice(span.start, span.end),
  span: { start: span.start, end: span.end },
  resolvedBy,
  antecedent,
});
