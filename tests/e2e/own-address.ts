/** Tests that fail to sign in call from a network address of their own: ten failures would shut the door on every other test. */
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { test as base } from './person';

/** Whether a program may call from any address of 127.0.0.0/8, as Linux has it. */
export const HAS_OWN_ADDRESS = process.platform === 'linux';

type Door = { readonly url: string; readonly close: () => Promise<void> };

/** A port whose callers reach `server` from an address that no other test uses. */
const openDoor = async (server: URL): Promise<Door> => {
  const from = HAS_OWN_ADDRESS
    ? { localAddress: `127.${randomInt(1, 255)}.${randomInt(256)}.${randomInt(1, 255)}` }
    : {};
  const sockets = new Set<Socket>();
  const keep = (socket: Socket, other: Socket): void => {
    sockets.add(socket);
    socket.once('error', () => other.destroy()); // a browser that leaves breaks off what it no longer reads
    socket.once('close', () => sockets.delete(socket));
  };
  const door = createServer((caller) => {
    const called = connect({ host: '127.0.0.1', port: Number(server.port), ...from });
    keep(caller, called);
    keep(called, caller);
    caller.pipe(called).pipe(caller);
  });
  door.listen(0, 'localhost');
  await once(door, 'listening');
  const address = door.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://localhost:${port}`,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      door.close();
      await once(door, 'close');
    },
  };
};

export const test = base.extend({
  baseURL: async ({ baseURL }, provide) => {
    if (baseURL === undefined) throw new Error('the tests have no server to call');
    const door = await openDoor(new URL(baseURL));
    await provide(door.url);
    await door.close();
  },
});
