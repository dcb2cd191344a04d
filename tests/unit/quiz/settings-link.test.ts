import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FACT_KINDS } from '@/lib/model';
import {
  CERTAINTY_USES,
  FEEDBACKS,
  PREFERENCES,
  QUESTION_GROUPS,
  USUAL_SETTINGS,
  type QuizSettings,
} from '@/lib/quiz/settings';
import { settingsFieldsSchema, settingsOfLink } from '@/lib/quiz/settings-fields';
import { fieldsOf, fieldsOfForm, quizLink } from '@/lib/quiz/settings-link';

const DECK = 'deck-1';

/** The query of a link as a page gets it. */
const queryOf = (link: string): Record<string, string | string[]> => {
  const { searchParams } = new URL(link, 'http://localhost');
  return Object.fromEntries(
    [...new Set(searchParams.keys())].map((key) => {
      const values = searchParams.getAll(key);
      return [key, values.length === 1 ? (values[0] ?? '') : values];
    }),
  );
};

const ids = fc.uniqueArray(fc.stringMatching(/^[\w-]{1,30}$/u), { minLength: 1, maxLength: 5 });
const orNull = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null });
const settingsArbitrary: fc.Arbitrary<QuizSettings> = fc.record({
  count: fc.integer({ min: 1, max: 100 }),
  groups: fc.uniqueArray(fc.constantFrom(...QUESTION_GROUPS), { minLength: 1 }),
  alsoDeckIds: fc.oneof(fc.constant<string[]>([]), ids),
  articleIds: orNull(ids),
  kinds: orNull(fc.uniqueArray(fc.constantFrom(...FACT_KINDS), { minLength: 1 })),
  prefer: fc.constantFrom(...PREFERENCES),
  minutes: orNull(fc.integer({ min: 1, max: 600 })),
  feedback: fc.constantFrom(...FEEDBACKS),
  shuffleQuestions: fc.boolean(),
  shuffleOptions: fc.boolean(),
  attempts: orNull(fc.integer({ min: 1, max: 100 })),
  passMark: orNull(fc.integer({ min: 1, max: 100 })),
  partial: fc.boolean(),
  penalty: fc.integer({ min: 0, max: 100 }),
  certainty: fc.constantFrom(...CERTAINTY_USES),
  // A pre-test has a page of its own and no link.
  isPretest: fc.constant(false),
});

test('a link opens exactly the settings that it was made of', () => {
  fc.assert(
    fc.property(settingsArbitrary, (settings) => {
      const { settings: read, wrong } = settingsOfLink(queryOf(quizLink(DECK, fieldsOf(settings))));
      expect(wrong).toEqual([]);
      expect({ ...read, groups: [...read.groups].sort() }).toEqual({
        ...settings,
        groups: [...settings.groups].sort(),
      });
    }),
  );
});

test('usual settings make the bare link, and the bare link means them', () => {
  expect(quizLink(DECK, fieldsOf(USUAL_SETTINGS))).toBe('/decks/deck-1/quiz');
  expect(settingsOfLink({})).toEqual({ settings: USUAL_SETTINGS, isSaid: false, wrong: [] });
});

test('what no quiz can have is left out of a link and named, and the rest holds', () => {
  expect(
    settingsOfLink({ count: '7', minutes: '-3', prefer: 'best', groups: ['typed', 'sung'], other: 'x' }),
  ).toEqual({
    settings: { ...USUAL_SETTINGS, count: 7 },
    isSaid: true,
    wrong: ['groups', 'prefer', 'minutes'],
  });
});

test('whatever a link says, it means some settings', () => {
  const said = fc.oneof(fc.string(), fc.array(fc.string()));
  const names = fc.constantFrom(
    'also',
    'count',
    'groups',
    'articleIds',
    'kinds',
    'prefer',
    'minutes',
    'feedback',
  );
  fc.assert(
    fc.property(fc.dictionary(names, said), (query) => {
      expect(settingsOfLink(query).settings.count).toBeGreaterThan(0);
    }),
  );
});

const form = (...entries: readonly (readonly [string, string])[]): FormData => {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
};

test('a form in which all that was offered is ticked says nothing of it', () => {
  const fields = fieldsOfForm(
    form(
      ['count', '4'],
      ['groups', 'typed'],
      ['articleIdsOffered', '2'],
      ['articleIds', 'a'],
      ['articleIds', 'b'],
    ),
  );
  expect(fields).toEqual({ count: ['4'], groups: ['typed'] });
  expect(quizLink(DECK, fields)).toBe('/decks/deck-1/quiz?count=4&groups=typed');
});

test('a form in which none of several is ticked is told so', () => {
  const fields = fieldsOfForm(
    form(['count', ''], ['articleIdsOffered', '2'], ['kindsOffered', '3'], ['kinds', 'when']),
  );
  const read = settingsFieldsSchema.safeParse(fields);
  expect(read.error?.issues.map(({ path: [field], message }) => [field, message])).toEqual([
    ['count', 'Say how many questions you want.'],
    ['groups', 'Choose one kind of question at least.'],
    ['articleIds', 'Choose one article at least.'],
  ]);
});
