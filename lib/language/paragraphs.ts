/** Where a text's paragraphs are, and which lines are only headings. */
import type { Span } from '@/lib/model';

/** `aside` is what is no prose: a row of a table, a rule, code. */
export type Paragraph = { readonly kind: 'prose' | 'heading' | 'aside'; readonly span: Span };

/** A wrapped text has lines of at most this many characters, and of at least so many. */
const WRAP_AT_MOST = 100;
const WRAP_AT_LEAST = 45;
/** A line of so many words and without a stop is no heading but a damaged sentence. */
const HEADING_WORDS = 20;

const STOP = /[.!?…:;,][\s"'”’)\]»*_]*(?:\[\d+\]\s*|:\d+(?:[,–-]\s?\d+)*)*$/u;
const MARKER = /^(?:#{1,6}\s+|[-*+•–]\s+|\d{1,3}[.)]\s+|>\s*)+/u;
const ASIDE = /^(?:\||```|~~~|[-*_=]{3,}\s*$|!\[)/u;

const trim = (text: string, span: Span): Span => {
  let { start, end } = span;
  while (start < end && /\s/u.test(text[start] ?? '')) start++;
  while (end > start && /\s/u.test(text[end - 1] ?? '')) end--;
  return { start, end };
};

const readLines = (text: string): Span[] => {
  const lines: Span[] = [];
  for (let start = 0; start <= text.length;) {
    const stop = text.indexOf('\n', start);
    const end = stop === -1 ? text.length : stop;
    lines.push(trim(text, { start, end }));
    start = end + 1;
  }
  return lines;
};

const firstWordLength = (line: string): number => /^\S*/u.exec(line)?.[0].length ?? 0;

/** Whether someone's editor broke the lines: no line could have taken in the first word of the next. */
const isWrapped = (lines: readonly string[]): boolean => {
  const width = Math.max(...lines.map((line) => line.length));
  if (lines.length < 2 || width > WRAP_AT_MOST || width < WRAP_AT_LEAST) return false;
  return lines.every((line, i) => {
    if (MARKER.test(line) || ASIDE.test(line)) return false;
    const next = lines[i + 1];
    return next === undefined || line.length + 1 + firstWordLength(next) > width;
  });
};

const toParagraph = (text: string, span: Span): Paragraph => {
  const line = text.slice(span.start, span.end);
  if (ASIDE.test(line)) return { kind: 'aside', span };
  const marker = MARKER.exec(line)?.[0] ?? '';
  const body = { start: span.start + marker.length, end: span.end };
  if (marker.startsWith('#')) return { kind: 'heading', span: body };
  // A short question on a line of its own is a title too.
  const isHeading =
    (!STOP.test(line) || /^[^.!?]*\?$/u.test(line)) && line.split(/\s+/u).length < HEADING_WORDS;
  return { kind: isHeading ? 'heading' : 'prose', span: body };
};

const toParagraphs = (text: string, block: readonly Span[]): Paragraph[] => {
  const first = block[0];
  const last = block.at(-1);
  if (first === undefined || last === undefined) return [];
  const wrapped = isWrapped(block.map((line) => text.slice(line.start, line.end)));
  const spans = wrapped ? [{ start: first.start, end: last.end }] : block;
  return spans.map((span) => toParagraph(text, span));
};

/** The paragraphs of `text` in order, trimmed, without list and heading marks. Linear; never throws. */
export const readParagraphs = (text: string): Paragraph[] => {
  const paragraphs: Paragraph[] = [];
  let block: Span[] = [];
  for (const line of [...readLines(text), { start: text.length, end: text.length }]) {
    if (line.start < line.end) block.push(line);
    else {
      paragraphs.push(...toParagraphs(text, block));
      block = [];
    }
  }
  return paragraphs.filter(({ span }) => span.start < span.end);
};
