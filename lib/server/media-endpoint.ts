import 'server-only';
import { Refusal } from '@/lib/refusal';
import { answer } from '@/lib/server/action';
import { userOfRequest } from '@/lib/server/auth/session';
import { byteRange } from '@/lib/server/byte-range';
import { mediaNamed } from '@/lib/server/data/media';
import { toResponse } from '@/lib/server/endpoint';
import type { Incoming } from '@/lib/server/incoming';
import { mediaShown } from '@/lib/server/live/media';

/** A picture or a sound that cards name, for its owner, the classes that were given them, and players who see it now. */
export const mediaEndpoint =
  (name: string) =>
  async (request: Incoming): Promise<Response> => {
    const answered = await answer(async () => {
      const user = await userOfRequest(request);
      const theirs = user === null ? null : await mediaNamed(user, name, new Date());
      const media = theirs ?? (await mediaShown(request, name));
      if (media === null) throw new Refusal(user === null ? 'SIGNED_OUT' : 'NOT_FOUND');
      return media;
    });
    if (!answered.ok) return toResponse(answered);
    const { type, bytes } = answered.value;
    const headers = {
      'content-type': type,
      'cache-control': 'private, max-age=86400',
      'accept-ranges': 'bytes',
    };
    // Phones of one maker play no sound from a server that does not send parts of it.
    const range = byteRange(request.headers.get('range'), bytes.length);
    if (range === 'none') {
      return new Response(null, { status: 416, headers: { 'content-range': `bytes */${bytes.length}` } });
    }
    if (range === null) return new Response(bytes as Uint8Array<ArrayBuffer>, { headers });
    const { from, to } = range;
    return new Response(bytes.slice(from, to + 1), {
      status: 206,
      headers: { ...headers, 'content-range': `bytes ${from}-${to}/${bytes.length}` },
    });
  };
