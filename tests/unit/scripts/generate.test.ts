/** The command line, run as a person runs it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { DEMO_ARTICLE } from '@/lib/formats/demo-article';

const reportSchema = z.object({
  article: z.object({ title: z.string().nullable(), text: z.string() }),
  items: z.array(
    z.object({
      form: z.string(),
      prompt: z.string(),
      context: z.string().nullable(),
      answer: z.string(),
      options: z.array(z.string()),
      statement: z.string(),
      start: z.number(),
      end: z.number(),
    }),
  ),
  leftOut: z.array(
    z.object({ start: z.number(), end: z.number(), statement: z.string(), reason: z.string().min(1) }),
  ),
});

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'quizwright-generate-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const put = (name: string, bytes: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};

const generate = (...words: string[]) =>
  spawnSync(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'scripts/generate.ts', ...words], {
    encoding: 'utf8',
  });

test('every item of the JSON can be found in the text it came from', () => {
  const run = generate(put('article.txt', DEMO_ARTICLE.text), '--json');
  expect(run.status).toBe(0);
  const { article, items, leftOut } = reportSchema.parse(JSON.parse(run.stdout));
  expect(items.length).toBeGreaterThan(10);
  for (const { statement, start, end, answer, form } of items) {
    expect(article.text.slice(start, end)).toBe(statement);
    if (form === 'true-false') expect(['True', 'False']).toContain(answer);
    else if (form !== 'earliest') expect(statement).toContain(answer);
  }
  for (const { statement, start, end } of leftOut) expect(article.text.slice(start, end)).toBe(statement);
});

test('without --json it prints the facts for people, with what was left out', () => {
  const run = generate(put('article.md', DEMO_ARTICLE.text));
  expect(run.status).toBe(0);
  expect(run.stdout).toContain('_____');
  expect(run.stdout).toContain('Left out');
});

const BAD: readonly [what: string, words: () => string[]][] = [
  ['no file', () => []],
  ['a file that is not there', () => [join(folder, 'nowhere.txt')]],
  ['a folder', () => [folder]],
  ['an empty file', () => [put('empty.txt', '')]],
  ['a file of spaces', () => [put('blank.txt', ' \n\t\n ')]],
  [
    'a binary file',
    () => [put('picture.txt', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0xff, 0]))],
  ],
  ['more than 200,000 words', () => [put('long.txt', 'word '.repeat(200_001))]],
  ['an option it does not know', () => [put('fine.txt', DEMO_ARTICLE.text), '--jsn']],
];

test.each(BAD)('%s gets one clear line and exit code 2', (_, words) => {
  const run = generate(...words());
  expect(run.status).toBe(2);
  expect(run.stdout).toBe('');
  expect(run.stderr.trim().split('\n')).toHaveLength(1);
  expect(run.stderr.trim().length).toBeGreaterThan(10);
});

test('questions go into a file of the format that its name asks for, and from one format into another', () => {
  const article = put('towers.txt', DEMO_ARTICLE.text);
  const apkg = join(folder, 'towers.apkg');
  const made = generate(article, '-o', apkg);
  expect(made.stderr).toBe('');
  expect(made.stdout).toMatch(/Anki package, \d+ cards, \d+ questions/);
  const csv = join(folder, 'towers.csv');
  const turned = generate(apkg, '-o', csv);
  expect(turned.status).toBe(0);
  expect(turned.stdout).toContain(/\d+ cards/.exec(made.stdout)?.[0]);
  expect(readFileSync(csv, 'utf8')).toContain('Question,Answer,Proof');
}, 60_000);

test('what cannot be written or read is refused in words', () => {
  const article = put('a.txt', DEMO_ARTICLE.text);
  expect(generate(article, '-o', join(folder, 'deck.doc')).stderr).toContain('is of no format');
  expect(generate(put('broken.apkg', 'PK'), '-o', join(folder, 'x.csv')).stderr).toContain('damaged');
}, 60_000);
