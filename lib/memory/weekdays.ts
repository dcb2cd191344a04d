/** The days of a week and how full each is to be. Apart from the schema of the settings, so that a page need not load that. */

/** How much is to fall due on a weekday: as much as it happens, about half, or nothing that can lie elsewhere. */
export const DAY_LOADS = ['normal', 'fewer', 'none'] as const;
export type DayLoad = (typeof DAY_LOADS)[number];

/** Monday first. */
export const WEEKDAYS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;
