import 'server-only';
import type { Actor, Command } from '@/lib/live/command';
import { reduce, type Write } from '@/lib/live/reduce';
import type { LiveSession } from '@/lib/live/session';

/** A command that waits to be done, and whoever waits for it. */
export type Waiting = {
  readonly actor: Actor;
  readonly command: Command;
  readonly at: number;
  readonly resolve: (session: LiveSession) => void;
  readonly reject: (error: unknown) => void;
};

/** What a group did, once it is written. */
export type Done = {
  readonly writes: readonly Write[];
  readonly settled: readonly ((after: LiveSession) => void)[];
};

export const SERVER: Actor = { role: 'server' };

/** Of two that are equal nobody but those touched sees a difference. */
export const stateText = ({ step, phase, paused, locked, skipped }: LiveSession): string =>
  JSON.stringify([step, phase, paused, locked, skipped]);

/** All of a group, one after the other; what is refused is refused alone, and told once the rest is written. */
export const reduceAll = (before: LiveSession, group: readonly Waiting[]) => {
  let session = before;
  const writes: Write[] = [];
  let isRefused = false;
  const settled = group.map(({ actor, command, at, resolve, reject }): ((after: LiveSession) => void) => {
    try {
      const reduced = reduce(session, actor, command, at);
      session = reduced.session;
      writes.push(...reduced.writes);
      return resolve;
    } catch (error) {
      isRefused = true;
      return () => {
        reject(error);
      };
    }
  });
  // What the clock makes of it goes into the same commit: the last answer ends a question.
  const ticked = reduce(session, SERVER, { name: 'tick' }, Date.now());
  return { session: ticked.session, writes: [...writes, ...ticked.writes], settled, isRefused };
};
