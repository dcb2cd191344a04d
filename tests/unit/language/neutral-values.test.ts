import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readNeutralValues } from '@/lib/language/neutral-values';

const valuesOf = (text: string, language: string): string[] =>
  readNeutralValues(text, { start: 0, end: text.length }, language).map(
    ({ type, text: value }) => `${type}: ${value}`,
  );

test.each([
  ['de', 'Der Turm wurde am 3. Oktober 1911 eröffnet.', ['date: 3. Oktober 1911']],
  ['de', 'Im Jahr 1871 zählte die Stadt 826.000 Menschen.', ['year: 1871']],
  ['de', 'Der Anteil stieg in Norwegen auf 12,5 %.', ['place: Norwegen', 'percentage: 12,5 %']],
  ['de', 'Die Große Koalition hielt lange.', []],
  ['es', 'La torre se inauguró el 3 de octubre de 1911.', ['date: 3 de octubre de 1911']],
  ['es', 'El premio fue para Ana Ruiz en Noruega.', ['name: Ana Ruiz', 'place: Noruega']],
  ['fr', 'Le pont, ouvert le 14 juillet 1890, a coûté 40 €.', ['date: 14 juillet 1890', 'money: 40 €']],
  ['pl', 'Most otwarto 3 maja 1911.', ['date: 3 maja 1911']],
  ['ja', '塔は1911年10月3日に開業した。', ['date: 1911年10月3日']],
  ['und', 'Turris anno 1911 aperta est, 40% lapidis.', ['year: 1911', 'percentage: 40%']],
])('%s: %s', (language, text, values) => {
  expect(valuesOf(text, language)).toEqual(values);
});

test('values stand where they say they do, none inside another, in any text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('de', 'fr', 'und', 'ja'),
      (noise, language) => {
        const text = `${noise} 12 % 1911 ${noise}`;
        const values = readNeutralValues(text, { start: 0, end: text.length }, language);
        for (const [index, { start, end, text: value }] of values.entries()) {
          expect(text.slice(start, end)).toBe(value);
          expect(values[index + 1]?.start ?? Infinity).toBeGreaterThanOrEqual(end);
        }
      },
    ),
  );
});
