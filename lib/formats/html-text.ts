/** Plain text to HTML and back, for formats whose fields are HTML: `htmlToText` gives what `textToHtml` was given. */

import { mediaParts } from './media-marks';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** `text` for the inside of an element or of an attribute in double quotes. */
export const escapeXml = (text: string): string => text.replace(/[&<>"]/gu, (mark) => ESCAPES[mark] ?? mark);

const plainToHtml = (text: string): string =>
  escapeXml(text)
    .replace(/ {2,}|(?<=\n) /gu, (run) => '&nbsp;'.repeat(run.length))
    .replaceAll('\n', '<br>');

/** A tidy text as HTML: line breaks, runs of spaces and media are kept, and nothing in it is a tag. */
export const textToHtml = (text: string): string =>
  mediaParts(text)
    .map((part) => {
      if (part.kind === 'text') return plainToHtml(part.text);
      return part.kind === 'image'
        ? `<img src="${escapeXml(part.name.replaceAll('%', '%25'))}">`
        : `[sound:${escapeXml(part.name)}]`;
    })
    .join('');

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  deg: '°',
  times: '×',
  rarr: '→',
  larr: '←',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  ntilde: 'ñ',
  euro: '€',
  copy: '©',
  reg: '®',
  middot: '·',
  bull: '•',
};

const codePoint = (code: number): string => {
  const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : '\ufffd';
};

/** Text with its character references resolved; those that are unknown stay as they stand. */
export const unescapeXml = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,8}));/gu, (whole, decimal, hex, name) => {
    if (typeof decimal === 'string') return codePoint(Number(decimal));
    if (typeof hex === 'string') return codePoint(Number.parseInt(hex, 16));
    return NAMED[String(name)] ?? whole;
  });

const TOKEN = /<!--[\s\S]*?-->|<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>/gu;
const BREAKS = new Set([
  'br',
  'div',
  'p',
  'li',
  'tr',
  'ul',
  'ol',
  'table',
  'hr',
  'h1',
  'h2',
  'h3',
  'h4',
  'blockquote',
]);
const SILENT = /<(script|style|head|title)\b[^>]*>[\s\S]*?<\/\1\s*>/giu;

const sourceOf = (attributes: string): string | null => {
  const match = /\bsrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/iu.exec(attributes);
  const source = match?.[1] ?? match?.[2] ?? match?.[3];
  return source === undefined ? null : unescapeXml(source);
};

/** A file name as a text may name it. Brackets and line breaks would end the mark. */
export const mediaName = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/[\][\r\n]/gu, '_')
    .replace(/^.*[/\\]/u, '')
    .slice(0, 200);

const safeDecode = (source: string): string => {
  try {
    return decodeURIComponent(source);
  } catch {
    return source; // a file name with a per cent sign of its own
  }
};

const tagText = (tag: string, closing: boolean, attributes: string): string => {
  if (tag === 'img') {
    const source = sourceOf(attributes);
    return source === null || source === '' || source.startsWith('data:')
      ? ''
      : `[image: ${mediaName(safeDecode(source))}]`;
  }
  if (tag === 'br' || tag === 'hr') return '\n';
  if (BREAKS.has(tag)) return closing && tag !== 'div' ? '\n' : '\u0001';
  return tag === 'td' || tag === 'th' ? ' ' : '';
};

/**
 * The text of a piece of HTML: blocks and breaks become lines, white space runs together as in a browser, scripts and
 * comments are gone, images and sounds are named. What looks like a tag and is none stays.
 */
export const htmlToText = (html: string): string => {
  const flat = html.replace(SILENT, '').replace(/[ \t\r\n\f\u0001]+/gu, ' ');
  let text = '';
  let done = 0;
  for (const match of flat.matchAll(TOKEN)) {
    text += flat.slice(done, match.index);
    done = match.index + match[0].length;
    const tag = match[2];
    if (tag !== undefined) text += tagText(tag.toLowerCase(), match[1] === '/', match[3] ?? '');
  }
  text += flat.slice(done);
  return unescapeXml(
    text
      .replace(/ *\u0001 */gu, '\u0001')
      // A block begins a line of its own, but adds none where one has just begun.
      .replace(/(^|\n)\u0001+/gu, '$1')
      .replace(/\u0001+(?=\n|$)/gu, '')
      .replace(/\u0001+/gu, '\n')
      .replace(
        /\[sound:([^\][\n]{1,200})\]/gu,
        (_, name: string) => `[sound: ${mediaName(unescapeXml(name))}]`,
      )
      .replace(/ *\n */gu, '\n')
      .replace(/ {2,}/gu, ' ')
      .replace(/\n{3,}/gu, '\n\n')
      .trim(),
  ).replaceAll('\u00a0', ' ');
};
