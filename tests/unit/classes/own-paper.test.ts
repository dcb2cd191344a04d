import { expect, test } from 'vitest';
import { inOwnOrder } from '@/lib/classes/own-paper';
import type { QuestionForm } from '@/lib/model';

const CHOICE: QuestionForm = 'choice';

const PAPER = Array.from({ length: 6 }, (_, index) => ({
  id: index,
  form: CHOICE,
  answer: `right ${index}`,
  options: ['right', 'wrong', 'false', 'no'].map((text) => ({ text: `${text} ${index}` })),
  otherDistractors: [['never', 'not', 'nil'].map((text) => ({ text: `${text} ${index}` }))],
}));
const SHUFFLED = { shuffleQuestions: true, shuffleOptions: true };
const idsOf = (paper: readonly { id: number }[]) => paper.map(({ id }) => id);

test('everybody is asked the same, in an order of their own, and the same seed gives it again', () => {
  const papers = Array.from({ length: 20 }, (_, seed) => inOwnOrder(PAPER, { ...SHUFFLED, seed: `${seed}` }));
  for (const paper of papers) expect(idsOf(paper).sort()).toEqual(idsOf(PAPER));
  expect(new Set(papers.map((paper) => idsOf(paper).join(' '))).size).toBeGreaterThan(15);
  expect(inOwnOrder(PAPER, { ...SHUFFLED, seed: '7' })).toEqual(papers[7]);
});

test('one of the sets of distractors is put, none is left beside it, and the key stays', () => {
  const seen = new Set<string>();
  for (let seed = 0; seed < 20; seed++) {
    const paper = inOwnOrder(PAPER, { shuffleQuestions: false, shuffleOptions: false, seed: `${seed}` });
    for (const { id, options, ...item } of paper) {
      expect(item).not.toHaveProperty('otherDistractors');
      expect(options[0]?.text).toBe(`right ${id}`);
      seen.add(options.map(({ text }) => text.split(' ')[0]).join(' '));
    }
  }
  expect(seen).toEqual(new Set(['right wrong false no', 'right never not nil']));
});
