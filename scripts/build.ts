/** `npm run build`: the database clients, the app, its threads, then the stamp that lets a second start skip all this. */
import { execFileSync } from 'node:child_process';
import { buildSync } from 'esbuild';
import { BUILT_THREADS, THREAD_SOURCES } from '@/lib/server/thread-sources';
import { stampBuild } from './build-stamp';

const run = (file: string, ...words: string[]): void => {
  execFileSync(process.execPath, [file, ...words], {
    stdio: 'inherit',
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
  });
};

export const generateClients = (): void => {
  run('node_modules/tsx/dist/cli.mjs', 'prisma/generate.ts');
};

/** In a process of its own, since the schema engine would stay in this one's memory for as long as it serves. */
export const migrate = (): void => {
  run('node_modules/tsx/dist/cli.mjs', '--tsconfig', 'scripts/tsconfig.json', 'prisma/migrate.ts');
};

/** One file for each thread: it starts in a fraction of the time and memory that a loader of TypeScript takes. */
const buildThreads = (): void => {
  buildSync({
    entryPoints: THREAD_SOURCES.map((source) => `lib/server/${source}`),
    outdir: BUILT_THREADS,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    // It stands in for `server-only`, which a thread may import.
    tsconfig: 'scripts/tsconfig.json',
    sourcemap: 'linked',
    logLevel: 'warning',
  });
};

export const build = (): void => {
  generateClients();
  run('node_modules/next/dist/bin/next', 'build');
  buildThreads();
  stampBuild();
};

if (process.argv[1]?.endsWith('build.ts')) build();
