import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainKernel } from '@/lib/language/parser/kernel';
import { loadParser } from '@/lib/language/parser/parser';
import { wasmKernel } from '@/lib/language/parser/wasm-kernel';
import { isProjectiveTree } from './trees';

const weights = readFileSync(new URL('../../../../lib/language/weights/english.bin', import.meta.url));
const parser = loadParser(weights);
const plain = loadParser(weights, plainKernel);
const wasm = loadParser(weights, wasmKernel);

const SENTENCE = 'The two countries signed the pact on February 18 , 2025 .'.split(' ');
const anyWord = fc.oneof(
  fc.constantFrom(...SENTENCE),
  fc.string(),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const anyWords = fc.array(anyWord, { maxLength: 40 });

test('who did what, and when', () => {
  const parsed = parser.parse(SENTENCE);
  const arcs = parsed.map(
    ({ head, label }, word) => `${SENTENCE[word]} <${label}- ${SENTENCE[head] ?? 'ROOT'}`,
  );
  expect(arcs.slice(0, 9)).toEqual([
    'The <det- countries',
    'two <nummod- countries',
    'countries <nsubj- signed',
    'signed <root- ROOT',
    'the <det- pact',
    'pact <obj- signed',
    'on <case- 18',
    // The treebank hangs the month on the day.
    'February <nmod:unmarked- 18',
    '18 <obl- signed',
  ]);
  expect(parsed.map(({ upos }) => upos).slice(0, 4)).toEqual(['DET', 'NUM', 'NOUN', 'VERB']);
  expect(parsed[3]?.xpos).toBe('VBD');
});

test('WebAssembly and plain JavaScript read any words alike, to the last bit', () => {
  fc.assert(
    fc.property(anyWords, (words) => {
      expect(wasm.parse(words)).toEqual(plain.parse(words));
    }),
    { numRuns: 40 },
  );
});

test('any words make one projective tree with one root, and confidences are shares', () => {
  fc.assert(
    fc.property(anyWords, (words) => {
      const parsed = parser.parse(words);
      expect(parsed).toHaveLength(words.length);
      if (words.length === 0) return;
      expect(isProjectiveTree(parsed.map(({ head }) => head))).toBe(true);
      for (const { head, label, arcConfidence, labelConfidence } of parsed) {
        expect(label === 'root').toBe(head === -1);
        for (const confidence of [arcConfidence, labelConfidence]) {
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
        }
      }
    }),
  );
});

test('no words, one word, three hundred words', () => {
  expect(parser.parse([])).toEqual([]);
  expect(parser.parse(['Stop'])).toMatchObject([{ head: -1, label: 'root' }]);
  const long = Array.from({ length: 300 }, (_, i) => SENTENCE[i % SENTENCE.length] ?? '');
  expect(isProjectiveTree(parser.parse(long).map(({ head }) => head))).toBe(true);
});

test('what is longer than any sentence still makes one tree, sure of nothing where its parts meet', () => {
  const words = Array.from({ length: 1000 }, (_, i) => SENTENCE[i % SENTENCE.length] ?? '');
  const parsed = parser.parse(words);
  const heads = parsed.map(({ head }) => head);
  expect(isProjectiveTree(heads)).toBe(true);
  const root = heads.indexOf(-1);
  const joints = parsed.filter(
    ({ head, label, arcConfidence }) => head === root && label === 'parataxis' && arcConfidence === 0,
  );
  expect(joints).toHaveLength(3);
});

test('a sentence reads the same whatever was read before it', () => {
  const fresh = loadParser(weights).parse(SENTENCE);
  parser.parse(['Something', 'else', '.']);
  expect(parser.parse(SENTENCE)).toEqual(fresh);
});

test('weights may lie anywhere in a buffer, and anything else is refused', () => {
  const shifted = new Uint8Array(weights.length + 1);
  shifted.set(weights, 1);
  expect(loadParser(shifted.subarray(1)).parse(SENTENCE)).toEqual(parser.parse(SENTENCE));
  expect(() => loadParser(new Uint8Array(100))).toThrow('not a file of weights');
  expect(() => loadParser(weights.subarray(0, weights.length / 2))).toThrow();
});
