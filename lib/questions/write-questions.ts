/** From facts to questions: for each fact the forms that are safe for it. */
import { holdsAnswer } from '@/lib/facts/answer-leaks';
import type { FoundFact } from '@/lib/facts/candidate';
import { contextOf } from '@/lib/facts/leaning';
import { finish, type Reading } from '@/lib/facts/reading';
import { isEnglish } from '@/lib/language/language-guess';
import type { Check, DraftOption, DraftQuestion, LeftOut } from '@/lib/model';
import { certify, factProblem, leakProblem } from './certificate';
import { clozePrompt, gapPrompt } from './cloze';
import { indexRivals, type RivalIndex } from './distractors';
import { type Larger, writeLarger } from './larger';
import { chooseOptions } from './multiple-choice';
import { type Ordering, writeOrderings } from './ordering';
import { writeTrueFalse } from './true-false';

export type QuestionsAsked = {
  readonly reading: Reading;
  readonly facts: readonly FoundFact[];
  /** The same seed gives the same order of options; another seed changes that, and which sentences are true, alone. */
  readonly seed: string | number;
  /** Asks a fact in words, where its parse is certain; without it, facts are asked by gaps alone. */
  readonly askInWords?: (reading: Reading, fact: FoundFact) => InWords;
};
export type QuestionsWritten = { readonly questions: DraftQuestion[]; readonly leftOut: LeftOut[] };

/** A question in words, or why there is none. `certainty`, 0..1, is that of the parse it was turned round by. */
export type InWords =
  | { readonly prompt: string; readonly answer: string; readonly certainty: number }
  | { readonly refusal: string };

/** What stays the same for all forms of one fact. */
type Asked = {
  readonly all: QuestionsAsked;
  readonly fact: FoundFact;
  readonly context: string | null;
  readonly rivals: RivalIndex;
  readonly inWords: Exclude<InWords, { readonly refusal: string }> | null;
  readonly isAlone: boolean;
};

/** A longer sentence is better asked in words than shown with a gap. */
const MOST_CLOZE_WORDS = 30;

const checksOf = (
  { all, fact, context }: Asked,
  shown: string,
  more: { certainty?: number; options?: readonly DraftOption[]; provesItself?: boolean } = {},
): Check[] =>
  certify({
    article: all.reading.article,
    fact,
    context,
    shown,
    certainty: more.certainty ?? 1,
    options: more.options ?? [],
    provesItself: more.provesItself ?? false,
  });

const leaksIn = ({ all, fact, context }: Asked, shown: string): string | null =>
  leakProblem(all.reading.article, fact, context, shown);

const writeBasic = (asked: Asked): DraftQuestion | null => {
  const { fact, context, inWords } = asked;
  if (inWords === null) return null;
  const { prompt, answer, certainty } = inWords;
  const checks = checksOf(asked, prompt, { certainty });
  return { factKey: fact.key, form: 'basic', prompt, context, answer, options: [], checks };
};

const writeCloze = (asked: Asked): DraftQuestion | null => {
  const { fact, context, inWords, isAlone } = asked;
  const isLong = fact.statement.split(/\s+/u).length > MOST_CLOZE_WORDS;
  if (inWords !== null && (isLong || !isAlone)) return null;
  const prompt = clozePrompt(fact);
  const checks = checksOf(asked, prompt);
  return { factKey: fact.key, form: 'cloze', prompt, context, answer: fact.answer, options: [], checks };
};

const viewOf = ({ all, context }: Asked, prompt: string): string =>
  [all.reading.article.title ?? '', context ?? '', prompt].join('\n');

const writeChoice = (asked: Asked): DraftQuestion | null => {
  const { all, fact, context, rivals, inWords } = asked;
  const prompt = inWords?.prompt ?? gapPrompt(fact);
  const options = chooseOptions(fact, rivals, viewOf(asked, prompt), all.seed);
  if (options === null) return null;
  const certainty = inWords?.certainty ?? 1;
  const checks = checksOf(asked, prompt, { certainty, options });
  return { factKey: fact.key, form: 'choice', prompt, context, answer: fact.answer, options, checks };
};

const TRUE_FALSE: readonly DraftOption[] = [
  { text: 'True', factKey: null },
  { text: 'False', factKey: null },
];

/** What makes good wrong options makes a false sentence. */
const writeStatement = (asked: Asked, choice: DraftQuestion | null): DraftQuestion | null => {
  const { all, fact, context } = asked;
  if (context !== null || choice === null) return null;
  const wrong = choice.options.map(({ text }) => text).filter((text) => text !== fact.answer);
  const written = writeTrueFalse(fact, wrong.sort(), all.seed);
  if (written === null) return null;
  const { prompt, answer } = written;
  const checks = checksOf(asked, prompt, { provesItself: true });
  return { factKey: fact.key, form: 'true-false', prompt, context, answer, options: TRUE_FALSE, checks };
};

const askOne = (asked: Asked): DraftQuestion[] | string => {
  const { all, fact, context, inWords } = asked;
  const problem = factProblem(all.reading.article, fact, context);
  if (problem !== null) return problem;
  const gapLeak = leaksIn(asked, gapPrompt(fact));
  const wordsLeak = inWords === null ? gapLeak : leaksIn(asked, inWords.prompt);
  if (gapLeak !== null && wordsLeak !== null) return gapLeak;
  // Of other languages we know too little to write wrong answers.
  if (!isEnglish(all.reading.article.language)) return [writeCloze(asked)].filter((one) => one !== null);
  const choice = wordsLeak === null ? writeChoice(asked) : null;
  return [
    wordsLeak === null ? writeBasic(asked) : null,
    gapLeak === null ? writeCloze(asked) : null,
    choice,
    gapLeak === null ? writeStatement(asked, choice) : null,
  ].filter((question) => question !== null);
};

/** A question whose options the article itself puts in order: each of them has its own sentence. */
const writeBetween = (
  all: QuestionsAsked,
  form: 'larger' | 'earliest',
  { fact, prompt, answer, options }: Larger | Ordering,
): DraftQuestion => {
  const { article } = all.reading;
  const certified = {
    article,
    fact,
    context: null,
    shown: prompt,
    certainty: 1,
    options,
    provesItself: true,
  };
  return { factKey: fact.key, form, prompt, context: null, answer, options, checks: certify(certified) };
};

/** How many facts a sentence has, so that none is asked by a gap that shows the others where words would do. */
const countBySentence = (facts: readonly FoundFact[]): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>();
  for (const { sentence } of facts) counts.set(sentence.index, (counts.get(sentence.index) ?? 0) + 1);
  return counts;
};

/** The question in words, unless it holds its answer. */
const inWordsOf = (asked: InWords | undefined): Asked['inWords'] =>
  asked === undefined || 'refusal' in asked || holdsAnswer(asked.prompt, asked.answer) ? null : asked;

/** As `writeQuestions`, in small steps: yields the share done, 0..1. */
export const writeQuestionsInSteps = function* (all: QuestionsAsked): Generator<number, QuestionsWritten> {
  const { reading, facts } = all;
  const rivals = indexRivals(reading, facts);
  const counts = countBySentence(facts);
  const questions: DraftQuestion[] = [];
  const leftOut: LeftOut[] = [];
  /** The facts whose sentences stand by themselves. */
  const alone: FoundFact[] = [];
  for (const [index, fact] of facts.entries()) {
    if (index % 64 === 63) yield index / facts.length;
    const context = contextOf(reading, fact.sentence);
    if (context === null) alone.push(fact);
    const written = askOne({
      all,
      fact,
      context,
      rivals,
      inWords: inWordsOf(all.askInWords?.(reading, fact)),
      isAlone: counts.get(fact.sentence.index) === 1,
    });
    if (typeof written === 'string')
      leftOut.push({ span: fact.span, statement: fact.statement, reason: written });
    else questions.push(...written);
  }
  if (isEnglish(reading.article.language)) {
    questions.push(
      ...writeLarger(alone, all.seed).map((larger) => writeBetween(all, 'larger', larger)),
      ...writeOrderings(alone, all.seed).map((ordering) => writeBetween(all, 'earliest', ordering)),
    );
  }
  return { questions, leftOut };
};

/**
 * The questions about the `facts` of a reading, in their order, each with its certificate; a fact that fails a check
 * is left out with the reason. Deterministic for reading, facts and seed. Never throws.
 */
export const writeQuestions = (asked: QuestionsAsked): QuestionsWritten =>
  finish(writeQuestionsInSteps(asked));
