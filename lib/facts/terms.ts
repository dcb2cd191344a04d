/** What a thing is called: names given in passing, and what acronyms stand for. */
import { readAcronyms } from '@/lib/language/acronyms';
import { clauseOf } from '@/lib/language/clauses';
import {
  childOf,
  childrenOf,
  headOf,
  isLabelled,
  spanOfWords,
  type Tree,
  type Word,
} from '@/lib/language/tree';
import type { Span } from '@/lib/model';
import { type Candidate, isEnclosed, type Place } from './candidate';
import { type ReadSentence, type Reading, stemOf } from './reading';

const set = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u));

const EXPANSION_WEIGHT = 0.7;
const ACRONYM_WEIGHT = 0.5;
const TERM_WEIGHT = 0.75;
/** Edges that stand in the text; what hangs on what is read beside them. */
const CONFIDENCE = 0.8;
const MOST_WORDS = 4;

/** Whether an acronym is no more than the first letters of what it stands for, which anyone could write down. */
const isSpelledOut = (acronym: string, expansion: string): boolean => {
  const first = (expansion.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.charAt(0).toUpperCase());
  let at = 0;
  for (const letter of first) if (letter === acronym.charAt(at)) at++;
  return at === acronym.length;
};

const findAcronyms = ({ article }: Reading, sentence: ReadSentence): Candidate[] =>
  readAcronyms(article.text, sentence.start, sentence.end).flatMap(({ acronym, expansion }): Candidate[] => {
    const shared = { kind: 'acronym' as const, place: null, confidence: CONFIDENCE };
    const quoted = isEnclosed(sentence, expansion) === 'quotes' ? 'a name in quotes' : null;
    const [short, long] = [acronym, expansion].map(({ start, end }) => article.text.slice(start, end));
    return [
      { ...shared, ...expansion, answerType: 'expansion', weight: EXPANSION_WEIGHT, refusal: quoted },
      {
        ...shared,
        ...acronym,
        answerType: 'acronym',
        weight: ACRONYM_WEIGHT,
        refusal: isSpelledOut(short ?? '', long ?? '') ? 'the first letters give the acronym away' : quoted,
      },
    ];
  });

const NAMING = set('called termed dubbed nicknamed');
const NAMING_AS = set('known referred');
/** "a company called X": the class fits thousands, and nothing else says which. */
const LOOSE_CLASSES = set(
  `company man woman boy girl dog cat town village city program programme project group book film song site website firm
  start-up startup player person friend band shop restaurant place thing team app organization organisation charity
  service street school hotel club magazine newspaper show game ship boat island river mountain`,
);
const BOUNDARY =
  /^(?:["”’')\]]*(?:[.,;)]|$|\s(?:that|which|who|in|by|is|are|was|were|to|with|for|because|from|at|on|–)\b))/u;
const OPENING = /^["“‘']$/u;

const isTermWord = ({ upos, text }: Word): boolean => /^(?:NOUN|PROPN|ADJ|X)$/u.test(upos) || text === '-';

/** The words of the term that begins at `from`, its article and opening quote left out. */
const termWords = (tree: Tree, from: number): Word[] => {
  let at = from;
  while (
    at < tree.words.length &&
    (OPENING.test(tree.words[at]?.text ?? '') || tree.words[at]?.upos === 'DET')
  )
    at++;
  const words: Word[] = [];
  for (let word = tree.words[at]; word !== undefined && isTermWord(word); word = tree.words[++at])
    words.push(word);
  return words;
};

/** Where a term may begin: behind "called", or behind the "as" of "known as"; `null` for anything else. */
const termStart = (tree: Tree, verb: Word): number | null => {
  const next = tree.words[verb.index + 1];
  if (NAMING.has(verb.low)) return next?.upos === 'ADV' ? null : verb.index + 1;
  if (!NAMING_AS.has(verb.low)) return null;
  if (next?.low === 'as') return verb.index + 2;
  return next?.low === 'to' && tree.words[verb.index + 2]?.low === 'as' ? verb.index + 3 : null;
};

const isPassive = (tree: Tree, verb: Word): boolean =>
  childOf(tree, verb, 'aux:pass') !== undefined || childOf(tree, verb, 'nsubj:pass') !== undefined;

/** What bears the name: the noun that "called" hangs on, or its subject. */
const bearerOf = (tree: Tree, verb: Word): Word | undefined =>
  isLabelled(verb, 'acl') ? headOf(tree, verb) : childOf(tree, verb, 'nsubj');

const refusalOf = (sentence: ReadSentence, tree: Tree, verb: Word, words: readonly Word[]): string | null => {
  const bearer = bearerOf(tree, verb);
  const span = spanOfWords(words);
  if (bearer === undefined) return 'does not say what is called so';
  if (/^(?:this|that|which|these|he|she|who)$/u.test(bearer.low)) return 'does not say what is called so';
  const isLoose =
    LOOSE_CLASSES.has(bearer.low.replace(/s$/u, '')) && words.some(({ upos }) => upos === 'PROPN');
  if (isLoose) return 'many bear a name: nothing else says which';
  if (
    childrenOf(tree, verb, 'advmod').some(({ low }) => /^(?:variously|sometimes|often|jokingly)$/u.test(low))
  )
    return 'one name of several';
  if (words.length > MOST_WORDS) return 'too long for a term';
  if (isEnclosed(sentence, span) === 'brackets') return 'a term in brackets';
  // In quotation marks of its own a term is a term; in those of a longer stretch someone says it.
  const wide: Span = { start: span.start - 3, end: span.end + 3 };
  return isEnclosed(sentence, wide) === 'quotes' ? 'a term in a quotation' : null;
};

const findCalled = (reading: Reading, sentence: ReadSentence, tree: Tree): Candidate[] =>
  tree.words.flatMap((verb): Candidate[] => {
    const from = termStart(tree, verb);
    if (from === null || !(isLabelled(verb, 'acl') || isPassive(tree, verb))) return [];
    const words = termWords(tree, from);
    const last = words.at(-1);
    if (last === undefined || !/^(?:NOUN|PROPN|X)$/u.test(last.upos)) return [];
    const span = spanOfWords(words);
    if (!BOUNDARY.test(sentence.statement.slice(span.end - sentence.start))) return [];
    const clause = clauseOf(tree, sentence.clauses, verb);
    const place: Place | null =
      clause?.predicate === verb ? { role: 'predicate', head: last, clause: verb } : null;
    const inTitle = words.some(({ text }) => reading.titleWords.has(stemOf(text)));
    return [
      {
        ...span,
        kind: 'definition',
        answerType: 'term',
        place,
        confidence: CONFIDENCE,
        weight: TERM_WEIGHT,
        refusal: inTitle ? 'the title gives the term' : refusalOf(sentence, tree, verb, words),
      },
    ];
  });

/** The terms that a sentence explains, each with the reason that speaks against asking for it, if there is one. */
export const findTerms = (reading: Reading, sentence: ReadSentence): Candidate[] => [
  ...findAcronyms(reading, sentence),
  ...(sentence.tree === null ? [] : findCalled(reading, sentence, sentence.tree)),
];
