import 'server-only';

/** What no file system takes in a name, and what would end it in a header. */
const UNSAFE = /[\p{Cc}\p{Cs}"\\/:*?<>|]+/gu;

/**
 * A file to be saved by whoever asked. The name is given twice (RFC 6266): in ASCII, and as it is for browsers that
 * know how.
 */
export const attachment = (
  bytes: Uint8Array,
  { name, type }: { readonly name: string; readonly type: string },
): Response => {
  const safe = name.replace(UNSAFE, ' ').replace(/\s+/gu, ' ').trim().slice(-150) || 'file';
  const ascii = safe.normalize('NFKD').replace(/[^\x20-\x7e]+/gu, '_');
  const encoded = encodeURIComponent(safe).replace(
    /['()*]/gu,
    (mark) => `%${mark.charCodeAt(0).toString(16)}`,
  );
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': type,
      'content-length': String(bytes.byteLength),
      'content-disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`,
      'cache-control': 'private, no-store',
    },
  });
};
