/** A server of a test's own, started from the built app, that can be killed like a power cut. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

export type OwnServer = { readonly kill: () => Promise<void> };

const START_MS = 120_000;

const answers = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(`${url}/sign-in`)).ok;
  } catch {
    return false; // nobody listens there yet
  }
};

/** A port that nobody listens on now. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, () => {
      const address = probe.address();
      probe.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  });

/** Starts `npm start` on `port` over the data folder `data`, with more settings; ready when this resolves. */
export const startOwnServer = async (
  port: number,
  data: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<OwnServer> => {
  const server: ChildProcess = spawn('npm', ['start'], {
    env: {
      ...process.env,
      PORT: `${port}`,
      QUIZWRIGHT_DATA: data,
      DATABASE_URL: '',
      BASE_URL: '',
      ...settings,
    },
    stdio: 'ignore',
    detached: true, // a group of its own: npm, its shell and the server die together
  });
  const ended = once(server, 'exit');
  const kill = async (): Promise<void> => {
    if (server.exitCode === null && server.signalCode === null && server.pid !== undefined) {
      process.kill(-server.pid, 'SIGKILL');
    }
    await ended;
  };
  const deadline = Date.now() + START_MS;
  while (!(await answers(`http://localhost:${port}`))) {
    if (Date.now() > deadline || server.exitCode !== null) {
      await kill();
      throw new Error(`the server on port ${port} did not start`);
    }
    await pause(150);
  }
  return { kill };
};
