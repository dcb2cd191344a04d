/**
 * What a sentence must be to carry a card at all. A cloze shows the sentence untouched, so it must be whole, plain
 * and short; a wh-question shows one clause of it, so that it may be long; of a sentence that is mostly a quotation
 * only the speaker may be asked.
 */
import { childOf, isLabelled, sureness, wordsUnder } from '@/lib/language/tree';
import type { Span } from '@/lib/model';
import type { ReadSentence } from './reading';

/** For each use `null` where the gate is open, or why it is shut, in plain words. */
export type Gate = {
  readonly cloze: string | null;
  readonly question: string | null;
  readonly attribution: string | null;
};

const FEWEST_WORDS = 6;
/** More than a learner reads for one blank; a wh-question on one clause bears more. */
const MOST_WORDS_OF_CLOZE = 45;
const MOST_WORDS = 70;
/** A quote of more words than this is someone's sentence rather than a term. */
const LONGEST_TERM = 6;
/** Quotes that take a larger share of the words than this are what the sentence is about; terms may take more. */
const MOST_QUOTED = 0.35;
const MOST_TERMS = 0.5;
/** The root of a sentence below this is wrong about every other time. */
const SURE_ROOT = 0.5;

const FIRST_OR_SECOND =
  /\b(?:I|[Mm]e|[Mm]y|[Mm]ine|[Mm]yself|[Ww]e|[Oo]ur|[Oo]urs|[Uu]s|[Oo]urselves|[Yy]ou|[Yy]our|[Yy]ours|[Yy]ourself)\b/gu;
const OPINION =
  /\b(?:unfortunately|fortunately|sadly|hopefully|thankfully|luckily|surprisingly|frankly|of course|needless to say|let's|let us|it is (?:hard|difficult|easy|clear|obvious|important|worth) to|no wonder|imagine|seems? like|feels? like)\b/iu;
const ADDRESS = /\d{1,3}\.\d{5,}|\]\(|\*\*|https?:|www\.|<\/?\w+>|\{\{|@\w/u;

const countWords = (text: string): number => text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;

const textOf = (sentence: ReadSentence, { start, end }: Span): string =>
  sentence.statement.slice(start - sentence.start, end - sentence.start);

/** The sentence without what stands in quotation marks. */
const outsideQuotes = (sentence: ReadSentence): string => {
  let left = '';
  let at = sentence.start;
  for (const { start, end } of [...sentence.enclosures.quotes].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    left += `${textOf(sentence, { start: at, end: start })} `;
    at = end;
  }
  return left + textOf(sentence, { start: at, end: sentence.end });
};

/** "US" is a country, and the "I" of "World War I" a number. */
const speaksAs = (text: string): string | null =>
  text
    .replace(/\bU\.?S\.?(?![\p{L}])|(?<=\p{Lu}\p{L}*\s)I\b|\bI\.\s?\p{Lu}/gu, '')
    .match(FIRST_OR_SECOND)?.[0] ?? null;

const shapeProblem = (sentence: ReadSentence): string | null => {
  const { statement, kind, enclosures } = sentence;
  if (sentence.isClutter) return 'a caption, credit or other furniture of the page';
  if (kind !== 'sentence') return 'not a whole sentence';
  const words = countWords(statement);
  if (words < FEWEST_WORDS) return 'too short to hold a fact';
  if (words > MOST_WORDS) return `too long for a card (${words} words)`;
  if (/\?["'”’)]*$/u.test(statement)) return 'a question';
  if (/!["'”’)]*$/u.test(statement)) return 'an exclamation';
  if (!/[.…]["'”’)\]]*$/u.test(statement)) return 'does not end like a sentence';
  if (!/^[\p{Lu}\p{N}"'“‘(]/u.test(statement)) return 'does not begin like a sentence';
  if (!enclosures.balanced) return 'a quotation mark or bracket without its partner';
  if (ADDRESS.test(statement)) return 'holds markup or an address';
  return null;
};

const voiceProblem = (sentence: ReadSentence): string | null => {
  const own = outsideQuotes(sentence);
  const speaker = speaksAs(own);
  if (speaker !== null) return `speaks as “${speaker}”`;
  const opinion = OPINION.exec(own)?.[0];
  return opinion === undefined ? null : `“${opinion.toLowerCase()}” is the writer’s view rather than a fact`;
};

const parseProblem = ({ tree, clauses }: ReadSentence): string | null => {
  if (tree === null) return null;
  const main = clauses.find(({ kind }) => kind === 'main');
  if (main === undefined || sureness(tree.root) < SURE_ROOT) return 'too tangled to be read with certainty';
  const isVerbal = tree.root.upos === 'VERB' || tree.root.upos === 'AUX';
  if (!isVerbal && !main.isCopular) return 'has no main verb';
  if (main.subject === null) return main.finite.xpos === 'VB' ? 'a command' : 'has no subject';
  if (main.auxiliaries.length === 0 && main.finite.xpos === 'VBG') return 'has no finite verb';
  return childOf(tree, tree.root, 'vocative', 'discourse') === undefined ? null : 'speaks to someone';
};

/** What a sentence takes over as a term, a title or a short phrase is fine; what it lets someone say is not. */
const quoteProblem = (sentence: ReadSentence): string | null => {
  const quotes = sentence.enclosures.quotes.map((quote) => textOf(sentence, quote));
  const share = quotes.reduce((sum, quote) => sum + countWords(quote), 0) / countWords(sentence.statement);
  const long = quotes.filter((quote) => countWords(quote) > LONGEST_TERM);
  if (share > (long.length > 0 ? MOST_QUOTED : MOST_TERMS)) return 'is mostly a quotation';
  return long.some((quote) => speaksAs(quote) !== null) ? 'quotes what someone said' : null;
};

/** A colon before a list or a number is fine; one before a clause makes two sentences of one. */
const stopProblem = ({ statement, tree, clauses }: ReadSentence): string | null => {
  const at = statement.slice(0, -1).replace(/\d:\d/gu, '0.0').search(/[:;]/u);
  if (at === -1) return null;
  const after = clauses.some(
    ({ predicate, ownsSubject }) => ownsSubject && predicate.start - (tree?.words[0]?.start ?? 0) > at,
  );
  return after || tree === null ? 'has a colon or semicolon: more than one sentence in one' : null;
};

/** "It is in Oslo, it opened in 1900": a comma between two sentences. */
const spliceProblem = ({ tree, clauses }: ReadSentence): string | null => {
  if (tree === null) return null;
  const comma = tree.words.findIndex(
    ({ text }, at) =>
      text === ',' &&
      /^(?:it|he|she|they)$/u.test(tree.words[at + 1]?.low ?? '') &&
      /^(?:VB[DZP]|MD)$/u.test(tree.words[at + 2]?.xpos ?? ''),
  );
  const isWholeBefore = clauses.some(
    ({ predicate, subject, ownsSubject, kind }) =>
      ownsSubject &&
      kind !== 'relative' &&
      kind !== 'adverbial' &&
      predicate.index < comma &&
      (subject?.index ?? Infinity) < predicate.index &&
      childOf(tree, predicate, 'mark') === undefined,
  );
  if (comma !== -1 && isWholeBefore) return 'two sentences run together';
  const isSpliced = clauses.some(
    ({ predicate, kind, ownsSubject, subject }) =>
      kind === 'joined' &&
      ownsSubject &&
      subject !== null &&
      predicate.index > tree.root.index &&
      childOf(tree, predicate, 'cc', 'mark') === undefined &&
      tree.words[(wordsUnder(tree, predicate)[0]?.index ?? 0) - 1]?.text === ',' &&
      isLabelled(predicate, 'parataxis') &&
      !/^(?:say|says|said|add|adds|added|according|report|reports|reported|note|notes|noted)$/u.test(
        predicate.low,
      ),
  );
  return isSpliced ? 'two sentences run together' : null;
};

const judge = (sentence: ReadSentence): Gate => {
  const whole = shapeProblem(sentence);
  if (whole !== null) return { cloze: whole, question: whole, attribution: whole };
  const parse = parseProblem(sentence);
  const shared = voiceProblem(sentence) ?? parse;
  const plain = shared ?? quoteProblem(sentence);
  const long =
    countWords(sentence.statement) > MOST_WORDS_OF_CLOZE
      ? `too long for a blank (${countWords(sentence.statement)} words)`
      : null;
  return {
    cloze: plain ?? long ?? stopProblem(sentence) ?? spliceProblem(sentence),
    question: plain,
    attribution: shared,
  };
};

/** Every finder asks, and the answer stays the same. */
const judged = new WeakMap<ReadSentence, Gate>();

/** What a sentence can carry; linear in its length, never throws. */
export const gateOf = (sentence: ReadSentence): Gate => {
  const known = judged.get(sentence);
  if (known !== undefined) return known;
  const gate = judge(sentence);
  judged.set(sentence, gate);
  return gate;
};
