/** A learner's day, numbered from 1970-01-01, as a date field has it: `2026-12-24`. */
export const isoDate = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
