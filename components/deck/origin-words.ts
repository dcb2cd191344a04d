/** An article's origin in words. */
import type { Origin } from '@/lib/formats/origin';

const DAYS = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });

/** `3 May 2025` for an ISO 8601 day. */
export const isoDayInWords = (day: string): string => {
  const ms = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(ms) ? day : DAYS.format(ms);
};

/** The host of an address, as people call a site; `null` for what is no web address. */
export const siteOf = (address: string): string | null => {
  if (!URL.canParse(address)) return null;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? hostname.replace(/^www\./u, '') : null;
};

/** Who wrote it and when, where that is known. */
export const authorship = ({ byline, published }: Origin): string =>
  [byline === null ? '' : `by ${byline}`, published === null ? '' : isoDayInWords(published)]
    .filter((part) => part !== '')
    .join(', ');
