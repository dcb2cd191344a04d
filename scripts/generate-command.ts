/** What `npm run generate` is asked for. */
import { AMOUNTS, type Amount } from '@/lib/facts/amount';
import { EXPORT_FORMATS } from '@/lib/formats/export-formats';

const ENDINGS = EXPORT_FORMATS.map(({ file }) => `.${file}`).join(' ');
export const USAGE = `usage: npm run generate -- FILE-OR-LINK [--json] [--amount=${AMOUNTS.join('|')}] [--chapters=1,3] [--seed=TEXT] [-o OUT, which ends in one of ${ENDINGS}]`;

export type Command = {
  /** A file's path or an address. */
  readonly from: string;
  readonly json: boolean;
  readonly seed: string;
  readonly amount: Amount;
  /** Of a book, counted from 1; `null`: all. */
  readonly chapters: readonly number[] | null;
  /** Where the questions go; `null`: they are shown. */
  readonly out: string | null;
};

/** Ends with one line and exit code 2. */
export const refuse = (message: string): never => {
  console.error(`generate: ${message}`);
  process.exit(2);
};

const OPTIONS = ['seed', 'amount', 'chapters'] as const;

const valueOf = (words: readonly string[], name: (typeof OPTIONS)[number]): string | null => {
  const start = `--${name}=`;
  return words.find((word) => word.startsWith(start))?.slice(start.length) ?? null;
};

const readAmount = (words: readonly string[]): Amount => {
  const wanted = valueOf(words, 'amount');
  if (wanted === null) return 'best';
  return AMOUNTS.find((amount) => amount === wanted) ?? refuse(`--amount is one of ${AMOUNTS.join(', ')}`);
};

const readChapters = (words: readonly string[]): number[] | null => {
  const wanted = valueOf(words, 'chapters');
  if (wanted === null) return null;
  const chapters = wanted.split(',').map(Number);
  if (chapters.every((chapter) => Number.isInteger(chapter) && chapter > 0)) return chapters;
  return refuse('--chapters wants numbers from 1, with commas between them');
};

/** The words of the command line in order; ends the process where they are not understood. */
export const readCommand = (args: readonly string[]): Command => {
  const outAt = args.indexOf('-o');
  const out = outAt === -1 ? null : (args[outAt + 1] ?? refuse(`-o wants the name of a file (${USAGE})`));
  const words = outAt === -1 ? args : args.filter((_, at) => at !== outAt && at !== outAt + 1);
  const known = (word: string): boolean =>
    word === '--json' || OPTIONS.some((name) => word.startsWith(`--${name}=`) && !word.endsWith('='));
  const unknown = words.find((word) => word.startsWith('-') && !known(word));
  if (unknown !== undefined) return refuse(`unknown option ${unknown} (${USAGE})`);
  const [from, ...others] = words.filter((word) => !word.startsWith('-'));
  if (from === undefined || others.length > 0) return refuse(USAGE);
  return {
    from,
    json: words.includes('--json'),
    seed: valueOf(words, 'seed') ?? '1',
    amount: readAmount(words),
    chapters: readChapters(words),
    out,
  };
};
