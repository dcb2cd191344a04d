import { expect, test } from 'vitest';
import { askArticle } from '@/lib/questions/article-questions';
import { parser } from '../../support/english-parser';

const asked = (text: string): string[] =>
  askArticle({ article: { title: null, text, language: 'en' }, parser, seed: '1' })
    .questions.filter(({ form }) => form === 'basic')
    .map(({ prompt, answer }) => `${prompt} ${answer}`);

test('the years in brackets behind a person’s name are those of birth and death', () => {
  expect(asked('Helena Moor (1811–1870) was a Danish painter of ships.')).toEqual(
    expect.arrayContaining([
      'In which year was Helena Moor born? 1811',
      'In which year did Helena Moor die? 1870',
    ]),
  );
});

test('a day of birth may have its place beside it', () => {
  expect(asked('Anders Holm (born 4 March 1970 in Odense) is a Danish actor who lives in Bergen.')).toContain(
    'When was Anders Holm born? 4 March 1970',
  );
});

test.each([
  'The Lamp Museum (1811–1870) was a museum of lighting in Bergen.',
  'In Bergen (1811–1870) Helena Moor painted a picture of the harbour.',
])('brackets behind something else say nothing of a life: %s', (text) => {
  expect(asked(text).join(' ')).not.toMatch(/\b(?:born|die)\b/u);
});
