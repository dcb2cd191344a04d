import 'server-only';
import type { LiveSession } from '@/lib/live/session';
import { viewFor, type Viewer } from '@/lib/live/view';

/** One device that watches: `send` gives it a frame. */
export type Listener = { readonly viewer: Viewer; readonly send: (frame: string) => void };

type Connection = Listener & { last: string };

/** How often a host sees how many have answered. */
const COUNTS_MS = 250;
/** Whoever is back within this was never away: a reload, a phone that was locked for a moment. */
const AWAY_MS = 2500;

export type Devices = {
  /** Adds a device, which gets the whole view at once; answers how to take it away. */
  readonly add: (listener: Listener) => () => void;
  /** A frame to each device that sees something new. */
  readonly showAll: () => void;
  readonly showPlayer: (id: string, now: number) => void;
  /** To the host and the screens in front, soon, and once for all that happens until then. */
  readonly showCounts: () => void;
  /** The players who are connected, or were a moment ago. */
  readonly here: () => string[];
  /** Whether a device of the host, or a screen, is connected. */
  readonly hasFront: () => boolean;
  readonly isEmpty: () => boolean;
  readonly stop: () => void;
};

type Told = {
  readonly session: () => LiveSession;
  /** Somebody came or went. */
  readonly changed: () => void;
  /** A player is back whose last device was gone. */
  readonly returned: (player: string) => void;
};

/** The devices that watch a session from this process. */
export const watchedBy = ({ session, changed, returned }: Told): Devices => {
  /** The devices of the host, and the screens in front. */
  const fronts = new Set<Connection>();
  const players = new Map<string, Set<Connection>>();
  const away = new Map<string, NodeJS.Timeout>();
  /** Who was here and is not. */
  const gone = new Set<string>();
  let counts: NodeJS.Timeout | null = null;

  const show = (connection: Connection, now: number): void => {
    const view = JSON.stringify(viewFor(session(), connection.viewer));
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

  const enter = (connection: Connection): void => {
    const { viewer } = connection;
    if (viewer.role !== 'player') {
      fronts.add(connection);
      return;
    }
    clearTimeout(away.get(viewer.id));
    away.delete(viewer.id);
    if (gone.delete(viewer.id)) returned(viewer.id);
    const devices = players.get(viewer.id) ?? new Set();
    players.set(viewer.id, devices.add(connection));
  };
  const leave = (connection: Connection): void => {
    const { viewer } = connection;
    if (viewer.role !== 'player') {
      if (fronts.delete(connection)) changed();
      return;
    }
    const devices = players.get(viewer.id);
    if (devices?.delete(connection) !== true || devices.size > 0) return;
    players.delete(viewer.id);
    gone.add(viewer.id);
    if (away.has(viewer.id)) return;
    const timer = setTimeout(() => {
      away.delete(viewer.id);
      changed();
    }, AWAY_MS);
    timer.unref();
    away.set(viewer.id, timer);
  };

  return {
    add: (listener) => {
      const connection: Connection = { ...listener, last: '' };
      enter(connection);
      show(connection, Date.now());
      changed();
      return () => {
        leave(connection);
      };
    },
    showAll,
    showPlayer,
    showCounts,
    here: () => [...away.keys(), ...players.keys()],
    hasFront: () => fronts.size > 0,
    isEmpty: () => fronts.size === 0 && players.size === 0 && away.size === 0,
    stop: () => {
      if (counts !== null) clearTimeout(counts);
    },
  };
};
