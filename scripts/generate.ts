/** `npm run generate -- FILE [--json]`: what the reader makes of an article, and what it leaves out and why. */
import { readFileSync, statSync } from 'node:fs';
import { splitTitle } from '@/lib/formats/clutter';
import { MAX_WORDS, readText, type TextRefusal } from '@/lib/formats/read-text';
import { detectLanguage } from '@/lib/language/language-guess';
import type { Article, DraftFact, DraftQuestion, LeftOut } from '@/lib/model';
import { askArticle } from '@/lib/questions/article-questions';
import { englishParser } from '@/lib/server/english-parser';

const USAGE = 'usage: npm run generate -- FILE [--json] [--seed=TEXT]';
const WIDTH = 100;

const REFUSALS: Readonly<Record<TextRefusal, string>> = {
  empty: 'holds no words',
  binary: 'is not a text file',
  'too-long': `is longer than ${MAX_WORDS.toLocaleString('en')} words`,
};

type Command = { readonly file: string; readonly json: boolean; readonly seed: string };
type Item = ReturnType<typeof toItem>;

const refuse = (message: string): never => {
  console.error(`generate: ${message}`);
  process.exit(2);
};

const readCommand = (args: readonly string[]): Command => {
  const files = args.filter((arg) => !arg.startsWith('-'));
  const unknown = args.find((arg) => arg.startsWith('-') && arg !== '--json' && !/^--seed=./u.test(arg));
  if (unknown !== undefined) return refuse(`unknown option ${unknown} (${USAGE})`);
  const [file, ...others] = files;
  if (file === undefined || others.length > 0) return refuse(USAGE);
  const seed = args.find((arg) => arg.startsWith('--seed='))?.slice('--seed='.length) ?? '1';
  return { file, json: args.includes('--json'), seed };
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

const main = (): void => {
  const { file, json, seed } = readCommand(process.argv.slice(2));
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

main();
