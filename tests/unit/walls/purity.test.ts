import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { expect, test } from 'vitest';
import { purity } from '../../../eslint.config.mjs';

const eslint = new ESLint({
  overrideConfigFile: true,
  overrideConfig: [{ files: ['**/*.ts'], languageOptions: { parser: tseslint.parser } }, purity],
});

const complaints = async (code: string, filePath: string): Promise<number> => {
  const [result] = await eslint.lintText(code, { filePath });
  return result?.errorCount ?? 0;
};

const IMPURE = [
  'export const now = Date.now();',
  'export const now = new Date();',
  'export const chance = Math.random();',
  'export const mark = performance.now();',
  "export const key = process.env['KEY'];",
  "export const page = fetch('/');",
  'setTimeout(() => undefined, 1);',
  'export const width = window.innerWidth;',
];

test.each(IMPURE)('a pure room may not say %s', async (code) => {
  expect(await complaints(code, 'lib/facts/probe.ts')).toBeGreaterThan(0);
});

test.each(IMPURE)('the server may say %s', async (code) => {
  expect(await complaints(code, 'lib/server/probe.ts')).toBe(0);
});

test('a pure room may make a date from a number', async () => {
  expect(await complaints('export const day = new Date(0);', 'lib/memory/probe.ts')).toBe(0);
});
