/** From an article to its facts: one thing worth knowing each, with the sentence that proves it. */
import { isEnglish } from '@/lib/language/language-guess';
import type { LeftOut, Span } from '@/lib/model';
import { findAmounts } from './amounts';
import { findAttributions } from './attributions';
import { givesAway, isWordy } from './answer-leaks';
import type { Candidate, FoundFact } from './candidate';
import { findCauses } from './causes';
import { findComparisons } from './comparisons';
import { findDatedEvents } from './dated-events';
import { findDefinitions } from './definitions';
import { doubtAbout } from './doubts';
import { findGlosses } from './glosses';
import { findLifeDates } from './life-dates';
import { findMembers } from './members';
import { findParticipants } from './participants';
import { findWhere } from './places-of-events';
import { findPurposes } from './purposes';
import { findNeutralValues, neutralShapeProblem } from './other-languages';
import { finish, type ReadSentence, type Reading } from './reading';
import { leansOf } from './references';
import { findRoles } from './roles';
import { salienceOf } from './salience';
import { gateOf } from './sentence-gate';
import { standingProblem } from './standing';
import { findTerms } from './terms';

export type FactsRead = { readonly facts: FoundFact[]; readonly leftOut: LeftOut[] };

/** So many ways to ask of one sentence are weighed; how many are kept is decided once the questions are written. */
const MOST_PER_SENTENCE = 5;

const NOTHING = 'no date, amount, name with a role, acronym or definition to ask for';

/** What gives the answer away however it is asked: the title is always in view. */
const leakOf = (reading: Reading, sentence: ReadSentence, candidate: Candidate): string | null => {
  const answer = reading.article.text.slice(candidate.start, candidate.end);
  const before = sentence.statement.slice(0, candidate.start - sentence.start);
  if (givesAway(reading.article.title ?? '', answer, candidate.answerType))
    return `the title gives “${answer}” away`;
  if (/\ban?\s$/iu.test(before) && isWordy(candidate.answerType)) return `“a” or “an” gives “${answer}” away`;
  return null;
};

/** What is doubted comes after all that is not, and is spare. */
const DOUBTED = 0.2;

const toFact = (reading: Reading, sentence: ReadSentence, candidate: Weighed): FoundFact => {
  const answerSpan: Span = { start: candidate.start, end: candidate.end };
  return {
    key: `${candidate.kind}-${candidate.start}-${candidate.end}`,
    kind: candidate.kind,
    statement: sentence.statement,
    span: { start: sentence.start, end: sentence.end },
    answer: reading.article.text.slice(candidate.start, candidate.end),
    answerSpan,
    answerType: candidate.answerType,
    salience: salienceOf(reading, sentence, candidate) * (candidate.doubt === null ? 1 : DOUBTED),
    confidence: candidate.confidence,
    leans: [
      ...leansOf(reading, sentence).filter(({ kind }) => kind === 'reference'),
      ...(candidate.leans ?? []),
    ],
    sentence,
    place: candidate.place,
    doubt: candidate.doubt,
  };
};

const FINDERS = [
  findComparisons,
  findTerms,
  findDefinitions,
  findGlosses,
  findRoles,
  findCauses,
  findPurposes,
  findMembers,
  findAmounts,
  findDatedEvents,
  findLifeDates,
  findParticipants,
  findWhere,
  findAttributions,
];
const QUOTATION_FINDERS = [findAttributions];
const NEUTRAL_FINDERS = [findNeutralValues];

/** A candidate with what speaks against keeping it, if anything does. */
type Weighed = Candidate & { readonly doubt: string | null };

type Finder = (reading: Reading, sentence: ReadSentence) => Candidate[];

/** The candidates that may be asked, heaviest first, no stretch twice; or the reason why there are none. */
const choose = (reading: Reading, sentence: ReadSentence, finders: readonly Finder[]): Weighed[] | string => {
  const found = finders
    .flatMap((find) => find(reading, sentence))
    .map((candidate) => ({
      ...candidate,
      refusal:
        candidate.refusal ??
        leakOf(reading, sentence, candidate) ??
        (isEnglish(reading.article.language) ? doubtAbout(reading, sentence, candidate) : null),
      doubt: isEnglish(reading.article.language) ? standingProblem(reading, sentence, candidate) : null,
    }));
  const sound = found
    .filter(({ refusal }) => refusal === null)
    .sort(
      (a, b) =>
        Number(a.doubt !== null) - Number(b.doubt !== null) || b.weight - a.weight || a.start - b.start,
    );
  const chosen: Weighed[] = [];
  for (const candidate of sound)
    if (!chosen.some(({ start, end }) => start === candidate.start && end === candidate.end))
      chosen.push(candidate);
  if (chosen.length > 0) return chosen.slice(0, MOST_PER_SENTENCE);
  return found.find(({ refusal }) => refusal !== null)?.refusal ?? NOTHING;
};

const readSentence = (reading: Reading, sentence: ReadSentence): Weighed[] | string => {
  if (!isEnglish(reading.article.language))
    return neutralShapeProblem(sentence) ?? choose(reading, sentence, NEUTRAL_FINDERS);
  const gate = gateOf(sentence);
  if (gate.cloze === null || gate.question === null) return choose(reading, sentence, FINDERS);
  if (gate.attribution !== null) return gate.cloze;
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
