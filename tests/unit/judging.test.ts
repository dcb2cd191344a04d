import { expect, test } from 'vitest';
import { DEMO_ARTICLE } from '@/lib/formats/demo-article';
import { askArticle } from '@/lib/questions/article-questions';
import { answerOverlap, countCovered } from '../bench/judging/coverage';
import { drawSheet } from '../bench/judging/sheet';
import { joinVerdicts, passes, tally, type Verdicts, wilson } from '../bench/judging/tally';
import { parser } from '../support/english-parser';

const made = ['one', 'two', 'three'].map((name) => ({
  text: { name, article: { ...DEMO_ARTICLE, title: name }, words: 573, gold: [] },
  reading: askArticle({ article: { ...DEMO_ARTICLE, title: name }, parser, seed: '1' }),
}));

test('a sheet is drawn evenly over texts, no fact twice, and tells nothing of how an item was made', () => {
  const { sheet, key } = drawSheet(made, 9, 'seed');
  expect(sheet.items).toHaveLength(9);
  for (const name of ['one', 'two', 'three'])
    expect(Object.values(key.items).filter(({ text }) => text === name)).toHaveLength(3);
  const places = Object.values(key.items).map(({ text, start, end }) => `${text} ${start} ${end}`);
  expect(new Set(places).size).toBe(9);
  for (const item of sheet.items)
    expect(Object.keys(item).sort()).toEqual(
      ['answer', 'article', 'context', 'id', 'options', 'prompt', 'proof', 'title'].sort(),
    );
  expect(JSON.stringify(sheet)).not.toMatch(/salience|confidence|verdict|"kind"|"form"/u);
  expect(drawSheet(made, 9, 'seed')).toEqual({ sheet, key });
  expect(drawSheet(made, 9, 'other').sheet.items).not.toEqual(sheet.items);
});

test('an item passes only where every judge finds no fault', () => {
  const { key } = drawSheet(made, 3, 'seed');
  const verdict = (id: string, fails: Verdicts['verdicts'][number]['fails'] = [], wrong = false) => ({
    id,
    fails,
    wrong,
    note: '',
  });
  const judges: Verdicts[] = [
    { by: 'ann', verdicts: [verdict('item-1'), verdict('item-2'), verdict('item-3', ['R4'])] },
    { by: 'bob', verdicts: [verdict('item-1'), verdict('item-2', [], true)] },
  ];
  expect(joinVerdicts(key, judges).map((item) => [item.id, passes(item)])).toEqual([
    ['item-1', true],
    ['item-2', false],
  ]);
  expect(tally(key, judges)[0]).toBe('strict pass, every judge: 1 of 2 = 50% [9–91]');
  expect(tally(key, judges)[1]).toBe('factually wrong, by any judge: 1 of 2');
});

test("Wilson's interval, against published values", () => {
  // Newcombe 1998, Statistics in Medicine 17, 857-872, table I, method 3: 81 of 263 and 0 of 20.
  expect(wilson(81, 263).map((x) => x.toFixed(4))).toEqual(['0.2553', '0.3662']);
  expect(wilson(0, 20).map((x) => x.toFixed(4))).toEqual(['0.0000', '0.1611']);
});

test('answers overlap by their words, articles left out', () => {
  expect(answerOverlap('the Middle Rhine', 'Middle Rhine')).toBe(1);
  expect(answerOverlap('in 1852', '1852')).toBeCloseTo(2 / 3);
  expect(answerOverlap('erosion', 'uplift')).toBe(0);
  expect(countCovered(['139th', 'low'], ['about 139th of 176', 'a low rank'])).toBe(1);
});
