/** Markdown as plain text: what is marked up stays, its marks go. */
import { documentOf, type ImportedDocument } from './document';
import { countWords } from './read-text';

const FENCE = /^ {0,3}(?:```|~~~)/u;
const FRONT_MATTER = /^---\n([\s\S]{0,4000}?)\n---(?:\n|$)/u;
/** No line of prose is longer; what is stays as it stands. */
const LONGEST_LINE = 20_000;

const stripInline = (line: string): string => {
  if (line.length > LONGEST_LINE) return line;
  return line
    .replace(/!\[([^\][]{0,500})\]\([^()\s]{0,2000}(?:\s+"[^"]{0,300}")?\)/gu, '')
    .replace(/\[([^\][]{1,500})\]\([^()\s]{0,2000}(?:\s+"[^"]{0,300}")?\)/gu, '$1')
    .replace(/\[([^\][]{1,500})\]\[[^\][]{0,200}\]/gu, '$1')
    .replace(/\[\^[^\][\s]{1,50}\]/gu, '')
    .replace(/<((?:https?|mailto):[^<>\s]{1,2000})>/gu, '$1')
    .replace(/<\/?[a-zA-Z][^<>]{0,500}>/gu, '')
    .replace(/(?<![\\\w*])(\*{1,3})(?=\S)([^*\n]{1,2000}?\S?)\1(?![\w*])/gu, '$2')
    .replace(/(?<![\\\w])(_{1,3})(?=\S)([^_\n]{1,2000}?)\1(?!\w)/gu, '$2')
    .replace(/~~(?=\S)([^~\n]{1,2000})~~/gu, '$1')
    .replace(/`{1,2}([^`\n]{1,2000})`{1,2}/gu, '$1')
    .replace(/\\([\\`*_{}[\]()#+\-.!|~>])/gu, '$1');
};

type Line = { readonly text: string; readonly heading: boolean };

/** A line without the marks at its beginning; `null` for a line that is nothing but marks. */
const stripLine = (line: string): Line | null => {
  const heading = /^ {0,3}#{1,6}(?:\s+(.*?))?(?:\s+#+)?\s*$/u.exec(line);
  if (heading !== null) return { text: stripInline(heading[1] ?? ''), heading: true };
  if (/^ {0,3}(?:[-*_]\s*){3,}$/u.test(line) || /^\s*\|?(?:\s*:?-{3,}:?\s*\|?)+\s*$/u.test(line)) return null;
  if (/^ {0,3}\[[^\][]{1,200}\]:\s+\S/u.test(line)) return null;
  const text = line
    .replace(/^(?: {0,3}>)+ ?/u, '')
    .replace(/^\s*(?:[-*+]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?/u, '')
    .replace(/^\s*\|(.*)\|\s*$/u, (_, cells: string) => cells.replaceAll('|', ' '));
  return { text: stripInline(text), heading: false };
};

const frontValue = (front: string, name: string): string | null =>
  new RegExp(`^${name}:[ \\t]*["']?(.{1,200}?)["']?[ \\t]*$`, 'imu').exec(front)?.[1] ?? null;

/** Markdown (CommonMark, and tables) as text. `source` is normalised. Linear but for the length of one line. */
export const readMarkdown = (source: string): ImportedDocument => {
  const front = FRONT_MATTER.exec(source);
  const lines = (front === null ? source : source.slice(front[0].length)).split('\n');
  const out: string[] = [];
  let fenced = false;
  for (const [index, line] of lines.entries()) {
    if (FENCE.test(line)) {
      fenced = !fenced;
      continue;
    }
    const next = lines[index + 1] ?? '';
    const underlined = !fenced && line.trim() !== '' && /^ {0,3}(?:=+|-{2,})\s*$/u.test(next);
    const stripped = fenced ? { text: line, heading: false } : stripLine(line);
    if (stripped === null || (/^ {0,3}=+\s*$/u.test(line) && !fenced)) continue;
    if (stripped.heading || underlined) out.push('', stripped.text, '');
    else out.push(stripped.text);
  }
  const text = out
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
  const title = front === null ? null : frontValue(front[1] ?? '', 'title');
  const byline = front === null ? null : frontValue(front[1] ?? '', 'author');
  return documentOf({ title: title ?? '', text, words: countWords(text) }, { title, byline });
};
