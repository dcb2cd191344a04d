import 'server-only';

/** The first and the last byte, both counted. */
export type ByteRange = { readonly from: number; readonly to: number };

/**
 * What a `Range` header asks of `length` bytes; `null`: all of them, also where it asks for several parts or cannot be
 * read, as RFC 9110 allows; `none`: bytes that are not there.
 */
export const byteRange = (header: string | null, length: number): ByteRange | 'none' | null => {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? [];
  if (first === '' && last === '') return null;
  if (first === '') {
    const count = Math.min(Number(last), length);
    return count === 0 ? 'none' : { from: length - count, to: length - 1 };
  }
  const from = Number(first);
  if (last !== '' && Number(last) < from) return null;
  if (from >= length) return 'none';
  return { from, to: last === '' ? length - 1 : Math.min(Number(last), length - 1) };
};
