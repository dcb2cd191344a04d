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
/** Between two commits, at least, unless the host waits: each costs a sync to disk, and one serves all that gathered. */
const GATHER_MS = 12;
/** How often a host sees how many have answered, and the rules hear who is there. */
const COUNTS_MS = 250;
const PRESENCE_MS = 40;
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
  /** The devices of the host, and the screens in front. */
  const fronts = new Set<Connection>();
  const players = new Map<string, Set<Connection>>();
  const away = new Map<string, NodeJS.Timeout>();
  let queue: Waiting[] = [];
  let isWriting = false;
  let clock: NodeJS.Timeout | null = null;
  let counts: NodeJS.Timeout | null = null;
  let gathering: NodeJS.Timeout | null = null;
  let writtenAt = 0;

  const show = (connection: Connection, now: number): void => {
    const view = JSON.stringify(viewFor(held.session, connection.viewer));
    if (view === connection.last) return;
    connection.last = view;
    connection.send(`{"now":${now},"view":${view}}`);
  };
  const showFronts = (now: number): void => {
    for (const connection of fronts) show(connection, now);
  };
  const showAll = (): void => {
    if (counts !== null) clearTimeout(counts);
    counts = null;
    const now = Date.now();
    // The host first: whoever waits for the slowest device must not wait for its own.
    showFronts(now);
    for (const devices of players.values()) for (const connection of devices) show(connection, now);
  };
  const showCounts = (): void => {
    counts ??= setTimeout(() => {
      counts = null;
      showFronts(Date.now());
    }, COUNTS_MS);
  };
  const showPlayer = (id: string, now: number): void => {
    for (const connection of players.get(id) ?? []) show(connection, now);
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
      const at = Date.now();
      queue.push({ actor, command, at, resolve, reject });
      if (isWriting) return;
      // What one of many does waits for the others of its moment; the host, and the clock, wait for nobody.
      const isUrgent = actor.role === 'host' || actor.role === 'server';
      const wait = isUrgent ? 0 : writtenAt + GATHER_MS - at;
      if (wait <= 0) startDrain();
      else gathering ??= setTimeout(startDrain, wait);
    });
  const startDrain = (): void => {
    if (gathering !== null) clearTimeout(gathering);
    gathering = null;
    isWriting = true;
    setImmediate(() => void drain());
  };

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
    writtenAt = Date.now();
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
    const now = Date.now();
    for (const write of writes) {
      if (write.what === 'answer') showPlayer(write.player, now);
      if (write.what === 'player') showPlayer(write.id, now);
    }
    showCounts();
  };

  const isThere = (id: string): boolean => away.has(id) || players.has(id);
  let presence: NodeJS.Timeout | null = null;
  /** Tells who is there, once for all that came and went in a moment. */
  const tellPresence = (): void => {
    presence ??= setTimeout(() => {
      presence = null;
      const there = new Set([...away.keys(), ...players.keys()]);
      push(SERVER, { name: 'presence', players: there, host: fronts.size > 0 }).catch(logFailure);
    }, PRESENCE_MS);
  };

  const add = (connection: Connection): void => {
    const { viewer } = connection;
    if (viewer.role !== 'player') {
      fronts.add(connection);
      return;
    }
    clearTimeout(away.get(viewer.id));
    away.delete(viewer.id);
    const devices = players.get(viewer.id) ?? new Set();
    players.set(viewer.id, devices.add(connection));
  };
  const leave = (connection: Connection): void => {
    const { viewer } = connection;
    if (viewer.role !== 'player') {
      if (fronts.delete(connection)) tellPresence();
      return;
    }
    const devices = players.get(viewer.id);
    if (devices?.delete(connection) !== true || devices.size > 0) return;
    players.delete(viewer.id);
    if (isThere(viewer.id)) return;
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
      add(connection);
      show(connection, Date.now());
      tellPresence();
      return () => {
        leave(connection);
      };
    },
    session: () => held.session,
    isEmpty: () =>
      fronts.size === 0 && players.size === 0 && away.size === 0 && queue.length === 0 && !isWriting,
    stop: () => {
      if (clock !== null) clearTimeout(clock);
      if (counts !== null) clearTimeout(counts);
      if (presence !== null) clearTimeout(presence);
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
