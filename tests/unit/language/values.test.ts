import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAcronyms } from '@/lib/language/acronyms';
import { lacksYear, readDates } from '@/lib/language/dates';
import { detectLanguage } from '@/lib/language/language-guess';
import { readNamesIn, readRoles } from '@/lib/language/names';
import { readNumbers } from '@/lib/language/numbers';
import { isPlace } from '@/lib/language/places';
import { readEnclosures } from '@/lib/language/quotes';
import { readTimes } from '@/lib/language/times';

test.each([
  ['It was signed on February 18, 2025, in Moscow.', ['February 18, 2025']],
  ['It was signed on 18 February 2025.', ['18 February 2025']],
  ['The visit is planned for December 4-5.', ['December 4-5']],
  ['It opened in May 1932.', ['May 1932']],
  ['Trade grew in 2024-25.', ['2024-25']],
  ['It lasted from 1870 to 1939.', ['from 1870 to 1939']],
  ['It was built between 1850 and 1855.', ['between 1850 and 1855']],
  ['It ran between May 1932 and June 1933.', ['between May 1932 and June 1933']],
  ['It ran from 3 May 1932 until 5 June 1933.', ['from 3 May 1932 until 5 June 1933']],
  ['It began in the summer of 1914.', ['summer of 1914']],
  ['Logged on 2024-03-05 and on 31/12/1999.', ['2024-03-05', '31/12/1999']],
  ['It dates from the early nineteenth century.', ['early nineteenth century']],
  ['The town was founded in AD 43.', ['AD 43']],
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
  ['from 1914 to 1918', [1914, null, null], [1918, null, null]],
  ['in 1914-18', [1914, null, null], [1918, null, null]],
  ['from May to June 1933', [1933, 5, null], [1933, 6, null]],
  ['on 4–5 December 2011', [2011, 12, 4], [2011, 12, 5]],
  ['in 44 BC', [-44, null, null], null],
  ['in the 18th century', [1701, null, null], null],
  ['on 2024-03-05', [2024, 3, 5], null],
])('what a date says: %s', (text, from, until) => {
  const [date] = readDates(text);
  const figures = (
    day: { year: number | null; month: number | null; day: number | null } | null | undefined,
  ) => (day === null || day === undefined ? null : [day.year, day.month, day.day]);
  expect([figures(date), figures(date?.until)]).toEqual([from, until]);
});

test.each([
  ['about 40-50% of it', ['percentage', 40, 50, 'about']],
  ['between 3 and 5 million people', ['count', 3e6, 5e6, null]],
  ['$3–4 billion', ['money', 3e9, 4e9, null]],
  ['more than Rs 4,000 crore', ['money', 4e10, null, 'over']],
  ['up to 30bn pounds', ['money', 3e10, null, 'under']],
  ['nearly €2m', ['money', 2e6, null, 'under']],
  ['one hundred and twenty-three thousand soldiers', ['count', 123_000, null, null]],
  ['a hundred ships', ['count', 100, null, null]],
  ['at least 40,000 square miles', ['measure', 40_000, null, 'over']],
  ['three Nobel laureates', ['count', 3, null, null]],
  ['some 74,000 years ago', ['measure', 74_000, null, 'about']],
  ['two-thirds of the land', ['fraction', 2 / 3, null, null]],
  ['a quarter of the land', ['fraction', 1 / 4, null, null]],
  ['one in five', ['fraction', 1 / 5, null, null]],
  ['three times as many', ['multiple', 3, null, null]],
  ['twice as many', ['multiple', 2, null, null]],
  ['the twenty-first man', ['ordinal', 21, null, null]],
] as const)('what an amount says: %s', (text, expected) => {
  const [number] = readNumbers(text);
  expect([number?.kind, number?.value, number?.high, number?.bound]).toEqual(expected);
});

test.each([
  ['It begins at 10:30 a.m. today.', [['10:30 a.m.', 630, null]]],
  ['It begins at 15:00 GMT.', [['15:00 GMT', 900, 'GMT']]],
  [
    'They met at noon and left by 9pm.',
    [
      ['noon', 720, null],
      ['9pm', 1260, null],
    ],
  ],
  ['It was 12 am.', [['12 am', 0, null]]],
  ['The ratio is 3:1:2.', []],
])('times: %s', (text, expected) => {
  expect(readTimes(text).map(({ text: span, minutes, zone }) => [span, minutes, zone])).toEqual(expected);
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
