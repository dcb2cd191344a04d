import { expect, test } from 'vitest';
import { findPurposes } from '@/lib/facts/purposes';
import { finish, readArticleInSteps } from '@/lib/facts/reading';
import { parser } from '../../support/english-parser';

const answersIn = (text: string, title: string | null = null): string[] => {
  const reading = finish(readArticleInSteps({ title, text, language: 'en' }, parser));
  return reading.sentences
    .flatMap((sentence) => findPurposes(reading, sentence))
    .filter(({ refusal }) => refusal === null)
    .map(({ start, end }) => text.slice(start, end));
};

test.each<[string, string[]]>([
  [
    'The Romans built the long wall in the north to keep out raiders from the hills.',
    ['to keep out raiders from the hills'],
  ],
  [
    'The monks of the abbey drained the marsh in order to grow wheat and barley.',
    ['to grow wheat and barley'],
  ],
  [
    'The lighthouse on the cape was built in 1890 to warn ships of the rocks.',
    ['to warn ships of the rocks'],
  ],
  [
    'The bees of the valley protect their hive by fanning the air with their wings.',
    ['by fanning the air with their wings'],
  ],
])('asks: %s', (text, answers) => {
  expect(answersIn(text)).toEqual(answers);
});

test.each([
  'The young farmers of the valley want to sell more wheat to the city.',
  'The old bridge over the river began to sink into the soft mud.',
  'The village children used to work in the fields during the long summer.',
  'The Romans did not build the long wall to keep out raiders from the hills.',
])('asks nothing: %s', (text) => {
  expect(answersIn(text)).toEqual([]);
});
