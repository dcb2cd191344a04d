import fc from 'fast-check';
import { expect, test } from 'vitest';
import { givesAway, holdsAnswer } from '@/lib/facts/answer-leaks';

test.each([
  ['The Swedes close four prisons', 'Sweden', 'place'],
  ['DECnet was published in 1975', 'DEC', 'name'],
  ['Which user datagram protocol has no handshake?', 'UDP', 'name'],
  ['The sender needs only a datagram protocol', 'UDP', 'name'],
  ['The town of Sund', 'the Sund Museum', 'organisation'],
])('“%s” gives %s away', (view, answer, type) => {
  expect(givesAway(view, answer, type)).toBe(true);
});

test.each([
  ['The Swedes close four prisons', 'Norway', 'place'],
  ['In 1975 the decision was published', 'DEC', 'name'],
  ['A new protocol was published', 'UDP', 'name'],
  ['The museum of Brell', 'the Sund Museum', 'organisation'],
  ['It cost $1911', '1911 men', 'quantity'],
])('“%s” does not give %s away', (view, answer, type) => {
  expect(givesAway(view, answer, type)).toBe(false);
});

test('an answer is held as words of its own, whatever the case and the dashes', () => {
  expect(holdsAnswer('He came to NEW  delhi.', 'New Delhi')).toBe(true);
  expect(holdsAnswer('In 2024–25 it rose', '2024-25')).toBe(true);
  expect(holdsAnswer('The Sundial', 'Sund')).toBe(false);
  expect(holdsAnswer('In 19110', '1911')).toBe(false);
});

test('what stands in a text between blanks is held by it', () => {
  const word = fc.stringMatching(/^[a-z]{1,8}$/u);
  fc.assert(
    fc.property(fc.array(word), word, fc.array(word), (before, answer, after) => {
      expect(holdsAnswer([...before, answer, ...after].join(' '), answer)).toBe(true);
    }),
  );
});
