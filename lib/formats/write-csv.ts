/** Tables as text with commas (RFC 4180), safe to open in a spreadsheet: no cell of it is ever run as a formula. */

export type Cell = string | number | boolean | null;

/** A plain number, which a spreadsheet shows as it stands, whatever sign it starts with. */
const NUMBER = /^[+-]?\d+(?:[.,]\d+)?%?$/u;
/** What a spreadsheet takes for the beginning of a formula, in wide letters too, behind any white space. */
const FORMULA = /^'*\s*[=+\-@|\uff1d\uff0b\uff0d\uff20]|^'*[\t\r\n]/u;

/**
 * `text` with an apostrophe before it where a spreadsheet would run it: what OWASP advises against formula injection.
 * Text that has apostrophes there already gets one more, so that `unguardCell` gives back what was.
 */
export const guardCell = (text: string): string =>
  FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;

/** The text that `guardCell` was given. */
export const unguardCell = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell) && !NUMBER.test(cell.slice(1)) ? cell.slice(1) : cell;

const quote = (text: string): string =>
  /[",;\t\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

const toCell = (cell: Cell): string => {
  if (typeof cell === 'string') return quote(guardCell(cell));
  return cell === null ? '' : String(cell);
};

/**
 * Rows as CSV: UTF-8 with its mark, so that Excel reads letters with accents; lines end in CR LF. The first row is
 * the head. `null` is an empty cell.
 */
export const writeCsv = (rows: readonly (readonly Cell[])[]): string =>
  `\ufeff${rows.map((row) => `${row.map(toCell).join(',')}\r\n`).join('')}`;
