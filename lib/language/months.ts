/** The months in English, as they are written out and cut short. */

const NAMES = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;

/** Sources for patterns that heed case ("May" and "March" are also words); `FULL_MONTH` leaves those two out. */
export const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.?|Feb\\.?|Mar\\.|Apr\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?)';
export const FULL_MONTH = '(?:January|February|April|June|July|August|September|October|November|December)';

/** 1..12, or `null` where `name` is none. */
export const monthOf = (name: string | undefined): number | null => {
  if (name === undefined) return null;
  if (/^\d+$/u.test(name)) return Number.parseInt(name, 10);
  const short = name.toLowerCase().slice(0, 3);
  const index = NAMES.findIndex((month) => month.startsWith(short));
  return index === -1 ? null : index + 1;
};
