import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTokens } from '@/lib/language/tokens';

const cut = (text: string): string =>
  readTokens(text)
    .map((token) => token.text)
    .join(' ');

test.each([
  ['Mr. Putin’s visit', 'Mr. Putin ’s visit'],
  ["They don't and can't.", "They do n't and ca n't ."],
  ['We’re sure they’ll cannot', 'We ’re sure they ’ll can not'],
  ['$65 billion', '$ 65 billion'],
  ['US$1.5m', 'US$ 1.5 m'],
  ['60% of 1,200', '60 % of 1,200'],
  ['S-400 and MiG-29 systems', 'S-400 and MiG-29 systems'],
  ['in 2024-25 or 1939–1945', 'in 2024-25 or 1939–1945'],
  ['a 15-year term', 'a 15 - year term'],
  ['Indo-Russian ties', 'Indo - Russian ties'],
  ['non-commercial, mid-1980s', 'non-commercial , mid-1980s'],
  ['the U.S. and D.C.', 'the U.S. and D.C.'],
  ['J. K. Rowling', 'J. K. Rowling'],
  ['No. 5, p. 7', 'No. 5 , p. 7'],
  ['the 20th, the 1970s', 'the 20th , the 1970s'],
  ['35mm at 7am', '35 mm at 7 am'],
  ['O’Neill’s AT&T', 'O’Neill ’s AT&T'],
  ['the players’ ball', 'the players ’ ball'],
  ['‘So,’ he said…', '‘ So , ’ he said …'],
  ['(RELOS)', '( RELOS )'],
  ['see https://a.example/b?c=1.', 'see https://a.example/b?c=1 .'],
  ['9:30 on 11/28/2000', '9:30 on 11/28/2000'],
])('%s', (text, expected) => {
  expect(cut(text)).toBe(expected);
});

test('the tokens of a stretch have offsets into the whole text', () => {
  const text = 'Before. The pact holds. After.';
  expect(readTokens(text, 8, 23).map(({ start, end }) => text.slice(start, end))).toEqual([
    'The',
    'pact',
    'holds',
    '.',
  ]);
});

test('tokens of any text are in order and leave out white space alone', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' })), (text) => {
      let last = 0;
      for (const { text: word, start, end } of readTokens(text)) {
        expect(word).toBe(text.slice(start, end));
        expect(word).not.toBe('');
        expect(text.slice(last, start).trim()).toBe('');
        last = end;
      }
      expect(text.slice(last).trim()).toBe('');
    }),
  );
});
