/** Rows and cells of text: CSV, TSV, and whatever two marks part terms and cards. */

export type Delimiters = {
  /** Between the cells of a row; `null`: found out. */
  readonly field: string | null;
  /** Between rows; `null`: a line break. */
  readonly row: string | null;
};

/** Cells of one row; `line` counts from 1. */
export type Row = { readonly line: number; readonly cells: readonly string[] };

/** In this order: what parts terms on Quizlet first, what may stand in any sentence last. */
const CANDIDATES = ['\t', ' - ', ' – ', ';', ',', '|'];
/** In a file that is called CSV. */
const CSV_CANDIDATES = [',', ';', '\t', '|'];
const LINES_LOOKED_AT = 200;
const CHARACTERS_LOOKED_AT = 100_000;

/** The first mark that nearly all lines have, or else one that many have. What stands in quotes does not count. */
export const guessField = (text: string, isCsv: boolean): string => {
  const candidates = isCsv ? CSV_CANDIDATES : CANDIDATES;
  const lines = text
    .slice(0, CHARACTERS_LOOKED_AT)
    .replace(/"(?:[^"]|"")*"/gu, '""')
    .split(/\r?\n/u)
    .filter((line) => line.trim() !== '')
    .slice(0, LINES_LOOKED_AT);
  const shareOf = (mark: string): number => lines.filter((line) => line.includes(mark)).length / lines.length;
  const found = [0.8, 0.4].map((share) => candidates.find((mark) => shareOf(mark) >= share));
  return found[0] ?? found[1] ?? ',';
};

/**
 * The rows of a text. A cell in double quotes may hold delimiters, line breaks, and quotes written twice (RFC 4180);
 * a quote inside a bare cell is a quote. Rows without any text are left out.
 */
export const readDelimited = (text: string, { field, row }: Delimiters): Row[] => {
  const between = field ?? guessField(text, false);
  const rows: Row[] = [];
  let cells: string[] = [];
  let cell = '';
  let line = 1;
  let started = 1;
  const endRow = (): void => {
    cells.push(cell);
    if (cells.some((each) => each.trim() !== '')) rows.push({ line: started, cells });
    cells = [];
    cell = '';
    started = line;
  };
  const rowMarkAt = (at: number): number => {
    if (row !== null) return text.startsWith(row, at) ? row.length : 0;
    if (text[at] === '\n') return 1;
    return text[at] === '\r' ? (text[at + 1] === '\n' ? 2 : 1) : 0;
  };
  for (let at = 0; at < text.length;) {
    if (cell === '' && text[at] === '"') {
      const end = closingQuote(text, at + 1);
      if (end !== null && isCellEnd(text, end + 1, between, rowMarkAt)) {
        cell = text.slice(at + 1, end).replaceAll('""', '"');
        line += cell.split('\n').length - 1;
        at = end + 1;
        if (at < text.length && rowMarkAt(at) === 0) {
          cells.push(cell);
          cell = '';
          at += between.length;
          if (at >= text.length) cells.push('');
        }
        if (at >= text.length && cell === '') {
          if (cells.some((each) => each.trim() !== '')) rows.push({ line: started, cells });
          return rows;
        }
        continue;
      }
    }
    const mark = rowMarkAt(at);
    if (mark > 0) {
      line += 1;
      endRow();
      at += mark;
    } else if (text.startsWith(between, at)) {
      cells.push(cell);
      cell = '';
      at += between.length;
    } else {
      cell += text[at] ?? '';
      at += 1;
    }
  }
  endRow();
  return rows;
};

/** Where a quoted cell ends; `null` where it never does. */
const closingQuote = (text: string, from: number): number | null => {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at)) {
    if (text[at + 1] !== '"') return at;
    at += 2;
  }
  return null;
};

const isCellEnd = (text: string, at: number, between: string, rowMarkAt: (at: number) => number): boolean =>
  at >= text.length || text.startsWith(between, at) || rowMarkAt(at) > 0;
