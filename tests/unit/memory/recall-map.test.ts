import fc from 'fast-check';
import { expect, test } from 'vitest';
import { factsBySentence, meanRecall, recallStep } from '@/lib/memory/recall-map';

test.each([
  [0, 'faint'],
  [0.499, 'faint'],
  [0.5, 'fading'],
  [0.749, 'fading'],
  [0.75, 'fair'],
  [0.899, 'fair'],
  [0.9, 'firm'],
  [1, 'firm'],
])('a chance of %d is %s', (recall, step) => {
  expect(recallStep(recall)).toBe(step);
});

test('what was never asked has no part in the mean, and alone gives none', () => {
  expect(meanRecall([{ recall: 0.4 }, { recall: null }, { recall: 0.8 }])).toBeCloseTo(0.6);
  expect(meanRecall([{ recall: null }])).toBeNull();
  expect(meanRecall([])).toBeNull();
});

test('a fact over two sentences belongs to both, one that ends where another begins to one', () => {
  const sentences = [
    { start: 0, end: 10 },
    { start: 11, end: 20 },
    { start: 21, end: 30 },
  ];
  const fact = (start: number, end: number) => ({ span: { start, end }, recall: 1 });
  const [over, first, last] = [fact(5, 15), fact(0, 11), fact(21, 30)];
  expect(factsBySentence(sentences, [over, first, last])).toEqual([[over, first], [over], [last]]);
  expect(factsBySentence(sentences, [fact(10, 11), fact(40, 50)])).toEqual([[], [], []]);
});

test('sentences hold exactly the facts that share a character with them', () => {
  const span = fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 60 })).map(([start, length]) => ({
    span: { start, end: start + length },
    recall: null,
  }));
  const gaps = fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 30 })));
  fc.assert(
    fc.property(gaps, fc.array(span), (lengths, facts) => {
      let at = 0;
      const sentences = lengths.map(([gap, length]) => {
        const start = at + gap;
        at = start + length;
        return { start, end: at };
      });
      expect(factsBySentence(sentences, facts)).toEqual(
        sentences.map(({ start, end }) =>
          facts.filter((fact) => fact.span.start < end && start < fact.span.end),
        ),
      );
    }),
  );
});
