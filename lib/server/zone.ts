import { z } from 'zod';

/** An IANA time zone that this machine's Intl knows. */
export const zoneSchema = z.string().refine((zone) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}, 'Choose a time zone such as Europe/Berlin.');

/** The zones to choose from, in order; `present` is among them even where this machine lists it under another name. */
export const knownZones = (present: string): readonly string[] =>
  [...new Set(['UTC', present, ...Intl.supportedValuesOf('timeZone')])].sort();
