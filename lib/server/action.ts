import 'server-only';
import { z } from 'zod';
import { unstable_rethrow } from 'next/navigation';
import { Refusal, type Answered, type Refused } from '@/lib/refusal';
import { noteReached } from '@/lib/server/action-calls';
import { currentUser } from '@/lib/server/auth/session';
import { logFailure } from '@/lib/server/log';
import type { User } from '@/lib/server/user';

/** Turns what a piece of work throws into an answer: an expected no into its code, anything else into FAILED, logged. */
export const answer = async <T>(work: () => Promise<T>): Promise<Answered<T>> => {
  noteReached();
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    unstable_rethrow(error); // redirects and the like are Next's own signals
    if (error instanceof Refusal) return { ok: false, code: error.code };
    if (error instanceof z.ZodError) return refusedFields(error);
    logFailure(error);
    return { ok: false, code: 'FAILED' };
  }
};

const refusedFields = (error: z.ZodError): Refused => ({
  ok: false,
  code: 'INVALID',
  fields: Object.fromEntries(error.issues.map((issue) => [issue.path.join('.'), issue.message])),
});

/** The gate of every action that needs no account: valid by schema, then the work. */
export const openAction =
  <S extends z.ZodType, T>(schema: S, work: (input: z.output<S>) => Promise<T>) =>
  (input: z.input<S>): Promise<Answered<T>> =>
    answer(async () => work(schema.parse(input)));

/** The gate of every other action: signed in (a visitor counts), valid by schema, then the work. */
export const action =
  <S extends z.ZodType, T>(schema: S, work: (user: User, input: z.output<S>) => Promise<T>) =>
  (input: z.input<S>): Promise<Answered<T>> =>
    answer(async () => {
      const user = await currentUser();
      if (user === null) throw new Refusal('SIGNED_OUT');
      return work(user, schema.parse(input));
    });
