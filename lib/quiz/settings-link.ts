/**
 * The settings of a quiz as the fields of its form, and as a link that holds them. Apart from the schema that reads
 * them, so that a page need not load that.
 */
import type { QuestionGroup, QuizSettings } from './settings';

export const SETTINGS_FIELDS = [
  'also',
  'count',
  'groups',
  'articleIds',
  'kinds',
  'prefer',
  'minutes',
  'feedback',
  'keepsQuestions',
  'keepsOptions',
  'attempts',
  'passMark',
  'wholeOnly',
  'penalty',
  'certainty',
] as const;
export type SettingsField = (typeof SETTINGS_FIELDS)[number];

/** What stands in each field; nothing for one that says nothing, an empty list where none of several was chosen. */
export type SettingsFields = Readonly<Partial<Record<SettingsField, readonly string[]>>>;

const ALL_GROUPS: readonly QuestionGroup[] = [
  'choice',
  'several',
  'true-false',
  'typed',
  'measured',
  'compare',
  'arrange',
];

/** Fields as a new form has them: they need not be said. */
const USUAL: SettingsFields = {
  count: ['10'],
  groups: ALL_GROUPS,
  prefer: ['any'],
  feedback: ['end'],
  certainty: ['off'],
};

/** Of which of several some are ticked, with how many there are in a field of its own. */
const offeredField = (field: SettingsField): string => `${field}Offered`;

/** What a form says, as it is sent; all that were offered are as good as nothing said. */
export const fieldsOfForm = (form: FormData): SettingsFields =>
  Object.fromEntries(
    SETTINGS_FIELDS.flatMap((field) => {
      const values = form.getAll(field).filter((value) => typeof value === 'string');
      const offered = form.get(offeredField(field));
      if (offered !== null) return values.length === Number(offered) ? [] : [[field, values]];
      return values.length > 0 || field === 'groups' ? [[field, values]] : [];
    }),
  );

const some = (value: number | null): readonly string[] => (value === null ? [] : [String(value)]);
const ticked = (is: boolean): readonly string[] => (is ? ['on'] : []);

/** What a form must say to mean these settings. */
export const fieldsOf = (settings: QuizSettings): SettingsFields => ({
  also: settings.alsoDeckIds,
  count: [String(settings.count)],
  groups: settings.groups,
  ...(settings.articleIds === null ? {} : { articleIds: settings.articleIds }),
  ...(settings.kinds === null ? {} : { kinds: settings.kinds }),
  prefer: [settings.prefer],
  minutes: some(settings.minutes),
  feedback: [settings.feedback],
  keepsQuestions: ticked(!settings.shuffleQuestions),
  keepsOptions: ticked(!settings.shuffleOptions),
  attempts: some(settings.attempts),
  passMark: some(settings.passMark),
  wholeOnly: ticked(!settings.partial),
  penalty: some(settings.penalty === 0 ? null : settings.penalty),
  certainty: [settings.certainty],
});

const isSame = (values: readonly string[], usual: readonly string[]): boolean =>
  values.length === usual.length && values.every((value) => usual.includes(value));

/** Where a quiz with these settings is begun: path and query, without what is usual. */
export const quizLink = (deckId: string, fields: SettingsFields): `/decks/${string}/quiz` => {
  const query = new URLSearchParams();
  for (const field of SETTINGS_FIELDS) {
    const values = (fields[field] ?? []).filter((value) => value !== '');
    if (!isSame(values, USUAL[field] ?? [])) for (const value of values) query.append(field, value);
  }
  const said = query.toString();
  return `/decks/${deckId}/quiz${said === '' ? '' : `?${said}`}` as `/decks/${string}/quiz`;
};
