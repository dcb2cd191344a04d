import { expect, test } from 'vitest';
import { findFacts } from '@/lib/facts/find-facts';
import { finish, readArticleInSteps } from '@/lib/facts/reading';
import { askArticle } from '@/lib/questions/article-questions';
import { parser } from '../../support/english-parser';

const read = (text: string, title: string | null = null) =>
  findFacts(finish(readArticleInSteps({ title, text, language: 'en' }, parser)));

const answers = (text: string, title: string | null = null): string[] =>
  read(text, title).facts.map(({ answer }) => answer);

test('what the article is about is not asked for', () => {
  const about = [
    'Brell was founded in 1211 by Frisian settlers.',
    'Brell bought the island of Orm in 1302.',
    'In 1362 a flood destroyed Brell.',
    'Brell joined the Salt League in 1401.',
    'The Danish fleet attacked Brell in 1588.',
    'Brell opened the Museum of Salt in 1903.',
  ].join(' ');
  expect(answers(about).filter((answer) => answer === 'Brell')).toEqual([]);
  expect(answers(about)).toContain('1302');
});

test('what was going on when it was written is not asked for', () => {
  expect(answers('The Brell Museum is building a new hall for the Salt Collection.')).toEqual([]);
  expect(answers('The Brell Museum built a new hall for the Salt Collection in 1903.')).toContain('1903');
});

test.each(['The timing', 'The second', 'The rest'])('“%s” does not say which', (subject) => {
  const text = `${subject} was changed by Helena Moor in 1911.`;
  const { questions } = askArticle({ article: { title: null, text, language: 'en' }, parser, seed: '1' });
  expect(questions).toEqual([]);
});

test('an acronym of everyday words is no name', () => {
  expect(answers('The engine makes so many revolutions per minute (RPM).')).not.toContain(
    'revolutions per minute',
  );
  expect(answers('Norway joined the World Salt Organization (WSO) in 1911.')).toContain(
    'World Salt Organization',
  );
});

test('what others share is not asked for by its bearer', () => {
  expect(answers('Brell is one of the oldest towns in Denmark.')).not.toContain('Brell');
});

test('the place before “-based” is no answer', () => {
  const text = 'The Brell, Orm-based Salt Museum Association awarded the Golden Spoon in 1911.';
  expect(
    answers(text).filter((answer) => answer.includes('Brell') && !answer.includes('Association')),
  ).toEqual([]);
});
