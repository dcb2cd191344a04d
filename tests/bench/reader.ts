/** `npm run bench:reader -- TREEBANK...`: accuracy of the English parser on treebanks, its speed, load and memory. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { plainKernel } from '@/lib/language/parser/kernel';
import { loadParser, type Parser } from '@/lib/language/parser/parser';
import { readSentences } from '@/lib/language/sentences';
import { readTokens } from '@/lib/language/tokens';
import { type Accuracy, drawCurve, measure, type Pair } from './reader/accuracy';
import { type Node, readTreebank, toProse } from './reader/treebank';

const WEIGHTS = new URL('../../lib/language/weights/english.bin', import.meta.url);

const percent = (x: number): string => (100 * x).toFixed(1);

const report = (name: string, accuracy: Accuracy, pairs: readonly Pair[]): void => {
  const tokens = pairs.reduce((sum, { gold }) => sum + gold.length, 0);
  console.log(`${name}: ${pairs.length} sentences, ${tokens} tokens`);
  console.log(
    `  ${Object.entries(accuracy)
      .map(([what, x]) => `${what} ${percent(x)}`)
      .join('  ')}`,
  );
  for (const { keep, right, threshold } of drawCurve(pairs)) {
    console.log(
      `  surest ${percent(keep)}%: clause right ${percent(right)} (from ${threshold.toFixed(3)} up)`,
    );
  }
};

/** Words a second from raw text, by processor time: sentences, tokens, trees. */
const speed = (parser: Parser, text: string): number => {
  const before = process.cpuUsage();
  let words = 0;
  for (const { start, end } of readSentences(text)) {
    words += parser.parse(readTokens(text, start, end).map((token) => token.text)).length;
  }
  const { user, system } = process.cpuUsage(before);
  return words / ((user + system) / 1e6);
};

const main = (paths: readonly string[]): void => {
  const megabytes = (): string => (process.memoryUsage().rss / 2 ** 20).toFixed(0);
  const empty = megabytes();
  const file = readFileSync(WEIGHTS);
  const begun = performance.now();
  const parser = loadParser(file);
  parser.parse(['Ready', '.']);
  console.log(`weights ${file.length} bytes, loaded in ${(performance.now() - begun).toFixed(0)} ms`);
  console.log(`memory ${empty} MB before, ${megabytes()} MB after`);
  const parseAll = (sentences: readonly (readonly Node[])[]): Pair[] =>
    sentences.map((gold) => ({ gold, parsed: parser.parse(gold.map(({ form }) => form)) }));
  for (const path of paths) {
    const sentences = readTreebank(path);
    const pairs = parseAll(sentences);
    report(basename(path), measure(pairs), pairs);
    const prose = toProse(sentences);
    speed(parser, prose);
    console.log(`  ${speed(parser, prose).toFixed(0)} tokens/s from raw text, ${megabytes()} MB`);
    const plain = loadParser(file, plainKernel);
    console.log(
      `  ${speed(plain, toProse(sentences.slice(0, 200))).toFixed(0)} tokens/s without WebAssembly`,
    );
  }
};

main(process.argv.slice(2));
