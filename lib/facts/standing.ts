/**
 * Whether a fact still stands when the text is forgotten: a figure without a year, a plan, an anecdote or the source of
 * an estimate does not. The rules come from blind verdicts (docs/question-quality.md).
 */
import { clauseOf } from '@/lib/language/clauses';
import { headOf, isLabelled, type Word, wordsUnder } from '@/lib/language/tree';
import type { Candidate } from './candidate';
import { isOneDoer, isTheOneOfAName } from './one-doer';
import { isOfSubject } from './places-of-events';
import { isTitleWord, type ReadSentence, type Reading } from './reading';
import { dateProblem } from './standing-dates';
import { prepositionOf } from './value-place';

const PLANS =
  /\b(?:will|would(?! (?:become|later|go on|eventually|remain))|scheduled|expected|planned|plans? to|poised|(?:is|are|was|were) due to (?:be|open|start|begin|take|end|arrive|leave|go|meet|appear|return|expire|close|finish|become)|aims? to|hopes? to|set to|about to)\b/iu;
/** Words that count on from something said before. */
const COUNTS_ON = /\b(?:also known|at the time(?! (?:of|when|that)\b)|by then|so far|to date)\b/iu;
const SAYING =
  /^(?:say|said|says|report|reported|reports|estimate|estimated|estimates|announce|announced|announces|claim|claimed|claims|state|stated|states|suggest|suggested|suggests|argue|argued|argues|warn|warned|warns|predict|predicted|predicts|find|found|finds|show|showed|shows|conclude|concluded|concludes|note|noted|notes|affirm|affirmed|believe|believed|hold|held)$/u;
/** A stretch of time says how long, and hardly ever what matters. */
const DURATION =
  /\b(?:seasons?|times|appearances|games|matches|goals|points|seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?)$/iu;
/** A measured thing stays as long as it is; a count does not. */
const LASTING =
  /\b(?:km|kilomet(?:re|er)s?|met(?:re|er)s?|m|miles?|feet|ft|°[CF]|degrees|kg|tonnes?|hectares?|acres?|square|light[ -]years?)\b/u;

/** What was so for a while: how much it was, depends on when. */
const STATES =
  /^(?:had|held|owned|employed|ran|operated|lived|earned|received|attracted|accounted|comprised|included|contained|exceeded|reached|numbered|averaged|stood|totalled|totaled|made|rose|fell|grew|increased|decreased|said|estimated|believed|spent|bought|sold|imported|exported|produced|paid|used|supplied)$/u;

const hasYear = ({ dates }: ReadSentence): boolean => dates.some(({ year }) => year !== null);

const isPerson = (reading: Reading, subject: Word | null): boolean =>
  subject !== null &&
  (/^(?:he|she|i|they|who)$/u.test(subject.low) || reading.named.get(subject.start)?.kind === 'person');

const subjectOf = (sentence: ReadSentence, { place }: Candidate): Word | null =>
  (sentence.clauses.find(({ predicate }) => predicate === place?.clause) ?? sentence.clauses[0])?.subject ??
  null;

/** "Laos was given $500,000": what was done keeps its figure, while what was so changed with the years. */
const isDoneWith = ({ tree, clauses, names }: ReadSentence, { start, end }: Candidate): boolean => {
  const first = tree?.words.find((word) => word.start >= start);
  const clause = tree === null || first === undefined ? undefined : clauseOf(tree, clauses, first);
  if (clause === undefined || clause.isCopular || clause.predicate.upos !== 'VERB') return false;
  if (clause.finite.xpos !== 'VBD' || STATES.test(clause.predicate.low)) return false;
  return names.some((name) => name.end <= start || name.start >= end);
};

const figureProblem = (reading: Reading, sentence: ReadSentence, candidate: Candidate): string | null => {
  const answer = reading.article.text.slice(candidate.start, candidate.end);
  if (DURATION.test(answer)) return `“${answer}” says how long, which is seldom worth keeping`;
  if (isPerson(reading, subjectOf(sentence, candidate))) return 'an amount from someone’s story';
  const subject = subjectOf(sentence, candidate);
  if (subject !== null && /^(?:one|some|it|this|that|others?)$/u.test(subject.low))
    return `“${subject.text}” does not say which`;
  if (hasYear(sentence) || /\b\d{4}\b/u.test(reading.article.title ?? '')) return null;
  if (LASTING.test(answer) || isDoneWith(sentence, candidate)) return null;
  return `“${answer}” belongs to a year that is not named`;
};

/** Names in view beside the answer: what a fact is about. */
const namesBeside = ({ names }: ReadSentence, { start, end }: Candidate): number =>
  names.filter((name) => name.end <= start || name.start >= end).length;

const SUPERLATIVE = /\b(?:\p{L}{3,}est|most|least|first|only|last|main|sole)\b/u;

/** "The capital of Austria", "designed by": there is but one. */
const isTheOne = (sentence: ReadSentence, place: Candidate['place']): boolean => {
  const { tree, clauses, names } = sentence;
  const clause = clauses.find(({ predicate }) => predicate === place?.clause);
  if (tree === null || clause === undefined || place === null) return false;
  if (isOneDoer(place.role, clause))
    return names.some(({ start, end }) => end <= place.head.start || start >= place.head.end);
  return clause.isCopular && isTheOneOfAName(tree, clause.predicate);
};

/** Of a kind of thing, told as true at all times, the words of the title and a subject told apart say which is meant. */
const heldByMatter = (reading: Reading, sentence: ReadSentence, candidate: Candidate): number => {
  const { tree, clauses } = sentence;
  const clause = clauses.find(({ predicate }) => predicate === candidate.place?.clause);
  if (tree === null || clause?.subject == null || candidate.place?.role === 'subject') return 0;
  if (!/^VB[ZP]$/u.test(clause.finite.xpos) || clause.auxiliaries.some(({ xpos }) => xpos === 'MD')) return 0;
  const subject = wordsUnder(tree, clause.subject, ({ upos }) => upos === 'VERB');
  const weighty = subject.filter(({ upos }) => /^(?:NOUN|PROPN|ADJ)$/u.test(upos));
  const isOfTopic = weighty.some(({ text }) => isTitleWord(reading, text));
  return (isOfTopic ? 1 : 0) + (weighty.length > 1 ? 1 : 0);
};

const participantProblem = (
  reading: Reading,
  sentence: ReadSentence,
  candidate: Candidate,
): string | null => {
  const { place, kind, answerType, start } = candidate;
  if (place?.role === 'subject' && SAYING.test(place.clause.low)) return 'says who said it, not what is so';
  if (kind === 'attribution') return 'says who said it, not what is so';
  const entity = reading.named.get(start);
  const answer = reading.article.text.slice(candidate.start, candidate.end);
  if (answerType === 'person' && !/\s/u.test(answer.trim())) return `“${answer}” is named in part only`;
  if (answerType === 'name' && entity !== undefined && entity.name !== answer && !/^the\s/iu.test(answer))
    return `“${answer}” is named in part only`;
  if (kind === 'definition' || kind === 'comparison' || kind === 'acronym') return null;
  if (LEGISLATURE.test(answer) && LAWMAKING.test(place?.clause.low ?? ''))
    return 'nobody else could have done it';
  if (isTheOne(sentence, place)) return null;
  // Of what only "what" can ask for one in six was judged good: "What was conferred?" has more answers than the sentence.
  if (kind === 'statement' && answerType !== 'place' && place?.role !== 'predicate')
    return 'asked in words, more than one answer would fit';
  const held =
    (hasYear(sentence) ? 1 : 0) +
    (SUPERLATIVE.test(sentence.statement) ? 1 : 0) +
    Math.min(2, namesBeside(sentence, candidate)) +
    heldByMatter(reading, sentence, candidate);
  return held > 1 ? null : 'nothing in the sentence says of whom, where or when: many answers would fit';
};

const isNow = ({ clauses }: ReadSentence, { place }: Candidate): boolean => {
  const clause = clauses.find(({ predicate }) => predicate === place?.clause);
  return clause?.isCopular === true && /^VB[ZP]$/u.test(clause.finite.xpos);
};

const isInsideNoun = (sentence: ReadSentence, { place }: Candidate): boolean => {
  const { tree } = sentence;
  if (tree === null || place === null) return false;
  const head = headOf(tree, place.head);
  return place.role === 'part' && head !== undefined && isLabelled(place.head, 'nmod');
};

/** "Near", "outside": where it was not, or only about where. */
const ROUGHLY =
  /^(?:near|outside|around|beyond|off|towards?|behind|beside|opposite|between|among|throughout|across|along)$/u;

const roughPlace = ({ tree }: ReadSentence, { place }: Candidate): string | null => {
  if (tree === null || place === null) return null;
  const preposition = prepositionOf(tree, place.head);
  return ROUGHLY.test(preposition) ? `“${preposition}” says about where, and not where` : null;
};

/** Bodies of which a country has one, and which alone pass its laws. */
const LEGISLATURE = /^(?:the )?(?:\p{Lu}\p{L}+ )?(?:Congress|Parliament|Senate|Duma|Bundestag|Knesset)$/u;
const LAWMAKING =
  /^(?:approved|passed|enacted|ratified|adopted|legislated|repealed|voted|authorized|authorised)$/u;

const isInPassing = ({ tree }: ReadSentence, { place }: Candidate): boolean =>
  place?.role !== 'where' && !(tree !== null && place !== null && isOfSubject(tree, place.head));

/** Why what a candidate asks for would not be worth keeping, in plain words; `null` where nothing speaks against it. */
export const standingProblem = (
  reading: Reading,
  sentence: ReadSentence,
  candidate: Candidate,
): string | null => {
  // What a name stands for is so whatever the sentence goes on to tell.
  if (candidate.place?.role === 'gloss') return null;
  const { statement } = sentence;
  if (PLANS.test(statement)) return 'speaks of what was planned';
  const loose = COUNTS_ON.exec(statement)?.[0];
  if (loose !== undefined) return `“${loose.trim()}” counts on from something said before`;
  const subject = subjectOf(sentence, candidate);
  if (subject?.upos === 'NUM') return `“${subject.text}” does not say of what`;
  if (candidate.kind === 'where' && isInPassing(sentence, candidate)) return 'a place told in passing';
  const rough = candidate.kind === 'where' ? roughPlace(sentence, candidate) : null;
  if (rough !== null) return rough;
  if (isInsideNoun(sentence, candidate)) return 'a detail of another phrase';
  if (candidate.kind === 'role' && !hasYear(sentence) && isNow(sentence, candidate))
    return 'someone else may hold it by now';
  if (candidate.kind === 'quantity') return figureProblem(reading, sentence, candidate);
  if (candidate.kind === 'when') return dateProblem(reading, sentence, candidate);
  return participantProblem(reading, sentence, candidate);
};
