import { readAccountData } from '@/lib/formats/account-data';
import { UnreadableFile } from '@/lib/formats/unreadable-file';
import { Refusal } from '@/lib/refusal';
import { answer } from '@/lib/server/action';
import { userOfRequest } from '@/lib/server/auth/session';
import { importAccount, type BroughtBack } from '@/lib/server/data/import-account';
import { readBytes, refuseOtherOrigins, toResponse } from '@/lib/server/endpoint';

const MOST_BYTES = 64 * 1024 * 1024;

type Outcome =
  ({ readonly name: 'done' } & BroughtBack) | { readonly name: 'unreadable'; readonly words: string };

/** All data of an account, as another server exported them, into the asker's account. */
export async function POST(request: Request): Promise<Response> {
  return toResponse(
    await answer(async (): Promise<Outcome> => {
      refuseOtherOrigins(request);
      const user = await userOfRequest(request);
      if (user === null) throw new Refusal('SIGNED_OUT');
      const bytes = await readBytes(request, MOST_BYTES);
      try {
        const file = readAccountData(new TextDecoder().decode(bytes));
        return { name: 'done', ...(await importAccount(user, file)) };
      } catch (error) {
        if (error instanceof UnreadableFile) return { name: 'unreadable', words: error.message };
        throw error;
      }
    }),
  );
}
