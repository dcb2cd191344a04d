import 'server-only';
import { costInWords, retentionCosts } from '@/lib/memory/retention-cost';
import { LEAST_RETENTION, MOST_RETENTION } from '@/lib/memory/study-settings';
import type { User } from '@/lib/server/user';

/** A retention to choose, in percent, and what it costs, in words. */
export type RetentionChoice = { readonly percent: number; readonly cost: string };

const PERCENTS = Array.from(
  { length: Math.round((MOST_RETENTION - LEAST_RETENTION) * 100) + 1 },
  (_, step) => Math.round(LEAST_RETENTION * 100) + step,
);

const KEPT = 100;
const kept = new Map<string, readonly RetentionChoice[]>();

/** Every desired retention, with what it would cost this person; played once for each weights. */
export const retentionChoices = ({ learner: { weights } }: User): readonly RetentionChoice[] => {
  const key = weights?.join(' ') ?? '';
  const found = kept.get(key);
  if (found) return found;
  const costs = retentionCosts(
    PERCENTS.map((percent) => percent / 100),
    weights,
  );
  const made = PERCENTS.map((percent, index) => ({ percent, cost: costInWords(costs[index] ?? 1) }));
  if (kept.size >= KEPT) kept.clear();
  kept.set(key, made);
  return made;
};
