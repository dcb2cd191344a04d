import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sentenceChanges, type SentenceChange } from '@/lib/facts/sentence-changes';
import { wordChanges } from '@/lib/facts/word-changes';
import { readSentences } from '@/lib/language/sentences';

const read = (text: string) => ({ text, sentences: readSentences(text) });
const changesOf = (before: string, after: string) => sentenceChanges(read(before), read(after));

const inWords = (before: string, after: string): string[] =>
  changesOf(before, after).map((change) =>
    [
      change.kind === 'same' && change.moved ? 'moved' : change.kind,
      'before' in change ? before.slice(change.before.start, change.before.end) : '',
      'after' in change ? after.slice(change.after.start, change.after.end) : '',
    ].join(' | '),
  );

const WORDS =
  `amber basin cedar delta ember fjord granite harbour island juniper kelp lagoon marble nectar orchard
  pebble quartz river sandstone tundra umbra valley willow yarrow zephyr`.split(/\s+/u);

/** Sentences that differ from each other in most of their words. */
const sentence = fc
  .tuple(
    fc.array(fc.constantFrom(...WORDS), { minLength: 6, maxLength: 10 }),
    fc.integer({ min: 1000, max: 9999 }),
  )
  .map(([words, year]) => `The ${words.join(' ')} of ${year}.`);
const article = fc.uniqueArray(sentence, { minLength: 3, maxLength: 25 });
const textOf = (sentences: readonly string[]): string =>
  sentences.map((each, index) => each + (index % 4 === 3 ? '\n\n' : ' ')).join('');
const kinds = (changes: readonly SentenceChange[]): Set<string> => new Set(changes.map(({ kind }) => kind));

test('a text compared with itself has nothing changed and nothing moved', () => {
  fc.assert(
    fc.property(article, (sentences) => {
      const changes = changesOf(textOf(sentences), textOf(sentences));
      expect(changes).toHaveLength(sentences.length);
      for (const change of changes) expect(change).toMatchObject({ kind: 'same', moved: false });
    }),
  );
});

test('sentences in another order are all the same ones', () => {
  const shuffled = article.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
  );
  fc.assert(
    fc.property(shuffled, ([sentences, other]) => {
      const [before, after] = [textOf(sentences), textOf(other)];
      const changes = changesOf(before, after);
      expect([...kinds(changes)]).toEqual(['same']);
      for (const change of changes) {
        if (change.kind !== 'same') continue;
        expect(after.slice(change.after.start, change.after.end)).toBe(
          before.slice(change.before.start, change.before.end),
        );
      }
    }),
  );
});

test('every sentence of either text is told once, those of the new one in their order', () => {
  fc.assert(
    fc.property(article, article, (before, after) => {
      const changes = changesOf(textOf(before), textOf(after));
      const olds = changes.flatMap((change) => ('before' in change ? [change.before.start] : []));
      const news = changes.flatMap((change) => ('after' in change ? [change.after.start] : []));
      expect(new Set(olds).size).toBe(before.length);
      expect(olds).toHaveLength(before.length);
      expect(news).toEqual(readSentences(textOf(after)).map(({ start }) => start));
    }),
  );
});

test('a small edit is a change, and neither a removal nor something new', () => {
  const edited = article.chain((all) =>
    fc.tuple(fc.constant(all), fc.nat({ max: all.length - 1 }), fc.integer({ min: 100, max: 999 })),
  );
  fc.assert(
    fc.property(edited, ([sentences, at, number]) => {
      const after = sentences.with(at, sentences[at]?.replace(/\d+\.$/u, `${number}.`) ?? '');
      const changes = changesOf(textOf(sentences), textOf(after)).map(({ kind }) => kind);
      expect(changes).toEqual(sentences.map((_, index) => (index === at ? 'changed' : 'same')));
    }),
  );
});

test('a sentence that is cut out is removed, and one that is put in is new, wherever they stand', () => {
  const cut = article.chain((all) => fc.tuple(fc.constant(all), fc.nat({ max: all.length - 1 })));
  fc.assert(
    fc.property(cut, ([sentences, at]) => {
      const without = sentences.toSpliced(at, 1);
      const removal = changesOf(textOf(sentences), textOf(without)).map(({ kind }) => kind);
      expect(removal).toEqual(sentences.map((_, index) => (index === at ? 'removed' : 'same')));
      const insertion = changesOf(textOf(without), textOf(sentences)).map(({ kind }) => kind);
      expect(insertion).toEqual(sentences.map((_, index) => (index === at ? 'new' : 'same')));
    }),
  );
});

test('white space, quotation marks and dashes change nothing', () => {
  const before = 'She said "yes" - and left. He stayed.';
  const after = 'She  said “yes” – and left.\n\nHe\u00a0stayed.';
  expect([...kinds(changesOf(before, after))]).toEqual(['same']);
});

test('an edit in a paragraph that moved is found, and what has little in common is not paired', () => {
  const before =
    'The dam was finished in 1936 after five years of work. It holds nine billion tons.\n\nMost visitors come in July. Parking is free.';
  const after =
    'Most visitors come in July. A museum opened beside the road.\n\nThe dam was finished in 1935 after five years of work. It holds nine billion tons.';
  expect(inWords(before, after)).toEqual([
    'moved | Most visitors come in July. | Most visitors come in July.',
    'removed | Parking is free. | ',
    'new |  | A museum opened beside the road.',
    'changed | The dam was finished in 1936 after five years of work. | The dam was finished in 1935 after five years of work.',
    'same | It holds nine billion tons. | It holds nine billion tons.',
  ]);
});

test('word changes give both sentences back', () => {
  const line = fc.oneof(sentence, fc.string({ maxLength: 60 }));
  fc.assert(
    fc.property(line, line, (before, after) => {
      const changes = wordChanges(before, after);
      const without = (kind: string): string =>
        changes.map((change) => (change.kind === kind ? '' : change.text)).join('');
      expect([without('come'), without('gone')]).toEqual([before, after]);
    }),
  );
});

test('a year that was mended is told as that year alone', () => {
  expect(wordChanges('It opened in 1936 in May.', 'It opened in 1935 in May.')).toEqual([
    { kind: 'same', text: 'It opened in' },
    { kind: 'gone', text: ' 1936' },
    { kind: 'come', text: ' 1935' },
    { kind: 'same', text: ' in May.' },
  ]);
});
