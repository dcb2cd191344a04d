import { expect, test } from 'vitest';
import { findFacts } from '@/lib/facts/find-facts';
import { finish, readArticleInSteps } from '@/lib/facts/reading';
import { stemOf } from '@/lib/questions/stem';
import { parser } from '../../support/english-parser';

/** The stem of the fact with this answer, the gap as "…". */
const stem = (text: string, answer: string, title: string | null = null): string => {
  const reading = finish(readArticleInSteps({ title, text, language: 'en' }, parser));
  const fact = findFacts(reading).facts.find((one) => one.answer === answer);
  if (fact === undefined) return 'no such fact';
  const found = stemOf(reading, fact);
  if ('refusal' in found) return `refused: ${found.refusal}`;
  return `${found.context === null ? '' : `(${found.context}) `}${found.before}…${found.after}`;
};

test('a sentence that says all by itself stands as it is', () => {
  expect(stem('Anders Holm designed the lighthouse of Sund in 1802.', '1802')).toBe(
    'Anders Holm designed the lighthouse of Sund in ….',
  );
});

test('a pronoun is followed by whom it means', () => {
  expect(stem('Helena Moor was born in Sund. She founded the Moor School in 1911.', '1911')).toBe(
    'She [Helena Moor] founded the Moor School in ….',
  );
});

test('a name in part is made whole', () => {
  expect(
    stem('Helena Moor was born in Sund. In 1911 Moor founded a school in the city of Brell.', '1911'),
  ).toBe('In … [Helena] Moor founded a school in the city of Brell.');
});

test('what nobody is named for is refused with the reason', () => {
  expect(stem('It was a long winter. They founded the Moor School in 1911.', '1911')).toMatch(
    /^(?:refused: |no such fact)/u,
  );
});

test('a possessive is followed by whose it is', () => {
  expect(
    stem('Anders Holm lived in Sund. His lighthouse was finished in 1802 by the Danish navy.', '1802'),
  ).toBe('His [Anders Holm’s] lighthouse was finished in … by the Danish navy.');
});

test('an amount that is said again in another unit is said in neither', () => {
  expect(stem('The Tower of Sund is 330 metres (1,083 ft) tall.', '330 metres')).toBe(
    'The Tower of Sund is … tall.',
  );
});
