/**
 * The parts of an answer that has several, as they stand in its one text: a line each. Of `several` they are the
 * options that are right, of `order` the options in the right order, of `match` pairs, the two sides a tab apart.
 * What somebody gave as an answer is written in the same way.
 */
import type { QuestionForm } from '@/lib/model';

export type Pair = { readonly left: string; readonly right: string };

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** The lines of an answer, none of them empty. */
export const partsOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** @returns one text of all parts; a line break inside a part becomes a blank. */
export const joinParts = (parts: readonly string[]): string =>
  parts
    .map(oneLine)
    .filter((part) => part !== '')
    .join('\n');

/** The pairs of an answer; a line without a tab, or without one of its sides, is none. */
export const pairsOf = (text: string): Pair[] =>
  partsOf(text).flatMap((line) => {
    const [left = '', ...rest] = line.split('\t').map((side) => side.trim());
    const right = rest.join(' ').trim();
    return left === '' || right === '' ? [] : [{ left, right }];
  });

/** @returns one text of all pairs; a pair that lacks a side is left out. */
export const joinPairs = (pairs: readonly Pair[]): string =>
  pairs
    .map(({ left, right }) => ({ left: oneLine(left), right: oneLine(right) }))
    .filter(({ left, right }) => left !== '' && right !== '')
    .map(({ left, right }) => `${left}\t${right}`)
    .join('\n');

/** An answer as it is read in a line of text: parts set off by semicolons, an order by arrows, pairs by dashes. */
export const inOneLine = (form: QuestionForm, text: string): string => {
  if (form === 'several') return partsOf(text).join('; ');
  if (form === 'order') return partsOf(text).join(' → ');
  if (form !== 'match') return text;
  return pairsOf(text)
    .map(({ left, right }) => `${left} – ${right}`)
    .join('; ');
};
