import 'server-only';
import { finishOverdue } from '@/lib/server/data/attempts-finish';
import { sweepLive } from '@/lib/server/data/live';
import { rememberLive } from '@/lib/server/data/live-memory';
import { sweepFailures } from '@/lib/server/data/sign-in-failures';
import { sweepGuests } from '@/lib/server/data/users';
import { refreshPlanner } from '@/lib/server/db';
import { logFailure } from '@/lib/server/log';

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
const VISITOR_DAYS = 30;
/** Who comes back to a quiz finds it handed in at once; this is for those who do not. */
const OVERDUE_MS = 30_000;

/** Removes visitors unseen for thirty days, with what they made, and failures that no longer count. */
export const keepHouse = async (now: Date): Promise<void> => {
  await sweepGuests(new Date(now.getTime() - VISITOR_DAYS * DAY_MS));
  await sweepFailures(now);
  await sweepLive(new Date(now.getTime() - DAY_MS));
};

const every = (ms: number, work: (now: Date) => Promise<unknown>): void => {
  const once = (): void => {
    work(new Date()).catch(logFailure);
  };
  once();
  setInterval(once, ms).unref();
};

/**
 * Keeps house now and once a day, tells the database its own size every hour, and hands in quizzes whose time is up; a failure is logged and does not stop the
 * server. Never keeps a process alive.
 */
export const startHousekeeping = (): void => {
  every(DAY_MS, keepHouse);
  every(HOUR_MS, refreshPlanner);
  every(OVERDUE_MS, finishOverdue);
  every(OVERDUE_MS, rememberLive);
};
