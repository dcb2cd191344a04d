import 'server-only';
import type { Actor, Command } from '@/lib/live/command';
import { reduce, type Write } from '@/lib/live/reduce';
import type { LiveSession } from '@/lib/live/session';
import { nextTick } from '@/lib/live/steps';
import { Refusal } from '@/lib/refusal';
import {
  catchUpLive,
  decideLive,
  saveLive,
  versionOf,
  type LoadedLive,
  type NewsOfLive,
} from '@/lib/server/data/live';
import { logFailure } from '@/lib/server/log';
import { watchedBy, type Listener } from './devices';
import { reduceAll, SERVER, stateText, type Done, type Waiting } from './group';
import type { Peers } from './peers';

/** Commands in one transaction, at most: more would make the first of them wait for the last. */
const MOST_TOGETHER = 400;
/** Between two commits, at least, unless the host waits: each costs a sync to disk, and one serves all that gathered. */
const GATHER_MS = 12;
/** How often the rules hear who is there. */
const PRESENCE_MS = 40;
const MOST_RELOADS = 5;
/** What the clock could not write is tried again after this, not at once. */
const FAILED_MS = 1000;

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

/**
 * @param peers Other servers that may hold the same session; `null` where there are none.
 * @param isHeld Whether one of them holds it now, so that nobody was ever without a server.
 */
export const openRoom = (loaded: LoadedLive, peers: Peers | null = null, isHeld = false): Room => {
  let held = loaded;
  let queue: Waiting[] = [];
  let isWriting = false;
  let clock: NodeJS.Timeout | null = null;
  let gathering: NodeJS.Timeout | null = null;
  let writtenAt = 0;
  /** The newest version that was heard of. */
  let known = loaded.version;
  let presence: NodeJS.Timeout | null = null;
  let isUnsaid = false;
  let isStopped = false;

  const wind = (least = 0): void => {
    if (clock !== null) clearTimeout(clock);
    const at = isStopped ? null : nextTick(held.session);
    clock = at === null ? null : setTimeout(tick, Math.max(least, at - Date.now()));
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
      const isUrgent = actor.role === 'host' || command.name === 'tick';
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
    let hasFailed = false;
    while (queue.length > 0 || isBehind()) {
      // Who came and went is known to whatever is done after it.
      if (presence !== null) noticePresence();
      if (isBehind()) {
        await catchUp().catch((error: unknown) => {
          known = held.version; // the next that is heard, or written, tries again
          logFailure(error);
        });
      }
      const group = queue.slice(0, MOST_TOGETHER);
      queue = queue.slice(MOST_TOGETHER);
      try {
        await doTogether(group);
      } catch (error) {
        hasFailed = true;
        for (const { reject } of group) reject(error);
      }
    }
    isWriting = false;
    writtenAt = Date.now();
    wind(hasFailed ? FAILED_MS : 0);
  };

  /** Reduces a group on what stands, writes what it did, and only then lets anyone know. */
  const doTogether = async (group: readonly Waiting[]): Promise<void> => {
    const { writes, settled } = peers === null ? await decideAlone(group) : await decideAmong(peers, group);
    publish(writes);
    for (const settle of settled) settle(held.session);
  };

  /** One process is all there is, so that what it holds stands; but for a script that writes beside it. */
  const decideAlone = async (group: readonly Waiting[]): Promise<Done> => {
    for (let tries = 0; tries < MOST_RELOADS; tries += 1) {
      const { session, writes, settled, isRefused } = reduceAll(held.session, group);
      const version =
        writes.length > 0
          ? await saveLive({ session, version: held.version }, writes, new Date())
          : // A no must be a no on what stands now.
            isRefused && (await versionOf(session.id)) !== held.version
            ? null
            : held.version;
      if (version === null) {
        await catchUp();
        continue;
      }
      held = { session, version };
      return { writes, settled };
    }
    throw new Error('another process writes this session all the time');
  };

  /** Takes turns with other servers. */
  const decideAmong = async ({ notice }: Peers, group: readonly Waiting[]): Promise<Done> => {
    const tried = reduceAll(held.session, group);
    if (tried.writes.length === 0 && !tried.isRefused) {
      held = { ...held, session: tried.session };
      return tried;
    }
    let done: Done = tried;
    const before = held.session;
    const news = await decideLive(held, { now: new Date(), notice }, ({ session }) => {
      const reduced = session === before ? tried : reduceAll(session, group);
      done = reduced;
      return reduced;
    });
    held = news;
    known = Math.max(known, news.version);
    // Others may have moved on what this device has not seen.
    if (news.players.size > 0 || stateText(before) !== stateText(news.session)) showNews(before, news);
    return done;
  };

  /** Whether another server has written what is not known here. */
  const isBehind = (): boolean => known > held.version;

  /** Reads what another server wrote, and shows it. */
  const catchUp = async (): Promise<void> => {
    const { session: before } = held;
    const fresh = await catchUpLive(held);
    if (fresh === null) throw new Refusal('NOT_FOUND');
    held = fresh;
    known = fresh.version;
    showNews(before, fresh);
  };

  const showNews = (before: LiveSession, { session, players: touched }: NewsOfLive): void => {
    if (stateText(session) !== stateText(before)) {
      devices.showAll();
      return;
    }
    const now = Date.now();
    for (const id of touched) devices.showPlayer(id, now);
    devices.showCounts();
  };

  const publish = (writes: readonly Write[]): void => {
    if (writes.some(({ what }) => what === 'state')) {
      devices.showAll();
      return;
    }
    const now = Date.now();
    for (const write of writes) {
      if (write.what === 'answer') devices.showPlayer(write.player, now);
      if (write.what === 'player') devices.showPlayer(write.id, now);
    }
    devices.showCounts();
  };

  const noticePresence = (): void => {
    if (presence !== null) clearTimeout(presence);
    presence = null;
    if (isUnsaid) sayPresence();
    const there = new Set(devices.here());
    let host = devices.hasFront();
    if (peers !== null) {
      const elsewhere = peers.elsewhere();
      host ||= elsewhere.host;
      for (const { id, number } of held.session.players.values())
        if (elsewhere.numbers.has(number)) there.add(id);
    }
    const command = { name: 'presence', players: there, host } as const;
    held = { ...held, session: reduce(held.session, SERVER, command, Date.now()).session };
  };
  /** Lets the rules know who is there, once for all that came and went in a moment. */
  const hearPresence = (): void => {
    if (!isStopped) presence ??= setTimeout(tick, PRESENCE_MS);
  };
  const tellPresence = (): void => {
    isUnsaid = true;
    hearPresence();
  };
  const sayPresence = (): void => {
    isUnsaid = false;
    if (peers === null) return;
    const numbers = devices.here().flatMap((id) => held.session.players.get(id)?.number ?? []);
    peers.tellPresence({ numbers: new Set(numbers), host: devices.hasFront() });
  };

  const devices = watchedBy({
    session: () => held.session,
    changed: tellPresence,
    returned: (player) => {
      push(SERVER, { name: 'returned', player }).catch(logFailure);
    },
  });
  const deafen = peers?.hear({
    wrote: (version) => {
      if (version <= held.version) return;
      known = Math.max(known, version);
      if (!isWriting) startDrain();
    },
    presence: hearPresence,
    asked: sayPresence,
  });
  if (!isHeld) push(SERVER, { name: 'wake' }).catch(logFailure);

  return {
    command: push,
    listen: devices.add,
    session: () => held.session,
    isEmpty: () => devices.isEmpty() && queue.length === 0 && !isWriting,
    stop: () => {
      isStopped = true;
      if (clock !== null) clearTimeout(clock);
      if (presence !== null) clearTimeout(presence);
      devices.stop();
      deafen?.();
    },
  };
};
