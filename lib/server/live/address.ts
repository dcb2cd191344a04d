import 'server-only';
import { networkInterfaces } from 'node:os';
import { env } from '@/lib/server/env';

/** Names by which only this machine finds itself; 0.0.0.0 is where it listens, not where it is found. */
const HERE = /^(localhost|127\.|0\.0\.0\.0|\[::1?\])/;

/** The first address of this machine in its own network; `null` where it has none. */
const ownAddress = (): string | null =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? null;

/**
 * Where phones reach this app, without a slash at the end: as the settings say, or else as the host's own browser does,
 * but for a name that only this machine knows.
 */
export const addressForPhones = (host: string | null, protocol: string | null): string => {
  const { BASE_URL, PORT } = env();
  if (BASE_URL !== undefined) return BASE_URL.replace(/\/+$/, '');
  const asked = host ?? `localhost:${PORT}`;
  const own = HERE.test(asked) ? ownAddress() : null;
  return `${protocol ?? 'http'}://${own === null ? asked : asked.replace(/^(\[::1?\]|[^:]+)/, own)}`;
};
