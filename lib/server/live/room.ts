import 'server-only';
import type { Actor, Command } from '@/lib/live/command';
import { reduce, type Write } from '@/lib/live/reduce';
import type { LiveSession } from '@/lib/live/session';
import { nextTick } from '@/lib/live/steps';
import { viewFor, type Viewer } from '@/lib/live/view';
import { Refusal } from '@/lib/refusal';
import { loadLive, saveLive, versionOf, type LoadedLive } from '@/lib/server/data/live';
import { logFailure } from '@/lib/server/log';

/** One device that watches: `send` gives it a frame. */
export type Listener = { readonly viewer: Viewer; readonly send: (frame: string) => void };

type Connection = Listener & { last: string };
type Waiting = {
  readonly actor: Actor;
  readonly command: Command;
  readonly at: number;
  readonly resolve: (session: LiveSession) => void;
  readonly reject: (error: unknown) => void;
};

/** Commands in one transaction, at most: more would make the first of them wait for the last. */
const MOST_TOGETHER = 400;
/** How often a host sees how many have answered. */
const COUNTS_MS = 250;
/** Whoever is back within this was never away: a reload, a phone that was locked for a moment. */
const AWAY_MS = 2500;
const MOST_RELOADS = 5;

const SERVER: Actor = { role: 'server' };

/** A running session in this process: its commands one after the other, its writes together, its frames to each. */
export type Room = {
  /** Does a command; in the database when this resolves. @throws Refusal as `reduce` */
  readonly command: (actor: Actor, command: Command) => Promise<LiveSession>;
  /** Adds a device, which gets the whole view at once; answers how to take it away. */
  readonly listen: (listener: Listener) => () => void;
  readonly session: () => LiveSession;
  readonly isEmpty: () => boolean;
  readonly stop: () => void;
};

export const openRoom = (loaded: LoadedLive): Room => {
  let held = loaded;
  const connections = new Set<Connection>();
  const away = new Map<string, NodeJS.Timeout>();
  let queue: Waiting[] = [];
  let isWriting = false;
  let clock: NodeJS.Timeout | null = null;
  let counts: NodeJS.Timeout | null = null;

  const show = (connection: Connection, now: number): void => {
    const view = JSON.stringify(viewFor(held.session, connection.viewer));
    if (view === connection.last) return;
    connection.last = view;
    connection.send(`{"now":${now},"view":${view}}`);
  };
  const showAll = (): void => {
    if (counts !== null) clearTimeout(counts);
    counts = null;
    const now = Date.now();
    // The host first: whoever waits for the slowest device must not wait for its own.
    for (const connection of connections) if (connection.viewer.role !== 'player') show(connection, now);
    for (const connection of connections) if (connection.viewer.role === 'player') show(connection, now);
  };
  const showCounts = (): void => {
    counts ??= setTimeout(() => {
      counts = null;
      const now = Date.now();
      for (const connection of connections) if (connection.viewer.role !== 'player') show(connection, now);
    }, COUNTS_MS);
  };
  const showPlayers = (ids: ReadonlySet<string>): void => {
    const now = Date.now();
    for (const connection of connections) {
      const { viewer } = connection;
      if (viewer.role === 'player' && ids.has(viewer.id)) show(connection, now);
    }
  };

  const wind = (): void => {
    if (clock !== null) clearTimeout(clock);
    const at = nextTick(held.session);
    clock = at === null ? null : setTimeout(tick, Math.max(0, at - Date.now()));
    clock?.unref();
  };
  const tick = (): void => {
    push(SERVER, { name: 'tick' }).catch(logFailure);
  };

  const push = (actor: Actor, command: Command): Promise<LiveSession> =>
    new Promise((resolve, reject) => {
      queue.push({ actor, command, at: Date.now(), resolve, reject });
      if (isWriting) return;
      isWriting = true;
      setImmediate(() => void drain());
    });

  const drain = async (): Promise<void> => {
    while (queue.length > 0) {
      const group = queue.slice(0, MOST_TOGETHER);
      queue = queue.slice(MOST_TOGETHER);
      try {
        await doTogether(group);
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    isWriting = false;
    wind();
  };

  /** Reduces a group on what stands, writes what it did, and only then lets anyone know. */
  const doTogether = async (group: readonly Waiting[]): Promise<void> => {
    for (let tries = 0; tries < MOST_RELOADS; tries += 1) {
      const { session, writes, settled, isRefused } = reduceAll(held.session, group);
      const version =
        writes.length > 0
          ? await saveLive({ session, version: held.version }, writes, new Date())
          : // A no must be a no on what stands now, also where another server was the last to write.
            isRefused && (await versionOf(session.id)) !== held.version
            ? null
            : held.version;
      if (version === null) {
        await reload();
        continue;
      }
      held = { session, version };
      publish(writes);
      for (const settle of settled) settle(session);
      return;
    }
    throw new Error('another server writes this session all the time');
  };

  const reload = async (): Promise<void> => {
    const fresh = await loadLive(held.session.id);
    if (fresh === null) throw new Refusal('NOT_FOUND');
    const { present, hostGoneSince } = held.session;
    held = { ...fresh, session: { ...fresh.session, present, hostGoneSince } };
  };

  const publish = (writes: readonly Write[]): void => {
    if (writes.some(({ what }) => what === 'state')) {
      showAll();
      return;
    }
    const touched = new Set(
      writes.flatMap((write) =>
        write.what === 'answer' ? [write.player] : write.what === 'player' ? [write.id] : [],
      ),
    );
    if (touched.size > 0) showPlayers(touched);
    showCounts();
  };

  const devices = (role: Viewer['role']): number =>
    [...connections].filter(({ viewer }) => viewer.role === role).length;
  const isThere = (id: string): boolean =>
    away.has(id) || [...connections].some(({ viewer }) => viewer.role === 'player' && viewer.id === id);
  let presence: NodeJS.Immediate | null = null;
  /** Tells who is there, once for all that came and went in one turn. */
  const tellPresence = (): void => {
    presence ??= setImmediate(() => {
      presence = null;
      const players = new Set([
        ...away.keys(),
        ...[...connections].flatMap(({ viewer }) => (viewer.role === 'player' ? [viewer.id] : [])),
      ]);
      const host = devices('host') + devices('screen') > 0;
      push(SERVER, { name: 'presence', players, host }).catch(logFailure);
    });
  };

  const leave = (connection: Connection): void => {
    connections.delete(connection);
    const { viewer } = connection;
    if (viewer.role !== 'player' || isThere(viewer.id)) {
      tellPresence();
      return;
    }
    const timer = setTimeout(() => {
      away.delete(viewer.id);
      tellPresence();
    }, AWAY_MS);
    timer.unref();
    away.set(viewer.id, timer);
  };

  push(SERVER, { name: 'wake' }).catch(logFailure);

  return {
    command: push,
    listen: (listener) => {
      const connection: Connection = { ...listener, last: '' };
      const { viewer } = listener;
      if (viewer.role === 'player') {
        clearTimeout(away.get(viewer.id));
        away.delete(viewer.id);
      }
      connections.add(connection);
      show(connection, Date.now());
      tellPresence();
      return () => {
        if (connections.has(connection)) leave(connection);
      };
    },
    session: () => held.session,
    isEmpty: () => connections.size === 0 && away.size === 0 && queue.length === 0 && !isWriting,
    stop: () => {
      if (clock !== null) clearTimeout(clock);
      if (counts !== null) clearTimeout(counts);
    },
  };
};

/** All of a group, one after the other; what is refused is refused alone, and told once the rest is written. */
const reduceAll = (before: LiveSession, group: readonly Waiting[]) => {
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
