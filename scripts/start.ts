/** What `npm start` launches: builds if the sources changed, brings the database up to date, serves, and says where. */
import { existsSync } from 'node:fs';
import { EnvironmentError, baseUrl, databaseUrl, env } from '@/lib/server/env';
import { useBuiltThreads } from '@/lib/server/thread-sources';
import { build, generateClients, migrate } from './build';
import { hasClients, isBuilt } from './build-stamp';

const dev = process.argv.includes('--dev');

const start = async (): Promise<void> => {
  if (existsSync('.env')) process.loadEnvFile('.env');
  // React and Next look at this when they are loaded.
  Object.assign(process.env, { NODE_ENV: dev ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' });
  env();
  process.env.NEXTAUTH_URL = baseUrl(); // next-auth's own name for it

  if (dev && !hasClients()) generateClients();
  if (!dev && !isBuilt()) {
    console.log('Building Quizwright (about a minute, only after a change) …');
    build();
  }

  if (!dev) useBuiltThreads();

  const { authSecret } = await import('@/lib/server/secret');
  const { db } = await import('@/lib/server/db');
  const { isBehind } = await import('@/prisma/pending');
  const { dialectOf } = await import('@/prisma/model');
  const { startCheckpoints } = await import('@/lib/server/checkpoints');
  const { openFrontDoor } = await import('@/lib/server/front-door');
  const { startHousekeeping } = await import('@/lib/server/housekeeping');
  const { logFailure } = await import('@/lib/server/log');
  const { startWeights, stopWeights } = await import('@/lib/server/weights-runner');

  authSecret();
  if (await isBehind(dialectOf(databaseUrl()), await db())) migrate();
  await startCheckpoints();
  startHousekeeping();
  await startWeights();
  const server = await openFrontDoor({ dev });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : env().PORT;
  console.log(`Quizwright is ready at ${env().BASE_URL ?? `http://localhost:${port}`}`);
  let isEnding = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // A terminal sends it to all its processes, and the one that launched this one passes it on.
      if (isEnding) return;
      isEnding = true;
      const ended = stopWeights().catch(logFailure);
      server.close(() => void ended.then(() => process.exit(0)));
      server.closeIdleConnections();
      setTimeout(() => process.exit(0), 3000).unref();
    });
  }
};

try {
  await start();
} catch (error) {
  const expected = error instanceof EnvironmentError || isPortTaken(error);
  console.error(expected ? messageOf(error) : error);
  process.exit(1);
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

function messageOf(error: unknown): string {
  return isPortTaken(error)
    ? `Port ${env().PORT} is in use. Stop what uses it, or choose another: PORT=3001 npm start`
    : String(error instanceof Error ? error.message : error);
}
