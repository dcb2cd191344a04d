/** What a sentence leaves for its surroundings to say: pronouns, "the pact", "last week", bare surnames. */
import { isEnglish } from '@/lib/language/language-guess';
import { isPlace } from '@/lib/language/places';
import { type ReadSentence, type Reading, lowWords, stemOf, stemsOf } from './reading';
import { shapeProblem } from './sentence-shape';
import {
  CONNECTIVES,
  CONNECTIVE_PHRASES,
  ELLIPTIC_OPENERS,
  LOOSE_AMOUNTS,
  LOOSE_TIMES,
  OTHER_PRONOUNS,
  PERSON_PRONOUNS,
  POINTING_HEADS,
  POSSESSIVES,
  READER_AND_WRITER,
  STOPPERS,
  UNIQUE_HEADS,
} from './word-lists';

/** `before`: the sentence before resolves it; `loose`: nothing in view does. The reason is in plain words. */
export type Leaning =
  | { readonly name: 'none' }
  | { readonly name: 'before'; readonly reason: string }
  | { readonly name: 'loose'; readonly reason: string };

const NONE: Leaning = { name: 'none' };
const loose = (reason: string): Leaning => ({ name: 'loose', reason });
const either = (resolved: boolean, reason: string): Leaning => ({
  name: resolved ? 'before' : 'loose',
  reason,
});

const ADJUNCT_OPENERS = new Set(
  'when while as after before although though if because since in on at by with from for to during under despite following unlike like'.split(
    ' ',
  ),
);
const POSTMODIFIERS = new Set('of that which who whose where called known named'.split(' '));
const TITLED = /\b(?:President|King|Queen|Emperor|Pope|Prince|Princess|Saint|St\.|Lake|Mount|Mt\.|River)\s$/u;

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];

const wordsLean = (sentence: ReadSentence): Leaning => {
  // "US" is a country and the "I" of a war or a king a number.
  const spoken = sentence.statement.replace(/\bUS\b|(?<=\p{Lu}\p{L}*\s)I\b/gu, '');
  const own = wordsOf(spoken).find((word) => READER_AND_WRITER.has(word));
  if (own !== undefined) return loose(`speaks as “${own}”`);
  const opener = ELLIPTIC_OPENERS.exec(sentence.statement)?.[0];
  if (opener !== undefined) return loose(`“${opener.trim()} …” does not say of what`);
  const time = LOOSE_TIMES.exec(sentence.statement)?.[0];
  if (time !== undefined) return loose(`“${time}” depends on when it was written or on what came before`);
  const amount = LOOSE_AMOUNTS.exec(sentence.statement)?.[0];
  if (amount !== undefined) return loose(`“${amount.trim()}” points outside the sentence`);
  if (/\bthere\b(?!\s(?:is|are|was|were|has|have|had|will|can|may|exist))/iu.test(sentence.statement))
    return loose('“there” points to a place outside the sentence');
  return NONE;
};

const hasPersonBefore = (reading: Reading, sentence: ReadSentence, at: number): boolean =>
  sentence.names.some(
    ({ end, words, kind }) =>
      end <= at &&
      kind !== 'place' &&
      kind !== 'organisation' &&
      (words.length > 1 || reading.titleWords.has(stemOf(words[0] ?? ''))),
  );

const onePersonIn = (sentence: ReadSentence | undefined): boolean =>
  sentence?.names.filter(({ kind, words }) => kind === 'person' && words.length > 1).length === 1;

/** Whether a name stands between the comma that ends an opening phrase and `at`. */
const hasNameAfterComma = ({ statement, start, names }: ReadSentence, at: number): boolean => {
  const comma = statement.indexOf(',');
  return comma !== -1 && names.some((name) => name.start > start + comma && name.end <= at);
};

const pronounsLean = (
  reading: Reading,
  sentence: ReadSentence,
  before: ReadSentence | undefined,
): Leaning => {
  const opener = lowWords(sentence)[0] ?? '';
  const words = sentence.tokens.filter(({ text }) => /\p{L}/u.test(text));
  for (const [index, token] of words.entries()) {
    const low = token.text.toLowerCase();
    const isPerson = PERSON_PRONOUNS.has(low) || low === 'his' || low === 'her' || low === 'hers';
    if (isPerson && !hasPersonBefore(reading, sentence, token.start))
      return either(onePersonIn(before), `“${token.text}” is not named`);
    if (low === 'this' || low === 'these') return loose(`“${token.text}” points outside the sentence`);
    if (!isPerson && (OTHER_PRONOUNS.has(low) || POSSESSIVES.has(low)) && low !== 'those') {
      const reach = POSSESSIVES.has(low) ? 2 : 6;
      const afterAdjunct = POSSESSIVES.has(low) ? !hasNameAfterComma(sentence, token.start) : true;
      if (index < reach || (ADJUNCT_OPENERS.has(opener) && afterAdjunct))
        return loose(`“${token.text}” is not named`);
    }
  }
  return NONE;
};

/** What follows a person's name, mostly: a name of one word before it is a surname or a first name. */
const ONE_PERSON =
  /^(?:['’]s\s|\s(?:died|was born|wrote|writes|moved|married|studied|argued|argues|believed|believes|returned|joined|left|won|graduated|travelled|traveled|retired|resigned|worked|thinks?|felt|met|himself|herself)\b)/u;

const surnamesLean = (
  reading: Reading,
  sentence: ReadSentence,
  before: ReadSentence | undefined,
): Leaning => {
  for (const name of sentence.names) {
    const [word] = name.words;
    if (word === undefined || name.words.length > 1 || isPlace(word)) continue;
    const lonely = name.initial && ONE_PERSON.test(sentence.statement.slice(name.end - sentence.start));
    const full = reading.fullNames.get(word) ?? (lonely ? new Set<string>() : undefined);
    if (full === undefined || reading.titleWords.has(stemOf(word))) continue;
    const start = name.start - sentence.start;
    if (TITLED.test(sentence.statement.slice(Math.max(0, start - 12), start))) continue;
    const inView = (view: string): boolean => [...full].some((text) => view.includes(text));
    if (inView(sentence.statement)) continue;
    return either(before !== undefined && inView(before.statement), `“${word}” is named in part only`);
  }
  return NONE;
};

/** The words between "the" at `at` and the end of its noun phrase, and the small word that ends it. */
const nounAfter = (
  sentence: ReadSentence,
  at: number,
): { chain: string[]; stopper: string; named: boolean } => {
  const chain: string[] = [];
  let named = false;
  for (let i = at + 1; i < sentence.tokens.length; i++) {
    const text = sentence.tokens[i]?.text ?? '';
    const low = text.toLowerCase();
    if (text === '-' || (chain.length === 0 && /^["'“‘]$/u.test(text))) continue;
    const isVerb = chain.length > 0 && low.endsWith('ed');
    if (!/[\p{L}\p{N}]/u.test(text) || STOPPERS.has(low) || isVerb || chain.length > 5) {
      // "The mayors in Oslo" are as good as named.
      const next = sentence.tokens.slice(i + 1, i + 3).map((token) => token.text);
      const nextIsName =
        /^\p{Lu}/u.test(next[0] ?? '') || (next[0] === 'the' && /^\p{Lu}/u.test(next[1] ?? ''));
      return {
        chain,
        stopper: low,
        named: named || (/^(?:in|at|from|for|with|between)$/u.test(low) && nextIsName),
      };
    }
    if (/^\p{Lu}/u.test(text)) named = true;
    chain.push(low);
  }
  return { chain, stopper: '', named };
};

const isPointing = (head: string): boolean =>
  POINTING_HEADS.has(head) ||
  POINTING_HEADS.has(head.replace(/s$/u, '')) ||
  POINTING_HEADS.has(head.replace(/ies$/u, 'y'));

const definitesLean = (
  reading: Reading,
  sentence: ReadSentence,
  before: ReadSentence | undefined,
): Leaning => {
  const seen = new Set<string>();
  const stemsBefore = stemsOf(before?.statement ?? '');
  for (const [at, token] of sentence.tokens.entries()) {
    if (token.text.toLowerCase() !== 'the') {
      seen.add(stemOf(token.text));
      continue;
    }
    const { chain, stopper, named } = nounAfter(sentence, at);
    const first = chain[0];
    const head = chain.at(-1);
    if (first === undefined || head === undefined || named) continue;
    if (UNIQUE_HEADS.has(first) || UNIQUE_HEADS.has(head) || /est$|^\d/u.test(first)) continue;
    if (POSTMODIFIERS.has(stopper) || reading.titleWords.has(stemOf(head)) || seen.has(stemOf(head)))
      continue;
    if (at > 1 && !isPointing(head)) continue;
    return either(stemsBefore.has(stemOf(head)), `“the ${chain.join(' ')}” does not say which`);
  }
  return NONE;
};

const connectiveLeans = (sentence: ReadSentence): Leaning => {
  const first = lowWords(sentence)[0] ?? '';
  const phrase =
    CONNECTIVE_PHRASES.exec(sentence.statement)?.[0] ?? (CONNECTIVES.has(first) ? first : undefined);
  return phrase === undefined
    ? NONE
    : { name: 'before', reason: `“${phrase}” joins on to the sentence before` };
};

const lean = (reading: Reading, sentence: ReadSentence, before: ReadSentence | undefined): Leaning => {
  const found = [
    wordsLean(sentence),
    pronounsLean(reading, sentence, before),
    surnamesLean(reading, sentence, before),
    definitesLean(reading, sentence, before),
    connectiveLeans(sentence),
  ];
  return found.find(({ name }) => name === 'loose') ?? found.find(({ name }) => name === 'before') ?? NONE;
};

/**
 * What the sentence leans on. `before` only where the sentence before is itself whole and leans on nothing, so
 * that showing it is enough.
 */
export const leaningOf = (reading: Reading, sentence: ReadSentence): Leaning => {
  const before = reading.sentences[sentence.index - 1];
  const leaning = lean(reading, sentence, before);
  if (leaning.name !== 'before') return leaning;
  const usable = before?.kind === 'sentence' && shapeProblem(before) === null;
  if (!usable || lean(reading, before, undefined).name !== 'none') return loose(leaning.reason);
  return leaning;
};

/** The sentence to show greyed before this one, or `null` where it needs none. */
export const contextOf = (reading: Reading, sentence: ReadSentence): string | null => {
  const before = reading.sentences[sentence.index - 1];
  if (before === undefined) return null;
  // What another language leans on cannot be known: the sentence before is shown to be on the safe side.
  if (!isEnglish(reading.article.language))
    return before.paragraph === sentence.paragraph ? before.statement : null;
  return leaningOf(reading, sentence).name === 'before' ? before.statement : null;
};
