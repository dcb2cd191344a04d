import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sigmoid, tanh } from '@/lib/language/parser/activation';
import { plainKernel } from '@/lib/language/parser/kernel';
import { wasmKernel } from '@/lib/language/parser/wasm-kernel';
import type { ByteMatrix } from '@/lib/language/parser/weights-file';

const matrixOf = (rows: number, cols: number, seed: number): ByteMatrix => ({
  rows,
  cols,
  scales: Float32Array.from({ length: rows }, (_, row) => 0.001 + ((row * 7 + seed) % 13) / 1000),
  numbers: Int8Array.from({ length: rows * cols }, (_, i) => ((i * 31 + seed * 17) % 255) - 127),
});

const int16 = fc.integer({ min: -32_767, max: 32_767 });

test('both kernels multiply alike, whatever the size of the matrix', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.array(int16, { minLength: 1, maxLength: 40 }),
      fc.nat(99),
      (rows, input, seed) => {
        const matrix = matrixOf(rows, input.length, seed);
        const outputs = [plainKernel, wasmKernel].map((kernel) => {
          const [product] = kernel({ products: [matrix], recurrences: [] }).products;
          product?.input.set(input);
          product?.run();
          return [...(product?.output ?? [])];
        });
        expect(outputs[1]).toEqual(outputs[0]);
        expect(outputs[0]).toHaveLength(rows);
      },
    ),
  );
});

test('a product is the sum that one would write on paper', () => {
  const matrix = {
    rows: 2,
    cols: 3,
    scales: Float32Array.of(1, 1),
    numbers: Int8Array.of(1, 2, 3, -4, 5, -6),
  };
  const [product] = wasmKernel({ products: [matrix], recurrences: [] }).products;
  product?.input.set([10, -20, 30]);
  product?.run();
  expect([...(product?.output ?? [])]).toEqual([60, -320]);
});

test('both kernels remember alike, step after step, and forget when told', () => {
  const hidden = 16;
  const matrix = matrixOf(4 * hidden, 3 * hidden, 3);
  const below = Array.from({ length: 2 * hidden }, (_, j) => j * 1000 - 16_000);
  const gates = fc.array(fc.float({ min: -9, max: 9, noNaN: true }), {
    minLength: 4 * hidden,
    maxLength: 4 * hidden,
  });
  fc.assert(
    fc.property(fc.array(gates, { minLength: 1, maxLength: 6 }), (steps) => {
      const histories = [plainKernel, wasmKernel].map((kernel) => {
        const [recurrence] = kernel({ products: [], recurrences: [matrix] }).recurrences;
        const read = (): number[][] => {
          recurrence?.reset();
          return steps.map((step) => {
            recurrence?.gates.set(step);
            recurrence?.below.set(below);
            recurrence?.step();
            return [...(recurrence?.memory ?? [])];
          });
        };
        const first = read();
        expect(read()).toEqual(first);
        return first;
      });
      expect(histories[1]).toEqual(histories[0]);
    }),
  );
});

test('the curves are those of the textbook', () => {
  for (let x = -20; x <= 20; x += 0.37) {
    const near = Math.fround(x);
    expect(Math.abs(tanh(near) - Math.tanh(near))).toBeLessThan(2e-4);
    expect(Math.abs(sigmoid(near) - 1 / (1 + Math.exp(-near)))).toBeLessThan(1e-4);
  }
});
