/** Treebanks as the bench reads them: one token a line, `form UPOS XPOS head label` by tabs, a blank line between sentences. */
import { readFileSync } from 'node:fs';

/** `head` is an index into the sentence, -1 for the root. */
export type Node = {
  readonly form: string;
  readonly upos: string;
  readonly xpos: string;
  readonly head: number;
  readonly label: string;
};

const readNode = (line: string): Node => {
  const [form, upos, xpos, head, label] = line.split('\t');
  if (
    form === undefined ||
    upos === undefined ||
    xpos === undefined ||
    head === undefined ||
    label === undefined
  ) {
    throw new Error(`not a line of a treebank: ${line}`);
  }
  return { form, upos, xpos, head: Number(head) - 1, label };
};

export const readTreebank = (path: string): Node[][] =>
  readFileSync(path, 'utf8')
    .split(/\r?\n\s*\r?\n/)
    .map((block) => block.split(/\r?\n/).filter((line) => line.trim() !== ''))
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map(readNode));

const CLOSING = /^(?:[.,;:!?)\]}%…”’]|n['’]t$|['’](?:s|re|ve|ll|m|d)$)/iu;
const OPENING = /^[([{$£€“‘]$/u;

/** Prose again, for the speed from raw text: marks stand at their words, sentences on one line. */
export const toProse = (sentences: readonly (readonly Node[])[]): string =>
  sentences
    .map((sentence) =>
      sentence.reduce((text, { form }, i) => {
        const before = sentence[i - 1]?.form ?? '';
        return text + (i === 0 || CLOSING.test(form) || OPENING.test(before) ? '' : ' ') + form;
      }, ''),
    )
    .join(' ');
