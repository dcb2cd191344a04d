import { expect, test } from 'vitest';
import { checkEdit, tidyEdit } from '@/lib/questions/check-edit';

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
  expect(tidyEdit({ prompt: ' a ', answer: 'b\n', others: [' c', '', '  '] })).toEqual({
    prompt: 'a',
    answer: 'b',
    others: ['c'],
  });
});
