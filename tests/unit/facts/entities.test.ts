/** Who and what a text speaks of. */
import { expect, test } from 'vitest';
import type { Entity } from '@/lib/facts/entities';
import { finish, readArticleInSteps } from '@/lib/facts/reading';
import { parser } from '../../support/english-parser';

const entitiesOf = (text: string, title: string | null = null): readonly Entity[] =>
  finish(readArticleInSteps({ title, text, language: 'en' }, parser)).entities;

const named = (text: string, name: string): Entity | undefined =>
  entitiesOf(text).find((entity) => entity.name === name);

test.each([
  ['The Swedish chemist Karin Lindgren won the prize in 1934.', 'Karin Lindgren', 'person', 'she'],
  ['The plan was drawn up by Mr Oduya, who had lived in the valley.', 'Oduya', 'person', 'he'],
  ['The library was moved to Nairobi in 1962.', 'Nairobi', 'place', null],
  [
    'The study was paid for by the Ministry of Health and Welfare.',
    'Ministry of Health and Welfare',
    'organisation',
    null,
  ],
  ['He taught at the University of the Arts for a decade.', 'University of the Arts', 'organisation', null],
  ['In the end the treaty was signed by Anna II of Karelia.', 'Anna II of Karelia', 'person', 'she'],
  ['The trawler was called Nordstern by its crew.', 'Nordstern', 'name', null],
])('%s', (text, name, kind, pronoun) => {
  expect(named(text, name)).toMatchObject({ kind, pronoun });
});

test.each([
  [
    'Karin Lindgren came to Oslo in 1931. Two years later Lindgren opened a school.',
    'Karin Lindgren',
    ['Lindgren'],
  ],
  ['The North Sea Survey (NSS) began in 1950. The NSS counts herring.', 'North Sea Survey', ['NSS']],
  ['The ship sailed from the United Kingdom. Britain paid for it.', 'United Kingdom', ['Britain']],
])('names of one thing are brought together: %s', (text, name, aliases) => {
  expect(named(text, name)?.aliases).toEqual(aliases);
});

test('a surname that two people bear is nobody’s', () => {
  const text = 'Karin Lindgren married Paul Lindgren in Oslo. After the war Lindgren opened a school.';
  expect(named(text, 'Karin Lindgren')?.mentions).toHaveLength(1);
  expect(named(text, 'Paul Lindgren')?.mentions).toHaveLength(1);
});

test('a capital that only opens its sentence makes no name', () => {
  expect(entitiesOf('Farmers grow rice in the valley. Heavy rain is rare there.')).toEqual([]);
});

test('every mention stands where it says it does', () => {
  const text = 'Karin Lindgren came to Oslo in 1931. In Oslo, Lindgren met the painter Paul Berg of Denmark.';
  const mentions = entitiesOf(text).flatMap((entity) => entity.mentions);
  expect(mentions.length).toBeGreaterThanOrEqual(6);
  for (const mention of mentions) expect(text.slice(mention.start, mention.end)).toBe(mention.text);
});
