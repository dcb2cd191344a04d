/** The vocabulary that the rooms share. A schema is its type; a list gives the values and the type. */
import { z } from 'zod';

/** A stretch of a text: UTF-16 offsets, `end` exclusive, so that `text.slice(start, end)` is the stretch. */
export const spanSchema = z
  .object({ start: z.int().min(0), end: z.int().min(0) })
  .refine((span) => span.start <= span.end, 'a span ends where it starts or after');
export type Span = z.infer<typeof spanSchema>;

/** What is read: the text as the user confirmed it, with what is known about where it comes from. */
export type Article = {
  readonly title: string | null;
  /** The whole text, its title line included where it has one; every span is an offset into it. */
  readonly text: string;
  /** A BCP 47 language tag. */
  readonly language: string;
};

export const FACT_KINDS = [
  'when',
  'where',
  'who',
  'role',
  'definition',
  'acronym',
  'quantity',
  'comparison',
  'cause',
  'purpose',
  'member',
  'attribution',
  /** A card that the user wrote, or any fact of no narrower kind. */
  'statement',
] as const;
export const factKindSchema = z.enum(FACT_KINDS);
export type FactKind = z.infer<typeof factKindSchema>;

/** What an answer is; two answers may stand side by side as options only where their types are equal. */
export const ANSWER_TYPES = [
  'date',
  'year',
  'time',
  'money',
  'percentage',
  'quantity',
  'ordinal',
  'person',
  'organisation',
  'place',
  'name',
  'acronym',
  'expansion',
  'term',
  'phrase',
] as const;
export const answerTypeSchema = z.enum(ANSWER_TYPES);
export type AnswerType = z.infer<typeof answerTypeSchema>;

/**
 * Something that a sentence leaves for its surroundings to say: a pronoun or "the pact" (reference), a day whose
 * year it does not name (year), or a word that someone else must stand for (attribution).
 */
export const leanSchema = z.object({
  kind: z.enum(['reference', 'year', 'attribution']),
  /** As it stands in the text. */
  text: z.string(),
  span: spanSchema,
  /** Where the reader of a card finds what is meant; `null` where nothing in view says it. */
  resolvedBy: z.enum(['title', 'before', 'sentence']).nullable(),
  /** What is meant, where that is certain. */
  antecedent: z.string().nullable(),
});
export type Lean = z.infer<typeof leanSchema>;

/** What the reader finds in an article: one thing worth knowing, with the sentence that proves it. */
export type DraftFact = {
  /** Unique in the article and the same at every reading. */
  readonly key: string;
  readonly kind: FactKind;
  /** The proving sentence, verbatim: `text.slice(span.start, span.end)`. */
  readonly statement: string;
  readonly span: Span;
  readonly answer: string;
  /** Where the answer stands in the article; inside `span`. */
  readonly answerSpan: Span;
  readonly answerType: AnswerType;
  /** 0..1: how central the fact is to its article. */
  readonly salience: number;
  /** 0..1: how sure the reader is that it read the sentence right. */
  readonly confidence: number;
  readonly leans: readonly Lean[];
};

/** A stretch that gave no fact or question, and why. */
export const leftOutSchema = z.object({ span: spanSchema, statement: z.string(), reason: z.string() });
export type LeftOut = z.infer<typeof leftOutSchema>;

/**
 * `basic` asks in words and wants the answer recalled, `number` wants a number within a tolerance, `date` a date. The
 * others have options: one is right of `choice`, of `true-false` ("True" and "False"), of `larger` (two things of which
 * one is more) and of `earliest` (events of which one came first), several may be of `several`; those of `order` are
 * brought in order, and of `match` each belongs to something.
 */
export const QUESTION_FORMS = [
  'cloze',
  'basic',
  'number',
  'date',
  'choice',
  'true-false',
  'larger',
  'earliest',
  'several',
  'order',
  'match',
] as const;
export const questionFormSchema = z.enum(QUESTION_FORMS);
export type QuestionForm = z.infer<typeof questionFormSchema>;

export { BLANK } from './blank';

/** What code can check of a question; the words for each stand in components/evidence. */
export const CHECK_NAMES = [
  /** The answer stands in the sentence, and the sentence in the article, at the offsets given. */
  'grounded',
  /** The parse that the stem and the answer rest on is certain. */
  'certain-parse',
  /** The sentence, with what is shown beside it, needs nothing else. */
  'self-contained',
  /** Nothing in view holds the answer or a cue to it. */
  'no-leak',
  /** The answer is of the type that is asked for, and whole. */
  'right-type',
  /** Nothing else in the article fits. */
  'one-answer',
  /** It still stands when the text is forgotten: no figure without a year, no plan, no anecdote. */
  'lasting',
  'options-same-type',
  'options-distinct',
  /** Each wrong option is provably wrong: it stands elsewhere in the article, or differs in value. */
  'options-wrong',
  'key-inconspicuous',
  /** A language model was asked: it finds the answer with the passage and not without. */
  'needs-passage',
] as const;
export const checkSchema = z.object({
  name: z.enum(CHECK_NAMES),
  /** `unsure`: nothing speaks against it, but code cannot be certain; a person should look. */
  verdict: z.enum(['passed', 'unsure']),
});
export type Check = z.infer<typeof checkSchema>;
/** A stored certificate; the bare names that the first reader wrote say nothing and are dropped. */
export const certificateSchema = z
  .array(z.union([checkSchema, z.string()]))
  .transform((checks) => checks.filter((check) => typeof check !== 'string'));

/** One option of a choice question, with the fact it comes from (`null` where a user wrote it). */
export type DraftOption = { readonly text: string; readonly factKey: string | null };

export type DraftQuestion = {
  readonly factKey: string;
  readonly form: QuestionForm;
  /** What is asked, as it is shown; for a cloze the sentence with `BLANK` and a typed hint in the answer's place. */
  readonly prompt: string;
  /** The sentence before, shown greyed where this one leans on it. */
  readonly context: string | null;
  readonly answer: string;
  /** The key and its distractors in the order shown; empty where the answer is recalled. */
  readonly options: readonly DraftOption[];
  /** Other sets of distractors that may stand in place of those of `options`, each as good; absent where none is. */
  readonly otherDistractors?: readonly (readonly DraftOption[])[];
  /** The certificate: what code checked, in the order of `CHECK_NAMES`. A question that fails one is not written. */
  readonly checks: readonly Check[];
};

export const STATUSES = ['proposed', 'accepted', 'rejected'] as const;
export const statusSchema = z.enum(STATUSES);
export type Status = z.infer<typeof statusSchema>;

/**
 * A fact may also be `spare`: sound, but beyond the number that was asked for, until someone wants more; or `archived`:
 * its article no longer says it.
 */
export const FACT_STATUSES = [...STATUSES, 'spare', 'archived'] as const;
export const factStatusSchema = z.enum(FACT_STATUSES);
export type FactStatus = z.infer<typeof factStatusSchema>;

export const ORIGINS = ['reader', 'edited', 'user'] as const;
export const originSchema = z.enum(ORIGINS);
export type Origin = z.infer<typeof originSchema>;

/** A stored option: `factId` is the fact that proves what the option would be right for. */
export const optionSchema = z.object({ text: z.string(), factId: z.string().nullable() });
export type Option = z.infer<typeof optionSchema>;

/** The column `otherDistractors`; `null`: there are none. */
export const otherDistractorsSchema = z.array(z.array(optionSchema).min(1)).nullable();

export type Question = {
  readonly id: string;
  readonly factId: string;
  readonly form: QuestionForm;
  readonly prompt: string;
  readonly context: string | null;
  readonly answer: string;
  /** What passes besides the answer; absent where it was not asked for. */
  readonly accepted?: readonly string[];
  readonly options: readonly Option[];
  /** Other sets of distractors that a paper may draw; absent where there are none or they were not asked for. */
  readonly otherDistractors?: readonly (readonly Option[])[];
  readonly checks: readonly Check[];
  readonly origin: Origin;
  readonly status: Status;
};

export type Fact = {
  readonly id: string;
  readonly deckId: string;
  readonly articleId: string | null;
  readonly kind: FactKind;
  readonly statement: string;
  /** `null` for a card that a user wrote without an article. */
  readonly span: Span | null;
  readonly answerSpan: Span | null;
  readonly salience: number;
  /** `null` for what a person wrote, or was read before it was kept. */
  readonly confidence: number | null;
  readonly leans: readonly Lean[];
  readonly status: FactStatus;
  /** The sentence as it stood before the article changed; `null`: it is as it was read. */
  readonly before: string | null;
};

/** A fact with what asks for it, the cloze first. */
export type FactWithQuestions = Fact & { readonly questions: readonly Question[] };

/** From worst to best; the order is FSRS's 1 to 4. */
export const RATINGS = ['again', 'hard', 'good', 'easy'] as const;
export const ratingSchema = z.enum(RATINGS);
export type Rating = z.infer<typeof ratingSchema>;

/** What is answered for practice is in the log like the rest, and leaves the schedule alone. */
export const REVIEW_MODES = ['study', 'quiz', 'practice', 'live'] as const;
export const reviewModeSchema = z.enum(REVIEW_MODES);
export type ReviewMode = z.infer<typeof reviewModeSchema>;

/** The weights of FSRS-6, w0 to w20. Weights of another version are no weights here: what they meant is for a replay. */
export const weightsSchema = z.array(z.number()).length(21).readonly();
export type Weights = z.infer<typeof weightsSchema>;

/** When a learner's day begins and how sure they want to be: all that the schedule must know of a person. */
export const learnerSchema = z.object({
  /** An IANA zone such as `Europe/Berlin`. */
  zone: z.string(),
  /** The hour at which a new day begins, 0..23; 4 unless changed, as in Anki. */
  dayStart: z.int().min(0).max(23),
  /** Desired retention, 0.70..0.97. */
  retention: z.number().min(0.7).max(0.97),
  /**
   * Their own weights; left out: the defaults. Always the present ones: a replay of the log uses the weights that the
   * learner has now, whatever they were at an answer.
   */
  weights: weightsSchema.optional(),
});
export type Learner = z.infer<typeof learnerSchema>;

export const MEMORY_PHASES = ['learning', 'review', 'relearning'] as const;
export const memoryPhaseSchema = z.enum(MEMORY_PHASES);
export type MemoryPhase = z.infer<typeof memoryPhaseSchema>;

/** What FSRS knows of one fact in one head; `null` stands for a fact never seen. */
export type MemoryState = {
  readonly phase: MemoryPhase;
  /** The learning or relearning step that comes next, from 0. */
  readonly step: number;
  /** Days until retrievability falls to 0.9. */
  readonly stability: number;
  /** 1..10. */
  readonly difficulty: number;
  readonly due: Date;
  readonly lastReview: Date;
  /** The learner's day of the last review (numbered as by `dayOf`), as they counted days then. */
  readonly lastDay: number;
  /** Days between the last review and `due`. */
  readonly scheduledDays: number;
  readonly reps: number;
  readonly lapses: number;
};
