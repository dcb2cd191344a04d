/** Acronyms that a text spells out: "North Sea Survey (NSS)" and "NSS (North Sea Survey)". */
import type { Span } from '@/lib/model';

export type Acronym = { readonly acronym: Span; readonly expansion: Span };

const SMALL = new Set([
  'of',
  'the',
  'and',
  'for',
  'in',
  'on',
  'to',
  'at',
  'by',
  'a',
  'an',
  'de',
  'des',
  'du',
  'la',
  'et',
  'und',
  '&',
]);
const LETTERS = String.raw`\p{Lu}[\p{Lu}\d&]{1,8}`;
const AFTER = new RegExp(String.raw`\((?:the\s)?["“‘']?(?<acronym>${LETTERS})["”’']?(?:\)|[,;]\s)`, 'gu');
const BEFORE = new RegExp(
  String.raw`(?<![\p{L}\p{N}-])(?<acronym>${LETTERS})\s\((?:or\s)?["“‘']?(?<expansion>\p{L}[^()"”]{4,90}?)["”’']?\)`,
  'gu',
);

type Word = Span & { readonly text: string };

const wordsIn = (text: string, start: number, end: number): Word[] =>
  [...text.slice(start, end).matchAll(/[\p{L}\p{M}’']+|&/gu)].map((match) => ({
    text: match[0].toLowerCase(),
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));

/** Whether the words give the letters in order, each a first part of one to three letters; small words may give none. */
const spells = (words: readonly Word[], letters: string): boolean => {
  const [word, ...rest] = words;
  if (word === undefined) return letters === '';
  const fewest = SMALL.has(word.text) ? 0 : 1;
  for (let taken = Math.min(3, word.text.length); taken >= fewest; taken--)
    if (letters.startsWith(word.text.slice(0, taken)) && spells(rest, letters.slice(taken))) return true;
  return false;
};

const isWhole = (words: readonly Word[], letters: string): boolean => {
  const first = words[0];
  return (
    words.length > 1 && first !== undefined && !SMALL.has(first.text) && spells(words, letters.toLowerCase())
  );
};

const expansionBefore = (text: string, start: number, at: number, letters: string): Span | null => {
  const words = wordsIn(text, Math.max(start, at - 120), at);
  for (let count = 2; count <= letters.length + 4; count++) {
    const taken = words.slice(-count);
    const first = taken[0];
    const last = taken.at(-1);
    if (first === undefined || last === undefined || taken.length < count) return null;
    // Nothing but spaces and hyphens may stand between the words of one name.
    if (/[^\p{L}\p{M}\s’'&-]/u.test(text.slice(first.start, at))) return null;
    if (!isWhole(taken, letters)) continue;
    // "The Institute of Technology's (IT) unions".
    return { start: first.start, end: last.end - (/['’]s$/u.test(last.text) ? 2 : 0) };
  }
  return null;
};

/** The acronyms between `start` and `end` of `text` that stand beside their expansion, in order. Never throws. */
export const readAcronyms = (text: string, start = 0, end = text.length): Acronym[] => {
  const stretch = text.slice(start, end);
  const after = [...stretch.matchAll(AFTER)].flatMap((match): Acronym[] => {
    const letters = match.groups?.acronym ?? '';
    const at = start + match.index;
    const expansion = expansionBefore(text, start, at, letters.replaceAll('&', ''));
    const from = at + match[0].indexOf(letters);
    return expansion === null ? [] : [{ acronym: { start: from, end: from + letters.length }, expansion }];
  });
  const before = [...stretch.matchAll(BEFORE)].flatMap((match): Acronym[] => {
    const { acronym = '', expansion = '' } = match.groups ?? {};
    const at = start + match.index;
    const from = at + match[0].lastIndexOf(expansion);
    if (!isWhole(wordsIn(text, from, from + expansion.length), acronym.replaceAll('&', ''))) return [];
    return [
      {
        acronym: { start: at, end: at + acronym.length },
        expansion: { start: from, end: from + expansion.length },
      },
    ];
  });
  return [...after, ...before].sort((a, b) => a.acronym.start - b.acronym.start);
};
