/** A sentence with a gap in Anki's words: `{{c1::answer::hint}}`. */
import { BLANK } from '@/lib/blank';
import { promptParts } from '@/lib/questions/prompt-parts';
import { htmlToText, textToHtml } from './html-text';
import { tidyText } from './tidy';

/** Braces and double colons mean something there; as character references they do not. */
const inert = (html: string): string =>
  html.replaceAll('{', '&#123;').replaceAll('}', '&#125;').replaceAll('::', '&#58;&#58;');

/** The prompt of a cloze as the HTML of a field, its first gap filled with a deletion. */
export const clozeHtml = (prompt: string, answer: string): string => {
  let filled = false;
  return promptParts(prompt)
    .map((part) => {
      if (part.kind === 'text') return inert(textToHtml(part.text));
      if (filled) return BLANK;
      filled = true;
      // A colon at the end of the answer would run into the two that begin the hint.
      const inside = inert(textToHtml(answer)).replace(/:$/u, '&#58;');
      const hint = part.hint === null ? '' : `::${inert(textToHtml(part.hint)).replace(/^:/u, '&#58;')}`;
      return `{{c1::${inside}${hint}}}`;
    })
    .join('');
};

type Piece =
  { readonly text: string } | { readonly number: number; readonly inside: Piece[]; readonly hint: string };

const OPEN = /\{\{c(\d{1,3})(?:,\d{1,3})*::/uy;

/** Reads deletions, which may stand in each other; braces that close nothing are text. */
const readPieces = (field: string): Piece[] => {
  const stack: { number: number; pieces: Piece[] }[] = [];
  let pieces: Piece[] = [];
  let text = '';
  const flush = (): void => {
    if (text !== '') pieces.push({ text });
    text = '';
  };
  for (let at = 0; at < field.length;) {
    OPEN.lastIndex = at;
    const open = stack.length < 8 ? OPEN.exec(field) : null;
    if (open !== null) {
      flush();
      stack.push({ number: Number(open[1]), pieces });
      pieces = [];
      at = OPEN.lastIndex;
    } else if (stack.length > 0 && field.startsWith('}}', at)) {
      flush();
      const outer = stack.pop();
      if (outer === undefined) break;
      const [inside, hint] = splitHint(pieces);
      outer.pieces.push({ number: outer.number, inside, hint });
      pieces = outer.pieces;
      at += 2;
    } else {
      text += field[at] ?? '';
      at += 1;
    }
  }
  flush();
  // What was opened and never closed is no deletion: its content stands as text.
  while (stack.length > 0) {
    const outer = stack.pop();
    if (outer === undefined) break;
    outer.pieces.push({ text: `{{c${outer.number}::` }, ...pieces);
    pieces = outer.pieces;
  }
  return pieces;
};

/** A deletion's content without the hint that follows the last double colon of its own text. */
const splitHint = (pieces: readonly Piece[]): [Piece[], string] => {
  const last = pieces.at(-1);
  if (last === undefined || !('text' in last)) return [[...pieces], ''];
  const at = last.text.indexOf('::');
  if (at === -1) return [[...pieces], ''];
  return [[...pieces.slice(0, -1), { text: last.text.slice(0, at) }], last.text.slice(at + 2)];
};

const plain = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => ('text' in piece ? piece.text : plain(piece.inside))).join('');

const numbersIn = (pieces: readonly Piece[]): number[] =>
  pieces.flatMap((piece) => ('text' in piece ? [] : [piece.number, ...numbersIn(piece.inside)]));

/** The numbers of a field's deletions, each once, in order; none where it is no cloze. */
export const clozeNumbers = (field: string): number[] =>
  [...new Set(numbersIn(readPieces(field)))].sort((a, b) => a - b);

export type ReadCloze = {
  readonly prompt: string;
  readonly answer: string;
  /** The sentence with nothing left out. */
  readonly whole: string;
};

/** The card of one deletion, as text; `null` where the field has no such one. Further gaps of its number are filled dots. */
export const readCloze = (field: string, number: number): ReadCloze | null => {
  const pieces = readPieces(field);
  const answers: string[] = [];
  const show = (list: readonly Piece[]): string =>
    list
      .map((piece) => {
        if ('text' in piece) return piece.text;
        if (piece.number !== number) return show(piece.inside);
        answers.push(tidyText(htmlToText(plain(piece.inside))));
        if (answers.length > 1) return '…';
        const hint = tidyText(htmlToText(piece.hint))
          .replace(/[\][\n]/gu, ' ')
          .slice(0, 60);
        return hint === '' ? BLANK : `${BLANK} [${hint}]`;
      })
      .join('');
  const prompt = tidyText(htmlToText(show(pieces)));
  if (answers.length === 0) return null;
  return { prompt, answer: answers.join(' … '), whole: tidyText(htmlToText(plain(pieces))) };
};
