import 'server-only';
import type { z } from 'zod';
import { Refusal, type Answered, type RefusalCode } from '@/lib/refusal';
import { answer } from '@/lib/server/action';
import { userOfRequest } from '@/lib/server/auth/session';
import type { Incoming } from '@/lib/server/incoming';
import type { User } from '@/lib/server/user';

const STATUS: Partial<Record<RefusalCode, number>> = {
  SIGNED_OUT: 401,
  CROSS_ORIGIN: 403,
  FORBIDDEN: 403,
  REMOVED: 403,
  LIVE_LOCKED: 403,
  NOT_FOUND: 404,
  NO_SUCH_PIN: 404,
  FINISHED: 409,
  STALE: 409,
  TOO_LATE: 409,
  LIVE_OVER: 409,
  LIVE_FULL: 409,
  LIVE_NAME_TAKEN: 409,
  TOO_LARGE: 413,
  BUSY: 429,
  TOO_OFTEN: 429,
  FAILED: 500,
};

/** The HTTP status of an answer: 200, or 400 and its kin for a refusal. */
export const statusOf = (answered: Answered<unknown>): number =>
  answered.ok ? 200 : (STATUS[answered.code] ?? 400);

/** An answer as JSON. */
export const toResponse = (answered: Answered<unknown>): Response =>
  Response.json(answered, { status: statusOf(answered) });

/** Refuses what another site's page sends: a browser names the page's origin, and it must be the one it asked. */
export const refuseOtherOrigins = (request: Incoming): void => {
  const origin = request.headers.get('origin');
  const host = request.headers.get('host');
  if (origin !== null && URL.canParse(origin) && new URL(origin).host === host) return;
  if (origin === null && request.headers.get('sec-fetch-site') === null) return; // not a browser
  throw new Refusal('CROSS_ORIGIN');
};

/** The body of `request`, at most `most` bytes, counted while it comes in. @throws Refusal TOO_LARGE */
export const readBytes = async (request: Incoming, most: number): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > most) throw new Refusal('TOO_LARGE');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

/**
 * The JSON body of `request`, at most `most` bytes, parsed by `schema`.
 * @throws Refusal TOO_LARGE or INVALID; ZodError where the schema says no.
 */
export const readBody = async <S extends z.ZodType>(
  request: Incoming,
  schema: S,
  most: number,
): Promise<z.output<S>> => {
  const bytes = await readBytes(request, most);
  let body: unknown;
  try {
    body = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Refusal('INVALID');
  }
  return schema.parse(body);
};

const SMALL_BODY = 64 * 1024;

/** The gate of a POST: from our own page, signed in, small, valid, then the work. */
export const answerPost =
  <S extends z.ZodType, T>(schema: S, work: (user: User, input: z.output<S>) => Promise<T>) =>
  (request: Incoming): Promise<Answered<T>> =>
    answer(async () => {
      refuseOtherOrigins(request);
      const user = await userOfRequest(request);
      if (user === null) throw new Refusal('SIGNED_OUT');
      return work(user, await readBody(request, schema, SMALL_BODY));
    });

/** As `answerPost`, for a route of Next's. */
export const postEndpoint =
  <S extends z.ZodType, T>(schema: S, work: (user: User, input: z.output<S>) => Promise<T>) =>
  async (request: Incoming): Promise<Response> =>
    toResponse(await answerPost(schema, work)(request));
