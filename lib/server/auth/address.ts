import 'server-only';
import { headers } from 'next/headers';

/** Set by our own process on every request, from the socket or a trusted proxy; a client's own is overwritten. */
export const ADDRESS_HEADER = 'x-quizwright-address';

/** The network address that a request came from. */
export const clientAddress = async (): Promise<string> => (await headers()).get(ADDRESS_HEADER) ?? 'unknown';
