/** The checks that a proposal of a language model must pass: those of our own questions, and that it tells no lies. */
import { givesAway } from '@/lib/facts/answer-leaks';
import type { FoundFact } from '@/lib/facts/candidate';
import { leaningOf } from '@/lib/facts/leaning';
import { finish, readArticleInSteps, type ReadSentence, type Reading, stemOf } from '@/lib/facts/reading';
import { salienceOf } from '@/lib/facts/salience';
import { gateOf } from '@/lib/facts/sentence-gate';
import { attributionOf, speakerWords } from '@/lib/language/attribution';
import type { Parser } from '@/lib/language/parser/parser';
import type { AnswerType, FactKind, Span } from '@/lib/model';
import { factProblem, leakProblem } from './certificate';
import type { Proposal } from './proposal';
import { answerTypeAt, cutBy, placesOf } from './proposal-place';

/** A proposal that passed: the fact in the article's own characters, the question, and wrong options yet to be checked. */
export type SoundProposal = {
  readonly fact: FoundFact;
  readonly question: string;
  readonly wrong: readonly string[];
};
/** `refusal` is in plain words. */
export type CheckedProposal = SoundProposal | { readonly refusal: string };

const MOST_QUOTE = 1000;
const MOST_ANSWER_WORDS = 10;
const FEWEST_QUESTION_WORDS = 4;
const MOST_QUESTION_WORDS = 40;
/** Below what counts as certain: a person should look at what a model made of a sentence. */
const CONFIDENCE = 0.9;
/** How much facts matter that a model picks, among those that our finders pick. */
const WEIGHT = 0.6;

const VALUES: readonly AnswerType[] = ['date', 'year', 'time', 'money', 'percentage', 'quantity', 'ordinal'];
const TIMES: readonly AnswerType[] = ['date', 'year', 'time'];

const ABOUT_THE_TEXT =
  /\b(?:the|this) (?:article|passage|text|author|writer|paragraph|sentence|excerpt)\b|\bmentioned\b/iu;
const POINTS_OUTSIDE =
  /^(?:it|its|he|she|they|him|her|his|them|their|this|that|these|those|we|us|our|you|your|i|my)(?:\s|$)/iu;
/** In a question nothing came before that these could stand for. */
const PRONOUN =
  /\b(?:[Ii]t|[Hh]e|[Ss]he|[Tt]hey|[Hh]im|[Tt]hem|[Tt]his|[Tt]hese|[Tt]hose|I|[Ww]e|us|[Yy]ou|[Mm]y|[Oo]ur|[Yy]our)\b/u;
const NEGATIVE = /\b(?:not|no|never|neither|nor|without|cannot)\b|n['’]t\b/iu;

const countWords = (text: string): number => text.split(/\s+/u).filter((word) => word !== '').length;

const answerFormProblem = (answer: string): string | null => {
  if (countWords(answer) > MOST_ANSWER_WORDS) return `the answer has more than ${MOST_ANSWER_WORDS} words`;
  if (!/^[\p{L}\p{N}"“‘'($£€¥]/u.test(answer) || /[\s,;:.!?–—-]$/u.test(answer))
    return 'the answer begins or ends with a stray mark';
  if (/^(?:and|or|but)\s|\s(?:and|or|of|the|a|an|to|in)$/iu.test(answer)) return 'the answer is cut off';
  return POINTS_OUTSIDE.test(answer) ? 'the answer points outside itself' : null;
};

const questionFormProblem = (question: string): string | null => {
  const words = countWords(question);
  if (words < FEWEST_QUESTION_WORDS || words > MOST_QUESTION_WORDS)
    return 'the question is too short or too long';
  if (!/^\p{Lu}[^\n?]*\?$/u.test(question)) return 'not one whole question';
  if (!/\b(?:who|whom|whose|what|which|when|where|why|how)\b/iu.test(question))
    return 'the question has no question word';
  const pronoun = PRONOUN.exec(question)?.[0];
  if (pronoun !== undefined) return `“${pronoun}” is not named`;
  return ABOUT_THE_TEXT.test(question) ? 'the question asks about the text rather than the matter' : null;
};

/** What the question word allows the answer to be. */
const typeProblem = (question: string, type: AnswerType, answer: string): string | null => {
  const isValue = VALUES.includes(type);
  const wrong =
    (/^(?:when|(?:in|since|by|until) (?:what|which) year|(?:what|which) year)\b/iu.test(question) &&
      !TIMES.includes(type)) ||
    (/^how (?:many|much)\b/iu.test(question) && (!isValue || TIMES.includes(type))) ||
    (/^who(?:m|se)?\b/iu.test(question) && (isValue || type === 'place')) ||
    (/^where\b/iu.test(question) && (isValue || type === 'person')) ||
    (/^why\b/iu.test(question) && (type !== 'phrase' || countWords(answer) < 2));
  return wrong ? 'the answer is not of the sort that the question asks for' : null;
};

const kindOf = (question: string, type: AnswerType): FactKind => {
  if (TIMES.includes(type)) return 'when';
  if (VALUES.includes(type)) return 'quantity';
  if (/^where\b/iu.test(question)) return 'where';
  if (/^who(?:m|se)?\b/iu.test(question)) return 'who';
  return /^why\b/iu.test(question) ? 'cause' : 'statement';
};

/** Says the question as plain fact what the sentence only lets someone say, doubts or denies? */
const voiceProblem = (sentence: ReadSentence, answer: Span, question: string): string | null => {
  const words = new Set((question.match(/[\p{L}\p{M}]+/gu) ?? []).map(stemOf));
  const attribution = attributionOf(sentence.attributions, answer);
  if (attribution !== null) {
    // Of "the mayor of Corren, Paul Adler" the mayor and Adler speak, and not Corren.
    const whole = sentence.tree === null ? [] : speakerWords(sentence.tree, attribution);
    const people = sentence.names.filter(({ kind }) => kind === 'person');
    const named = whole
      .filter(
        (word) =>
          word === attribution.speaker ||
          people.some(({ start, end }) => start <= word.start && word.end <= end),
      )
      .some(({ text }) => words.has(stemOf(text)));
    if (!named) return 'the question does not say whose word it is';
  }
  for (const { hedge, negation } of sentence.clauses) {
    if (hedge !== null && !words.has(stemOf(hedge.text))) return `the question leaves out “${hedge.text}”`;
    if (negation !== null && !NEGATIVE.test(question)) return `the question leaves out “${negation.text}”`;
  }
  return null;
};

/** Proposals about one article are checked against its reading. */
export type ProposalCheck = (part: Span, proposal: Proposal) => CheckedProposal;

const capitalsIn = (question: string): string[] =>
  question.replace(/^\S+/u, '').match(/(?<![\p{L}\p{N}])(?:\p{Lu}[\p{L}\p{M}]+|\d[\d.,]*\d|\d)/gu) ?? [];

/** Opens the checks for an article; checking one proposal is linear in its part. */
export const openProposalCheck = (reading: Reading, parser: Parser): ProposalCheck => {
  const { article, sentences } = reading;
  const known = new Set(
    `${article.title ?? ''} ${article.text}`.match(/\p{L}[\p{L}\p{M}]+|\d[\d.,]*\d|\d/gu) ?? [],
  );

  const questionLeans = (question: string): string | null => {
    const invented = capitalsIn(question).find((word) => !known.has(word));
    if (invented !== undefined) return `“${invented}” is not in the article`;
    const read = finish(readArticleInSteps({ ...article, text: question }, parser));
    const [only, more] = read.sentences;
    if (only === undefined || more !== undefined) return 'not one whole question';
    const leaning = leaningOf({ ...reading, sentences: [only] }, only);
    return leaning.name === 'none' ? null : leaning.reason;
  };

  return (part, { quote, question: asked, answer: given, wrong }) => {
    const question = asked.trim().replace(/\s+/gu, ' ');
    if (quote.length > MOST_QUOTE) return { refusal: 'the quote is too long' };
    const [place] = placesOf(article.text, quote, part);
    if (place === undefined) return { refusal: 'the quote is not in the article' };
    const sentence = sentences.find(({ start, end }) => start <= place.start && place.end <= end);
    if (sentence === undefined) return { refusal: 'the quote is more than one sentence' };
    const answers = placesOf(article.text, given, place);
    const [answerSpan] = answers;
    if (answerSpan === undefined) return { refusal: 'the answer is not in the quote' };
    if (answers.length > 1) return { refusal: 'the answer stands twice in the quote' };
    const answer = article.text.slice(answerSpan.start, answerSpan.end);
    const cut = cutBy(sentence, answerSpan);
    if (cut !== null) return { refusal: `the answer cuts “${cut}” in two` };
    const answerType = answerTypeAt(sentence, answerSpan);
    const kind = kindOf(question, answerType);
    const fact: FoundFact = {
      key: `${kind}-${answerSpan.start}-${answerSpan.end}`,
      kind,
      statement: sentence.statement,
      span: { start: sentence.start, end: sentence.end },
      answer,
      answerSpan,
      answerType,
      salience: salienceOf(reading, sentence, { weight: WEIGHT, confidence: CONFIDENCE }),
      confidence: CONFIDENCE,
      leans: [],
      sentence,
      place: null,
      doubt: null,
    };
    const refusal =
      gateOf(sentence).question ??
      answerFormProblem(answer) ??
      questionFormProblem(question) ??
      typeProblem(question, answerType, answer) ??
      factProblem(article, fact) ??
      (givesAway(question, answer, answerType) ? 'the question gives the answer away' : null) ??
      leakProblem(article, fact, null, question) ??
      voiceProblem(sentence, answerSpan, question) ??
      questionLeans(question);
    return refusal === null ? { fact, question, wrong } : { refusal };
  };
};
