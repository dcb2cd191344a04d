/** Where sentences begin and end; news text is the yardstick. */
import type { Span } from '@/lib/model';
import {
  INNER_ABBREVIATIONS,
  NUMBER_ABBREVIATIONS,
  OPEN_ABBREVIATIONS,
  SENTENCE_STARTERS,
  TITLE_ABBREVIATIONS,
} from './abbreviations';
import { isEnglish } from './language-guess';
import { readParagraphs } from './paragraphs';

/**
 * `sentence` ends with a stop; `heading` is a line of its own without one; `fragment` is prose that breaks off
 * or a row of a table. `paragraph` counts from 0.
 */
export type Sentence = Span & {
  readonly kind: 'sentence' | 'heading' | 'fragment';
  readonly paragraph: number;
};

/** Marks of notes after a stop: "[3]", and page numbers as an encyclopedia writes them, ":121,154". */
const NOTES = String.raw`(?:\[[^\]\n]{1,40}\]|:\d+(?:[,–-]\s?\d+)*)`;
const BOUNDARY = new RegExp(String.raw`(?:[.!?]+|…)["'”’»)\]]*${NOTES}*(?=\s|$)`, 'gu');
const NEXT_BEGINS = /^\s+["'“‘«([¿¡—–-]*\s?(?:[\p{Lu}\p{N}]|[$£€¥])/u;
const COMPLETE = new RegExp(String.raw`(?:[.!?。！？।]|…)["'”’»)\]*_]*${NOTES}*$`, 'u');
const NOTES_AT_END = new RegExp(String.raw`(?<=[.!?…"'”’»)])${NOTES}+$`, 'u');
/** What follows a stop is looked at no further than this. */
const AHEAD = 60;

const wordBefore = (text: string, from: number, at: number): string =>
  /[\p{L}\p{M}.’'-]*$/u.exec(text.slice(Math.max(from, at - AHEAD), at))?.[0].replace(/^[.’'-]+/u, '') ?? '';

const wordAfter = (rest: string): string =>
  (/^[\s"'“‘«([]*([\p{L}\p{M}’']+)/u.exec(rest)?.[1] ?? '').replaceAll('’', "'");

const startsSentence = (rest: string): boolean => SENTENCE_STARTERS.has(wordAfter(rest).toLowerCase());

/** Whether a single full stop after `word` belongs to the word; `rest` is what comes after the stop. */
const stopIsInner = (word: string, rest: string): boolean => {
  const low = word.toLowerCase();
  if (NUMBER_ABBREVIATIONS.has(low) && /^\s?\d/u.test(rest)) return true;
  if (INNER_ABBREVIATIONS.has(low)) return true;
  const capital = /^\p{Lu}/u.test(word);
  if (capital && TITLE_ABBREVIATIONS.has(low)) return !startsSentence(rest) || low === 'mr' || low === 'mrs';
  if (low === 'am' || low === 'pm' || low === 'a.m' || low === 'p.m')
    return /^\s(?:[A-Z]{2,4}\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)/u.test(rest);
  // An initial, or letters with stops such as "U.S.".
  if (/^(?:\p{L}\.)*\p{Lu}$/u.test(word) && word !== 'I') return !startsSentence(rest);
  if (OPEN_ABBREVIATIONS.has(low) && (capital || low === 'etc' || low === 'al'))
    return !startsSentence(rest) && low !== 'etc';
  return false;
};

/** How many brackets are open after `stretch`, where `open` were before it. */
const openBrackets = (stretch: string, open: number): number => {
  let depth = open;
  for (const mark of stretch) {
    if (mark === '(' || mark === '[') depth++;
    else if ((mark === ')' || mark === ']') && depth > 0) depth--;
  }
  return depth;
};

const readBoundaries = (text: string, span: Span): number[] => {
  const body = text.slice(span.start, span.end);
  const ends: number[] = [];
  let from = 0;
  let scanned = 0;
  let open = 0;
  for (const match of body.matchAll(BOUNDARY)) {
    const end = match.index + match[0].length;
    open = openBrackets(body.slice(scanned, end), open);
    scanned = end;
    if (end === body.length) break;
    // A bracket that never closes must not swallow the paragraph.
    if (
      open > 0 &&
      body.slice(end, end + 300).search(/[)\]]/u) !== -1 &&
      !/^\s*[([]/u.test(body.slice(from, from + 4))
    )
      continue;
    const rest = body.slice(end, end + AHEAD);
    if (!NEXT_BEGINS.test(rest)) continue;
    const single = match[0].startsWith('.') && !match[0].startsWith('..');
    if (single && stopIsInner(wordBefore(body, from, match.index), rest)) continue;
    // A number alone is the mark of a list item.
    if (single && /^\s*\(?\d{1,3}$/u.test(body.slice(from, match.index))) continue;
    ends.push(span.start + end);
    from = end;
    open = 0;
  }
  return [...ends, span.end];
};

const withoutNotes = (text: string, span: Span): Span => {
  let { start, end } = span;
  while (start < end && /\s/u.test(text[start] ?? '')) start++;
  const stretch = text.slice(start, end);
  end = start + stretch.replace(NOTES_AT_END, '').trimEnd().length;
  return { start, end };
};

/** The sentences of the stretch of prose `span`, in order. */
export const splitProse = (text: string, span: Span): Span[] => {
  let start = span.start;
  const sentences: Span[] = [];
  for (const end of readBoundaries(text, span)) {
    const sentence = withoutNotes(text, { start, end });
    if (sentence.start < sentence.end) sentences.push(sentence);
    start = end;
  }
  return sentences;
};

/** What no sentence ends after, in any language: a short abbreviation, an initial, an ordinal written with a point. */
const OPEN_END = /(?:(?<![\p{L}\p{N}])(?:\p{L}|\p{Lu}[^aeiouäöüåáéíóú\P{Ll}]{1,2}|\d{1,2})\.)$/u;

/** The sentences of a stretch of prose in a language that we have no rules for, as `Intl.Segmenter` cuts them. */
const splitNeutrally = (text: string, span: Span, language: string): Span[] => {
  const segmenter = new Intl.Segmenter(language === 'und' ? undefined : language, {
    granularity: 'sentence',
  });
  const sentences: Span[] = [];
  let start = span.start;
  for (const { index, segment } of segmenter.segment(text.slice(span.start, span.end))) {
    const end = span.start + index + segment.length;
    if (end < span.end && OPEN_END.test(segment.trimEnd())) continue;
    const sentence = withoutNotes(text, { start, end });
    if (sentence.start < sentence.end) sentences.push(sentence);
    start = end;
  }
  return sentences;
};

/**
 * Every sentence, heading and fragment of `text`, in order and without overlap; what lies between them is
 * white space, list marks and note numbers. `language` is a BCP 47 tag. Linear; never throws.
 */
export const readSentences = (text: string, language = 'en'): Sentence[] =>
  readParagraphs(text).flatMap(({ kind, span }, paragraph): Sentence[] => {
    if (kind === 'heading') return [{ ...span, kind: 'heading', paragraph }];
    if (kind === 'aside') return [{ ...span, kind: 'fragment', paragraph }];
    const spans = isEnglish(language) ? splitProse(text, span) : splitNeutrally(text, span, language);
    return spans.map((sentence) => {
      const complete = COMPLETE.test(text.slice(sentence.start, sentence.end));
      return { ...sentence, kind: complete ? 'sentence' : 'fragment', paragraph };
    });
  });
