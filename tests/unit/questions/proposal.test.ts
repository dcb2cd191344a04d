import fc from 'fast-check';
import { expect, test } from 'vitest';
import { modelAnswerSchema, objectsIn, partsOf } from '@/lib/questions/proposal';
import { lighthouse, lighthouseReading } from '../../support/lighthouse';

const read = (text: string) => objectsIn(text, modelAnswerSchema);
const one = { number: 1, answer: 'an owl' };
const two = { number: 2, answer: 'a {strange} "bird"' };

test.each([
  ['plain', JSON.stringify({ items: [one, two] }), [one, two]],
  ['a bare list', JSON.stringify([one, two]), [one, two]],
  [
    'fenced, with words around it',
    `Sure!\n\`\`\`json\n${JSON.stringify([one])}\n\`\`\`\nAnything else?`,
    [one],
  ],
  ['cut off', JSON.stringify({ items: [one, two] }).slice(0, -12), [one]],
  ['after thoughts', `<think>{"number": maybe}</think>${JSON.stringify(one)}`, [one]],
  ['wrong in one place', `{"items":[{"number":"x","answer":"y"},${JSON.stringify(two)}]}`, [two]],
  ['a mark lost', `{"number": 1, "answer": "an owl}\n${JSON.stringify(two)}`, [two]],
  ['numbers as words', '{"number":"1","answer":12}', [{ number: 1, answer: '12' }]],
  ['nothing of the sort', 'I would rather not.', []],
  ['unbalanced', '}}}{{{', []],
])('%s', (_, text, items) => {
  expect(read(text)).toEqual(items);
});

test('whatever stands around them, whole items are found', () => {
  const item = fc.record({ number: fc.nat(), answer: fc.string() });
  fc.assert(
    fc.property(fc.array(item), fc.stringMatching(/^[a-z .,\n]*$/), (items, noise) => {
      expect(read(`${noise}${JSON.stringify({ items })}${noise}`)).toEqual(items);
    }),
  );
});

// Only places are looked at: a sentence of sixty copies need not be whole.
test('parts cover the sentences in order and end with a paragraph', () => {
  const long = Array.from({ length: 60 }, (_, index) => ({
    ...lighthouseReading.sentences[0],
    start: index * 200,
    end: index * 200 + 190,
    paragraph: Math.floor(index / 10),
    isClutter: false,
  })) as unknown as Parameters<typeof partsOf>[0];
  const parts = partsOf(long);
  expect(parts[0]?.start).toBe(0);
  expect(parts.at(-1)?.end).toBe(60 * 200 - 10);
  expect(parts.length).toBeGreaterThan(2);
  for (const [index, part] of parts.entries()) {
    expect(part.end - part.start).toBeLessThanOrEqual(6000);
    if (index > 0) expect(part.start).toBe((parts[index - 1]?.end ?? 0) + 10);
  }
  expect(partsOf(lighthouseReading.sentences)).toEqual([{ start: 0, end: lighthouse.text.length }]);
});
