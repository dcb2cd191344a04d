import 'server-only';
import { headers } from 'next/headers';
import { ADDRESS_HEADER } from './address-header';

/** The network address that a request came from. */
export const clientAddress = async (): Promise<string> => (await headers()).get(ADDRESS_HEADER) ?? 'unknown';
