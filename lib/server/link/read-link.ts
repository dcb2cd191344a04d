import 'server-only';
import type { ImportedDocument } from '@/lib/formats/document';
import { env } from '@/lib/server/env';
import { readDocumentApart } from '@/lib/server/read-document';
import { fetchLink, resolveName, USUAL_PORTS } from './fetch-link';

const TIMEOUT_MS = 10_000;

/** Fetches a page and finds its article; `bytes` are the page as it came. @throws as `fetchLink` and `readDocumentApart`. */
export const readLink = async (
  address: string,
  signal: AbortSignal,
): Promise<{ document: ImportedDocument; bytes: Uint8Array }> => {
  const guard = { resolve: resolveName, opened: env().LINK_HOSTS, ports: USUAL_PORTS, timeout: TIMEOUT_MS };
  const { bytes, type, charset, address: found } = await fetchLink(address, guard, signal);
  const isPage = type === '' || /html|xml/u.test(type);
  const name = new URL(found).pathname.split('/').at(-1) ?? '';
  const as = isPage
    ? ({ name: 'page', charset, address: found } as const)
    : ({ name: 'file', fileName: name } as const);
  const document = await readDocumentApart({ bytes, as }, signal);
  return { document: { ...document, address: document.address ?? found }, bytes };
};
