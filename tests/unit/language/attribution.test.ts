import { expect, test } from 'vitest';
import { attributionOf, readAttributions, speakerWords } from '@/lib/language/attribution';
import { readTokens } from '@/lib/language/tokens';
import { readTree, type Tree } from '@/lib/language/tree';
import { parser } from '../../support/english-parser';

const treeOf = (text: string): Tree => {
  const tree = readTree(parser, readTokens(text, 0, text.length));
  if (tree === null) throw new Error('no words');
  return tree;
};

test.each([
  ['The bank said that prices had doubled.', 'The bank', 'prices'],
  ['According to the city council, half of the trees died.', 'the city council', 'trees'],
  ['The court held that the law was void.', 'The court', 'law'],
])('who says it in: %s', (text, speaker, said) => {
  const tree = treeOf(text);
  const [attribution] = readAttributions(tree);
  if (attribution === undefined) throw new Error('no attribution');
  expect(
    speakerWords(tree, attribution)
      .filter(({ low }) => low !== 'according' && low !== 'to')
      .map((word) => word.text)
      .join(' '),
  ).toBe(speaker);
  expect(attribution.content.map((word) => word.text)).toContain(said);
});

test('a stretch stands on the word of the one whose saying holds it', () => {
  const text = 'The bank said that prices had doubled.';
  const attributions = readAttributions(treeOf(text));
  const at = text.indexOf('prices');
  expect(attributionOf(attributions, { start: at, end: at + 6 })?.verb.text).toBe('said');
  expect(attributionOf(attributions, { start: 0, end: 8 })).toBeNull();
});

test('a sentence that no one vouches for has no attribution', () => {
  expect(readAttributions(treeOf('Prices doubled within a year.'))).toEqual([]);
});
