import 'server-only';
import { z } from 'zod';
import {
  optionSchema,
  originSchema,
  certificateSchema,
  questionFormSchema,
  statusSchema,
  type Question,
} from '@/lib/model';

/** The columns behind `toQuestion`. */
export const QUESTION_COLUMNS = {
  id: true,
  factId: true,
  form: true,
  prompt: true,
  context: true,
  answer: true,
  options: true,
  checks: true,
  origin: true,
  status: true,
} as const;

/** The same with what passes besides the answer. */
export const ACCEPTED_COLUMN = {
  accepted: { orderBy: { text: 'asc' }, select: { text: true } },
} as const;

const questionSchema = z.object({
  id: z.string(),
  factId: z.string(),
  form: questionFormSchema,
  prompt: z.string(),
  context: z.string().nullable(),
  answer: z.string(),
  accepted: z.array(z.object({ text: z.string() }).transform(({ text }) => text)).exactOptional(),
  options: z.array(optionSchema),
  checks: certificateSchema,
  origin: originSchema,
  status: statusSchema,
});

/** A row of `QUESTION_COLUMNS` as a question. @throws ZodError where the row holds what we do not write. */
export const toQuestion = (row: unknown): Question => questionSchema.parse(row);
