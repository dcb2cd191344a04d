/** What several app servers on one PostgreSQL tell each other of live sessions, by LISTEN and NOTIFY. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { z } from 'zod';
import type { LiveNotice } from '@/lib/server/data/live';
import { databaseUrl } from '@/lib/server/env';
import { logFailure } from '@/lib/server/log';
import { readNumbers, writeNumbers } from './numbers';

const CHANNEL = 'quizwright_live';
/** How often each server says who is connected to it, and after how long without a word it is taken for gone. */
const BEAT_MS = 2000;
const GONE_MS = 5000;
/** How long whoever opens a room waits for those who hold it already. */
const HELLO_MS = 250;
const AGAIN_MS = 1000;

const messageSchema = z.discriminatedUnion('what', [
  z.object({ what: z.literal('hello'), from: z.string(), session: z.string() }),
  z.object({ what: z.literal('wrote'), from: z.string(), session: z.string(), version: z.int() }),
  z.object({
    what: z.literal('presence'),
    from: z.string(),
    session: z.string(),
    /** The numbers of players, as bits. */
    players: z.string(),
    host: z.boolean(),
  }),
]);
type Message = z.infer<typeof messageSchema>;

/** Who is connected to the other servers. */
export type Elsewhere = { readonly numbers: ReadonlySet<number>; readonly host: boolean };

/** What a room does when another server tells of it. */
export type PeerEars = {
  readonly wrote: (version: number) => void;
  readonly presence: () => void;
  /** Another server opened the room: it wants to know who is here. */
  readonly asked: () => void;
};

/** The other servers, as one room sees them. */
export type Peers = {
  readonly notice: LiveNotice;
  readonly elsewhere: () => Elsewhere;
  readonly tellPresence: (here: Elsewhere) => void;
  /** Hears from now on; answers how to stop. */
  readonly hear: (ears: PeerEars) => () => void;
};

type Heard = Elsewhere & { readonly at: number };

const me = randomUUID();
const presences = new Map<string, Map<string, Heard>>();
const ears = new Map<string, PeerEars>();
let client: Client | null = null;

/** Whether sessions are shared with other servers here: on PostgreSQL. */
const isShared = (): boolean => /^postgres(ql)?:\/\//.test(databaseUrl());

const connect = async (): Promise<void> => {
  const fresh = new Client({ connectionString: databaseUrl() });
  const lost = (error?: Error): void => {
    if (client !== fresh) return;
    client = null;
    if (error !== undefined) logFailure(error);
    setTimeout(() => void connectUntilDone(), AGAIN_MS).unref();
  };
  fresh.on('error', lost);
  fresh.on('end', () => {
    lost();
  });
  fresh.on('notification', ({ payload }) => {
    const read = messageSchema.safeParse(JSON.parse(payload ?? 'null'));
    if (read.success && read.data.from !== me) receive(read.data);
  });
  await fresh.connect();
  await fresh.query(`LISTEN ${CHANNEL}`);
  client = fresh;
  // What was said meanwhile was not heard.
  for (const each of ears.values()) each.wrote(Number.MAX_SAFE_INTEGER);
};

const connectUntilDone = async (): Promise<void> => {
  try {
    await connect();
  } catch (error) {
    logFailure(error);
    setTimeout(() => void connectUntilDone(), AGAIN_MS).unref();
  }
};

let started: Promise<void> | null = null;

let said: Promise<unknown> = Promise.resolve();

/** One after the other, as a connection wants it. */
const say = (message: Message): void => {
  said = said
    .then(() => client?.query('SELECT pg_notify($1, $2)', [CHANNEL, JSON.stringify(message)]))
    .catch(logFailure);
};

const receive = (message: Message): void => {
  const { session, from } = message;
  const own = ears.get(session);
  if (message.what === 'wrote') own?.wrote(message.version);
  if (message.what === 'hello') own?.asked();
  if (message.what !== 'presence') return;
  const known = presences.get(session) ?? new Map<string, Heard>();
  presences.set(
    session,
    known.set(from, { numbers: readNumbers(message.players), host: message.host, at: Date.now() }),
  );
  own?.presence();
};

/** Those of whom something was heard lately. */
const heardOf = (session: string): Heard[] => {
  const known = presences.get(session);
  if (known === undefined) return [];
  const now = Date.now();
  for (const [server, { at }] of known) if (at < now - GONE_MS) known.delete(server);
  if (known.size === 0) presences.delete(session);
  return [...known.values()];
};

/**
 * The other servers on this database, for one session, once those have answered that hold it; `null` on SQLite, where
 * one process is all there is.
 */
export const peersOf = async (session: string): Promise<{ peers: Peers; isHeld: boolean } | null> => {
  if (!isShared()) return null;
  await (started ??= connectUntilDone());
  say({ what: 'hello', from: me, session });
  const until = Date.now() + HELLO_MS;
  while (heardOf(session).length === 0 && Date.now() < until) await pause(10);
  return { peers: peersFor(session), isHeld: heardOf(session).length > 0 };
};

const peersFor = (session: string): Peers => {
  let here: Elsewhere = { numbers: new Set(), host: false };
  const tell = (): void => {
    say({ what: 'presence', from: me, session, players: writeNumbers(here.numbers), host: here.host });
  };
  return {
    notice: {
      channel: CHANNEL,
      text: (version) => JSON.stringify({ what: 'wrote', from: me, session, version } satisfies Message),
    },
    elsewhere: () => {
      const heard = heardOf(session);
      return {
        numbers: new Set(heard.flatMap(({ numbers }) => [...numbers])),
        host: heard.some(({ host }) => host),
      };
    },
    tellPresence: (now) => {
      here = now;
      tell();
    },
    hear: (own) => {
      ears.set(session, own);
      const beat = setInterval(() => {
        tell();
        own.presence();
      }, BEAT_MS);
      beat.unref();
      return () => {
        clearInterval(beat);
        ears.delete(session);
        here = { numbers: new Set(), host: false };
        tell();
      };
    },
  };
};
