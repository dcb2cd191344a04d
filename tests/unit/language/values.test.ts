import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAcronyms } from '@/lib/language/acronyms';
import { lacksYear, readDates } from '@/lib/language/dates';
import { detectLanguage } from '@/lib/language/language-guess';
import { readNamesIn, readRoles } from '@/lib/language/names';
import { readNumbers } from '@/lib/language/numbers';
import { isPlace } from '@/lib/language/places';
import { readEnclosures } from '@/lib/language/quotes';

test.each([
  ['It was signed on February 18, 2025, in Moscow.', ['February 18, 2025']],
  ['It was signed on 18 February 2025.', ['18 February 2025']],
  ['The visit is planned for December 4-5.', ['December 4-5']],
  ['It opened in May 1932.', ['May 1932']],
  ['Trade grew in 2024-25.', ['2024-25']],
  ['It lasted from 1870 to 1939.', ['1870 to 1939']],
  ['It was built between 1850 and 1855.', ['1850 and 1855']],
  ['In 1990, the wall was gone.', ['1990']],
  ['It fell in the late 1960s.', ['late 1960s']],
  ['It dates from the 18th century.', ['18th century']],
  ['By 9000 BC, people fished.', ['9000 BC']],
  ['It has 2000 pages and 1500 maps.', []],
  ['They may march on.', []],
])('dates: %s', (text, expected) => {
  expect(readDates(text).map((date) => date.text)).toEqual(expected);
});

test('a day without a year says so', () => {
  expect(readDates('on December 2 and May 5, 2020').map(lacksYear)).toEqual([true, false]);
});

test.each([
  ['It cost $65 billion.', ['money $65 billion 65000000000 US$']],
  ['Sales of £3.2m fell.', ['money £3.2m 3200000 £']],
  ['It cost 40 million dollars.', ['money 40 million dollars 40000000 dollars']],
  ['About 60% of voters agreed.', ['percentage 60% 60 ']],
  ['Some 12 per cent agreed.', ['percentage 12 per cent 12 ']],
  ['The river is 1,230 km long.', ['measure 1,230 km 1230 km']],
  ['It has 27 member states.', ['count 27 27 states']],
  ['Twenty-three ships sailed.', ['count Twenty-three 23 ships']],
  ['About 1.5 million people live here.', ['count 1.5 million 1500000 people']],
  ['The 23rd summit began.', ['ordinal 23rd 23 ']],
  ['Article 50 was used.', []],
  ['In 1990 scientists found it.', []],
])('amounts: %s', (text, expected) => {
  expect(
    readNumbers(text).map(({ kind, text: span, value, unit }) => `${kind} ${span} ${value} ${unit}`),
  ).toEqual(expected);
});

test.each([
  [
    'the Reciprocal Exchange of Logistics Support (RELOS) pact',
    'RELOS',
    'Reciprocal Exchange of Logistics Support',
  ],
  ['liquefied natural gas (LNG)', 'LNG', 'liquefied natural gas'],
  ['NATO (North Atlantic Treaty Organization)', 'NATO', 'North Atlantic Treaty Organization'],
  ['a grassroots non-governmental organization (NGO)', 'NGO', 'non-governmental organization'],
])('acronyms: %s', (text, acronym, expansion) => {
  expect(
    readAcronyms(text).map((found) => [
      text.slice(found.acronym.start, found.acronym.end),
      text.slice(found.expansion.start, found.expansion.end),
    ]),
  ).toEqual([[acronym, expansion]]);
});

test('letters in brackets that the words before do not spell are no acronym', () => {
  expect(readAcronyms('the first mayor of the town (SPD)')).toEqual([]);
});

const rolesIn = (text: string): string[] =>
  readRoles(text, readNamesIn(text, 0, text.length), text.length).map(
    ({ name, role }) => `${name.text}: ${text.slice(role.start, role.end)}`,
  );

test.each([
  ['The vote was led by Ana Ruiz, the Speaker of the Senate.', ['Ana Ruiz: the Speaker of the Senate']],
  ['Indian Ambassador Vinay Kumar signed it.', ['Vinay Kumar: Indian Ambassador']],
  ['It was drawn by the Scottish engineer James Watt.', ['James Watt: Scottish engineer']],
  ['The Bank of England lowered its rate.', []],
])('roles: %s', (text, expected) => {
  expect(rolesIn(text)).toEqual(expected);
});

test('countries are places and people are not', () => {
  expect([isPlace('India'), isPlace('the United States'), isPlace('James Watt')]).toEqual([
    true,
    true,
    false,
  ]);
});

test.each([
  ['He called it “a plan” (of sorts).', true, 1],
  ["The players' union won.", true, 0],
  ['‘It’s done,’ he said.', true, 1],
  ['“It is done, he said.', false, 0],
  ['It is done,” he said.', false, 0],
  ['It is (nearly done.', false, 0],
])('quotes: %s', (text, balanced, quotes) => {
  const found = readEnclosures(text, 0, text.length);
  expect([found.balanced, found.quotes.length]).toEqual([balanced, quotes]);
});

test.each([
  ['The pact was signed by the two countries and it is in force.', 'en'],
  ['Der Vertrag wurde von den beiden Ländern unterzeichnet und ist in Kraft.', 'de'],
  ['El acuerdo fue firmado por los dos países y está en vigor desde el año pasado.', 'es'],
  ['Le traité a été signé par les deux pays et il est en vigueur dans la région.', 'fr'],
  ['条約は二国によって署名された。', 'ja'],
])('language: %s', (text, tag) => {
  expect(detectLanguage(text)).toBe(tag);
});

test('the values of any text are in order, apart and in place', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom(
      ' $5 billion ',
      ' 12 May 1900 ',
      ' 60% ',
      ' 3 km ',
      ' in 1990, ',
      ' ten ships ',
      '-',
      ' from ',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('');
      for (const values of [readDates(text), readNumbers(text)]) {
        let last = 0;
        for (const value of values) {
          expect(value.start).toBeGreaterThanOrEqual(last);
          expect(text.slice(value.start, value.end)).toBe(value.text);
          last = value.end;
        }
      }
    }),
  );
});
