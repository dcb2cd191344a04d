import { z } from 'zod';
import { MOST_FILE_BYTES } from '@/lib/formats/document';
import { answer } from '@/lib/server/action';
import { clientAddress } from '@/lib/server/auth/address';
import { readBytes, refuseOtherOrigins, toResponse } from '@/lib/server/endpoint';
import { toImported } from '@/lib/server/imported';
import { readDocumentApart } from '@/lib/server/read-document';
import { passTurnstile } from '@/lib/server/turnstile';

const nameSchema = z.string().trim().max(300).catch('');

/** The text of a file: its bytes are the body, its name is `?name=`. Nothing of it is kept. */
export async function POST(request: Request): Promise<Response> {
  return toResponse(
    await answer(async () => {
      refuseOtherOrigins(request);
      passTurnstile(await clientAddress(), Date.now());
      const fileName = nameSchema.parse(new URL(request.url).searchParams.get('name'));
      const bytes = await readBytes(request, MOST_FILE_BYTES);
      const as = { name: 'file', fileName } as const;
      const { signal } = request;
      return toImported(
        async () => ({ document: await readDocumentApart({ bytes, as }, signal), bytes }),
        signal,
      );
    }),
  );
}
