import { Refusal } from '@/lib/refusal';
import { answer } from '@/lib/server/action';
import { currentUser } from '@/lib/server/auth/session';
import { mediaNamed } from '@/lib/server/data/media';
import { toResponse } from '@/lib/server/endpoint';

/** A picture or a sound that imported cards name, for its owner and the classes that were given them. */
export async function GET(_request: Request, { params }: RouteContext<'/api/media/[name]'>) {
  const { name } = await params;
  const answered = await answer(async () => {
    const user = await currentUser();
    if (user === null) throw new Refusal('SIGNED_OUT');
    return mediaNamed(user, name, new Date());
  });
  if (!answered.ok) return toResponse(answered);
  const { type, bytes } = answered.value;
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: { 'content-type': type, 'cache-control': 'private, max-age=86400' },
  });
}
