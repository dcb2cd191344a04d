import { z } from 'zod';
import { studySettingsSchema } from '@/lib/memory/study-settings';
import { DAY_LOADS, WEEKDAYS } from '@/lib/memory/weekdays';

const NUMBER = /^\d{1,6}$/;
const whole = (words: string) => z.string().trim().regex(NUMBER, words).transform(Number);

const NEW = 'Write a number from 0 to 999.';
const REVIEWS = 'Write a number from 1 to 9999, or nothing for no limit.';
const { shape } = studySettingsSchema;

const fieldsSchema = z
  .object({
    newPerDay: whole(NEW).refine((count) => shape.newPerDay.safeParse(count).success, NEW),
    reviewsPerDay: z
      .union([
        z
          .string()
          .trim()
          .length(0)
          .transform(() => null),
        whole(REVIEWS),
      ])
      .refine((count) => shape.reviewsPerDay.safeParse(count).success, REVIEWS),
    retention: whole('Choose a retention.').transform((percent) => percent / 100),
    buttons: shape.buttons,
    ...(Object.fromEntries(WEEKDAYS.map((day) => [day, z.enum(DAY_LOADS)])) as Record<
      (typeof WEEKDAYS)[number],
      z.ZodEnum<{ normal: 'normal'; fewer: 'fewer'; none: 'none' }>
    >),
  })
  .transform(({ newPerDay, reviewsPerDay, retention, buttons, ...days }) => ({
    newPerDay,
    reviewsPerDay,
    retention,
    buttons,
    weekdays: WEEKDAYS.map((day) => days[day]),
  }))
  .pipe(studySettingsSchema);

/** The form of the study settings: its fields are text, the retention is in percent, each weekday has a field. */
export const studyFormSchema = z.preprocess((form) => form, fieldsSchema);
