import { z } from 'zod';
import { answer } from '@/lib/server/action';
import { clientAddress } from '@/lib/server/auth/address';
import { readBody, refuseOtherOrigins, toResponse } from '@/lib/server/endpoint';
import { toImported } from '@/lib/server/imported';
import { readLink } from '@/lib/server/link/read-link';
import { passTurnstile } from '@/lib/server/turnstile';

const MOST_BYTES = 16 * 1024;
const bodySchema = z.object({ address: z.string().trim().min(1).max(2000) });

/** The article that an address leads to. Nothing of it is kept. */
export async function POST(request: Request): Promise<Response> {
  return toResponse(
    await answer(async () => {
      refuseOtherOrigins(request);
      passTurnstile(await clientAddress(), Date.now());
      const { address } = await readBody(request, bodySchema, MOST_BYTES);
      return toImported(() => readLink(address, request.signal), request.signal);
    }),
  );
}
