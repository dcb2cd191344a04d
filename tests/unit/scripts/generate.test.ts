/** The command line, run as a person runs it. */
import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { DEMO_ARTICLE } from '@/lib/formats/demo-article';
import { EXPORT_FORMATS, formatOfName } from '@/lib/formats/export-formats';
import { makeDocx, makeEpub, makePdf, setColumn } from '../../support/documents';

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

/** As `npm run generate` does, without the process around it that takes a second to start. */
const SCRIPT = ['--import', 'tsx', 'scripts/generate.ts'];

/** Vitest has a variable of its own that is one of ours. */
const ENVIRONMENT = { ...process.env, BASE_URL: undefined, TSX_TSCONFIG_PATH: 'scripts/tsconfig.json' };

const generate = (...words: string[]) =>
  spawnSync(process.execPath, [...SCRIPT, ...words], { encoding: 'utf8', env: ENVIRONMENT });

/** The same while this process goes on, which may be asked for a page meanwhile. */
const generateMeanwhile = (words: readonly string[], variables: Readonly<Record<string, string>>) =>
  new Promise<{ status: number | null; stdout: string; stderr: string }>((resolve) => {
    const child = spawn(process.execPath, [...SCRIPT, ...words], { env: { ...ENVIRONMENT, ...variables } });
    const said = { stdout: '', stderr: '' };
    child.stdout.on('data', (part: Buffer) => (said.stdout += part.toString()));
    child.stderr.on('data', (part: Buffer) => (said.stderr += part.toString()));
    child.once('close', (status) => {
      resolve({ status, ...said });
    });
  });

test('every item of the JSON can be found in the text it came from', { timeout: 30_000 }, () => {
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

test('without --json it prints the facts for people, with what was left out', { timeout: 30_000 }, () => {
  const run = generate(put('article.md', DEMO_ARTICLE.text));
  expect(run.status).toBe(0);
  expect(run.stdout).toContain('_____');
  expect(run.stdout).toContain('Left out');
});

const choice = (prompt: string, answer: string, others: readonly string[]) => ({
  form: 'choice',
  prompt,
  context: null,
  answer,
  options: [answer, ...others].map((text) => ({ text, feedback: null })),
});
const SMALL_DECK = {
  format: 'quizwright-deck',
  version: 1,
  title: 'Norwick',
  cards: [
    ['What is the capital of Norwick?', 'Hartwell', ['Arlen', 'Lindgren', 'Ostrander']] as const,
    ['When was the bridge opened?', '1937', ['1938', '1951', '1962']] as const,
  ].map(([prompt, answer, others], index) => ({
    id: `card-${index}`,
    questions: [choice(prompt, answer, others)],
    proof: null,
    source: null,
    extra: null,
    tags: [],
    suspended: false,
    memory: null,
    reviews: [],
  })),
  media: [],
};

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
  ['a scan', () => [put('scan.pdf', makePdf([[]]))]],
  ['an archive that is none', () => [put('broken.docx', 'PK\u0003\u0004 and no more')]],
  ['an inward link', () => ['http://127.0.0.1:9/page']],
  ['a chapter that is not there', () => [put('one.txt', DEMO_ARTICLE.text), '--chapters=2']],
  ['an amount it does not know', () => [put('fine.txt', DEMO_ARTICLE.text), '--amount=many']],
  ['an option it does not know', () => [put('fine.txt', DEMO_ARTICLE.text), '--jsn']],
];

test.each(BAD)('%s gets one clear line and exit code 2', { timeout: 30_000 }, (_, words) => {
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

const paragraphs = DEMO_ARTICLE.text.split('\n\n');
const lines = DEMO_ARTICLE.text
  .split(/(?<=\.)\s+/u)
  .slice(0, 30)
  .flatMap((sentence) => sentence.match(/.{1,80}(?:\s|$)/gsu) ?? []);
const page = `<html lang="en"><head><title>The demo</title></head><body><article><h1>The demo</h1>${paragraphs.map((each) => `<p>${each}</p>`).join('')}</article></body></html>`;

test.each([
  ['PDF', () => put('article.pdf', makePdf([setColumn(lines.slice(0, 40), 60, 780)]))],
  ['DOCX', () => put('article.docx', makeDocx(paragraphs))],
  [
    'EPUB',
    () =>
      put(
        'book.epub',
        makeEpub([
          { title: 'One', paragraphs },
          { title: 'Two', paragraphs },
        ]),
      ),
  ],
  ['HTML', () => put('page.html', page)],
])(
  '%s becomes a deck by one command',
  (_, make) => {
    const out = join(folder, 'made.apkg');
    const { stderr, stdout, status } = generate(make(), '-o', out);
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    expect(Number(/(\d+) cards/u.exec(stdout)?.[1])).toBeGreaterThan(3);
  },
  60_000,
);

test('chapters of a book are taken by number, and a link is fetched where that is allowed', async () => {
  const book = put(
    'two.epub',
    makeEpub([
      { title: 'One', paragraphs: ['Nothing here. '.repeat(60)] },
      { title: 'Two', paragraphs },
    ]),
  );
  expect(
    reportSchema.parse(JSON.parse(generate(book, '--chapters=2', '--json').stdout)).article.text,
  ).not.toContain('Nothing here');
  const site = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(page);
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(site.address() as AddressInfo).port}`;
  const run = await generateMeanwhile([`http://${host}/demo`, '--json'], { LINK_HOSTS: host });
  site.close();
  expect(run.stderr).toBe('');
  expect(reportSchema.parse(JSON.parse(run.stdout))).toMatchObject({ article: { title: 'The demo' } });
}, 60_000);

test('a set of cards goes into other formats by the ending of the name, and is shown without one', () => {
  const cards = put('own.deck.json', JSON.stringify(SMALL_DECK));
  for (const [file, name] of [
    ['all.xml', 'Moodle XML'],
    ['all.xlsx', 'Kahoot! spreadsheet'],
    ['all.qti.zip', 'QTI 2.1'],
  ] as const) {
    const run = generate(cards, '-o', join(folder, file));
    expect([run.status, run.stdout]).toEqual([0, expect.stringContaining(`${name}, 2 cards`)]);
  }
  const shown = generate(join(folder, 'all.xml'));
  expect(shown.status).toBe(0);
  expect(shown.stdout).toContain('What is the capital of Norwick?');
}, 60_000);

test('every format has an ending, and short endings name the one that is meant', () => {
  for (const { file, id } of EXPORT_FORMATS) expect(formatOfName(`Towers.${file}`)?.id).toBe(id);
  expect(formatOfName('deck.json')?.id).toBe('json');
  expect(formatOfName('quiz.GIFT')?.id).toBe('gift');
  // Anki text or GIFT: nobody can tell.
  expect(formatOfName('cards.txt')).toBeNull();
  expect(formatOfName('csv')).toBeNull();
});
