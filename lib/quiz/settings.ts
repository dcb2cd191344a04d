/** How a quiz is put: what its maker chose, kept with the quiz and the same for every attempt at it. */
import { z } from 'zod';
import { factKindSchema, type QuestionForm } from '@/lib/model';
import { MOST_QUESTIONS } from './most-questions';

/** The kinds of question as people know them, each of one or more forms. */
export const QUESTION_GROUPS = [
  'choice',
  'several',
  'true-false',
  'typed',
  'measured',
  'compare',
  'arrange',
] as const;
export type QuestionGroup = (typeof QUESTION_GROUPS)[number];

const FORMS: Readonly<Record<QuestionGroup, readonly QuestionForm[]>> = {
  choice: ['choice'],
  several: ['several'],
  'true-false': ['true-false'],
  typed: ['cloze', 'basic'],
  measured: ['number', 'date'],
  compare: ['larger', 'earliest'],
  arrange: ['order', 'match'],
};

/** `each`: after every question; `end`: all at the end; `score`: the score alone, no answers. */
export const FEEDBACKS = ['each', 'end', 'score'] as const;
/**
 * `any` draws by chance, `weakest` takes what is least known first, `easier` and `harder` what was answered right more
 * or less often at first.
 */
export const PREFERENCES = ['any', 'weakest', 'easier', 'harder'] as const;
export type Preference = (typeof PREFERENCES)[number];

/** Decks beside the first that one quiz may ask of, at most. */
const MOST_DECKS_BESIDE = 50;
/** Whether it is asked how sure one is of an answer: not at all, to know it, or so that it counts for the points. */
export const CERTAINTY_USES = ['off', 'asked', 'counts'] as const;

export const quizSettingsSchema = z.object({
  count: z.int().min(1).max(MOST_QUESTIONS).default(10),
  groups: z
    .array(z.enum(QUESTION_GROUPS))
    .min(1)
    .transform((groups) => [...new Set(groups)])
    .default([...QUESTION_GROUPS]),
  /** Decks that it asks of beside its own, by id. */
  alsoDeckIds: z
    .array(z.string().min(1).max(64))
    .max(MOST_DECKS_BESIDE)
    .transform((ids) => [...new Set(ids)])
    .default([]),
  /** Only of these articles, by id; `null`: of all in its decks. */
  articleIds: z.array(z.string().min(1).max(64)).min(1).nullable().default(null),
  /** Only facts of these kinds; `null`: of all. */
  kinds: z.array(factKindSchema).min(1).nullable().default(null),
  prefer: z.enum(PREFERENCES).default('any'),
  /** Minutes from the start to the end; `null`: as long as it takes. */
  minutes: z.int().min(1).max(600).nullable().default(null),
  feedback: z.enum(FEEDBACKS).default('end'),
  /** Questions in another order for every attempt, or in the order of the article. */
  shuffleQuestions: z.boolean().default(true),
  shuffleOptions: z.boolean().default(true),
  /** How often it may be taken; `null`: as often as one likes. */
  attempts: z.int().min(1).max(100).nullable().default(null),
  /** Percent from which it is passed; `null`: there is no passing. */
  passMark: z.int().min(1).max(100).nullable().default(null),
  /** Whether an answer of several parts counts for as much of it as is right. */
  partial: z.boolean().default(true),
  /** Percent of a point that a wrong answer costs. */
  penalty: z.int().min(0).max(100).default(0),
  certainty: z.enum(CERTAINTY_USES).default('off'),
  /** Taken before its article is read: what was right is told only once it was taken again. */
  isPretest: z.boolean().default(false),
});
export type QuizSettings = z.infer<typeof quizSettingsSchema>;

export const USUAL_SETTINGS: QuizSettings = quizSettingsSchema.parse({});

/** The forms that a quiz may ask in. */
export const formsOf = ({ groups }: Pick<QuizSettings, 'groups'>): ReadonlySet<QuestionForm> =>
  new Set(groups.flatMap((group) => FORMS[group]));

/** When an attempt that begins at `start` ends by itself; `null`: never. */
export const deadlineOf = (start: Date, { minutes }: Pick<QuizSettings, 'minutes'>): Date | null =>
  minutes === null ? null : new Date(start.getTime() + minutes * 60_000);

/** Milliseconds after the deadline for which an answer given before it may still be on its way. */
export const GRACE_MS = 3000;

/** Whether an attempt's time is up, its grace included. */
export const isOver = (deadline: Date | null, now: Date): boolean =>
  deadline !== null && now.getTime() > deadline.getTime() + GRACE_MS;
