/** An article as the finders of facts see it: sentences with their words, names and what the whole text knows. */
import { findClutter } from '@/lib/formats/clutter';
import { readAttributions, type Attribution } from '@/lib/language/attribution';
import { readClauses, type Clause } from '@/lib/language/clauses';
import { readDates, type DateValue } from '@/lib/language/dates';
import { isEnglish } from '@/lib/language/language-guess';
import { readNames, type Name } from '@/lib/language/names';
import { readNumbers, type NumberValue } from '@/lib/language/numbers';
import type { Parser } from '@/lib/language/parser/parser';
import { readEnclosures, type Enclosures } from '@/lib/language/quotes';
import { readSentences } from '@/lib/language/sentences';
import { readTokens, type Token } from '@/lib/language/tokens';
import { readTree, type Tree } from '@/lib/language/tree';
import type { Article, Span } from '@/lib/model';
import { type Entity, findEntities } from './entities';

/**
 * `isClutter` marks captions, credits and other furniture of a page; `heading` is the heading that the sentence
 * stands under; `tree` is `null` for what is no sentence, and in other languages than English.
 */
export type ReadSentence = Span & {
  readonly index: number;
  readonly kind: 'sentence' | 'heading' | 'fragment';
  readonly paragraph: number;
  readonly heading: string | null;
  readonly statement: string;
  readonly isClutter: boolean;
  readonly tokens: readonly Token[];
  readonly tree: Tree | null;
  readonly clauses: readonly Clause[];
  readonly attributions: readonly Attribution[];
  readonly dates: readonly DateValue[];
  readonly numbers: readonly NumberValue[];
  readonly names: readonly Name[];
  readonly enclosures: Enclosures;
};

/**
 * `fullNames` leads from the first or last word of a name to the longer names that it is part of. `entities` are
 * the named things of the text, and `named` leads from where a name begins to the one it is a mention of.
 */
export type Reading = {
  readonly article: Article;
  readonly sentences: readonly ReadSentence[];
  readonly titleWords: ReadonlySet<string>;
  readonly fullNames: ReadonlyMap<string, ReadonlySet<string>>;
  readonly entities: readonly Entity[];
  readonly named: ReadonlyMap<number, Entity>;
};

/** Stems are asked for again and again; a language has not so many words. */
const MOST_STEMS = 20_000;
const stems = new Map<string, string>();

/** A word without the endings that English bends it by; only good for comparing. */
export const stemOf = (word: string): string => {
  const known = stems.get(word);
  if (known !== undefined) return known;
  if (stems.size >= MOST_STEMS) stems.clear();
  const stem = cutStem(word);
  stems.set(word, stem);
  return stem;
};

const cutStem = (word: string): string =>
  word
    .toLowerCase()
    .replace(/['’]s?$/u, '')
    .replace(/(?<=\p{L}{3})(?:ies|y)$/u, 'i')
    .replace(/(?<=\p{L}{3})(?:e?s)$/u, '')
    .replace(/(?<=\p{L}{3})e$/u, '');

/** The stems of the words of a stretch. */
export const stemsOf = (text: string): ReadonlySet<string> =>
  new Set((text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(stemOf));

/** "European" by itself is no first name. */
const ADJECTIVE = /(?:an|ish|ese|ic|ch|ern|al)$/u;

const findFullNames = (sentences: readonly ReadSentence[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const full = new Map<string, Set<string>>();
  for (const { names, kind } of sentences) {
    if (kind === 'heading') continue;
    for (const { words, text, kind: nameKind } of names) {
      if (words.length < 2 || words.length > 4 || nameKind === 'place') continue;
      // "Maria Ferro of Genoa" is called Ferro, not Genoa.
      const own = words.filter((word) => text.split(' of ')[0]?.includes(word));
      const first = own[0] !== undefined && ADJECTIVE.test(own[0]) ? undefined : own[0];
      const ends = [first, own.at(-1)].filter((word) => word !== undefined && !/^\p{Lu}+$/u.test(word));
      for (const end of ends)
        if (end !== undefined) full.set(end, (full.get(end) ?? new Set<string>()).add(text));
    }
  }
  return full;
};

/** So many sentences are read without a stop for breath: about 10 ms. */
const AT_ONCE = 8;

/** Reads the sentences one by one, so that a caller can stop for breath; yields the share done, 0..1. */
export const readArticleInSteps = function* (article: Article, parser: Parser): Generator<number, Reading> {
  const { text, title } = article;
  const raw = readSentences(text, article.language);
  const clutter = findClutter(text).map(({ span }) => span);
  const sentences: ReadSentence[] = [];
  let next = 0;
  let heading: string | null = null;
  const english = isEnglish(article.language);
  for (const [index, sentence] of raw.entries()) {
    while ((clutter[next]?.end ?? Infinity) <= sentence.start) next++;
    const tokens = readTokens(text, sentence.start, sentence.end);
    const statement = text.slice(sentence.start, sentence.end);
    const isClutter = (clutter[next]?.start ?? Infinity) < sentence.end;
    const dates = readDates(text, sentence.start, sentence.end);
    const tree = english && sentence.kind === 'sentence' ? readTree(parser, tokens) : null;
    sentences.push({
      ...sentence,
      index,
      heading,
      statement,
      isClutter,
      tokens,
      tree,
      clauses: tree === null ? [] : readClauses(tree),
      attributions: tree === null ? [] : readAttributions(tree),
      dates,
      numbers: readNumbers(text, sentence.start, sentence.end).filter(
        (number) => !dates.some((date) => date.start < number.end && number.start < date.end),
      ),
      names: english ? readNames(text, tokens, tree) : readNames(text, tokens),
      enclosures: readEnclosures(text, sentence.start, sentence.end),
    });
    if (sentence.kind === 'heading' && index > 0 && !isClutter) heading = statement;
    if (index % AT_ONCE === AT_ONCE - 1) yield index / raw.length;
  }
  const entities = english ? findEntities(text, title, sentences) : [];
  const named = new Map(
    entities.flatMap((entity) => entity.mentions.map(({ start }) => [start, entity] as const)),
  );
  const typed = sentences.map((sentence) => ({
    ...sentence,
    names: sentence.names.map((name) => ({ ...name, kind: named.get(name.start)?.kind ?? name.kind })),
  }));
  return {
    article,
    sentences: typed,
    titleWords: stemsOf(title ?? ''),
    fullNames: findFullNames(typed),
    entities,
    named,
  };
};

/** Words as long as this are of one root where they part only in their last letters: "ctenophore", "Ctenophora". */
const SHORTEST_ROOT = 6;

const isOfOneRoot = (a: string, b: string): boolean => {
  const root = Math.max(SHORTEST_ROOT, Math.max(a.length, b.length) - 2);
  return Math.min(a.length, b.length) >= root && a.slice(0, root) === b.slice(0, root);
};

/** Whether a word is one of the title's, however it is bent. */
export const isTitleWord = ({ titleWords }: Pick<Reading, 'titleWords'>, word: string): boolean => {
  const stem = stemOf(word);
  return titleWords.has(stem) || [...titleWords].some((other) => isOfOneRoot(stem, other));
};

/** Runs steps to their end. */
export const finish = <Result>(steps: Generator<number, Result>): Result => {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
};
