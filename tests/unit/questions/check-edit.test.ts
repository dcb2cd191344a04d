import { describe, expect, test } from 'vitest';
import { checkEdit, tidyEdit } from '@/lib/questions/check-edit';
import { newOptions } from '@/lib/questions/edited-options';

const choice = { prompt: 'The tower opened in _____.', answer: '1884', others: ['1901', '1932'] };

test('a sound question has no problems', () => {
  expect(checkEdit('choice', choice)).toEqual({});
  expect(checkEdit('cloze', { ...choice, others: [] })).toEqual({});
  expect(checkEdit('basic', { prompt: 'When?', answer: '1884', others: [] })).toEqual({});
});

test('a cloze keeps exactly one gap', () => {
  expect(checkEdit('cloze', { ...choice, prompt: 'No gap.' })).toHaveProperty('prompt');
  expect(checkEdit('cloze', { ...choice, prompt: '_____ and _____' })).toHaveProperty('prompt');
});

test('the answer is not elsewhere in the prompt, whatever its case, but part of a word is no leak', () => {
  const prompt = 'The State DUMA is called _____.';
  expect(checkEdit('cloze', { ...choice, prompt, answer: 'Duma' })).toHaveProperty('prompt');
  expect(checkEdit('cloze', { ...choice, prompt, answer: 'call' })).toEqual({});
});

test('options are distinct, two at least, and none is the answer', () => {
  expect(checkEdit('choice', { ...choice, others: ['1901'] })).toHaveProperty('others');
  expect(checkEdit('choice', { ...choice, others: ['Rome', 'rome '] })).toHaveProperty('others');
  expect(checkEdit('choice', { ...choice, others: ['1901', '1884'] })).toHaveProperty('others');
});

test('where two things are compared, one wrong option is enough and both may stand in the question', () => {
  const larger = { prompt: 'Which is longer, the Elbe or the Weser?', answer: 'the Elbe' };
  expect(checkEdit('larger', { ...larger, others: ['the Weser'] })).toEqual({});
  expect(checkEdit('larger', { ...larger, others: [] })).toHaveProperty('others');
  expect(checkEdit('true-false', { prompt: 'It is true.', answer: 'True', others: ['False'] })).toEqual({});
});

test('nothing may be empty', () => {
  expect(checkEdit('basic', { prompt: '', answer: '', others: [] })).toEqual({
    prompt: expect.any(String) as string,
    answer: expect.any(String) as string,
  });
});

test('tidying takes white space from the ends and empty options away', () => {
  expect(tidyEdit('choice', { prompt: ' a ', answer: 'b\n', others: [' c', '', '  '] })).toEqual({
    prompt: 'a',
    answer: 'b',
    others: ['c'],
  });
});

describe('kinds with parts and measures', () => {
  const edit = (answer: string, others: string[] = []) => ({ prompt: 'Which?', answer, others });

  test('a number is one number, with its unit and tolerance', () => {
    expect(checkEdit('number', edit('330 ± 5 m'))).toEqual({});
    expect(checkEdit('number', edit('many')).answer).toMatch(/one number/);
    expect(checkEdit('number', edit('3 to 5')).answer).toMatch(/one number/);
  });

  test('a date is a date or a part of one', () => {
    for (const date of ['18 February 2025', 'February 2025', '1889'])
      expect(checkEdit('date', edit(date))).toEqual({});
    expect(checkEdit('date', edit('soon')).answer).toMatch(/Write a date/);
  });

  test('of several right options one at least is wrong, and all differ', () => {
    expect(checkEdit('several', edit('A\nB', ['C']))).toEqual({});
    expect(checkEdit('several', edit('A\nB')).others).toMatch(/at least 1 wrong option/);
    expect(checkEdit('several', edit('A\na', ['C'])).answer).toMatch(/differ/);
    expect(checkEdit('several', edit('A\nB', ['b'])).others).toMatch(/differ/);
  });

  test('an order and a match have two lines at least', () => {
    expect(checkEdit('order', edit('A\nB'))).toEqual({});
    expect(checkEdit('order', edit('A')).answer).toMatch(/at least two/);
    expect(checkEdit('match', edit('A\t1\nB\t2'))).toEqual({});
    expect(checkEdit('match', edit('A\t1\nB\t1', ['2']))).toEqual({});
    expect(checkEdit('match', edit('A\t1\nB')).answer).toMatch(/two pairs/);
    expect(checkEdit('match', edit('A\t1\nA\t2')).answer).toMatch(/differ/);
    expect(checkEdit('match', edit('A\t1\nB\t2', ['2'])).others).toMatch(/differ/);
  });

  test('lines are tidied, pairs without a side are dropped', () => {
    expect(tidyEdit('order', edit(' A \n\n B  C\n')).answer).toBe('A\nB C');
    expect(tidyEdit('match', edit('A \t 1\nB\nC\t 2 ')).answer).toBe('A\t1\nC\t2');
  });

  test('new options do not tell the key by their order, and the key is proved by its fact', () => {
    expect(newOptions('several', edit('Zinc\nIron', ['Tin']), 'f')).toEqual([
      { text: 'Iron', factId: 'f' },
      { text: 'Tin', factId: null },
      { text: 'Zinc', factId: 'f' },
    ]);
    expect(newOptions('match', edit('A\t2\nB\t1\nC\t2', ['3']), 'f').map(({ text }) => text)).toEqual([
      '1',
      '2',
      '3',
    ]);
    expect(newOptions('true-false', edit('False', ['True']), 'f').map(({ text }) => text)).toEqual([
      'True',
      'False',
    ]);
    expect(newOptions('number', edit('3'), 'f')).toEqual([]);
  });
});
