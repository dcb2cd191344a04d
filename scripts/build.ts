/** `npm run build`: the database clients, then the app, then the stamp that lets a second start skip all this. */
import { execFileSync } from 'node:child_process';
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

export const build = (): void => {
  generateClients();
  run('node_modules/next/dist/bin/next', 'build');
  stampBuild();
};

if (process.argv[1]?.endsWith('build.ts')) build();
