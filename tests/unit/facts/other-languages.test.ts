import { expect, test } from 'vitest';
import type { Article } from '@/lib/model';
import { askArticle } from '@/lib/questions/article-questions';
import { detectLanguage } from '@/lib/language/language-guess';
import { parser } from '../../support/english-parser';

const ask = (text: string) => {
  const article: Article = { title: 'Turm', text, language: detectLanguage(text) };
  return { language: article.language, ...askArticle({ article, parser, seed: '1' }) };
};

const GERMAN =
  'Der alte Turm steht am Ufer der Elbe und ist das Zeichen der Stadt. Er wurde am 3. Oktober 1911 eröffnet und kostete die Stadt viel Geld. ' +
  'Nach Dr. Huber lebten damals 12,5 % der Menschen in der Altstadt. War das viel, und was sagt uns die Zahl von 1911 heute?';

test('German gets figures and dates in untouched sentences, with the sentence before in view', () => {
  const { language, facts, questions, leftOut } = ask(GERMAN);
  expect(language).toBe('de');
  expect(facts.map(({ answer, answerType }) => [answer, answerType])).toEqual([
    ['3. Oktober 1911', 'date'],
    ['12,5 %', 'percentage'],
  ]);
  const cloze = questions.find(({ answer }) => answer === '3. Oktober 1911');
  expect(cloze).toMatchObject({
    form: 'cloze',
    prompt: 'Er wurde am _____ [date] eröffnet und kostete die Stadt viel Geld.',
    context: 'Der alte Turm steht am Ufer der Elbe und ist das Zeichen der Stadt.',
  });
  expect(cloze?.checks).toContainEqual({ name: 'self-contained', verdict: 'unsure' });
  expect(leftOut.map(({ reason }) => reason)).toContain('a question or an exclamation');
});

test('no English rule is used on Spanish: its "a" is no article and its "son" no child', () => {
  const { language, facts } = ask(
    'La torre de Oslo es un edificio que se ve desde lejos y que todos conocen. Los arquitectos Ana Ruiz y Juan Vidal son los que la hicieron, a pesar de la guerra. ' +
      'La torre se inauguró el 3 de octubre de 1911 en el centro de la ciudad.',
  );
  expect(language).toBe('es');
  expect(facts.map(({ answerType }) => answerType)).not.toContain('expansion');
  expect(facts.map(({ answer }) => answer)).toContain('3 de octubre de 1911');
});

test.each([
  ['ru', 'Башня была открыта в 1911 году и стоит на берегу реки.'],
  ['uk', 'Вежу відкрито 1911 року, і вона стоїть на березі річки.'],
  ['ja', '塔は1911年10月3日に開業した。川のそばに立っている。'],
  ['zh', '这座塔于1911年10月3日开放，位于河边。'],
])('%s is known by its script', (language, text) => {
  expect(detectLanguage(text)).toBe(language);
});
