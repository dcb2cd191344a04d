/**
 * Words and marks with their places in the text, cut as in Universal Dependencies English EWT: clitics and
 * hyphens of compounds stand apart ("do n't", "15 - year"), while codes ("S-400"), season years ("2024-25")
 * and words with a bound prefix ("non-commercial") stay whole.
 */
import { isAbbreviation, NUMBER_ABBREVIATIONS } from './abbreviations';

/** `text` is `source.slice(start, end)`; offsets are UTF-16 units of the source, `end` exclusive. */
export type Token = { readonly text: string; readonly start: number; readonly end: number };

const PREFIXES =
  '[Nn]on|[Pp]re|[Pp]ost|[Cc]o|[Aa]nti|[Ee]x|[Ee]|[Pp]ro|[Rr]e|[Mm]ulti|semi|sub|mid|un|vice|inter|intra|counter|ultra|neo|bi|micro|mini|mega|pan|trans';
const LETTER = String.raw`[\p{L}\p{M}]`;
const WORD_CHAR = String.raw`[\p{L}\p{M}\p{N}_]`;

const PATTERNS = [
  // An address; its closing punctuation belongs to the sentence.
  String.raw`(?:https?:\/\/|www\.)[^\s<>"”]*[^\s<>"”.,;:!?)\]'’]`,
  String.raw`[\w.+-]+@[\w-]+(?:\.[\w-]+)+`,
  // Season years, telephone numbers, dates in figures, times.
  String.raw`\d{4}[-–]\d{2}(?:\d{2})?(?!${WORD_CHAR})`,
  String.raw`\d+(?:-\d+){2,}`,
  String.raw`\d{1,4}(?:\/\d{1,4})+`,
  String.raw`\d{1,2}:\d{2}(?::\d{2})?`,
  // Codes: S-400, F-16A, MiG-29, A380, CO2, 3D.
  String.raw`\p{Lu}\p{L}{0,3}-\d+\p{Lu}?(?!${WORD_CHAR})`,
  String.raw`\d+(?:st|nd|rd|th|s)(?!${WORD_CHAR})`,
  String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?`,
  String.raw`\d+\p{Lu}${WORD_CHAR}*`,
  String.raw`\d+(?:\.\d+)+|\.\d+|\d+`,
  // Currencies that begin with letters.
  String.raw`(?:US|AU|A|CA|C|NZ|HK|S|R)\$`,
  // U.S., e.g., Ph.D., and a single initial before a name.
  String.raw`(?:\p{L}\.){2,}`,
  String.raw`Ph\.D\.?`,
  String.raw`\p{Lu}\.(?=\s?[\p{Lu}])(?<!${WORD_CHAR}\p{Lu}\.)`,
  String.raw`(?:${PREFIXES})-${WORD_CHAR}+(?:['’]${LETTER}+)*`,
  String.raw`\p{Lu}+(?:&\p{Lu}+)+`,
  String.raw`${LETTER}${WORD_CHAR}*(?:['’]${LETTER}+)*`,
  String.raw`['’]\d{2}s?(?!${WORD_CHAR})`,
  String.raw`['’](?:s|S|re|ve|ll|m|d)(?!${WORD_CHAR})`,
  String.raw`\.{2,}|-{2,}|[!?]{2,}|[*=_~]{2,}`,
  String.raw`\S`,
];
const TOKEN = new RegExp(PATTERNS.map((pattern) => `(?:${pattern})`).join('|'), 'gu');

const CLITIC = /^(.+?)(n['’]t|['’](?:s|re|ve|ll|m|d))$/iu;
const FUSED = /^(can)(not)$|^(gon|wan|got)(na|ta)$/iu;

const cut = (token: Token, at: number): Token[] => [
  { text: token.text.slice(0, at), start: token.start, end: token.start + at },
  { text: token.text.slice(at), start: token.start + at, end: token.end },
];

const withoutClitics = (token: Token): Token[] => {
  const clitic = CLITIC.exec(token.text);
  const host = clitic?.[1];
  if (host !== undefined) return cut(token, host.length);
  const fused = FUSED.exec(token.text);
  const head = fused?.[1] ?? fused?.[3];
  return head === undefined ? [token] : cut(token, head.length);
};

const takesStop = (text: string, token: Token, end: number): boolean => {
  if (token.end >= end || text[token.end] !== '.') return false;
  if (isAbbreviation(token.text)) return true;
  return (
    NUMBER_ABBREVIATIONS.has(token.text.toLowerCase()) &&
    /^\.\s?\d/u.test(text.slice(token.end, token.end + 3))
  );
};

/** The tokens of `text` from `start` to `end`, in order, with offsets into `text`. Linear; never throws. */
export const readTokens = (text: string, start = 0, end = text.length): Token[] => {
  // Only what is asked for is scanned, so that reading sentence after sentence stays linear.
  const source = text.slice(start, end);
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(source); match !== null; match = TOKEN.exec(source)) {
    const at = start + match.index;
    const token = { text: match[0], start: at, end: at + match[0].length };
    if (takesStop(text, token, end)) {
      tokens.push({ text: `${token.text}.`, start: token.start, end: token.end + 1 });
      TOKEN.lastIndex += 1;
    } else tokens.push(...withoutClitics(token));
  }
  return tokens;
};
