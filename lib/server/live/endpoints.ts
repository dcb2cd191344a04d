import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { ROLE_OF, type Actor, type HostCommand, type PlayerCommand } from '@/lib/live/command';
import { LONGEST_WRITTEN, MOST_FACTOR } from '@/lib/live/bounds';
import { readPin } from '@/lib/live/pins';
import { Refusal, type Answered } from '@/lib/refusal';
import { answer } from '@/lib/server/action';
import { ADDRESS_HEADER } from '@/lib/server/auth/address-header';
import { userOfRequest } from '@/lib/server/auth/session';
import { isHostOf } from '@/lib/server/data/live';
import { readBody, refuseOtherOrigins, toResponse } from '@/lib/server/endpoint';
import type { Incoming } from '@/lib/server/incoming';
import { joins, wrongPins } from './limits';
import type { SeenRoom } from '@/lib/live/seen';
import type { Room } from './room';
import { roomOf, roomPinned } from './rooms';
import { playerCookie, playerOfCookies } from './token';

const SMALL_BODY = 4096;

const joinSchema = z.strictObject({
  pin: z.string().max(40),
  /** Not asked for where names are given out. */
  name: z.string().max(400).default(''),
  /** Whether a signed-in player's memory is to learn of the answers. */
  link: z.boolean().default(false),
});

/** The room of a number that someone typed; wrong ones are counted. @throws Refusal NO_SUCH_PIN, TOO_OFTEN */
const roomTyped = async (request: Incoming, pin: string): Promise<Room> => {
  const address = addressOf(request);
  const now = Date.now();
  if (!wrongPins.isOpen(address, now)) throw new Refusal('TOO_OFTEN');
  const digits = readPin(pin);
  const room = digits === null ? null : await roomPinned(digits);
  if (room === null) {
    wrongPins.count(address, now);
    throw new Refusal('NO_SUCH_PIN');
  }
  return room;
};

const addressOf = (request: Incoming): string => request.headers.get(ADDRESS_HEADER) ?? 'unknown';

/** Says what there is under a number, before anyone joins. */
export const lookEndpoint = async (request: Incoming): Promise<Response> =>
  toResponse(
    await answer(async () => {
      refuseOtherOrigins(request);
      const { pin } = await readBody(request, z.strictObject({ pin: z.string().max(40) }), SMALL_BODY);
      const { id, title, options, players } = (await roomTyped(request, pin)).session();
      const mine = playerOfCookies(request.headers.get('cookie'), id);
      const isIn = mine !== null && players.get(mine)?.removed === false;
      return { session: id, title, givesNames: options.names.length > 0, isIn } satisfies SeenRoom;
    }),
  );

/** Lets someone into a room: the cookie that answers is who they are from then on. */
export const joinEndpoint = async (request: Incoming): Promise<Response> => {
  const answered = await answer(async () => {
    refuseOtherOrigins(request);
    const { pin, name, link } = await readBody(request, joinSchema, SMALL_BODY);
    const address = addressOf(request);
    const now = Date.now();
    const room = await roomTyped(request, pin);
    const { id: session, players } = room.session();
    const before = playerOfCookies(request.headers.get('cookie'), session);
    const known = before === null ? undefined : players.get(before);
    // Who is in already goes on as who they are; who was taken out does not come back under another name.
    if (known?.removed === true) throw new Refusal('REMOVED');
    if (known !== undefined) return { session, name: known.name, id: known.id };
    if (!joins.isOpen(address, now)) throw new Refusal('TOO_OFTEN');
    const user = link ? await userOfRequest(request) : null;
    const id = randomUUID();
    joins.count(address, now);
    const after = await room.command(
      { role: 'newcomer' },
      { name: 'join', id, wish: name, draw: Math.random(), userId: user?.id ?? null },
    );
    return { session, name: after.players.get(id)?.name ?? name, id };
  });
  if (!answered.ok) return toResponse(answered);
  const { session, name, id } = answered.value;
  const response = toResponse({ ok: true, value: { session, name } });
  response.headers.set('set-cookie', playerCookie(session, id));
  return response;
};

const step = z.int();
const place = z.int().min(0).max(10_000);
/** Of an answer that is put together, at most. */
const MOST_PLACES = 200;
const player = z.string().min(1).max(64);
const hostSchema = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('next'), step }),
  z.strictObject({ name: z.literal('skip'), step }),
  z.strictObject({ name: z.literal('pause') }),
  z.strictObject({ name: z.literal('resume') }),
  z.strictObject({ name: z.literal('add-time'), step, seconds: z.int().min(1).max(300) }),
  z.strictObject({ name: z.literal('lock') }),
  z.strictObject({ name: z.literal('unlock') }),
  z.strictObject({ name: z.literal('remove'), player }),
  z.strictObject({ name: z.literal('give-time'), player, factor: z.number().min(1).max(MOST_FACTOR) }),
  z.strictObject({ name: z.literal('finish') }),
  z.strictObject({ name: z.literal('close') }),
]) satisfies z.ZodType<HostCommand>;
const playerSchema = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('answer'), question: place, option: place }),
  z.strictObject({
    name: z.literal('compose'),
    question: place,
    places: z.array(place.nullable()).max(MOST_PLACES),
  }),
  z.strictObject({ name: z.literal('write'), question: place, text: z.string().max(LONGEST_WRITTEN) }),
  z.strictObject({ name: z.literal('prove'), question: place, sentence: place }),
]) satisfies z.ZodType<PlayerCommand>;
const commandSchema = z.union([hostSchema, playerSchema]);

/** Whoever a request proves to be in a session: its host only where they ask as one. @throws Refusal FORBIDDEN */
export const actorOf = async (
  request: Incoming,
  session: string,
  as: 'host' | 'player',
): Promise<Extract<Actor, { role: 'host' | 'player' }>> => {
  if (as === 'player') {
    const id = playerOfCookies(request.headers.get('cookie'), session);
    if (id === null) throw new Refusal('FORBIDDEN');
    return { role: 'player', id };
  }
  const user = await userOfRequest(request);
  if (user === null || !(await isHostOf(user, session))) throw new Refusal('FORBIDDEN');
  return { role: 'host' };
};

/** Does one command of a host or a player; stored when this answers. */
export const commandEndpoint =
  (session: string) =>
  (request: Incoming): Promise<Answered<null>> =>
    answer(async () => {
      refuseOtherOrigins(request);
      const command = await readBody(request, commandSchema, SMALL_BODY);
      const as = ROLE_OF[command.name] === 'player' ? 'player' : 'host';
      const room = await roomOf(session);
      if (room === null) throw new Refusal('NOT_FOUND');
      await room.command(await actorOf(request, session, as), command);
      return null;
    });
