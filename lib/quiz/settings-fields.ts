/** Reads the settings of a quiz from the fields of its form or of its link. */
import { z } from 'zod';
import { factKindSchema } from '@/lib/model';
import { MOST_QUESTIONS } from './most-questions';
import {
  CERTAINTY_USES,
  FEEDBACKS,
  PREFERENCES,
  QUESTION_GROUPS,
  quizSettingsSchema,
  USUAL_SETTINGS,
  type QuizSettings,
} from './settings';
import { SETTINGS_FIELDS, type SettingsField } from './settings-link';

const values = z.array(z.string()).optional();
/** The value of a field that has one; `null` where nothing is said. */
const single = values.transform((said) => said?.at(-1)?.trim() ?? null);

/** A whole number that may be left out. */
const optional = (most: number, words: string) =>
  single
    .transform((said) => (said === null || said === '' ? null : Number(said)))
    .pipe(z.int(words).min(1, words).max(most, words).nullable());

const ticked = values.transform((said) => said !== undefined && said.length > 0);

/** Some of several; `null`: all of them. */
const some = <S extends z.ZodType<unknown, string>>(schema: S, words: string) =>
  values.transform((said) => said ?? null).pipe(z.array(schema).min(1, words).max(1000).nullable());

const { alsoDeckIds, groups } = quizSettingsSchema.shape;

/** What a form or a link says of a quiz; where it says nothing the usual holds. */
export const settingsFieldsSchema = z
  .object({
    also: values.transform((said) => [...(said ?? [])]).pipe(alsoDeckIds.unwrap()),
    count: single
      .transform((said) => (said === null ? USUAL_SETTINGS.count : said === '' ? NaN : Number(said)))
      .pipe(
        z
          .number('Say how many questions you want.')
          .int('A whole number, please.')
          .min(1, 'One question at least.')
          .max(MOST_QUESTIONS, `${MOST_QUESTIONS} questions at most.`),
      ),
    groups: values
      .transform((said) => [...(said ?? QUESTION_GROUPS)])
      .pipe(z.array(z.enum(QUESTION_GROUPS)).min(1, 'Choose one kind of question at least.'))
      .pipe(groups.unwrap()),
    articleIds: some(z.string().min(1).max(64), 'Choose one article at least.'),
    kinds: some(factKindSchema, 'Choose one kind of fact at least.'),
    prefer: single.transform((said) => said ?? USUAL_SETTINGS.prefer).pipe(z.enum(PREFERENCES)),
    minutes: optional(600, 'Between 1 and 600 minutes, or nothing.'),
    feedback: single.transform((said) => said ?? USUAL_SETTINGS.feedback).pipe(z.enum(FEEDBACKS)),
    keepsQuestions: ticked,
    keepsOptions: ticked,
    attempts: optional(100, 'Between 1 and 100 times, or nothing.'),
    passMark: optional(100, 'Between 1 and 100 percent, or nothing.'),
    wholeOnly: ticked,
    penalty: optional(100, 'Between 1 and 100 percent, or nothing.').transform((percent) => percent ?? 0),
    certainty: single.transform((said) => said ?? USUAL_SETTINGS.certainty).pipe(z.enum(CERTAINTY_USES)),
  })
  .transform(({ also, keepsQuestions, keepsOptions, wholeOnly, ...rest }): QuizSettings => ({
    ...rest,
    alsoDeckIds: also,
    shuffleQuestions: !keepsQuestions,
    shuffleOptions: !keepsOptions,
    partial: !wholeOnly,
    isPretest: false,
  }));

export type LinkedSettings = {
  readonly settings: QuizSettings;
  /** Whether the link says anything of them. */
  readonly isSaid: boolean;
  /** Fields of the link that no quiz can have so; the usual stands in their place. */
  readonly wrong: readonly SettingsField[];
};

/** The settings that the query of a link says. */
export const settingsOfLink = (
  query: Readonly<Record<string, string | readonly string[] | undefined>>,
): LinkedSettings => {
  const said = SETTINGS_FIELDS.flatMap((field) => {
    const value = query[field];
    return value === undefined ? [] : [[field, typeof value === 'string' ? [value] : [...value]] as const];
  });
  const read = settingsFieldsSchema.safeParse(Object.fromEntries(said));
  if (read.success) return { settings: read.data, isSaid: said.length > 0, wrong: [] };
  const wrong = new Set(read.error.issues.map(({ path }) => path[0]));
  const right = said.filter(([field]) => !wrong.has(field));
  return {
    settings: settingsFieldsSchema.parse(Object.fromEntries(right)),
    isSaid: right.length > 0,
    wrong: SETTINGS_FIELDS.filter((field) => wrong.has(field)),
  };
};
