/** What a page's copy brings along that is no part of the article. */
import type { Span } from '@/lib/model';

export type ClutterKind =
  'caption' | 'credit' | 'cookie' | 'newsletter' | 'share' | 'advert' | 'link' | 'byline';
export type Clutter = { readonly span: Span; readonly kind: ClutterKind };

/** No line of clutter is longer, in characters; a paragraph that speaks of cookies is prose. */
const LONGEST = 220;

const PATTERNS: readonly (readonly [ClutterKind, RegExp])[] = [
  ['credit', /^(?:©|\(c\)\s|copyright\b)/iu],
  [
    'credit',
    /^(?:photo(?:graph)?s?|image|picture|video|illustration|graphic|source|credit)s?(?:\s+(?:by|credit|courtesy|source))?\s*[:©/]/iu,
  ],
  ['credit', /^(?:photo(?:graph)?|image|picture|illustration|graphic)\s+(?:by|courtesy)\b[^.]*$/iu],
  [
    'credit',
    /\b(?:getty images|shutterstock|istock|alamy|reuters pictures|ap photo|afp via|wikimedia commons|all rights reserved)\b/iu,
  ],
  // A file's name that stands where the picture was: "river-bridge-dawn".
  ['caption', /^[\p{Ll}\d]+(?:[-_][\p{Ll}\d]+){1,}(?:\.(?:jpe?g|png|webp|gif))?$/u],
  ['caption', /^\S+\.(?:jpe?g|png|webp|gif|svg)$/iu],
  ['caption', /^(?:caption|pictured|above|below|left|right|file photo)\s*:/iu],
  [
    'cookie',
    /\b(?:we|this (?:web)?site) uses? cookies\b|\b(?:accept|manage|reject) (?:all )?cookies\b|\bcookie (?:policy|settings|preferences)\b/iu,
  ],
  [
    'newsletter',
    /\b(?:sign up|subscribe)\b[^.]*\b(?:newsletter|daily|weekly|inbox|email|channel|today|now|here)\b|\bour (?:free )?newsletter\b/iu,
  ],
  ['newsletter', /^(?:subscribe|sign up|sign in|log in|register)(?:\s+(?:now|here|today|for free))?[.!]?$/iu],
  [
    'share',
    /^(?:share|tweet|print|comments?|save|like|email)(?:\s+(?:this|on|via|article|story|it|facebook|twitter|x|whatsapp|linkedin|email|now)\b)*\s*[:.!]?$/iu,
  ],
  ['share', /^follow (?:us|me|@|our)\b/iu],
  ['advert', /^(?:advertisement|advert|sponsored|promoted|ad)(?:\s+(?:content|feature|by\b.*))?\s*[:.]?$/iu],
  [
    'link',
    /^(?:read (?:more|also|next)|see also|also read|more (?:on|from|about)|related(?:\s+(?:articles?|stories|links?|topics?))?|you may also like|continue reading|click here|(?:watch|listen)(?=\s*[:.]|\s+(?:now|here|live|the)\b|$)|most read|don['’]t miss)\b[^.]*[:.…]?$/iu,
  ],
  ['link', /^(?:https?:\/\/|www\.)\S+$/iu],
  ['byline', /^[Bb]y\s+\p{Lu}[\p{L}.'’-]+(?:\s+(?:\p{Lu}[\p{L}.'’-]+|and|de|van|von)){1,5}(?:\s*[,|].*)?$/u],
  ['byline', /^(?:published|updated|posted|last (?:updated|modified))\b[^.]*\d{4}[^.]*$/iu],
  ['byline', /^\d{1,2} (?:min(?:ute)?s?) read$/iu],
];

const kindOf = (line: string): ClutterKind | null => {
  if (line.length > LONGEST) return null;
  return PATTERNS.find(([, pattern]) => pattern.test(line))?.[0] ?? null;
};

/** The lines of `text` that are captions, credits and furniture of a page, in order. Linear; never throws. */
export const findClutter = (text: string): Clutter[] => {
  const found: Clutter[] = [];
  for (let start = 0; start < text.length;) {
    const stop = text.indexOf('\n', start);
    const end = stop === -1 ? text.length : stop;
    const line = end - start > 2 * LONGEST ? '' : text.slice(start, end).trim();
    const kind = line === '' ? null : kindOf(line);
    if (kind !== null) {
      const from = text.indexOf(line, start);
      found.push({ span: { start: from, end: from + line.length }, kind });
    }
    start = end + 1;
  }
  return found;
};

/** The text without the stretches `spans`, and without the gaps that they leave. */
export const removeSpans = (text: string, spans: readonly Span[]): string => {
  let kept = '';
  let from = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (start > from) kept += text.slice(from, start);
    from = Math.max(from, end);
  }
  return (kept + text.slice(from))
    .replace(/[ \t]+\n/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
};

/** The longest title, in characters. */
const LONGEST_TITLE = 160;

/**
 * The title, if the first block is a single line without a full stop and something follows it. `body` is
 * where the rest begins; the text itself stays whole, so that offsets hold.
 */
export const splitTitle = (text: string): { readonly title: string | null; readonly body: number } => {
  const begin = text.search(/\S/u);
  if (begin === -1) return { title: null, body: 0 };
  const stop = text.indexOf('\n', begin);
  if (stop === -1) return { title: null, body: 0 };
  const title = text
    .slice(begin, stop)
    .replace(/^#{1,6}\s+/u, '')
    .trim();
  const rest = text.slice(stop);
  // A line that runs on in the next one is the first of a wrapped paragraph.
  if (/^\n[\p{Ll}]/u.test(rest)) return { title: null, body: 0 };
  if (title.length > LONGEST_TITLE || /[.:;,]["'”’]?$/u.test(title) || rest.trim() === '')
    return { title: null, body: 0 };
  return { title, body: stop + rest.search(/\S/u) };
};
