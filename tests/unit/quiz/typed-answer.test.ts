import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSameAnswer, nearAnswers } from '@/lib/quiz/typed-answer';

/** The answer, what was typed, and what must not be taken for the answer. */
type Pair = readonly [answer: string, typed: string, others?: readonly string[]];

const SAME: readonly Pair[] = [
  // Case, accents, white space, punctuation, articles
  ['New Delhi', 'new delhi'],
  ['New Delhi', '  NEW   DELHI '],
  ['São Paulo', 'sao paulo'],
  ['Emmanuel Macron', 'Émmanuel Macron'],
  ['Gdańsk', 'gdansk'],
  ['Łódź', 'Lodz'],
  ['Tromsø', 'tromso'],
  ['Straße', 'strasse'],
  ['Kremlin', '"Kremlin".'],
  ['Kremlin', 'the Kremlin'],
  ['The Hague', 'Hague'],
  ['an agreement', 'agreement'],
  ['U.S.', 'US'],
  ['U.S.A.', 'usa'],
  ['e-mail', 'email'],
  ['co-operation', 'cooperation'],
  ['co-operation', 'co operation'],
  ['J.K. Rowling', 'J. K. Rowling'],
  ["Mother's Day", 'Mothers Day'],
  ['Mother’s Day', "mother's day"],
  ['Marks & Spencer', 'marks and spencer'],
  ['R&D', 'R & D'],
  ['Sukhoi Su-30', 'Sukhoi Su 30'],
  ['北京', '北京'],
  ['Москва', 'москва'],
  ['...', '...'],
  // Numbers
  ['3,000', '3000'],
  ['3,000', '3 000'],
  ['3,000', '3\u202f000'],
  ['1,234,567', "1'234'567"],
  ['1,234,567', '1.234.567'],
  ['1,00,000', '100,000'],
  ['3,000 troops', '3000 Troops'],
  ['five', '5'],
  ['5', 'five'],
  ['twelve warships', '12 warships'],
  ['20', 'twenty'],
  ['twenty-one', '21'],
  ['100', 'a hundred'],
  ['two million', '2,000,000'],
  ['1.5 million', '1,500,000'],
  ['5 lakh', '500,000'],
  ['third', '3rd'],
  ['21st century', 'twenty-first century'],
  ['-5', '−5'],
  ['-5', 'minus five'],
  ['5°C', '5 °c'],
  ['0.5', '.5'],
  ['2.50', '2.5'],
  // Money and per cent
  ['$65bn', '$65 billion'],
  ['$65 billion', 'US$65bn'],
  ['$65 billion', 'US $ 65 billion'],
  ['$65 billion', '65 billion dollars'],
  ['$65 billion', '65 billion US dollars'],
  ['$65 billion', '$65,000,000,000'],
  ['$1.1bn', '$1,100 million'],
  ['$5m', '5 million dollars'],
  ['€30', '30 euros'],
  ['₹500 crore', 'Rs 500 crore'],
  ['$65 billion', 'USD 65bn'],
  ['5%', '5 per-cent'],
  ['5%', '5 percent'],
  ['5 per cent', '5%'],
  ['5 percent', 'five per cent'],
  ['7.5%', '7.5 %'],
  // Dates
  ['18 February 2025', 'Feb 18 2025'],
  ['Feb 18 2025', 'February 18, 2025'],
  ['February 18, 2025', '18th of February 2025'],
  ['18 February 2025', 'the 18th February, 2025'],
  ['18 February 2025', '2025-02-18'],
  ['18 February 2025', '2025 Feb. 18'],
  ['18 February', 'February 18th'],
  ['February 2025', 'Feb. 2025'],
  ['5 May 2024', 'May 5, 2024'],
  ['44 BC', '44 BCE'],
  // Slips of the hand
  ['Vladimir Putin', 'Vladimir Puttin'],
  ['logistics', 'logisitcs'],
  ['Mediterranean', 'Meditteranean'],
  ['photosynthesis', 'photosinthesys'],
  ['missile', 'missiles'],
  ['February', 'Febuary'],
];

const OTHER: readonly Pair[] = [
  ['Kremlin', ''],
  ['Kremlin', '   '],
  ['Kremlin', '...'],
  ['Kremlin', 'the'],
  // Other numbers
  ['3,000', '300'],
  ['3,000', '3,001'],
  ['3,000', '30,00'],
  ['3,000', '3,000,000'],
  ['3,000', 'more than 3,000'],
  ['3.5', '35'],
  ['3.5', '3,5'],
  ['12', '1 2'],
  ['1,234', '1.234'],
  ['five', 'four'],
  ['five', 'fifteen'],
  ['16', 'sixty'],
  ['5', '-5'],
  ['-$5', '$5'],
  ['10²', '102'],
  ['2½', '21/2'],
  ['third', '3'],
  ['third', 'fourth'],
  ['F-16', 'F-15'],
  ['A1', '1'],
  ['Boeing 737', 'Boeing 747'],
  ['Python 3.10', 'Python 3.1'],
  ['12345678901234567890', '12345678901234567891'],
  ['10-20', '1020'],
  ['seventeen', 'seventeem'],
  // Other units
  ['$65 billion', '$65 million'],
  ['$65 billion', '€65 billion'],
  ['$65 billion', '65 billion'],
  ['$65 billion', '$6.5 billion'],
  ['100 m', '100 million'],
  ['5%', '5'],
  ['5%', '5 percentage points'],
  ['5 km', '5 mi'],
  ['30°C', '30°F'],
  // Other dates
  ['18 February 2025', '18 February 2024'],
  ['18 February 2025', '19 February 2025'],
  ['18 February 2025', '18 March 2025'],
  ['18 February 2025', '18 February'],
  ['18 February 2025', 'February 2025'],
  ['18 February 2025', '2025'],
  ['18 February 2025', '18 Feb 25'],
  ['18 February', '18 February 2025'],
  ['February 2025', 'February 20'],
  ['June', 'July'],
  ['2025', '2024'],
  ['2025', '20 25'],
  ['1990s', '1990'],
  ['44 BC', '44 AD'],
  ['10:30 am', '10:30 pm'],
  // Other names
  ['Iran', 'Iraq'],
  ['Gambia', 'Zambia'],
  ['Austria', 'Australia'],
  ['Australian', 'Austrian'],
  ['Slovakia', 'Slovenia'],
  ['Niger', 'Nigeria'],
  ['North Korea', 'South Korea'],
  ['northeastern', 'northwestern'],
  ['ASEAN', 'ASIAN'],
  ['NATO', 'NITO'],
  ['RELOS', 'RELAS'],
  ['C++', 'C'],
  ['C#', 'C'],
  ['mitosis', 'meiosis'],
  ['hypertension', 'hypotension'],
  ['macroeconomics', 'microeconomics'],
  ['nitrate', 'nitrite'],
  ['capitalism', 'capitalist'],
  ['employer', 'employee'],
  ['stalactites', 'stalagmites'],
  ['India and Russia', 'India or Russia'],
  ['Vladimir Putin', 'Putin'],
  ['Vladimir Putin', 'Vladimir'],
  ['Vladimir Putin', 'Putin Vladimir'],
  ['Moscow', 'Moskva'],
  ['कि', 'का'],
  // Known to be wrong
  ['Manet', 'Monet', ['Monet']],
  ['Johnson', 'Johnston', ['Johnston']],
  ['Peterson', 'Petersan', ['Petersen']],
];

const named = (pairs: readonly Pair[]) =>
  pairs.map(([answer, typed, others = []]) => ({ answer, typed, others }));

test.each(named(SAME))('"$answer" is the same answer as "$typed"', ({ answer, typed, others }) => {
  expect(isSameAnswer(answer, typed, others)).toBe(true);
});

test.each(named(OTHER))('"$answer" is another answer than "$typed"', ({ answer, typed, others }) => {
  expect(isSameAnswer(answer, typed, others)).toBe(false);
});

test('a slip is forgiven where no other answer is near', () => {
  expect(isSameAnswer('Manet', 'Monet')).toBe(true);
  expect(isSameAnswer('Manet', 'Manet', ['Monet'])).toBe(true);
  expect(isSameAnswer('Johnson', 'Jonhson', ['Jackson'])).toBe(true);
});

test('the answer itself is right although it is listed among the others', () => {
  expect(isSameAnswer('Manet', 'manet', ['Manet', 'Monet'])).toBe(true);
});

test('an answer is the same as itself, whatever its case and surroundings', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (answer) => {
      fc.pre(answer.trim() !== '');
      expect(isSameAnswer(answer, answer)).toBe(true);
      expect(isSameAnswer(answer, `  ${answer}\n`)).toBe(true);
    }),
  );
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{2,12}( [a-z]{2,12}){0,3}$/), (answer) => {
      expect(isSameAnswer(answer, answer.toUpperCase())).toBe(true);
      expect(isSameAnswer(answer, `“${answer}!”`)).toBe(true);
    }),
  );
});

test('two whole numbers are the same answer only where they are equal', () => {
  const number = fc.oneof(fc.nat({ max: 200 }), fc.nat());
  fc.assert(
    fc.property(number, number, (a, b) => {
      expect(isSameAnswer(a.toLocaleString('en-US'), String(b))).toBe(a === b);
      expect(isSameAnswer(`${a} ships`, `${b} ships`)).toBe(a === b);
    }),
  );
});

test('two days are the same answer only where they are the same day', () => {
  const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
  const long = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  const short = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });
  const iso = (date: Date) => date.toISOString().slice(0, 10);
  fc.assert(
    fc.property(day, day, (a, b) => {
      expect(isSameAnswer(long.format(a), short.format(a))).toBe(true);
      expect(isSameAnswer(long.format(a), iso(a))).toBe(true);
      expect(isSameAnswer(long.format(a), short.format(b))).toBe(iso(a) === iso(b));
    }),
  );
});

test('answers near enough for a slip are found, the same one written differently is not', () => {
  const near = nearAnswers(['Manet', 'Monet', 'manet', 'Paris', '1999', '1998', 'Slovakia', 'Slovenia']);
  expect(near('Manet')).toEqual(['Monet']);
  expect(near('Slovakia')).toEqual(['Slovenia']);
  expect(near('1999')).toEqual([]);
});
