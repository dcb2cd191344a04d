/** How well trees agree with a treebank, on its own tokens. All figures are shares of 1. */
import type { ParsedToken } from '@/lib/language/parser/parser';
import { findClause, sameClause } from './clause';
import type { Node } from './treebank';

export type Pair = { readonly gold: readonly Node[]; readonly parsed: readonly ParsedToken[] };

export type Accuracy = Record<'upos' | 'xpos' | 'uas' | 'las' | 'root' | 'clause', number>;

const share = (right: number, all: number): number => (all === 0 ? 0 : right / all);

const rootOf = (tree: readonly { readonly head: number }[]): number =>
  tree.findIndex(({ head }) => head === -1);

const clauses = ({ gold, parsed }: Pair) => {
  // Marks by the treebank's tags on both sides, so that only arcs are compared.
  const isMark = (word: number): boolean => gold[word]?.upos === 'PUNCT';
  return { told: findClause(gold, isMark), found: findClause(parsed, isMark), isMark };
};

/** `clause`: root, subject and span of the subject all right, of sentences whose root has a subject. */
export const measure = (pairs: readonly Pair[]): Accuracy => {
  const words = pairs.flatMap(({ gold, parsed }) => gold.map((told, i) => ({ told, found: parsed[i] })));
  const count = (right: (told: Node, found: ParsedToken | undefined) => boolean): number =>
    share(words.filter(({ told, found }) => right(told, found)).length, words.length);
  const withSubject = pairs.map(clauses).filter(({ told }) => told !== null);
  return {
    upos: count((told, found) => told.upos === found?.upos),
    xpos: count((told, found) => told.xpos === found?.xpos),
    uas: count((told, found) => told.head === found?.head),
    las: count((told, found) => told.head === found?.head && told.label === found.label),
    root: share(pairs.filter(({ gold, parsed }) => rootOf(gold) === rootOf(parsed)).length, pairs.length),
    clause: share(
      withSubject.filter(({ told, found }) => told !== null && found !== null && sameClause(told, found))
        .length,
      withSubject.length,
    ),
  };
};

/** Shorter ones are fragments, and easy. */
const SHORTEST = 8;

/**
 * The parsed sentences with a main clause, the surest first: `sure` is the least confidence of a word between the
 * subject's first word and the root.
 */
const rankClauses = (pairs: readonly Pair[]): { sure: number; right: boolean }[] =>
  pairs
    .filter(({ gold }) => gold.length >= SHORTEST)
    .flatMap((pair) => {
      const { told, found, isMark } = clauses(pair);
      if (found === null) return [];
      const from = Math.min(found.first, found.root);
      const to = Math.max(found.last, found.root);
      const sure = pair.parsed
        .map(({ arcConfidence, labelConfidence }) => arcConfidence * labelConfidence)
        .filter((_, word) => word === found.root || (word >= from && word <= to && !isMark(word)));
      return [{ sure: Math.min(...sure), right: told !== null && sameClause(told, found) }];
    })
    .sort((a, b) => b.sure - a.sure);

export type CurvePoint = { readonly keep: number; readonly right: number; readonly threshold: number };

/** What is right where only the surest share of clauses is kept. */
export const drawCurve = (pairs: readonly Pair[]): CurvePoint[] => {
  const ranked = rankClauses(pairs);
  return [0.3, 0.5, 0.7, 1].map((keep) => {
    const kept = ranked.slice(0, Math.round(ranked.length * keep));
    return {
      keep,
      right: share(kept.filter(({ right }) => right).length, kept.length),
      threshold: kept.at(-1)?.sure ?? 0,
    };
  });
};
