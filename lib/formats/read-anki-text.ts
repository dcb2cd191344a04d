/** Anki's text import: headers of `#key:value`, then rows. Notes of any type; a cloze gives a card for each number. */
import { clozeNumbers, readCloze } from './anki-cloze';
import { htmlToText } from './html-text';
import { readDelimited, type Row } from './read-delimited';
import { plainCard, recallQuestion, type Problem, type ReadSet, type SetCard } from './study-set';
import { tidyText } from './tidy';
import { CONTEXT_CLASS, EXTRA_CLASS, PROOF_CLASS } from './write-tables';

const SEPARATORS: Readonly<Record<string, string>> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  space: ' ',
  pipe: '|',
  colon: ':',
};

type Head = {
  readonly values: ReadonlyMap<string, string>;
  readonly body: string;
  readonly lines: number;
};

const readHead = (text: string): Head => {
  const values = new Map<string, string>();
  let at = 0;
  let lines = 0;
  for (;;) {
    const match = /^#([a-z ]+):([^\r\n]*)(?:\r\n|\n|\r|$)/iu.exec(text.slice(at, at + 2000));
    if (match === null || match[0] === '') break;
    values.set((match[1] ?? '').trim().toLowerCase(), match[2] ?? '');
    at += match[0].length;
    lines += 1;
  }
  return { values, body: text.slice(at), lines };
};

/** Whether a text is one: its first line is such a header. */
export const isAnkiText = (text: string): boolean =>
  /^#(separator|html|tags|columns|notetype|deck|guid|if matches|match scope)[a-z ]*:/iu.test(text);

/** The content of a marked element of ours, and the field without it. */
const takeMarked = (html: string, name: string): { inside: string | null; rest: string } => {
  const open = `<div class="${name}">`;
  const start = html.indexOf(open);
  const end = start === -1 ? -1 : html.indexOf('</div>', start);
  if (end === -1) return { inside: null, rest: html };
  return { inside: html.slice(start + open.length, end), rest: html.slice(0, start) + html.slice(end + 6) };
};

type Columns = {
  readonly number: (key: string) => number | null;
  readonly fields: (cells: readonly string[]) => string[];
};

const columnsOf = (values: ReadonlyMap<string, string>): Columns => {
  const number = (key: string): number | null => {
    const value = Number(values.get(`${key} column`));
    return Number.isInteger(value) && value > 0 ? value - 1 : null;
  };
  const special = new Set(['guid', 'notetype', 'deck', 'tags'].map(number));
  return { number, fields: (cells) => cells.filter((_, at) => !special.has(at)) };
};

const textOf = (field: string, html: boolean): string => tidyText(html ? htmlToText(field) : field);

const readNote = (
  fields: readonly string[],
  { id, html, tags }: { id: string; html: boolean; tags: readonly string[] },
): SetCard[] => {
  const [first = '', ...others] = fields;
  const rest = others.join(html ? '<br>' : '\n');
  const proof = takeMarked(rest, PROOF_CLASS);
  const extra = takeMarked(proof.rest, EXTRA_CLASS);
  const context = takeMarked(first, CONTEXT_CLASS);
  const cited = proof.inside === null ? null : /<cite>(.*?)<\/cite>/su.exec(proof.inside);
  const parts = {
    proof: proof.inside === null ? null : textOf(proof.inside.replace(/<cite>.*?<\/cite>/su, ''), true),
    source: cited === null ? null : textOf(cited[1] ?? '', true),
    extra: extra.inside === null ? null : textOf(extra.inside, true),
    tags,
  };
  const shown = context.inside === null ? null : textOf(context.inside, true);
  const back = textOf(extra.rest, html);
  const numbers = clozeNumbers(context.rest);
  if (numbers.length > 0) {
    return numbers.flatMap((number) => {
      const card = readCloze(html ? context.rest : context.rest.replaceAll('<', '&lt;'), number);
      if (card === null) return [];
      const question = recallQuestion('cloze', card.prompt, card.answer, shown);
      const own = numbers.length > 1 ? `${id}-${number}` : id;
      return [plainCard(own, question, { ...parts, extra: parts.extra ?? (back === '' ? null : back) })];
    });
  }
  const front = textOf(context.rest, html);
  return front === '' || back === ''
    ? []
    : [plainCard(id, recallQuestion('basic', front, back, shown), parts)];
};

export const readAnkiText = (text: string, title: string): ReadSet => {
  const { values, body, lines } = readHead(text);
  const separator = values.get('separator')?.trim().toLowerCase();
  const field = separator === undefined ? null : (SEPARATORS[separator] ?? separator[0] ?? null);
  const html = values.get('html')?.trim().toLowerCase() === 'true';
  const columns = columnsOf(values);
  const common = (values.get('tags') ?? '').split(/\s+/u).filter((tag) => tag !== '');
  const decks = new Set<string>();
  const problems: Problem[] = [];
  const toCards = ({ line, cells }: Row): SetCard[] => {
    const cell = (key: string): string => cells[columns.number(key) ?? -1]?.trim() ?? '';
    if (cell('deck') !== '') decks.add(cell('deck'));
    const guid = cell('guid').replace(/^qw-/u, '');
    const id = guid === '' ? String(line + lines) : guid;
    const tags = [...new Set([...common, ...cell('tags').split(/\s+/u)])].filter((tag) => tag !== '');
    const cards = readNote(columns.fields(cells), { id, html, tags });
    if (cards.length === 0)
      problems.push({ where: `Row ${line + lines}`, words: 'It lacks a front or a back.' });
    return cards;
  };
  const isComment = ({ cells }: Row): boolean => cells[0]?.startsWith('#') === true;
  const cards = readDelimited(body, { field, row: null })
    .filter((row) => !isComment(row))
    .flatMap(toCards);
  const deck = values.get('deck') ?? (decks.size === 1 ? [...decks][0] : undefined);
  const named = deck?.split('::').at(-1)?.trim() ?? '';
  return { set: { title: named === '' ? title : named, cards, media: [] }, problems };
};
