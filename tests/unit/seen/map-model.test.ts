import { expect, test } from 'vitest';
import { layOutText } from '@/components/deck/lay-out-text';
import { factsOfSentence, mapRows, recallMarks, type MapFact } from '@/components/memory/map-model';

const TEXT = 'The tower opened in 1889. It is tall.\n\nGustave Eiffel built it. Many came to see it.';
const ARTICLE = { text: TEXT, blocks: layOutText(TEXT) };

const factOn = (statement: string, recall: number | null): MapFact => ({
  id: `${statement} ${recall ?? 'never'}`,
  statement,
  span: { start: TEXT.indexOf(statement), end: TEXT.indexOf(statement) + statement.length },
  prompt: [],
  answer: '',
  recall,
  due: null,
  answers: [],
});

test('each sentence is painted by the mean of what was asked of it, the rest stays plain', () => {
  const facts = [
    factOn('The tower opened in 1889.', 1),
    factOn('The tower opened in 1889.', 0.2),
    factOn('Gustave Eiffel built it.', null),
    factOn('Many came to see it.', 0.95),
  ];
  expect(recallMarks(ARTICLE.blocks, facts)).toEqual(['2-', '-4']);
  expect(recallMarks(ARTICLE.blocks, [])).toEqual(['--', '--']);
  const start = TEXT.indexOf('Gustave');
  expect(factsOfSentence({ start, end: start + 24 }, facts)).toEqual([facts[2]]);
});

test('the table has every fact, also one whose sentence is not shown', () => {
  const facts = [factOn('Many came to see it.', 0.95), factOn('The tower opened in 1889.', null)];
  expect(mapRows(ARTICLE, facts).map(({ text }) => text)).toEqual([
    'The tower opened in 1889.',
    'Many came to see it.',
  ]);
  const blocks = ARTICLE.blocks.slice(1);
  expect(mapRows({ text: TEXT, blocks }, facts).map(({ text }) => text)).toEqual([
    'The tower opened in 1889.',
    'Many came to see it.',
  ]);
  expect(mapRows({ text: TEXT, blocks: [] }, facts)).toHaveLength(2);
});
