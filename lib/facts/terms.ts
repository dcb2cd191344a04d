/** What a thing is called: definitions, names given in passing, and what acronyms stand for. */
import { readAcronyms } from '@/lib/language/acronyms';
import { isEnclosed, type Candidate } from './candidate';
import { type ReadSentence, type Reading, stemOf } from './reading';

const DEFINES =
  /^(?:The\s)?(?<term>[\p{L}][\p{L}’'-]*(?:\s[\p{L}’'-]+){0,2}?)\s(?:is|are)\s(?:an?|the)\s(?<rest>.*\b(?:that|which|who|in which|used|consisting|made|whose)\b.*)$/u;
const CALLED =
  /\b(?:called|known as|termed|referred to as)\s(?:an?\s|the\s)?(?<term>[\p{L}][\p{L}’'-]*(?:\s[\p{L}’'-]+){0,2})(?=[,.)]|\s(?:and|or|which|that|in|by|is|are|to|with|for)\b)/u;
const NO_TERMS =
  /^(?:it|this|that|these|those|there|he|she|they|we|you|one|what|who|some|many|most|all|each|another|other|both|such|here|his|her|its|their|our|my|among|in|on|at|for|as|if|when|while|not|no|a|an|every|any|part|example|result|reason|problem|aim|goal|purpose|idea|question|answer|first|second|third|last|latter|former|only|main|key|new|old)\b/iu;

const findExpansions = (reading: Reading, sentence: ReadSentence): Candidate[] =>
  readAcronyms(reading.article.text, sentence.start, sentence.end).map(({ expansion }) => ({
    ...expansion,
    kind: 'acronym',
    answerType: 'expansion',
    place: null,
    confidence: 0.5,
    weight: 0.7,
    refusal: isEnclosed(sentence, expansion) === 'quotes' ? 'a name in quotes' : null,
  }));

const termRefusal = (reading: Reading, term: string): string | null => {
  if (NO_TERMS.test(term)) return 'defines nothing by name';
  const known = term.split(/\s/u).some((word) => reading.titleWords.has(stemOf(word)));
  return known ? 'the title gives the term' : null;
};

const findTerm = (reading: Reading, sentence: ReadSentence, pattern: RegExp): Candidate[] => {
  const match = pattern.exec(sentence.statement);
  const term = match?.groups?.term;
  if (match === null || term === undefined || term.length < 4) return [];
  const start =
    sentence.start +
    match.index +
    match[0].indexOf(term, pattern === CALLED ? match[0].length - term.length : 0);
  const span = { start, end: start + term.length };
  const enclosed = isEnclosed(sentence, span);
  return [
    {
      ...span,
      kind: 'definition',
      answerType: 'term',
      place: null,
      confidence: 0.5,
      weight: 0.75,
      refusal: enclosed === null ? termRefusal(reading, term) : `a term in ${enclosed}`,
    },
  ];
};

/** The terms that a sentence explains, each with the reason that speaks against asking for it, if there is one. */
export const findTerms = (reading: Reading, sentence: ReadSentence): Candidate[] => [
  ...findExpansions(reading, sentence),
  ...findTerm(reading, sentence, DEFINES),
  ...findTerm(reading, sentence, CALLED),
];
