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
