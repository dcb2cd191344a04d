import { expect, test } from 'vitest';
import { finish, readArticleInSteps } from '@/lib/facts/reading';
import { gateOf, type Gate } from '@/lib/facts/sentence-gate';
import { parser } from '../../support/english-parser';

const gateFor = (text: string): Gate => {
  const { sentences } = finish(
    readArticleInSteps({ title: null, text: `${text} That was all.`, language: 'en' }, parser),
  );
  const [sentence] = sentences;
  if (sentence === undefined) throw new Error('no sentence');
  return gateOf(sentence);
};

test.each([
  'The canal joins the lake with the sea.',
  'The priests called the stone "the eye of the sea" in their songs.',
  'Two rivers feed the lake: the Ombra and the Selva.',
  'Queen Oda ruled the island during World War I and after it.',
  'The museum has many coins (most of them silver) from three centuries.',
])('open to a cloze: %s', (text) => {
  expect(gateFor(text)).toEqual({ cloze: null, question: null, attribution: null });
});

test.each([
  ['Who built the oldest bridge in the town?', 'a question'],
  ['What a bridge that was in its day!', 'an exclamation'],
  ['Look at the bridge in the next picture.', 'a command'],
  ['We walked along the bridge to the island.', 'speaks as “We”'],
  ['Unfortunately the bridge was sold for scrap.', 'view'],
  ['The bridge fell down.', 'too short'],
  ['The long bridge over the river to the island.', 'has no main verb'],
  ['The bridge (the older one was sold for scrap.', 'without its partner'],
  ['The bridge is shown at www.bridges.example for all.', 'markup or an address'],
])('shut to all: %s', (text, reason) => {
  const gate = gateFor(text);
  expect(gate.cloze).toContain(reason);
  expect(gate.question).toContain(reason);
  expect(gate.attribution).toContain(reason);
});

test('of a sentence that is mostly a quotation only the speaker may be asked', () => {
  const gate = gateFor('“The island has lost half of its birds within ten years,” said Ada Berg.');
  expect(gate.cloze).toBe('is mostly a quotation');
  expect(gate.question).toBe('is mostly a quotation');
  expect(gate.attribution).toBeNull();
});

test('what people say of themselves in quotes shuts the gate but for the speaker', () => {
  const gate = gateFor(
    'The head of the harbour, which serves twelve islands and sends ships to all ports of the northern coast in every week of the year, said “I have never seen so many birds here.”',
  );
  expect(gate.question).toBe('quotes what someone said');
  expect(gate.attribution).toBeNull();
});

test('a long sentence bears a question but no blank', () => {
  const long = `The canal joins the lake with the sea${' and serves the old mills of the valley'.repeat(5)}.`;
  const gate = gateFor(long);
  expect(gate.cloze).toContain('too long for a blank');
  expect(gate.question).toBeNull();
});

test('two sentences in one bear a question on a clause but no blank', () => {
  const gate = gateFor('The canal joins the lake with the sea; the mills use its water.');
  expect(gate.cloze).toContain('semicolon');
  expect(gate.question).toBeNull();
});
