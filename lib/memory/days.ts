/** The learner's days: numbered from 1970-01-01, each beginning at their own hour on their own clock. */
import type { Learner } from '@/lib/model';

/** All that decides which day an instant belongs to. */
export type DayFrame = Pick<Learner, 'zone' | 'dayStart'>;

const SECOND = 1000;
const HOUR = 3_600_000;
const DAY = 86_400_000;

// Making a formatter costs some hundred times a use of it. Spellings of a zone are endless (case does not
// count), so what is kept is bounded.
const KEPT_FORMATTERS = 700;
const formatters = new Map<string, Intl.DateTimeFormat>();

const formatterOf = (zone: string): Intl.DateTimeFormat => {
  const kept = formatters.get(zone);
  if (kept) return kept;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  if (formatters.size >= KEPT_FORMATTERS) formatters.clear();
  formatters.set(zone, made);
  return made;
};

const CLOCK = /^(\d+)\/(\d+)\/(\d+), (\d+):(\d+):(\d+)$/;

/** Clocks have been changed at whole quarters of an hour alone, of UTC, since this year began: milliseconds since 1970. */
const QUARTERS_SINCE = Date.UTC(1980, 0);
const QUARTER = 900_000;

// Asking Intl takes some ten microseconds, and every answer asks for a dozen of times around the same days.
const KEPT_QUARTERS = 5000;
const offsets = new Map<string, Map<number, number>>();

/** What the clock on the wall shows at an instant, written as if it were UTC: milliseconds since 1970. */
const wallClock = (instant: number, zone: string): number => {
  // An invalid date goes the way on which it is refused.
  if (!(instant >= QUARTERS_SINCE)) return readWallClock(instant, zone);
  let ofZone = offsets.get(zone);
  if (ofZone === undefined || ofZone.size >= KEPT_QUARTERS) {
    if (offsets.size >= KEPT_FORMATTERS) offsets.clear();
    ofZone = new Map();
    offsets.set(zone, ofZone);
  }
  const quarter = Math.floor(instant / QUARTER);
  let offset = ofZone.get(quarter);
  if (offset === undefined) {
    offset = readWallClock(quarter * QUARTER, zone) - quarter * QUARTER;
    ofZone.set(quarter, offset);
  }
  return instant + offset;
};

const readWallClock = (instant: number, zone: string): number => {
  const fraction = ((instant % SECOND) + SECOND) % SECOND;
  const [, month, day, year, hour, minute, second] = CLOCK.exec(formatterOf(zone).format(instant)) ?? [];
  const seconds = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  );
  return seconds + fraction;
};

/**
 * The number of the learner's day at an instant: days from 1970-01-01 to the date on their calendar, where a
 * date begins at `dayStart` o'clock on their wall. At 03:59 with a day start of 4 it is still yesterday.
 * @throws RangeError for an invalid date or an unknown zone.
 */
export const dayOf = (at: Date, { zone, dayStart }: DayFrame): number =>
  Math.floor((wallClock(at.getTime(), zone) - dayStart * HOUR) / DAY);

/** The hour, 0..23, that a learner's wall shows at an instant. */
export const hourOf = (at: Date, { zone }: DayFrame): number =>
  Math.floor((((wallClock(at.getTime(), zone) % DAY) + DAY) % DAY) / HOUR);

/** The first instant of the span after `before`, up to `after`, at which the wall shows `wall` or later. */
const firstInstantShowing = (wall: number, zone: string, before: number, after: number): number => {
  let [low, high] = [before, after];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (wallClock(middle, zone) >= wall) high = middle;
    else low = middle;
  }
  return high;
};

/**
 * The instant at which a learner's day begins: the first at which their wall shows that date at `dayStart`
 * o'clock. A date that a zone left out begins and ends with the jump.
 * @throws RangeError for an unknown zone or a day beyond what a `Date` can hold.
 */
export const dayStartsAt = (day: number, { zone, dayStart }: DayFrame): Date =>
  instantAt(day * DAY + dayStart * HOUR, zone);

/**
 * The first instant at which the wall of `zone` shows `wall` (written as if it were UTC, in milliseconds since 1970).
 * Where the clock jumps over that time, it is the moment of the jump; where the clock shows it twice, the first.
 * @throws RangeError as `dayStartsAt`
 */
const instantAt = (wall: number, zone: string): Date => {
  // No zone is a day away from UTC, so a change of offset around the wanted time lies between these two.
  const offsetBefore = wallClock(wall - DAY, zone) - (wall - DAY);
  const offsetAfter = wallClock(wall + DAY, zone) - (wall + DAY);
  const early = wall - Math.max(offsetBefore, offsetAfter);
  if (wallClock(early, zone) === wall) return new Date(early);
  const late = wall - Math.min(offsetBefore, offsetAfter);
  return new Date(wallClock(late, zone) === wall ? late : firstInstantShowing(wall, zone, early, late));
};

/** A date and time as a form's field has them, such as `2026-11-24T08:00`, on the wall of `zone`. */
export const localOf = (at: Date, zone: string): string =>
  new Date(wallClock(at.getTime(), zone)).toISOString().slice(0, 16);

/** The instant of a date and time on the wall of `zone`; `null` where it is none. */
export const ofLocal = (local: string, zone: string): Date | null => {
  const wall = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local) ? Date.parse(`${local}:00Z`) : NaN;
  return Number.isNaN(wall) ? null : instantAt(wall, zone);
};

/** Whether this is a zone by name, such as `Europe/Berlin`; a bare offset such as `+05:30` is none. */
export const isZone = (zone: string): boolean => {
  // Some runtimes take offsets and some do not; what is stored must be good on all of them.
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};
