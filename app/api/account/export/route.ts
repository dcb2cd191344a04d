import { Refusal } from '@/lib/refusal';
import { answer } from '@/lib/server/action';
import { currentUser } from '@/lib/server/auth/session';
import { exportOf } from '@/lib/server/data/export';
import { toResponse } from '@/lib/server/endpoint';
import { logFailure } from '@/lib/server/log';

/** Everything that is the asker's, as a JSON file; sent while it is read. */
export async function GET(): Promise<Response> {
  const answered = await answer(async () => {
    const user = await currentUser();
    if (user === null) throw new Refusal('SIGNED_OUT');
    return user;
  });
  if (!answered.ok) return toResponse(answered);
  const now = new Date();
  return new Response(streamOf(exportOf(answered.value, now)), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="quizwright-${now.toISOString().slice(0, 10)}.json"`,
      'cache-control': 'private, no-store',
    },
  });
}

/** A body that asks for the next piece only when the last is on its way. */
const streamOf = (pieces: AsyncGenerator<string, void>): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: async (controller) => {
      try {
        const piece = await pieces.next();
        if (piece.done === true) controller.close();
        else controller.enqueue(encoder.encode(piece.value));
      } catch (error) {
        logFailure(error); // the download breaks off, so that nobody takes half for the whole
        controller.error(error);
      }
    },
    cancel: async () => {
      await pieces.return(undefined);
    },
  });
};
