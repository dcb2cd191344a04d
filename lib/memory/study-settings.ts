/** How a person wants to study: what they may choose, and what stands where they chose nothing. */
import { z } from 'zod';
import { DAY_LOADS, WEEKDAYS } from './weekdays';

/** What FSRS keeps its promises for: over 0.97 the work explodes, under 0.70 little is left. */
export const LEAST_RETENTION = 0.7;
export const MOST_RETENTION = 0.97;

export const studySettingsSchema = z.object({
  /** Facts met for the first time on one day, at most; 0: none. */
  newPerDay: z.int().min(0).max(999),
  /** Reviews on one day, at most; `null`: as many as are due. */
  reviewsPerDay: z.int().min(1).max(9999).nullable(),
  /** Desired retention. */
  retention: z.number().min(LEAST_RETENTION).max(MOST_RETENTION),
  /** Seven of them, Monday first. */
  weekdays: z.array(z.enum(DAY_LOADS)).length(WEEKDAYS.length),
  buttons: z.enum(['two', 'four']),
});
export type StudySettings = z.infer<typeof studySettingsSchema>;

export const DEFAULT_STUDY: StudySettings = {
  newPerDay: 20,
  reviewsPerDay: 200,
  retention: 0.9,
  weekdays: WEEKDAYS.map(() => 'normal' as const),
  buttons: 'two',
};

const { shape } = studySettingsSchema;
const storedSchema = z.object({
  study: z.object({
    newPerDay: shape.newPerDay.catch(DEFAULT_STUDY.newPerDay),
    reviewsPerDay: shape.reviewsPerDay.catch(DEFAULT_STUDY.reviewsPerDay),
    retention: shape.retention.catch(DEFAULT_STUDY.retention),
    weekdays: shape.weekdays.catch(DEFAULT_STUDY.weekdays),
    buttons: shape.buttons.catch(DEFAULT_STUDY.buttons),
  }),
});

/** The settings of a person's stored JSON; what is absent, or no longer allowed, is as for a new account. */
export const readStudySettings = (stored: unknown): StudySettings => {
  const read = storedSchema.safeParse(stored);
  return read.success ? read.data.study : DEFAULT_STUDY;
};
