import 'server-only';
import { loadLive, livePinned } from '@/lib/server/data/live';
import { peersOf } from './peers';
import { openRoom, type Room } from './room';

/** The sessions that run in this process; one is loaded when somebody first asks for it, as after a restart. */
const held = globalThis as { quizwrightRooms?: Map<string, Promise<Room | null>> };
const rooms = (held.quizwrightRooms ??= new Map());

const IDLE_MS = 60_000;

/** The running session of this id; `null` where there is none. */
export const roomOf = (id: string): Promise<Room | null> => {
  const known = rooms.get(id);
  if (known !== undefined) return known;
  const opening = open(id);
  rooms.set(id, opening);
  return opening;
};

const open = async (id: string): Promise<Room | null> => {
  try {
    const loaded = await loadLive(id);
    if (loaded === null) {
      rooms.delete(id);
      return null;
    }
    const shared = await peersOf(id);
    const room = openRoom(loaded, shared?.peers ?? null, shared?.isHeld ?? false);
    letGoWhenEmpty(id, room);
    return room;
  } catch (error) {
    rooms.delete(id);
    throw error;
  }
};

/** The running session that is joined by a number; `null` where there is none. */
export const roomPinned = async (pin: string): Promise<Room | null> => {
  const id = await livePinned(pin);
  return id === null ? null : roomOf(id);
};

/** What nobody watches need not be held; everything of it is stored. */
const letGoWhenEmpty = (id: string, room: Room): void => {
  const timer = setInterval(() => {
    if (!room.isEmpty()) return;
    clearInterval(timer);
    room.stop();
    rooms.delete(id);
  }, IDLE_MS);
  timer.unref();
};
