/**
 * Judging blind.
 *   npm run judge -- FOLDER --n 100 --seed S --out sheet.json   draws a sheet; how each item was made goes to sheet.key.json
 *   npm run judge -- view sheet.json --by NAME                  asks for verdicts in the terminal, into sheet.NAME.json
 *   npm run judge -- tally sheet.json [--keep FILE]             counts all verdicts beside the sheet; keeps them without texts
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import type { z } from 'zod';
import { askArticle } from '@/lib/questions/article-questions';
import { englishParser } from '@/lib/server/english-parser';
import { drawSheet, keySchema, type SheetItem, sheetSchema } from './judging/sheet';
import {
  joinVerdicts,
  RUBRIC,
  RUBRIC_CHECKS,
  tally,
  type Verdict,
  type Verdicts,
  verdictsSchema,
} from './judging/tally';
import { readTexts } from './judging/texts';

const read = <Schema extends z.ZodType>(schema: Schema, file: string): z.infer<Schema> =>
  schema.parse(JSON.parse(readFileSync(file, 'utf8')));
const write = (file: string, value: object): void => {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
};
const beside = (sheet: string, name: string): string => sheet.replace(/\.json$/u, `.${name}.json`);

const draw = (folder: string, n: number, seed: string, out: string): void => {
  const made = readTexts(folder).map((text) => ({
    text,
    reading: askArticle({ article: text.article, parser: englishParser(), seed }),
  }));
  const { sheet, key } = drawSheet(made, n, seed);
  write(out, sheet);
  write(beside(out, 'key'), key);
  console.log(`${sheet.items.length} items from ${made.length} texts in ${out}`);
};

const show = ({ title, context, prompt, options, answer, proof }: SheetItem, place: string): void => {
  console.log(`\n──── ${place} · ${title ?? 'without a title'}`);
  if (context !== null) console.log(`(${context})`);
  console.log(prompt);
  for (const option of options) console.log(`  ${option === answer ? '*' : '-'} ${option}`);
  if (options.length === 0) console.log(`  = ${answer}`);
  console.log(`proof: ${proof}`);
};

const view = async (sheetFile: string, by: string): Promise<void> => {
  const { items } = read(sheetSchema, sheetFile);
  const file = beside(sheetFile, by);
  const verdicts: Verdict[] = existsSync(file) ? read(verdictsSchema, file).verdicts : [];
  const done = new Set(verdicts.map(({ id }) => id));
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  for (const check of RUBRIC_CHECKS) console.log(`${check}  ${RUBRIC[check]}`);
  for (const [index, item] of items.entries()) {
    if (done.has(item.id)) continue;
    show(item, `${index + 1} of ${items.length}`);
    const said = await terminal.question(
      'Enter: passes · "4 6": fails R4, R6 · "!": factually wrong · q: stop > ',
    );
    if (said.trim() === 'q') break;
    const fails = RUBRIC_CHECKS.filter((check) => said.includes(check.slice(1)));
    const wrong = said.includes('!');
    const note = fails.length > 0 || wrong ? await terminal.question('why > ') : '';
    verdicts.push({ id: item.id, fails, wrong, note });
    write(file, { by, verdicts } satisfies Verdicts);
  }
  terminal.close();
};

const count = (sheetFile: string, keep: string | undefined): void => {
  const key = read(keySchema, beside(sheetFile, 'key'));
  const stem = basename(sheetFile, '.json');
  const folder = dirname(sheetFile);
  const judges = readdirSync(folder)
    .filter(
      (file) =>
        file.startsWith(`${stem}.`) &&
        file.endsWith('.json') &&
        !file.endsWith('.key.json') &&
        file !== `${stem}.json`,
    )
    .sort()
    .map((file) => read(verdictsSchema, join(folder, file)));
  const lines = tally(key, judges);
  console.log(lines.join('\n'));
  if (keep === undefined) return;
  const items = joinVerdicts(key, judges).map(({ key: { checks, ...made }, verdicts }) => ({
    ...made,
    unsure: checks.filter(({ verdict }) => verdict === 'unsure').map(({ name }) => name),
    verdicts: verdicts.map(({ fails, wrong, note }) => ({ fails, wrong, note })),
  }));
  write(keep, { seed: key.seed, judges: judges.map(({ by }) => by), tally: lines, items });
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    n: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string', default: 'sheet.json' },
    by: { type: 'string' },
    keep: { type: 'string' },
  },
});
const [command, sheet] = positionals;
if (command === 'view' && sheet !== undefined && values.by !== undefined) await view(sheet, values.by);
else if (command === 'tally' && sheet !== undefined) count(sheet, values.keep);
else if (command !== undefined && sheet === undefined)
  draw(command, Number.parseInt(values.n, 10), values.seed, values.out);
else {
  console.error(
    'usage: judge FOLDER --n 100 --seed S --out sheet.json | judge view sheet.json --by NAME | judge tally sheet.json',
  );
  process.exitCode = 2;
}
