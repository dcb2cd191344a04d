/** From pieces of text with their places on pages to paragraphs in the order in which a person reads them. */

/** A piece of text on a page; points from its lower left corner. */
export type PdfPiece = {
  readonly text: string;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly width: number;
  /** Of the type, about its size. */
  readonly height: number;
};
export type PdfPage = { readonly height: number; readonly pieces: readonly PdfPiece[] };

type Line = PdfPiece & { readonly page: number; readonly column: Column };
type Column = { readonly left: number; readonly right: number };

const endOf = ({ x, width }: PdfPiece): number => x + width;

const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
};

/** Two pieces on one line of which the second follows at once, with a space where there is a gap. */
const join = (before: PdfPiece, after: PdfPiece): PdfPiece => {
  const gap = after.x - endOf(before);
  const spaced = gap > 0.15 * after.height && !/\s$/u.test(before.text) && !/^\s/u.test(after.text);
  return {
    text: before.text + (spaced ? ' ' : '') + after.text,
    x: before.x,
    y: before.y,
    width: endOf(after) - before.x,
    height: Math.max(before.height, after.height),
  };
};

/** Pieces by the line that they stand on, from top to bottom, each line from left to right. */
const byLine = (pieces: readonly PdfPiece[]): PdfPiece[][] => {
  const rows: PdfPiece[][] = [];
  for (const piece of [...pieces].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    const first = row?.[0];
    // Raised figures and dropped capitals stand on the line of their neighbours.
    if (
      row !== undefined &&
      first !== undefined &&
      first.y - piece.y < 0.45 * Math.max(first.height, piece.height)
    )
      row.push(piece);
    else rows.push([piece]);
  }
  for (const row of rows) row.sort((a, b) => a.x - b.x);
  return rows;
};

/** Stretches of a line without a gap as wide as one between columns. */
const toStretches = (row: readonly PdfPiece[]): PdfPiece[] => {
  const stretches: PdfPiece[] = [];
  for (const piece of row) {
    const last = stretches.at(-1);
    if (last !== undefined && piece.x - endOf(last) < 0.9 * Math.max(last.height, piece.height))
      stretches[stretches.length - 1] = join(last, piece);
    else stretches.push(piece);
  }
  return stretches;
};

const STEP = 2;
/** Of all stretches, so many may cross the space between columns: titles and pictures' lines do. */
const MAY_CROSS = 0.12;
const FEWEST_LINES = 5;

/** The columns of a page: between them runs a space that hardly a line crosses, with enough lines on either side. */
const findColumns = (stretches: readonly PdfPiece[]): Column[] => {
  const left = Math.min(...stretches.map(({ x }) => x));
  const right = Math.max(...stretches.map(endOf));
  const whole = [{ left, right }];
  const gutters: Column[] = [];
  const narrowest = 0.6 * median(stretches.map(({ height }) => height));
  let open: number | null = null;
  for (let x = left + 0.12 * (right - left); x < right - 0.12 * (right - left); x += STEP) {
    const crossing = stretches.filter((piece) => piece.x < x && endOf(piece) > x).length;
    const isFree = crossing <= MAY_CROSS * stretches.length;
    if (isFree) open ??= x;
    else if (open !== null) {
      if (x - open >= narrowest) gutters.push({ left: open, right: x });
      open = null;
    }
  }
  if (gutters.length === 0 || gutters.length > 3) return whole;
  const edges = [left, ...gutters.map((gutter) => (gutter.left + gutter.right) / 2), right];
  const columns = edges.slice(1).map((edge, index) => ({ left: edges[index] ?? left, right: edge }));
  const isFull = (column: Column): boolean =>
    stretches.filter((piece) => piece.x >= column.left - STEP && endOf(piece) <= column.right + STEP)
      .length >= FEWEST_LINES;
  return columns.every(isFull) ? columns.map((column) => tighten(column, stretches)) : whole;
};

/** A column as wide as the type in it. */
const tighten = (column: Column, stretches: readonly PdfPiece[]): Column => {
  const inside = stretches.filter(
    (piece) => piece.x >= column.left - STEP && endOf(piece) <= column.right + STEP,
  );
  return { left: Math.min(...inside.map(({ x }) => x)), right: Math.max(...inside.map(endOf)) };
};

/** The lines of a page in the order of reading: column by column, between lines that run across all of them. */
const linesOf = ({ pieces }: PdfPage, page: number): Line[] => {
  const rows = byLine(pieces.filter(({ text }) => text.trim() !== '')).map(toStretches);
  const stretches = rows.flat();
  if (stretches.length === 0) return [];
  const columns = findColumns(stretches);
  const lines: Line[] = [];
  const waiting: Line[][] = columns.map(() => []);
  const flush = (): void => {
    for (const column of waiting) lines.push(...column.splice(0));
  };
  const whole = { left: columns[0]?.left ?? 0, right: columns.at(-1)?.right ?? 0 };
  for (const row of rows) {
    const inColumns = columns.map((column, index) =>
      row.filter(
        (piece) =>
          (index === 0 || piece.x >= column.left - STEP) &&
          (index === columns.length - 1 || endOf(piece) <= column.right + STEP) &&
          (index > 0 || piece.x < column.right) &&
          (index < columns.length - 1 || endOf(piece) > column.left),
      ),
    );
    const placed = new Set(inColumns.flat()).size;
    if (columns.length === 1 || placed < row.length) {
      flush();
      lines.push({ ...row.reduce(join), page, column: whole });
      continue;
    }
    for (const [index, found] of inColumns.entries()) {
      const column = columns[index] ?? whole;
      if (found.length > 0) waiting[index]?.push({ ...found.reduce(join), page, column });
    }
  }
  flush();
  return lines;
};

const PAGE_NUMBER = /^[-–—\s]*(?:page\s+)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|\/)\s*\d{1,4})?[-–—\s]*$/iu;
/** At the top and at the bottom of a page. */
const EDGE_LINES = 2;

const patternOf = (text: string): string =>
  text.toLowerCase().replace(/\d+/gu, '#').replace(/\s+/gu, ' ').trim();

/** The lines without running heads, feet and page numbers: what comes again at the edges of several pages. */
const withoutEdges = (pages: readonly (readonly Line[])[]): Line[][] => {
  const edges = pages.map((lines) => {
    const byHeight = [...lines].sort((a, b) => b.y - a.y);
    return new Set([...byHeight.slice(0, EDGE_LINES), ...byHeight.slice(-EDGE_LINES)]);
  });
  const counts = new Map<string, number>();
  for (const edge of edges) {
    for (const pattern of new Set([...edge].map(({ text }) => patternOf(text))))
      counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
  }
  // Books have one head on the left pages and another on the right ones.
  const often = pages.length < 3 ? Infinity : Math.max(2, Math.floor(pages.length * 0.3));
  return pages.map((lines, index) =>
    lines.filter((line) => {
      if (edges[index]?.has(line) !== true) return true;
      if (lines.length > 1 && PAGE_NUMBER.test(line.text)) return false;
      return (counts.get(patternOf(line.text)) ?? 0) < often;
    }),
  );
};

const ENDS = /[.!?:;]["'”’)\]]*(?:\d{1,3})?$/u;

type Measures = { readonly pitch: number; readonly height: number };

const measure = (lines: readonly Line[]): Measures => {
  const height = median(lines.map((line) => line.height));
  const pitches = lines.slice(1).flatMap((line, index) => {
    const pitch = (lines[index]?.y ?? 0) - line.y;
    return pitch > 0.5 * height && pitch < 4 * height ? [pitch] : [];
  });
  return { height, pitch: pitches.length === 0 ? 1.2 * height : median(pitches) };
};

const beginsParagraph = (line: Line, before: Line, { pitch, height }: Measures): boolean => {
  if (Math.abs(line.height - before.height) > 0.12 * height) return true;
  const moved = line.page !== before.page || line.y > before.y;
  if (moved || line.column !== before.column) return ENDS.test(before.text.trim());
  if (before.y - line.y > 1.35 * pitch) return true;
  const indent = line.x - line.column.left;
  if (indent > 0.8 * height && indent < 5 * height && before.x - line.column.left < 0.4 * height) return true;
  const isShort = endOf(before) < line.column.left + 0.8 * (line.column.right - line.column.left);
  return isShort && ENDS.test(before.text.trim());
};

const wordsOf = (lines: readonly Line[]): ReadonlySet<string> =>
  new Set(lines.flatMap(({ text }) => text.toLowerCase().match(/[\p{L}-]+/gu) ?? []));

/** A paragraph and the line after it; a word parted at the line's end is whole again, unless it is written with a hyphen. */
const continueWith = (paragraph: string, line: string, known: ReadonlySet<string>): string => {
  const parted = /([\p{L}]+(?:-[\p{L}]+)*)[-\u2010\u00ad]$/u.exec(paragraph);
  const next = /^\p{Ll}[\p{L}]*/u.exec(line);
  if (parted === null || next === null) return `${paragraph} ${line}`;
  const [, first = ''] = parted;
  const keepsHyphen =
    known.has(`${first}-${next[0]}`.toLowerCase()) && !known.has(`${first}${next[0]}`.toLowerCase());
  return `${keepsHyphen ? paragraph : paragraph.slice(0, -1)}${line}`;
};

/** The paragraphs and headings of a PDF, from the pieces of its pages. Deterministic; never throws. */
export const layOutPdf = (pages: readonly PdfPage[]): string[] => {
  const lines = withoutEdges(pages.map(linesOf)).flat();
  const measures = measure(lines);
  const known = wordsOf(lines);
  const paragraphs: string[] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const last = paragraphs.at(-1);
    const text = line.text.replace(/\s+/gu, ' ').trim();
    if (before === undefined || last === undefined || beginsParagraph(line, before, measures))
      paragraphs.push(text);
    else paragraphs[paragraphs.length - 1] = continueWith(last, text, known);
  }
  return paragraphs;
};
