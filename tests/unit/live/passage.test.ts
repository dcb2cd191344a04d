import { expect, test } from 'vitest';
import { passageOf } from '@/lib/live/passage';

test('the proof stands among the sentences of its paragraph, at the place that is said', () => {
  const proof = {
    statement: 'It was opened in 1889.',
    before: 'The tower is tall. Many visit it. ',
    after: ' It is of iron. Rust is a worry. Painters come. They stay.',
    articleTitle: null,
  };
  const { passage, proofAt } = passageOf(proof);
  expect(passage[proofAt]).toBe(proof.statement);
  expect(passage).toHaveLength(6);
  expect(passage.slice(0, proofAt)).toEqual(['The tower is tall.', 'Many visit it.']);
});

test('a sentence that was cut is left out, and a proof alone stays alone', () => {
  const cut = passageOf({
    statement: 'A is B.',
    before: '… of the tower. It is tall. ',
    after: '',
    articleTitle: null,
  });
  expect(cut.passage).toEqual(['It is tall.', 'A is B.']);
  expect(passageOf({ statement: 'A is B.', before: '', after: '', articleTitle: null })).toEqual({
    passage: ['A is B.'],
    proofAt: 0,
  });
});
