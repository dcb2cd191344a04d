import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holdsAnswer, normaliseAnswer } from '@/lib/facts/answer-leaks';
import { findFacts } from '@/lib/facts/find-facts';
import { finish, readArticleInSteps } from '@/lib/facts/reading';
import { writeQuestions } from '@/lib/questions/write-questions';
import { askArticle } from '@/lib/questions/article-questions';
import { DEMO_ARTICLE } from '@/lib/formats/demo-article';
import { BLANK, CHECK_NAMES, type Article, type DraftQuestion } from '@/lib/model';
import { seededRandom, shuffled } from '@/lib/questions/seeded-random';
import { parser } from '../../support/english-parser';

/** Every question about an article, those about spare facts included. */
const ask = (article: Article, seed: string | number = 1): readonly DraftQuestion[] => {
  const { questions, spare } = askArticle({ article, parser, seed: String(seed) });
  return [...questions, ...spare.questions];
};
const promptsOf = (text: string): string[] =>
  ask({ title: null, text, language: 'en' })
    .filter(({ form }) => form === 'cloze' || form === 'basic')
    .map(({ prompt }) => prompt);

test.each([
  [
    'Norway and Sweden ended their union in 1905 by a treaty.',
    'In which year did Norway and Sweden end their union by a treaty?',
  ],
  ['The Suez Canal was opened on 17 November 1869 in Egypt.', 'When was the Suez Canal opened in Egypt?'],
  ['From 1870 to 1939, Norway had a mint of its own.', 'When did Norway have a mint of its own?'],
  [
    'Trade between Chile and Peru was worth $65 billion in a single year.',
    'Trade between Chile and Peru was worth _____ [amount, US$] in a single year.',
  ],
  [
    'About 60% of Iceland is covered by bare rock or by lava.',
    'About _____ [percentage] of Iceland is covered by bare rock or by lava.',
  ],
  ['India joined the North Atlantic Fishing Survey (NAFS) as an observer.', 'What does NAFS stand for?'],
  [
    'Ana Ruiz, the Speaker of the Senate, opened the National Museum of Chile.',
    'Who opened the National Museum of Chile?',
  ],
])('%s', (text, prompt) => {
  expect(promptsOf(text)).toContain(prompt);
});

test('a bare surname gets the full name in brackets, where the text leaves no doubt', () => {
  const text = 'The bridge at Iron Hill was drawn by Maria Ferro of Genoa. Ferro died in 1911 in Milan.';
  expect(promptsOf(text)).toContain('In which year did Maria Ferro die in Milan?');
});

test('a bound has no choice question, since other values would be right too', () => {
  const text = 'More than 60% of Iceland is covered by bare rock or by lava.';
  expect(
    ask({ title: null, text, language: 'en' })
      .filter(({ answer }) => answer === '60%')
      .map(({ form }) => form),
  ).toEqual(['cloze']);
});

test('distractors from the article say which fact they come from', () => {
  const { facts, spare } = askArticle({ article: DEMO_ARTICLE, parser, seed: '1' });
  const known = new Map([...facts, ...spare.facts].map(({ key, answer }) => [key, answer]));
  const options = ask(DEMO_ARTICLE).flatMap(({ options: shown }) => shown);
  expect(options.some(({ factKey, text }) => factKey !== null && known.get(factKey) === text)).toBe(true);
  for (const { factKey, text } of options) if (factKey !== null) expect(known.get(factKey)).toBe(text);
});

test('a fact that is not where it says it is is left out', () => {
  const reading = finish(readArticleInSteps(DEMO_ARTICLE, parser));
  const { facts } = findFacts(reading);
  const moved = facts.map((fact) => ({ ...fact, statement: `${fact.statement} ` }));
  const { questions, leftOut } = writeQuestions({ reading, facts: moved, seed: 1 });
  expect(questions).toEqual([]);
  expect(leftOut).toHaveLength(facts.length);
});

const pieces = DEMO_ARTICLE.text.split(/(?<=[.\n])/u);
const anyArticle = fc
  .tuple(
    fc.shuffledSubarray(pieces),
    fc.string(),
    fc.option(fc.constantFrom('RELOS', 'India in 2025', 'State Duma')),
  )
  .map(([parts, noise, title]): Article => ({ title, text: parts.join('') + noise, language: 'en' }));

test('generation is the same for the same article and seed', () => {
  fc.assert(
    fc.property(anyArticle, fc.string(), (article, seed) => {
      expect(ask(article, seed)).toEqual(ask(article, seed));
    }),
    { numRuns: 15 },
  );
});

test('another seed changes the order of options and which sentences are true, and nothing else', () => {
  const sorted = (questions: readonly DraftQuestion[]) =>
    questions.map((question) => ({
      ...question,
      ...(question.form === 'true-false' ? { prompt: '', answer: '' } : {}),
      options: [...question.options].sort((a, b) => a.text.localeCompare(b.text)),
    }));
  fc.assert(
    fc.property(anyArticle, fc.integer(), fc.integer(), (article, one, two) => {
      expect(sorted(ask(article, one))).toEqual(sorted(ask(article, two)));
    }),
    { numRuns: 15 },
  );
});

test('no option is the key again, and nothing in view holds the answer', () => {
  fc.assert(
    fc.property(anyArticle, (article) => {
      for (const { form, prompt, context, answer, options } of ask(article)) {
        if (form === 'true-false') continue;
        if (form !== 'basic' && !prompt.endsWith('?')) expect(prompt.split(BLANK)).toHaveLength(2);
        const rest = prompt.replace(/\[[^\]]*\]/u, '');
        for (const view of [rest, context ?? '', article.title ?? ''])
          expect(holdsAnswer(view, answer)).toBe(false);
        if (form === 'cloze' || form === 'basic') expect(options).toEqual([]);
        else {
          expect(new Set(options.map(({ text }) => normaliseAnswer(text))).size).toBe(4);
          expect(options.filter(({ text }) => text === answer)).toHaveLength(1);
        }
      }
    }),
    { numRuns: 25 },
  );
});

test('over many seeds the key stands in each place about as often', () => {
  const places = [0, 0, 0, 0];
  for (let seed = 0; seed < 400; seed++) {
    const order = shuffled([0, 1, 2, 3], seededRandom(`${seed}/fact`));
    const place = order.indexOf(0);
    places[place] = (places[place] ?? 0) + 1;
  }
  for (const count of places) expect(count).toBeGreaterThan(70);
});

test('chance from a seed repeats itself and stays in its bounds', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.integer()), (seed) => {
      const one = seededRandom(seed);
      const two = seededRandom(seed);
      for (let i = 0; i < 20; i++) {
        const drawn = one();
        expect(drawn).toBe(two());
        expect(drawn >= 0 && drawn < 1).toBe(true);
      }
    }),
  );
});

test('a question in words takes the place of the gap in a long sentence, and is the stem of the choice', () => {
  const text =
    'The lighthouse at Skagen was finished in 1858, after men who had come from all over the north of Norway had cut the stone, carried it up the hill on their backs and laid it.';
  const asked = ask({ title: null, text, language: 'en' })
    .filter(({ answer }) => answer === '1858')
    .map(({ form, prompt }) => ({ form, prompt }));
  const prompt = 'In which year was the lighthouse at Skagen finished?';
  expect(asked).toEqual([
    { form: 'basic', prompt },
    { form: 'choice', prompt },
  ]);
});

test('the certificate is in the order of the checks, and unsure of what was not surely read', () => {
  const reading = finish(readArticleInSteps(DEMO_ARTICLE, parser));
  const { facts } = findFacts(reading);
  const confidences = new Map(facts.map(({ key, confidence }) => [key, confidence]));
  const { questions } = writeQuestions({ reading, facts, seed: 1 });
  for (const { factKey, context, checks } of questions) {
    const names = checks.map(({ name }) => name);
    expect(names).toEqual(CHECK_NAMES.filter((name) => names.includes(name)));
    const verdictOf = (name: string) => checks.find((check) => check.name === name)?.verdict;
    expect(verdictOf('certain-parse')).toBe((confidences.get(factKey) ?? 0) >= 0.95 ? 'passed' : 'unsure');
    expect(verdictOf('self-contained')).toBe(context === null ? 'passed' : 'unsure');
  }
});
