import 'server-only';
import { showsMedia } from '@/lib/live/shown-media';
import { viewFor } from '@/lib/live/view';
import { mediaOfHost, type StoredMedia } from '@/lib/server/data/media';
import type { Incoming } from '@/lib/server/incoming';
import { roomOf } from './rooms';
import { playersOfCookies } from './token';

/**
 * A picture or a sound of a host's that stands in what a session shows this player now; `null` where none does, and
 * before it is asked.
 */
export const mediaShown = async (request: Incoming, name: string): Promise<StoredMedia | null> => {
  for (const { session, player } of playersOfCookies(request.headers.get('cookie'))) {
    const held = (await roomOf(session))?.session();
    if (held === undefined || !showsMedia(viewFor(held, { role: 'player', id: player }), name)) continue;
    const media = await mediaOfHost(held.hostId, name);
    if (media !== null) return media;
  }
  return null;
};
