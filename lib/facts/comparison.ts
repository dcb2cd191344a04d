/** How a later version of an article differs, as it is told to a person before anything is written. */
import type { Span } from '@/lib/model';
import type { SentenceChange } from './sentence-changes';
import { wordChanges, type WordChange } from './word-changes';

/** `facts`: how many facts of the person rest on the sentence as it was. */
export type ComparisonRow =
  | { readonly kind: 'same'; readonly count: number; readonly moved: number }
  | { readonly kind: 'changed'; readonly words: readonly WordChange[]; readonly facts: number }
  | { readonly kind: 'removed'; readonly text: string; readonly facts: number }
  | { readonly kind: 'new'; readonly text: string };

export type Comparison = {
  /** In the order of the new text; runs of what stayed the same are one row. */
  readonly rows: readonly ComparisonRow[];
  /** Rows beyond those that are listed. */
  readonly more: number;
  readonly counts: Readonly<Record<SentenceChange['kind'] | 'moved', number>>;
  /** Facts that are kept, by what happens to their sentence. */
  readonly facts: Readonly<Record<'same' | 'changed' | 'removed', number>>;
};

const MOST_ROWS = 400;

/** How many of the spans, sorted by their start, overlap `sentence`. */
const countIn = (sentence: Span, sorted: readonly Span[]): number => {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.end ?? 0) <= sentence.start) low = middle + 1;
    else high = middle;
  }
  let count = 0;
  for (let at = low; (sorted[at]?.start ?? Infinity) < sentence.end; at++) count++;
  return count;
};

/** `facts` are the places, sorted, of the facts that are kept. */
export const toComparison = (
  before: string,
  after: string,
  changes: readonly SentenceChange[],
  facts: readonly Span[],
): Comparison => {
  const rows: ComparisonRow[] = [];
  const counts = { same: 0, moved: 0, changed: 0, removed: 0, new: 0 };
  const touched = { same: 0, changed: 0, removed: 0 };
  for (const change of changes) {
    counts[change.kind] += 1;
    const resting = change.kind === 'new' ? 0 : countIn(change.before, facts);
    if (change.kind !== 'new') touched[change.kind] += resting;
    if (change.kind === 'same') {
      const moved = change.moved ? 1 : 0;
      counts.moved += moved;
      const last = rows.at(-1);
      if (last?.kind === 'same') {
        rows[rows.length - 1] = { kind: 'same', count: last.count + 1, moved: last.moved + moved };
      } else rows.push({ kind: 'same', count: 1, moved });
      continue;
    }
    const old = change.kind === 'new' ? '' : before.slice(change.before.start, change.before.end);
    const young = change.kind === 'removed' ? '' : after.slice(change.after.start, change.after.end);
    if (change.kind === 'changed') {
      rows.push({ kind: 'changed', words: wordChanges(old, young), facts: resting });
    } else if (change.kind === 'removed') rows.push({ kind: 'removed', text: old, facts: resting });
    else rows.push({ kind: 'new', text: young });
  }
  return {
    rows: rows.slice(0, MOST_ROWS),
    more: Math.max(0, rows.length - MOST_ROWS),
    counts,
    facts: touched,
  };
};
