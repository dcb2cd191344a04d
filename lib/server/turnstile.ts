/** How often one caller may do what is dear to us. Kept in memory: it may forget with a restart, and nothing more. */
import { Refusal } from '@/lib/refusal';

const WINDOW_MS = 15 * 60_000;
const MOST = 120;
/** Callers that are remembered; the longest known go first. */
const MOST_CALLERS = 10_000;

const passed = new Map<string, { since: number; count: number }>();

/** Counts one passage of `caller` at `now` (milliseconds). @throws Refusal TOO_OFTEN after 120 in 15 minutes */
export const passTurnstile = (caller: string, now: number): void => {
  const known = passed.get(caller);
  if (known === undefined || now - known.since > WINDOW_MS) {
    passed.delete(caller);
    passed.set(caller, { since: now, count: 1 });
    const [oldest] = passed.keys();
    if (passed.size > MOST_CALLERS && oldest !== undefined) passed.delete(oldest);
    return;
  }
  known.count++;
  if (known.count > MOST) throw new Refusal('TOO_OFTEN');
};
