import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guardCell, unguardCell, writeCsv } from '@/lib/formats/write-csv';

test('cells are quoted where they must be, and empty where there is nothing', () => {
  const rows = [
    ['name', 'points', 'said'],
    ['Ann, "the quick"', 12.5, 'one\ntwo'],
    [null, -3, true],
  ];
  expect(writeCsv(rows)).toBe(
    '\ufeffname,points,said\r\n"Ann, ""the quick""",12.5,"one\ntwo"\r\n,-3,true\r\n',
  );
});

test.each(['=1+1', '+cmd|x', '-2+3', '@SUM(A1)', '\t=1', ' =1', '＝1', '\r=1', "'=1", '|calc', '-5x'])(
  'what a spreadsheet would run is text: %j',
  (text) => {
    expect(guardCell(text)).toBe(`'${text}`);
  },
);

test.each(['-5', '+3.2', '-12,5%', 'a=b', '5 - 3', "rock 'n' roll", ''])(
  'what is harmless stays: %j',
  (text) => {
    expect(guardCell(text)).toBe(text);
  },
);

test('no cell of text begins as a formula, and the guard comes off again', () => {
  const awkward = fc.string({ unit: fc.constantFrom(...Array.from('\'=+-@|\t\r\n "1a,%')), maxLength: 8 });
  fc.assert(
    fc.property(fc.oneof(awkward, fc.string({ unit: 'binary' })), (text) => {
      const guarded = guardCell(text);
      expect(/^\s*[=+\-@]/u.test(guarded) && !/^[+-]?[\d.,]+%?$/u.test(guarded)).toBe(false);
      expect(unguardCell(guarded)).toBe(text);
    }),
  );
});
