/** A paper: the questions of one attempt, as snapshots that no later edit changes. */
import { z } from 'zod';
import { choosesOne, hasOptions } from '@/lib/forms';
import { pairsOf } from '@/lib/key-parts';
import {
  optionSchema,
  QUESTION_FORMS,
  questionFormSchema,
  spanSchema,
  type Fact,
  type Question,
  type QuestionForm,
} from '@/lib/model';
import { drawnOptions, keyTexts, shownOptions } from './shown-options';
import { parted, type Met } from '@/lib/questions/giveaways';
import { seededRandom, shuffled } from '@/lib/questions/seeded-random';
import { datePartsOf, type DatePart } from './date-answer';
import { readNumberKey } from './number-answer';
import { nearAnswers } from './typed-answer';

/** One question as it was put, with all that is needed to mark it and to show its proof at any later time. */
export const paperItemSchema = z.object({
  questionId: z.string(),
  factId: z.string(),
  form: questionFormSchema,
  prompt: z.string(),
  context: z.string().nullable(),
  answer: z.string(),
  /** In the order shown; empty where the answer is typed. */
  options: z.array(optionSchema),
  /** Other sets of distractors, in a paper from which those of several takers are drawn. */
  otherDistractors: z.array(z.array(optionSchema)).exactOptional(),
  /** Answers to other questions that could be taken for a mistyped `answer`; they are wrong here. */
  rivals: z.array(z.string()),
  statement: z.string(),
  span: spanSchema.nullable(),
  articleId: z.string().nullable(),
});
export type PaperItem = z.infer<typeof paperItemSchema>;

/** What an attempt stores. */
export const paperSchema = z.array(paperItemSchema);

/** What of a fact goes into a paper. */
export type PaperFact = Pick<Fact, 'id' | 'statement' | 'span' | 'articleId'>;

export type PaperPlan = {
  readonly questions: readonly Question[];
  readonly facts: readonly PaperFact[];
  /** How many questions are wanted; there are fewer where there are fewer facts. */
  readonly count: number;
  readonly seed: string | number;
  /** The forms to ask in; all where none are named. */
  readonly forms?: ReadonlySet<QuestionForm>;
  /** Facts to take before others, the first one first, by id; by chance where nothing is said. */
  readonly firstFacts?: readonly string[];
  /** Ids of questions that were put before, the latest first: of each fact the one longest not put is taken. */
  readonly seen?: readonly string[];
  /** Questions in the order of `facts` instead of a shuffled one. */
  readonly keepsOrder?: boolean;
  /** Options as they stand instead of shuffled. */
  readonly keepsOptions?: boolean;
  /** The distractors as they stand, the others beside them, for papers to be drawn from this one. */
  readonly keepsOthers?: boolean;
};

type Candidate = { readonly fact: PaperFact; readonly questions: Question[] };

/** Without its key among two or more options a question that shows options cannot be answered. */
const isAnswerable = (question: Question): boolean => {
  const { form, options, status } = question;
  if (status === 'rejected') return false;
  if (!hasOptions(form)) return true;
  const key = keyTexts(question);
  const isWhole = key.length > 0 && key.every((part) => options.some(({ text }) => text === part));
  // Of things to arrange there are at least two.
  return isWhole && options.length > 1 && (form === 'several' || choosesOne(form) || key.length > 1);
};

/** The facts with their questions in an order that hangs on ids alone, whatever order the rows came in. */
const candidatesOf = ({ questions, facts, forms }: PaperPlan): Candidate[] => {
  const candidates = new Map<string, Candidate>(facts.map((fact) => [fact.id, { fact, questions: [] }]));
  for (const question of questions) {
    if (forms?.has(question.form) === false) continue;
    if (isAnswerable(question)) candidates.get(question.factId)?.questions.push(question);
  }
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : Number(a.id > b.id));
  return [...candidates.values()]
    .filter((candidate) => candidate.questions.length > 0)
    .map(({ fact, questions: own }) => ({ fact, questions: own.sort(byId) }))
    .sort((a, b) => byId(a.fact, b.fact));
};

type Chosen = { readonly fact: PaperFact; readonly question: Question };

/** With only those of its questions that were never put or, where all were, the one put longest ago. */
const longestUnseen = (candidates: readonly Candidate[], seen: readonly string[]): Candidate[] => {
  const age = new Map<string, number>();
  for (const [index, id] of seen.entries()) if (!age.has(id)) age.set(id, index);
  const ageOf = ({ id }: Question): number => age.get(id) ?? seen.length;
  return candidates.map(({ fact, questions }) => {
    const oldest = Math.max(...questions.map(ageOf));
    return { fact, questions: questions.filter((question) => ageOf(question) === oldest) };
  });
};

/** One question for each fact, so that the forms come out as even as the questions allow. */
const mixForms = (candidates: readonly Candidate[], random: () => number): Chosen[] => {
  const used = new Map<QuestionForm, number>(QUESTION_FORMS.map((form) => [form, 0]));
  const timesOf = (form: QuestionForm): number => used.get(form) ?? 0;
  const formsOf = ({ questions }: Candidate) => new Set(questions.map(({ form }) => form)).size;
  // Those with a single form have no choice; the others then even out what these have made uneven.
  const leastFreeFirst = [...candidates].sort((a, b) => formsOf(a) - formsOf(b));
  return leastFreeFirst.flatMap(({ fact, questions }) => {
    const [question] = shuffled(questions, random).sort((a, b) => timesOf(a.form) - timesOf(b.form));
    if (!question) return [];
    used.set(question.form, timesOf(question.form) + 1);
    return [{ fact, question }];
  });
};

/** Those to take first in their order, then the others as they come. */
const preferred = (candidates: readonly Candidate[], first: readonly string[]): Candidate[] => {
  const place = new Map(first.map((id, index) => [id, index]));
  return [...candidates].sort(
    (a, b) => (place.get(a.fact.id) ?? first.length) - (place.get(b.fact.id) ?? first.length),
  );
};

/**
 * The first `count` of which none tells the answer of another; only where there are not so many, also those that do,
 * since whoever asks for ten questions is to have ten.
 */
const apartFirst = (candidates: readonly Candidate[], count: number): Candidate[] => {
  const met = ({ fact, questions: [question] }: Candidate): Met => ({
    factId: fact.id,
    statement: fact.statement,
    asked: question?.prompt ?? '',
    answer: question?.answer ?? '',
  });
  const { apart, passedOver } = parted(candidates, met, count);
  return [...apart, ...passedOver].slice(0, count);
};

/**
 * A paper of `count` questions, each on another fact, forms mixed, distractors drawn, questions and options shuffled: the same plan
 * with the same seed gives the same paper, in whatever order questions and facts are listed (but for an order that
 * is to be kept). Facts that tell each other's answers stand in one paper only
 * where there are not enough others. Questions that were rejected, that cannot be answered or whose fact is not listed are left out.
 */
export const assemblePaper = (plan: PaperPlan): PaperItem[] => {
  const random = seededRandom(plan.seed);
  const drawn = preferred(shuffled(candidatesOf(plan), random), plan.firstFacts ?? []);
  const chosen = longestUnseen(apartFirst(drawn, Math.max(0, plan.count)), plan.seen ?? []);
  const asked = plan.questions.filter(isAnswerable);
  const near = nearAnswers(asked.map(({ answer }) => answer));
  // Another wording of the same fact's answer is no rival to it.
  const rivalsOf = ({ factId, answer }: Question) =>
    near(answer).filter((other) =>
      asked.some((question) => question.answer === other && question.factId !== factId),
    );
  const mixed = shuffled(mixForms(chosen, random), random);
  const place = new Map(plan.facts.map(({ id }, index) => [id, index]));
  if (plan.keepsOrder === true)
    mixed.sort((a, b) => (place.get(a.fact.id) ?? 0) - (place.get(b.fact.id) ?? 0));
  const put = (question: Question): Question =>
    plan.keepsOthers === true ? question : { ...question, options: drawnOptions(question, random) };
  const othersOf = ({ otherDistractors = [] }: Question): Pick<PaperItem, 'otherDistractors'> =>
    plan.keepsOthers === true && otherDistractors.length > 0
      ? { otherDistractors: otherDistractors.map((set) => set.map((option) => ({ ...option }))) }
      : {};
  return mixed.map(({ fact, question }) => ({
    questionId: question.id,
    factId: fact.id,
    form: question.form,
    prompt: question.prompt,
    context: question.context,
    answer: question.answer,
    options: shownOptions(put(question), plan.keepsOptions === true, random).map(({ text, factId }) => ({
      text,
      factId,
    })),
    ...othersOf(question),
    rivals: hasOptions(question.form) ? [] : rivalsOf(question),
    statement: fact.statement,
    span: fact.span && { start: fact.span.start, end: fact.span.end },
    articleId: fact.articleId,
  }));
};

/**
 * What may leave the server before the reveal. The options are bare texts: the fact behind an option would give
 * the key away. A `PaperItem` is no `PublicItem` to the compiler, so that none goes out by mistake.
 */
export type PublicItem = Pick<PaperItem, 'questionId' | 'form' | 'prompt' | 'context'> & {
  /** The title of the article that it asks about; `null` for a card without one. */
  readonly source: string | null;
  readonly options: readonly string[];
  /** To what each option is to be matched; empty but for `match`. */
  readonly lefts: readonly string[];
  /** The unit in which a number is asked for; `null` where there is none, and for every other form. */
  readonly unit: string | null;
  /** Which parts of a date are asked for; empty but for `date`. */
  readonly dateParts: readonly DatePart[];
};

/** The question without its answer and its proof. */
export const publicItem = (item: PaperItem, source: string | null): PublicItem => ({
  source,
  questionId: item.questionId,
  form: item.form,
  prompt: item.prompt,
  context: item.context,
  options: item.options.map(({ text }) => text),
  lefts: item.form === 'match' ? pairsOf(item.answer).map(({ left }) => left) : [],
  unit: item.form === 'number' ? (readNumberKey(item.answer)?.unitWords ?? null) : null,
  dateParts: item.form === 'date' ? datePartsOf(item.answer) : [],
});
