import 'server-only';
import { sweepFailures } from '@/lib/server/data/sign-in-failures';
import { sweepGuests } from '@/lib/server/data/users';
import { logFailure } from '@/lib/server/log';

const DAY_MS = 24 * 60 * 60_000;
const VISITOR_DAYS = 30;

/** Removes visitors unseen for thirty days, with what they made, and failures that no longer count. */
export const keepHouse = async (now: Date): Promise<void> => {
  await sweepGuests(new Date(now.getTime() - VISITOR_DAYS * DAY_MS));
  await sweepFailures(now);
};

/** Keeps house now and once a day; a failure is logged and does not stop the server. Never keeps a process alive. */
export const startHousekeeping = (): void => {
  const once = (): void => {
    keepHouse(new Date()).catch(logFailure);
  };
  once();
  setInterval(once, DAY_MS).unref();
};
