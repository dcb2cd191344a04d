import { z } from 'zod';
import type { Origin } from './origin';

const line = z.string().trim().min(1).max(300).nullable();

/** An origin as it comes in and as it is stored. What is no web address is no address: it becomes a link on a page. */
export const articleOriginSchema: z.ZodType<Origin> = z.object({
  address: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .nullable(),
  fileName: line,
  fileHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  byline: line,
  published: z.iso.date().nullable(),
});
