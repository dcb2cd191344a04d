/** From an article to its facts: one thing worth knowing each, with the sentence that proves it. */
import { isEnglish } from '@/lib/language/language-guess';
import type { LeftOut, Span } from '@/lib/model';
import { findAmounts } from './amounts';
import { findAttributions } from './attributions';
import { givesAway, isWordy } from './answer-leaks';
import type { Candidate, FoundFact } from './candidate';
import { findDatedEvents } from './dated-events';
import { contextOf, leaningOf } from './leaning';
import { findParticipants } from './participants';
import { findPeople } from './people';
import { findWhere } from './places-of-events';
import { findNeutralValues, neutralShapeProblem } from './other-languages';
import { finish, type ReadSentence, type Reading } from './reading';
import { salienceOf } from './salience';
import { gateOf } from './sentence-gate';
import { findTerms } from './terms';

export type FactsRead = { readonly facts: FoundFact[]; readonly leftOut: LeftOut[] };

/** More facts from one sentence would give each other away in review. */
const MOST_PER_SENTENCE = 2;

const NOTHING = 'no date, amount, name with a role, acronym or definition to ask for';

const leakOf = (reading: Reading, sentence: ReadSentence, candidate: Candidate): string | null => {
  const answer = reading.article.text.slice(candidate.start, candidate.end);
  const before = sentence.statement.slice(0, candidate.start - sentence.start);
  const after = sentence.statement.slice(candidate.end - sentence.start);
  const leaks = (view: string): boolean => givesAway(view, answer, candidate.answerType);
  if (leaks(before) || leaks(after)) return `“${answer}” is said twice`;
  if (leaks(reading.article.title ?? '')) return `the title gives “${answer}” away`;
  const context = contextOf(reading, sentence);
  if (context !== null && leaks(context)) return `the sentence before gives “${answer}” away`;
  if (/\ban?\s$/iu.test(before) && isWordy(candidate.answerType)) return `“a” or “an” gives “${answer}” away`;
  return null;
};

const toFact = (reading: Reading, sentence: ReadSentence, candidate: Candidate): FoundFact => {
  const answerSpan: Span = { start: candidate.start, end: candidate.end };
  return {
    key: `${candidate.kind}-${candidate.start}-${candidate.end}`,
    kind: candidate.kind,
    statement: sentence.statement,
    span: { start: sentence.start, end: sentence.end },
    answer: reading.article.text.slice(candidate.start, candidate.end),
    answerSpan,
    answerType: candidate.answerType,
    salience: salienceOf(reading, sentence, candidate),
    confidence: candidate.confidence,
    leans: candidate.leans ?? [],
    sentence,
    place: candidate.place,
  };
};

const FINDERS = [
  findTerms,
  findPeople,
  findAmounts,
  findDatedEvents,
  findParticipants,
  findWhere,
  findAttributions,
];
const QUOTATION_FINDERS = [findAttributions];
const NEUTRAL_FINDERS = [findNeutralValues];

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

type Finder = (reading: Reading, sentence: ReadSentence) => Candidate[];

/** The candidates that may be asked, heaviest first and none inside another; or the reason why there are none. */
const choose = (
  reading: Reading,
  sentence: ReadSentence,
  finders: readonly Finder[],
): Candidate[] | string => {
  const found = finders
    .flatMap((find) => find(reading, sentence))
    .map((candidate) => ({
      ...candidate,
      refusal: candidate.refusal ?? leakOf(reading, sentence, candidate),
    }));
  const sound = found
    .filter(({ refusal }) => refusal === null)
    .sort((a, b) => b.weight - a.weight || a.start - b.start);
  const chosen: Candidate[] = [];
  for (const candidate of sound)
    if (chosen.length < MOST_PER_SENTENCE && !chosen.some((other) => overlaps(other, candidate)))
      chosen.push(candidate);
  if (chosen.length > 0) return chosen.sort((a, b) => a.start - b.start);
  return found.find(({ refusal }) => refusal !== null)?.refusal ?? NOTHING;
};

const readSentence = (reading: Reading, sentence: ReadSentence): Candidate[] | string => {
  if (!isEnglish(reading.article.language))
    return neutralShapeProblem(sentence) ?? choose(reading, sentence, NEUTRAL_FINDERS);
  const gate = gateOf(sentence);
  if (gate.cloze !== null && gate.attribution !== null) return gate.cloze;
  const leaning = leaningOf(reading, sentence);
  if (leaning.name === 'loose') return gate.cloze ?? leaning.reason;
  if (gate.cloze === null) return choose(reading, sentence, FINDERS);
  const quoted = choose(reading, sentence, QUOTATION_FINDERS);
  return typeof quoted === 'string' ? gate.cloze : quoted;
};

/**
 * As `findFacts`, in small steps: yields the share done, 0..1, so that a caller can show progress and let others
 * work. Linear in the length of the text.
 */
export const findFactsInSteps = function* (reading: Reading): Generator<number, FactsRead> {
  const facts: FoundFact[] = [];
  const leftOut: LeftOut[] = [];
  for (const sentence of reading.sentences) {
    if (sentence.index % 64 === 63) yield sentence.index / reading.sentences.length;
    if (sentence.kind === 'heading' && !sentence.isClutter) continue;
    const read = readSentence(reading, sentence);
    if (typeof read === 'string')
      leftOut.push({
        span: { start: sentence.start, end: sentence.end },
        statement: sentence.statement,
        reason: read,
      });
    else facts.push(...read.map((candidate) => toFact(reading, sentence, candidate)));
  }
  return { facts, leftOut };
};

/**
 * The facts of an article in the order of the text, and every sentence that gave none with the reason in plain
 * words. The same article gives the same facts. Never throws; a text without sentences gives empty lists.
 */
export const findFacts = (reading: Reading): FactsRead => finish(findFactsInSteps(reading));
