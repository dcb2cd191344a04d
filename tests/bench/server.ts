/** The built app as a process of its own, with its own data folder, for measuring it from outside. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encode } from 'next-auth/jwt';
import { adapterFor, holdDatabase, openDatabase } from '@/lib/server/db';
import { createAccount } from '@/lib/server/data/users';
import type { User } from '@/lib/server/user';

const PORT = Number(process.env.QUIZWRIGHT_BENCH_PORT ?? 3291);

export type Served = {
  readonly folder: string;
  readonly url: string;
  /** From the command to the line that says it is ready, in milliseconds. */
  readonly readyMs: number;
  /** Resident memory of the serving process, in MiB. */
  readonly memory: () => number;
  readonly stop: () => Promise<void>;
  /** Ends it as a power cut does; its folder stays. */
  readonly kill: () => Promise<void>;
  /** A new member, with the header that makes a request theirs. */
  readonly member: () => Promise<{ user: User; cookie: string }>;
};

/**
 * Starts the app (built before) on a fresh data folder, or on `folder`; on the SQLite file in it, or on the empty
 * PostgreSQL that QUIZWRIGHT_BENCH_DATABASE names.
 */
export const serve = async (
  folder = mkdtempSync(join(tmpdir(), 'quizwright-bench-')),
  port = PORT,
): Promise<Served> => {
  const started = performance.now();
  const postgresql = process.env.QUIZWRIGHT_BENCH_DATABASE ?? '';
  const child = spawn('npm', ['start'], {
    env: { ...process.env, PORT: String(port), QUIZWRIGHT_DATA: folder, DATABASE_URL: postgresql },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  let said = '';
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('is ready at')) resolve();
    });
    child.once('exit', (code) => {
      reject(new Error(`The app ended with ${code ?? 'a signal'}: ${said}`));
    });
  });
  const readyMs = performance.now() - started;
  const group = child.pid;
  if (group === undefined) throw new Error('The app has no process.');
  const endWithUs = (): void => {
    process.kill(-group, 'SIGKILL');
  };
  process.once('exit', endWithUs); // also where the measuring itself fails

  return {
    folder,
    url: `http://localhost:${port}`,
    readyMs,
    memory: () => memoryOfGroup(group),
    stop: async () => {
      const ended = new Promise((resolve) => child.once('close', resolve));
      process.off('exit', endWithUs);
      process.kill(-group, 'SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
    kill: async () => {
      const ended = new Promise((resolve) => child.once('close', resolve));
      process.off('exit', endWithUs);
      process.kill(-group, 'SIGKILL');
      await ended;
    },
    member: async () => {
      process.env.DATABASE_URL = postgresql === '' ? `file:${join(folder, 'quizwright.db')}` : postgresql;
      holdDatabase(await openDatabase(adapterFor(process.env.DATABASE_URL)));
      const email = `bench-${Math.round(performance.now())}@example.org`;
      const { user, version } = await createAccount(null, {
        email,
        name: null,
        passwordHash: 'none',
        zone: 'UTC',
      });
      const secret = readFileSync(join(folder, 'secret'), 'utf8').trim();
      const token = await encode({ token: { sub: user.id, version }, secret });
      return { user, cookie: `quizwright.session=${token}` };
    },
  };
};

/** Of a process that has just ended: nothing. */
const readOrEmpty = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

/** What all processes of the group hold together; the largest is the server, the rest is npm and the loader. */
const memoryOfGroup = (group: number): number => {
  let kibibytes = 0;
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const stat = readOrEmpty(`/proc/${name}/stat`);
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (Number(fields[2]) !== group) continue;
    const held = /VmRSS:\s+(\d+)/.exec(readOrEmpty(`/proc/${name}/status`))?.[1];
    kibibytes = Math.max(kibibytes, Number(held ?? 0));
  }
  return kibibytes / 1024;
};

/** The value below which `share` (0..1) of `values` lies. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
};
