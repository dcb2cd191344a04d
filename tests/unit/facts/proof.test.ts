import { expect, test } from 'vitest';
import { proofOf } from '@/lib/facts/proof';

const of = (text: string, statement: string, title = 'Towers') => {
  const start = text.indexOf(statement);
  return proofOf({ statement, span: { start, end: start + statement.length } }, { title, text });
};

test('a sentence is shown in its own paragraph, without the ones around it', () => {
  const text = 'Towers\n\nThe first one fell. The second stood. The third leaned.\n\nAnother matter.';
  expect(of(text, 'The second stood.')).toEqual({
    statement: 'The second stood.',
    before: 'The first one fell. ',
    after: ' The third leaned.',
    articleTitle: 'Towers',
  });
  expect(of(text, 'Another matter.')).toMatchObject({ before: '', after: '' });
});

test('a long paragraph is cut at words on both sides', () => {
  const many = Array.from({ length: 400 }, (_, index) => `word${index}`).join(' ');
  const { before, after } = of(`${many}. It is here. ${many}.`, 'It is here.');
  expect(before).toMatch(/^… word\d+ /);
  expect(after).toMatch(/ word\d+ …$/);
  expect(Math.max(before.length, after.length)).toBeLessThanOrEqual(604);
});

test('a card of one’s own, or a text that has changed, leaves the sentence alone', () => {
  expect(proofOf({ statement: 'Mine.', span: null }, null)).toEqual({
    statement: 'Mine.',
    before: '',
    after: '',
    articleTitle: null,
  });
  const moved = proofOf(
    { statement: 'It fell.', span: { start: 3, end: 11 } },
    { title: 'T', text: 'It fell.' },
  );
  expect(moved).toMatchObject({ statement: 'It fell.', before: '', after: '', articleTitle: 'T' });
});
