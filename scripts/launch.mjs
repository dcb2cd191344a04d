/**
 * `npm start`: the server in a process of its own, whose memory is set up before it begins. Plain JavaScript, since the
 * loader of TypeScript is what it starts.
 */
import { spawn } from 'node:child_process';
import process from 'node:process';

const server = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: {
    ...process.env,
    TSX_TSCONFIG_PATH: 'scripts/tsconfig.json',
    // glibc gives each thread a heap of its own and keeps it: every file that is read leaves some of it behind.
    MALLOC_ARENA_MAX: process.env.MALLOC_ARENA_MAX ?? '2',
  },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal));
server.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal === null ? 0 : 1);
});
