/** The certificate of a question: which checks code made, and how sure it is of each; or why it must not be written. */
import { givesAway, holdsAnswer, holdsPart, isWordy } from '@/lib/facts/answer-leaks';
import type { FoundFact } from '@/lib/facts/candidate';
import type { AnswerType, Article, Check, DraftOption } from '@/lib/model';

/** Below this, a person should look at what the reader made of the sentence. */
const CERTAIN = 0.95;

/** Where the text gives one such answer, there is one: nobody is born in two years. */
const SINGULAR: readonly AnswerType[] = [
  'date',
  'year',
  'time',
  'money',
  'percentage',
  'quantity',
  'ordinal',
  'acronym',
  'expansion',
  'person',
  'organisation',
];
/** Two values of these are different answers, wherever they come from. */
const VALUES: readonly AnswerType[] = ['date', 'year', 'time', 'money', 'percentage', 'quantity', 'ordinal'];

/**
 * `shown` is the stem as it is seen, hint included, without the key; `certainty`, 0..1, how sure the writer of the
 * stem is beside the finder of the fact; `provesItself`: the question's options decide it (true or false, which first).
 */
export type Certified = {
  readonly article: Article;
  readonly fact: FoundFact;
  readonly context: string | null;
  readonly shown: string;
  readonly certainty: number;
  readonly options: readonly DraftOption[];
  readonly provesItself: boolean;
};

/** Why no question may be made of a fact at all; `null` where nothing speaks against it. */
export const factProblem = (article: Article, fact: FoundFact): string | null => {
  const inPlace =
    article.text.slice(fact.span.start, fact.span.end) === fact.statement &&
    article.text.slice(fact.answerSpan.start, fact.answerSpan.end) === fact.answer &&
    fact.span.start <= fact.answerSpan.start &&
    fact.answerSpan.end <= fact.span.end;
  if (!inPlace || fact.answer.trim() === '') return 'the fact is not where it says it is';
  const loose = fact.leans.find(({ kind, resolvedBy }) => kind !== 'reference' && resolvedBy === null);
  return loose === undefined ? null : `nothing in view says what “${loose.text}” stands for`;
};

/** Why what is in view gives the answer away; `null` where it does not. */
export const leakProblem = (
  article: Article,
  fact: FoundFact,
  context: string | null,
  shown: string,
): string | null => {
  if (holdsAnswer(shown, fact.answer)) return 'the answer is said twice';
  const year = fact.answerType === 'date' ? /(?<!\d)\d{4}(?!\d)/u.exec(fact.answer)?.[0] : undefined;
  if (year !== undefined && holdsAnswer(shown, year)) return 'the year is said twice';
  // The hint stands in brackets and says the type alone.
  const stem = shown.replace(/\[[^\]]*\]/gu, '');
  if (isWordy(fact.answerType) && fact.answerType !== 'expansion' && holdsPart(stem, fact.answer))
    return 'part of the answer is said twice';
  const view = [article.title ?? '', context ?? ''].join('\n');
  return givesAway(view, fact.answer, fact.answerType)
    ? 'the title or the sentence before gives the answer away'
    : null;
};

const choiceChecks = ({ fact, options }: Certified): Check[] => {
  const others = options.filter(({ text }) => text !== fact.answer);
  // A reason given elsewhere may be one more reason here: of phrases, nothing is proved.
  const proved =
    VALUES.includes(fact.answerType) ||
    (fact.answerType !== 'phrase' && others.every(({ factKey }) => factKey !== null));
  return [
    { name: 'options-same-type', verdict: 'passed' },
    { name: 'options-distinct', verdict: 'passed' },
    { name: 'options-wrong', verdict: proved ? 'passed' : 'unsure' },
    { name: 'key-inconspicuous', verdict: 'passed' },
  ];
};

/** The checks of a question that has no problem, in the order of `CHECK_NAMES`. */
export const certify = (certified: Certified): Check[] => {
  const { fact, context, certainty, options, provesItself } = certified;
  const sure = (holds: boolean): Check['verdict'] => (holds ? 'passed' : 'unsure');
  const checks: Check[] = [
    { name: 'grounded', verdict: 'passed' },
    { name: 'certain-parse', verdict: sure(Math.min(certainty, fact.confidence) >= CERTAIN) },
    { name: 'self-contained', verdict: sure(context === null) },
    { name: 'no-leak', verdict: 'passed' },
    { name: 'right-type', verdict: sure(fact.answerType !== 'name') },
    { name: 'one-answer', verdict: sure(provesItself || SINGULAR.includes(fact.answerType)) },
    { name: 'lasting', verdict: sure(fact.doubt === null) },
  ];
  if (provesItself) return [...checks, { name: 'options-wrong', verdict: 'passed' }];
  return options.length === 0 ? checks : [...checks, ...choiceChecks(certified)];
};
