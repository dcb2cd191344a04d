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
};

/** A stretch that gave no fact or question, and why. */
export type LeftOut = { readonly span: Span; readonly statement: string; readonly reason: string };

export const QUESTION_FORMS = ['cloze', 'choice', 'basic'] as const;
export const questionFormSchema = z.enum(QUESTION_FORMS);
export type QuestionForm = z.infer<typeof questionFormSchema>;

export { BLANK } from './blank';

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
  /** For `choice`: the key and its distractors in the order shown; otherwise empty. */
  readonly options: readonly DraftOption[];
  /** The checks of the rubric that code made and that passed, by name. */
  readonly checks: readonly string[];
};

export const STATUSES = ['proposed', 'accepted', 'rejected'] as const;
export const statusSchema = z.enum(STATUSES);
export type Status = z.infer<typeof statusSchema>;

export const ORIGINS = ['reader', 'edited', 'user'] as const;
export const originSchema = z.enum(ORIGINS);
export type Origin = z.infer<typeof originSchema>;

/** A stored option: `factId` is the fact that proves what the option would be right for. */
export const optionSchema = z.object({ text: z.string(), factId: z.string().nullable() });
export type Option = z.infer<typeof optionSchema>;

export type Question = {
  readonly id: string;
  readonly factId: string;
  readonly form: QuestionForm;
  readonly prompt: string;
  readonly context: string | null;
  readonly answer: string;
  readonly options: readonly Option[];
  readonly checks: readonly string[];
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
  readonly status: Status;
};

/** A fact with what asks for it, the cloze first. */
export type FactWithQuestions = Fact & { readonly questions: readonly Question[] };

/** From worst to best; the order is FSRS's 1 to 4. */
export const RATINGS = ['again', 'hard', 'good', 'easy'] as const;
export const ratingSchema = z.enum(RATINGS);
export type Rating = z.infer<typeof ratingSchema>;

export const REVIEW_MODES = ['study', 'quiz'] as const;
export const reviewModeSchema = z.enum(REVIEW_MODES);
export type ReviewMode = z.infer<typeof reviewModeSchema>;

/** When a learner's day begins and how sure they want to be: all that the schedule must know of a person. */
export const learnerSchema = z.object({
  /** An IANA zone such as `Europe/Berlin`. */
  zone: z.string(),
  /** The hour at which a new day begins, 0..23; 4 unless changed, as in Anki. */
  dayStart: z.int().min(0).max(23),
  /** Desired retention, 0.70..0.97. */
  retention: z.number().min(0.7).max(0.97),
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
  /** Days between the last review and `due`. */
  readonly scheduledDays: number;
  readonly reps: number;
  readonly lapses: number;
};
