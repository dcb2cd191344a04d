/** Several clients answer cards and try again until they are acknowledged, while the server is killed under them. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { encode } from 'next-auth/jwt';
import { RATINGS } from '@/lib/model';
import { adapterFor, type Database, holdDatabase, openDatabase } from '@/lib/server/db';
import { replayUser } from '@/lib/server/data/replay';
import { createAccount } from '@/lib/server/data/users';
import { startOwnServer } from '../e2e/own-server';
import { newDeck } from './decks';

export type CrashPlan = {
  readonly answers: number;
  readonly kills: number;
  readonly clients: number;
  readonly port: number;
  /** The server's data folder. */
  readonly data: string;
  /** A PostgreSQL address, or `null` for the file in the data folder. */
  readonly databaseUrl: string | null;
  /** 0 up to 1: when the server dies, and what is answered. */
  readonly random: () => number;
};

export type CrashOutcome = {
  readonly acknowledged: number;
  readonly stored: number;
  /** Acknowledged and not there. */
  readonly lost: number;
  /** There, and nobody's. */
  readonly strange: number;
  /** Memories and sums that are not what the log gives. */
  readonly drifts: number;
  readonly integrity: string;
  /** Tries that got no answer, or a bad one: what the kills did to the clients. */
  readonly failedTries: number;
  readonly seconds: number;
};

const TRY_MS = 10_000;
const FACTS = 200;

const integrityOf = async (database: Database, isFile: boolean): Promise<string> => {
  if (!isFile) return 'left to PostgreSQL';
  const [row] = await database.$queryRawUnsafe<{ integrity_check: string }[]>('PRAGMA integrity_check');
  return row?.integrity_check ?? 'no answer';
};

/** Runs the plan on a built app and an empty database, and looks at what is left. */
export const crash = async (plan: CrashPlan): Promise<CrashOutcome> => {
  const { port, data, databaseUrl, random } = plan;
  const settings: Record<string, string> = databaseUrl === null ? {} : { DATABASE_URL: databaseUrl };
  let server = await startOwnServer(port, data, settings);
  const database = await openDatabase(adapterFor(databaseUrl ?? `file:${join(data, 'quizwright.db')}`));
  holdDatabase(database);
  const email = `${randomUUID()}@example.org`;
  const { user, version } = await createAccount(null, {
    email,
    name: null,
    passwordHash: 'none',
    zone: 'UTC',
  });
  const { deckId } = await newDeck(user, FACTS);
  const cards = await database.question.findMany({
    where: { fact: { deckId }, form: 'cloze' },
    select: { id: true, factId: true },
  });
  const secret = readFileSync(join(data, 'secret'), 'utf8').trim();
  const cookie = `quizwright.session=${await encode({ token: { sub: user.id, version }, secret })}`;

  const acknowledged: string[] = [];
  let [given, failedTries] = [0, 0];
  const url = `http://localhost:${port}`;
  const send = async (body: string): Promise<boolean> => {
    try {
      const response = await fetch(`${url}/api/reviews`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json', origin: url },
        body,
        signal: AbortSignal.timeout(TRY_MS),
      });
      await response.arrayBuffer();
      if (response.status >= 400 && response.status < 500) throw new Error(`refused with ${response.status}`);
      return response.ok;
    } catch (error) {
      if (error instanceof Error && error.message.startsWith('refused')) throw error;
      return false; // the server is dead, or died while it answered
    }
  };
  const client = async (own: readonly { readonly id: string; readonly factId: string }[]): Promise<void> => {
    while (given < plan.answers) {
      given += 1;
      const id = randomUUID();
      const card = own[Math.floor(random() * own.length)];
      const body = JSON.stringify({
        id,
        factId: card?.factId,
        questionId: card?.id,
        rating: RATINGS[Math.floor(random() * RATINGS.length)],
        form: 'cloze',
        elapsedMs: 1200,
      });
      while (!(await send(body))) {
        failedTries += 1;
        await pause(20 + 80 * random());
      }
      acknowledged.push(id);
    }
  };
  const killer = async (): Promise<void> => {
    const share = plan.answers / plan.kills;
    for (let kill = 0; kill < plan.kills; kill += 1) {
      const after = share * (kill + 0.8 * random());
      while (acknowledged.length < after) await pause(5);
      await pause(20 * random());
      await server.kill();
      server = await startOwnServer(port, data, settings);
    }
  };
  const started = performance.now();
  try {
    const clients = Array.from({ length: plan.clients }, (_, index) =>
      client(cards.filter((_, at) => at % plan.clients === index)),
    );
    await Promise.all([...clients, killer()]);
  } finally {
    await server.kill();
  }
  const seconds = (performance.now() - started) / 1000;
  const rows = await database.review.findMany({ where: { userId: user.id }, select: { id: true } });
  const stored = new Set(rows.map(({ id }) => id));
  const known = new Set(acknowledged);
  return {
    acknowledged: acknowledged.length,
    stored: rows.length,
    lost: acknowledged.filter((id) => !stored.has(id)).length,
    strange: rows.filter(({ id }) => !known.has(id)).length,
    drifts: (await replayUser(user)).length,
    integrity: await integrityOf(database, databaseUrl === null),
    failedTries,
    seconds,
  };
};
