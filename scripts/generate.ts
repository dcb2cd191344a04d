/**
 * `npm run generate -- FILE [--json] [-o DECK]`: what the reader makes of an article, and what it leaves out and why. With
 * `-o` the questions go into a file of the format that its name asks for; FILE may then be a set of cards as well.
 */
import { createHash } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { articleSet } from '@/lib/formats/article-set';
import { isAnkiText } from '@/lib/formats/read-anki-text';
import { EXPORT_FORMATS, formatOfName } from '@/lib/formats/export-formats';
import { readSet, USUAL_CHOICE } from '@/lib/formats/read-set';
import { UnreadableFile, type Problem, type StudySet } from '@/lib/formats/study-set';
import { writeSet } from '@/lib/formats/write-set';
import { splitTitle } from '@/lib/formats/clutter';
import { MAX_WORDS, readText, type TextRefusal } from '@/lib/formats/read-text';
import { detectLanguage } from '@/lib/language/language-guess';
import type { Article, DraftFact, DraftQuestion, LeftOut } from '@/lib/model';
import { askArticle } from '@/lib/questions/article-questions';
import { englishParser } from '@/lib/server/english-parser';

const ENDINGS = EXPORT_FORMATS.map(({ file }) => `.${file}`).join(' ');
const USAGE = `usage: npm run generate -- FILE [--json] [--seed=TEXT] [-o OUT, which ends in one of ${ENDINGS}]`;
const WIDTH = 100;

const REFUSALS: Readonly<Record<TextRefusal, string>> = {
  empty: 'holds no words',
  binary: 'is not a text file',
  'too-long': `is longer than ${MAX_WORDS.toLocaleString('en')} words`,
};

type Command = {
  readonly file: string;
  readonly json: boolean;
  readonly seed: string;
  /** Where the questions go; `null`: they are shown. */
  readonly out: string | null;
};
type Item = ReturnType<typeof toItem>;

const refuse = (message: string): never => {
  console.error(`generate: ${message}`);
  process.exit(2);
};

const readCommand = (args: readonly string[]): Command => {
  const outAt = args.indexOf('-o');
  const out = outAt === -1 ? null : (args[outAt + 1] ?? refuse(`-o wants the name of a file (${USAGE})`));
  const words = outAt === -1 ? args : args.filter((_, at) => at !== outAt && at !== outAt + 1);
  const files = words.filter((arg) => !arg.startsWith('-'));
  const unknown = words.find((arg) => arg.startsWith('-') && arg !== '--json' && !/^--seed=./u.test(arg));
  if (unknown !== undefined) return refuse(`unknown option ${unknown} (${USAGE})`);
  const [file, ...others] = files;
  if (file === undefined || others.length > 0) return refuse(USAGE);
  const seed = words.find((arg) => arg.startsWith('--seed='))?.slice('--seed='.length) ?? '1';
  return { file, json: words.includes('--json'), seed, out };
};

const readBytes = (file: string): Uint8Array => {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined) return refuse(`${file} does not exist`);
  if (!stat.isFile()) return refuse(`${file} is not a file`);
  try {
    return readFileSync(file);
  } catch {
    return refuse(`${file} cannot be read`);
  }
};

const readArticle = (file: string): Article => {
  const result = readText(readBytes(file));
  if (!result.ok) return refuse(`${file} ${REFUSALS[result.code]}`);
  return { title: splitTitle(result.text).title, text: result.text, language: detectLanguage(result.text) };
};

const toItem = ({ form, prompt, context, answer, options, checks }: DraftQuestion, fact: DraftFact) => ({
  form,
  prompt,
  context,
  answer,
  options: options.map(({ text }) => text),
  statement: fact.statement,
  start: fact.span.start,
  end: fact.span.end,
  answerStart: fact.answerSpan.start,
  answerEnd: fact.answerSpan.end,
  kind: fact.kind,
  answerType: fact.answerType,
  salience: fact.salience,
  checks,
});

const wrap = (text: string, indent: string): string => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/u)) {
    if (line !== '' && indent.length + line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((text) => indent + text).join('\n');
};

const printItem = (item: Item, number: number): void => {
  console.log(
    `\n${number}. ${item.form} · ${item.kind} · salience ${item.salience.toFixed(2)} · ${item.start}-${item.end}`,
  );
  if (item.context !== null) console.log(wrap(`(${item.context})`, '   '));
  console.log(wrap(item.prompt, '   '));
  for (const option of item.options) console.log(wrap(option, option === item.answer ? '   * ' : '   - '));
  if (item.options.length === 0) console.log(wrap(item.answer, '   = '));
  console.log(
    wrap(
      item.checks.map(({ name, verdict }) => (verdict === 'passed' ? name : `${name}?`)).join(', '),
      '   checks: ',
    ),
  );
};

const printLeftOut = ({ span, statement, reason }: LeftOut): void => {
  console.log(wrap(`${reason} · ${span.start}-${span.end}`, '- '));
  console.log(wrap(statement.length > 160 ? `${statement.slice(0, 157)}…` : statement, '    '));
};

/** Files that hold cards, by name; a text may be either, and says so at its head. */
const holdsCards = (file: string): boolean =>
  /\.(apkg|colpkg|csv|tsv|tab|gift|gift\.txt|xml|xlsx|json)$/iu.test(file) ||
  (/\.txt$/iu.test(file) && isAnkiText(new TextDecoder().decode(readBytes(file).subarray(0, 2000))));

const readCards = async (file: string): Promise<{ set: StudySet; problems: readonly Problem[] }> => {
  try {
    return await readSet(basename(file), readBytes(file), USUAL_CHOICE);
  } catch (error) {
    if (error instanceof UnreadableFile) return refuse(`${file}: ${error.message}`);
    throw error;
  }
};

const readQuestions = (file: string, seed: string): StudySet => {
  const article = readArticle(file);
  const reading = askArticle({ article, parser: englishParser(), seed });
  const name = createHash('sha256').update(article.text).digest('hex').slice(0, 12);
  return articleSet(article.title ?? basename(file).replace(/\.[^.]+$/u, ''), name, reading);
};

const sayProblems = (problems: readonly Problem[]): void => {
  for (const { where, words } of problems) console.error(`generate: ${where}: ${words}`);
};

/** Writes the questions of a file into another. */
const convert = async (file: string, out: string, seed: string): Promise<void> => {
  const format = formatOfName(out);
  if (format === null) return refuse(`${out} is of no format that can be written (${USAGE})`);
  const { set, problems } = holdsCards(file)
    ? await readCards(file)
    : { set: readQuestions(file, seed), problems: [] };
  const { bytes, leftOut } = await writeSet(format.id, set, new Date());
  sayProblems([...problems, ...leftOut]);
  try {
    writeFileSync(out, bytes);
  } catch {
    return refuse(`${out} cannot be written`);
  }
  const questions = set.cards.reduce((sum, card) => sum + card.questions.length, 0);
  console.log(`${out}: ${format.name}, ${set.cards.length} cards, ${questions} questions`);
};

const main = async (): Promise<void> => {
  const { file, json, seed, out } = readCommand(process.argv.slice(2));
  if (out !== null) {
    await convert(file, out, seed);
    return;
  }
  report(file, { json, seed });
};

const report = (file: string, { json, seed }: { json: boolean; seed: string }): void => {
  const article = readArticle(file);
  const { facts, questions, leftOut } = askArticle({ article, parser: englishParser(), seed });
  const byKey = new Map(facts.map((fact) => [fact.key, fact]));
  const items = questions.flatMap((question) => {
    const fact = byKey.get(question.factKey);
    return fact === undefined ? [] : [toItem(question, fact)];
  });
  if (json) {
    const left = leftOut.map(({ span, statement, reason }) => ({ ...span, statement, reason }));
    console.log(
      JSON.stringify(
        {
          article: { title: article.title, text: article.text, language: article.language },
          items,
          leftOut: left,
        },
        null,
        2,
      ),
    );
    return;
  }
  console.log(wrap(article.title ?? 'Without a title', ''));
  console.log(
    `${facts.length} facts, ${items.length} questions, ${leftOut.length} sentences left out; language: ${article.language}`,
  );
  items.forEach((item, index) => {
    printItem(item, index + 1);
  });
  if (leftOut.length > 0) console.log('\nLeft out');
  leftOut.forEach(printLeftOut);
};

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
