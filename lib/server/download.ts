import 'server-only';
import { Refusal } from '@/lib/refusal';
import { answer } from '@/lib/server/action';
import { currentUser } from '@/lib/server/auth/session';
import { toResponse } from '@/lib/server/endpoint';
import type { User } from '@/lib/server/user';

/** A file as it is sent. */
export type DownloadedFile = { readonly name: string; readonly type: string; readonly text: string };

/** The gate of a GET that sends a file: signed in, then the work; a refusal is JSON with its status. */
export const download = async (work: (user: User) => Promise<DownloadedFile>): Promise<Response> => {
  const answered = await answer(async () => {
    const user = await currentUser();
    if (user === null) throw new Refusal('SIGNED_OUT');
    return work(user);
  });
  if (!answered.ok) return toResponse(answered);
  const { name, type, text } = answered.value;
  return new Response(text, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
    },
  });
};
