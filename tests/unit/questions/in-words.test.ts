import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findFacts } from '@/lib/facts/find-facts';
import { finish, readArticleInSteps } from '@/lib/facts/reading';
import { askInWords } from '@/lib/questions/in-words/ask-in-words';
import { parser } from '../../support/english-parser';
import { ASKED } from './asked-in-words';

/** Each question in words about `text`, with its answer. */
const askAll = (text: string): [string, string][] => {
  const reading = finish(readArticleInSteps({ title: null, text, language: 'en' }, parser));
  return findFacts(reading).facts.flatMap((fact): [string, string][] => {
    const asked = askInWords(reading, fact);
    return 'refusal' in asked ? [] : [[asked.prompt, asked.answer]];
  });
};

test.each(ASKED)('$text', ({ text, questions }) => {
  const asked = askAll(text).map(([prompt, answer]) => `${prompt} = ${answer}`);
  expect(asked).toEqual(expect.arrayContaining([...questions]));
});

test.each([
  ['a pronoun that stays open', 'Her novels have been translated into 14 languages.'],
  ['what did not happen', 'The harbour of Sund was not finished until 1811.'],
  ['a definite thing that is not named', 'In 1811 the company moved to the harbour.'],
  ['a possibility', 'The harbour of Sund may have been finished by Anders Holm.'],
  ['being there', 'There were eleven ships in the harbour of Sund in 1811.'],
  ['a command', 'Visit the harbour of Sund in 1811.'],
  ['a question', 'Was the harbour of Sund finished in 1811?'],
  ['an event of a condition', 'If the harbour of Sund had frozen in 1811, the fleet would have stayed.'],
])('asks nothing of %s', (_, text) => {
  expect(askAll(text)).toEqual([]);
});

test('the first of two verbs is not asked without what it shares with the second', () => {
  const prompts = askAll('The Brell Navy attacked and burned the town of Sund in 1811.').map(
    ([prompt]) => prompt,
  );
  expect(prompts).toEqual(['What did the Brell Navy burn in 1811?']);
});

test('a rank is asked for its bearer, not the other way round', () => {
  const prompts = askAll('Jupiter is the largest planet in the solar system.').map(([prompt]) => prompt);
  expect(prompts).not.toContain('What is Jupiter?');
});

test('whatever is asked is one sentence that ends in a question mark and does not hold its answer', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray(
        ASKED.map(({ text }) => text),
        { minLength: 1, maxLength: 4 },
      ),
      (texts) => {
        for (const [prompt, answer] of askAll(texts.join(' '))) {
          expect(prompt).toMatch(/^[A-Z][^?]*\?$/u);
          expect(prompt.split(/[^\p{L}\d]+/u)).not.toContain(answer);
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('a place that something happened near or outside is not where it happened', () => {
  for (const preposition of ['near', 'outside', 'around'])
    expect(
      askAll(`The first steam engine was built ${preposition} Sund in 1811.`).filter(
        ([, answer]) => answer === 'Sund',
      ),
    ).toEqual([]);
});
