import 'server-only';
import { memoryPhaseSchema, type MemoryState } from '@/lib/model';

/** The columns behind `toMemory`. */
export const MEMORY_COLUMNS = {
  phase: true,
  step: true,
  stability: true,
  difficulty: true,
  due: true,
  lastReview: true,
  lastDay: true,
  scheduledDays: true,
  reps: true,
  lapses: true,
} as const;

type MemoryRow = Omit<MemoryState, 'phase'> & { readonly phase: string };

/** The memory state of a row. */
export const toMemory = (row: MemoryRow): MemoryState => ({
  phase: memoryPhaseSchema.parse(row.phase),
  step: row.step,
  stability: row.stability,
  difficulty: row.difficulty,
  due: row.due,
  lastReview: row.lastReview,
  lastDay: row.lastDay,
  scheduledDays: row.scheduledDays,
  reps: row.reps,
  lapses: row.lapses,
});

/** Whether two states, or their absence, are equal in all that is stored. */
export const sameMemory = (one: MemoryState | null, other: MemoryState | null): boolean =>
  inWords(one) === inWords(other);

/** One spelling for equal states: the order of the fields is `toMemory`'s. */
const inWords = (state: MemoryState | null): string =>
  JSON.stringify(state === null ? null : toMemory(state));
