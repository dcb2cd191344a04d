/** What the words of a sentence that point elsewhere mean. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contextOf, leaningOf } from '@/lib/facts/leaning';
import { finish, readArticleInSteps, type Reading, type ReadSentence } from '@/lib/facts/reading';
import { leansOf, resolvedText } from '@/lib/facts/references';
import { parser } from '../../support/english-parser';

const read = (text: string, title: string | null = null): Reading =>
  finish(readArticleInSteps({ title, text, language: 'en' }, parser));

const last = (reading: Reading): ReadSentence => {
  const sentence = reading.sentences.at(-1);
  if (sentence === undefined) throw new Error('the text has no sentence');
  return sentence;
};

const leansIn = (text: string, title: string | null): unknown[] => {
  const reading = read(text, title);
  return leansOf(reading, last(reading))
    .filter(({ kind }) => kind === 'reference')
    .map((lean) => [lean.text, lean.resolvedBy, lean.antecedent]);
};

test.each([
  ['Karin Lindgren sold her house in 1934.', null, [['her', 'sentence', 'Karin Lindgren']]],
  ['She sold a boat to a museum in 1934.', 'Karin Lindgren', [['She', null, null]]],
  [
    'Karin Lindgren lived in Oslo for six years. She moved to Bergen in 1934.',
    'Karin Lindgren',
    [['She', 'title', 'Karin Lindgren']],
  ],
  [
    'Karin Lindgren lived in Oslo for six years. She moved to Bergen in 1934.',
    null,
    [['She', 'before', 'Karin Lindgren']],
  ],
  [
    'Karin Lindgren lived in Oslo for six years. He moved to Bergen in 1934.',
    'Karin Lindgren',
    [['He', null, null]],
  ],
  ['It takes two hours to reach the summit of Mount Ararat.', null, []],
  ['The company sold 40,000 cars in 1999.', null, [['The company', null, null]]],
  ['The armed forces of Norway bought ten ships in 1999.', null, []],
  ['The largest city in Norway is Oslo.', null, []],
  ['The immune system attacks the cells of the skin.', null, []],
  ['Both parties also signed a similar treaty in 1905.', null, []],
  ['However, Norway became a kingdom in 1905.', null, []],
  [
    'Karin Lindgren opened a school in the town of Bergen. Lindgren left Norway in 1934.',
    null,
    [['Lindgren', 'before', 'Karin Lindgren']],
  ],
  ['Sales in Norway rose last week.', null, [['last week', null, null]]],
  ['Ferns appeared about 300 million years ago.', null, []],
])('%s (%s)', (text, title, expected) => {
  expect(leansIn(text, title)).toEqual(expected);
});

test('the sentence before is shown only where it is clear by itself', () => {
  const clear = read('Karin Lindgren lived in Oslo for six years. She moved to Bergen in 1934.');
  expect(contextOf(clear, last(clear))).toBe('Karin Lindgren lived in Oslo for six years.');
  const unclear = read('The company hired Karin Lindgren. She moved to Bergen in 1934.');
  expect([contextOf(unclear, last(unclear)), leaningOf(unclear, last(unclear)).name]).toEqual([
    null,
    'loose',
  ]);
});

test.each([
  [
    'Karin Lindgren lived in Oslo for six years. Her brother sold the farm in 1934.',
    'Her brother',
    'Karin Lindgren’s brother',
  ],
  ['Karin Lindgren lived in Oslo for six years. She moved to Bergen in 1934.', 'She', 'Karin Lindgren'],
  ['Karin Lindgren lived in Oslo for six years. Then Bergen bought a tram.', 'Bergen', 'Bergen'],
  ['The company bought a tram in 1934.', 'The company', null],
])('in %s “%s” means %s', (text, words, meant) => {
  const reading = read(text, 'Karin Lindgren');
  const start = text.lastIndexOf(words);
  expect(resolvedText(reading, last(reading), { start, end: start + words.length })).toBe(meant);
});

const PIECES = [
  'It',
  'He',
  'the pact',
  'Karin Lindgren',
  'said',
  'last year',
  'was',
  'in 1999',
  'this',
  ',',
  'they',
  'sold',
];

test('leans stand in their sentence, in order, and are the same at every reading', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { minLength: 3, maxLength: 25 }), (pieces) => {
      const text = `${pieces.join(' ')}. Karin Lindgren sold it. She left.`;
      const [one, two] = [read(text, 'Karin Lindgren'), read(text, 'Karin Lindgren')];
      // Whichever sentence is asked first.
      const backwards = two.sentences
        .toReversed()
        .map((sentence) => leansOf(two, sentence))
        .toReversed();
      for (const [at, sentence] of one.sentences.entries()) {
        const leans = leansOf(one, sentence);
        expect(leans).toEqual(backwards[at]);
        let from = sentence.start;
        for (const { span, text: words } of leans) {
          expect(span.start).toBeGreaterThanOrEqual(from);
          expect(span.end).toBeLessThanOrEqual(sentence.end);
          expect(text.slice(span.start, span.end)).toBe(words);
          from = span.start;
        }
      }
    }),
    { numRuns: 40 },
  );
});
