/**
 * `npm run generate -- ARTICLE [-o DECK]`: what the reader makes of an article, and what it leaves out and why. ARTICLE is
 * a file or a link, or a set of cards; with `-o` the questions go into a file of the format that its name asks for.
 */
import { createHash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { mostFacts } from '@/lib/facts/amount';
import { articleSet } from '@/lib/formats/article-set';
import { formatOfName } from '@/lib/formats/export-formats';
import { forgivePdfLeftovers } from '@/lib/server/pdf-leftovers';
import { countWords } from '@/lib/formats/read-text';
import type { Problem, StudySet } from '@/lib/formats/study-set';
import { writeDeckJson } from '@/lib/formats/deck-json';
import { writeMarkdown } from '@/lib/formats/write-markdown';
import { writeSet } from '@/lib/formats/write-set';
import type { DraftFact, DraftQuestion, LeftOut } from '@/lib/model';
import { askArticle } from '@/lib/questions/article-questions';
import { englishParser } from '@/lib/server/english-parser';
import { readCommand, refuse, USAGE, type Command } from './generate-command';
import { readInput, type ReadArticle } from './generate-input';

const WIDTH = 100;

type Item = ReturnType<typeof toItem>;

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

/** Tells one text from another in the ids of its cards. */
const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

const sayProblems = (problems: readonly Problem[]): void => {
  for (const { where, words } of problems) console.error(`generate: ${where}: ${words}`);
};

const ask = ({ article }: ReadArticle, { seed, amount }: Command) => {
  const limit = mostFacts(amount, countWords(article.text));
  return askArticle({ article, parser: englishParser(), seed, limit });
};

const setOf = (input: ReadArticle, command: Command): StudySet =>
  articleSet(input.article.title ?? input.name, digest(input.article.text), ask(input, command));

/** Writes the questions into a file. */
const convert = async (set: StudySet, problems: readonly Problem[], out: string): Promise<void> => {
  const format = formatOfName(out);
  if (format === null) return refuse(`${out} is of no format that can be written (${USAGE})`);
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

const showCards = (set: StudySet, problems: readonly Problem[], json: boolean): void => {
  sayProblems(problems);
  process.stdout.write((json ? writeDeckJson(set) : writeMarkdown(set)).bytes);
};

const report = (input: ReadArticle, command: Command): void => {
  const { article } = input;
  const { facts, questions, leftOut } = ask(input, command);
  const byKey = new Map(facts.map((fact) => [fact.key, fact]));
  const items = questions.flatMap((question) => {
    const fact = byKey.get(question.factKey);
    return fact === undefined ? [] : [toItem(question, fact)];
  });
  if (command.json) {
    const left = leftOut.map(({ span, statement, reason }) => ({ ...span, statement, reason }));
    const told = { article, items, leftOut: left };
    console.log(JSON.stringify(told, null, 2));
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

const main = async (): Promise<void> => {
  if (existsSync('.env')) process.loadEnvFile('.env');
  forgivePdfLeftovers();
  const command = readCommand(process.argv.slice(2));
  const { out } = command;
  // Said before an hour of reading, not after it.
  if (out !== null && formatOfName(out) === null) {
    refuse(`${out} is of no format that can be written (${USAGE})`);
  }
  const input = await readInput(command);
  if (input.kind === 'cards') {
    if (out === null) showCards(input.set, input.problems, command.json);
    else await convert(input.set, input.problems, out);
    return;
  }
  for (const note of input.notes) console.error(`generate: ${note}`);
  if (out === null) report(input, command);
  else await convert(setOf(input, command), [], out);
};

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
