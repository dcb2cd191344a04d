/** From facts to questions: a cloze for each, and a choice question where three good wrong answers exist. */
import { givesAway, holdsAnswer } from '@/lib/facts/answer-leaks';
import { contextOf } from '@/lib/facts/leaning';
import type { FoundFact } from '@/lib/facts/candidate';
import { finish, type Reading } from '@/lib/facts/reading';
import {
  BLANK,
  type Article,
  type Check,
  type DraftFact,
  type DraftQuestion,
  type LeftOut,
} from '@/lib/model';
import { hintFor } from './answer-hint';
import { chooseOptions, indexRivals, type RivalIndex } from './multiple-choice';

export type QuestionsAsked = {
  readonly reading: Reading;
  readonly facts: readonly FoundFact[];
  /** The same seed gives the same order of options; another seed changes nothing else. */
  readonly seed: string | number;
};
export type QuestionsWritten = { readonly questions: DraftQuestion[]; readonly leftOut: LeftOut[] };

type Part = { readonly before: string; readonly after: string };

const partsOf = ({ statement, span, answerSpan }: DraftFact): Part => ({
  before: statement.slice(0, answerSpan.start - span.start),
  after: statement.slice(answerSpan.end - span.start),
});

/** The checks that a fact's stem passes, or the reason why it cannot be asked. */
const checkStem = (article: Article, fact: DraftFact, context: string | null): readonly Check[] | string => {
  const { before, after } = partsOf(fact);
  const inPlace =
    article.text.slice(fact.span.start, fact.span.end) === fact.statement &&
    article.text.slice(fact.answerSpan.start, fact.answerSpan.end) === fact.answer &&
    fact.span.start <= fact.answerSpan.start &&
    fact.answerSpan.end <= fact.span.end;
  if (!inPlace || fact.answer.trim() === '') return 'the fact is not where it says it is';
  if (holdsAnswer(before, fact.answer) || holdsAnswer(after, fact.answer)) return 'the answer is said twice';
  const view = [article.title ?? '', context ?? ''].join('\n');
  if (givesAway(view, fact.answer, fact.answerType))
    return 'the title or the sentence before gives the answer away';
  return [
    { name: 'grounded', verdict: 'passed' },
    { name: 'self-contained', verdict: context === null ? 'passed' : 'unsure' },
    { name: 'no-leak', verdict: 'passed' },
    { name: 'right-type', verdict: 'passed' },
  ];
};

const writeCloze = (fact: DraftFact, context: string | null, checks: readonly Check[]): DraftQuestion => {
  const { before, after } = partsOf(fact);
  const prompt = `${before}${BLANK} [${hintFor(fact)}]${after}`;
  return { factKey: fact.key, form: 'cloze', prompt, context, answer: fact.answer, options: [], checks };
};

const writeChoice = (
  cloze: DraftQuestion,
  fact: DraftFact,
  asked: QuestionsAsked,
  rivals: RivalIndex,
): DraftQuestion | null => {
  const { before, after } = partsOf(fact);
  const prompt = `${before}${BLANK}${after}`;
  const view = [asked.reading.article.title ?? '', cloze.context ?? '', prompt].join('\n');
  const options = chooseOptions(fact, rivals, view, asked.seed);
  if (options === null) return null;
  const checks: Check[] = [
    ...cloze.checks,
    { name: 'options-same-type', verdict: 'passed' },
    { name: 'options-distinct', verdict: 'passed' },
    { name: 'key-inconspicuous', verdict: 'passed' },
  ];
  return { ...cloze, form: 'choice', prompt, options, checks };
};

/** As `writeQuestions`, in small steps: yields the share done, 0..1. */
export const writeQuestionsInSteps = function* (asked: QuestionsAsked): Generator<number, QuestionsWritten> {
  const { reading } = asked;
  const rivals = indexRivals(asked.facts);
  const questions: DraftQuestion[] = [];
  const leftOut: LeftOut[] = [];
  for (const [index, fact] of asked.facts.entries()) {
    if (index % 64 === 63) yield index / asked.facts.length;
    const context = contextOf(reading, fact.sentence);
    const checks = checkStem(reading.article, fact, context);
    if (typeof checks === 'string') {
      leftOut.push({ span: fact.span, statement: fact.statement, reason: checks });
      continue;
    }
    const cloze = writeCloze(fact, context, checks);
    const choice = writeChoice(cloze, fact, asked, rivals);
    questions.push(cloze, ...(choice === null ? [] : [choice]));
  }
  return { questions, leftOut };
};

/**
 * The questions about the `facts` of a reading, in their order, each with the names of the checks that it passed; a fact that
 * fails one is left out with the reason. Deterministic for reading, facts and seed. Never throws.
 */
export const writeQuestions = (asked: QuestionsAsked): QuestionsWritten =>
  finish(writeQuestionsInSteps(asked));
