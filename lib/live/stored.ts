/** The schemas of what a live session stores, and of what a host may choose. */
import { z } from 'zod';
import { paperItemSchema } from '@/lib/quiz/paper';
import { ANSWER_SECONDS, MOST_SPEED_SHARE, MOST_TEAMS, READ_SECONDS } from './bounds';
import type { LiveItem, LiveOptions, LiveState } from './session';

const seconds = ({ least, most, usual }: { least: number; most: number; usual: number }) =>
  z
    .int(`A whole number of seconds, please.`)
    .min(least, `${least} seconds at least.`)
    .max(most, `${most} seconds at most.`)
    .default(usual);

export const liveOptionsSchema = z.object({
  pace: z.enum(['host', 'own']).default('host'),
  readSeconds: seconds(READ_SECONDS),
  answerSeconds: seconds(ANSWER_SECONDS),
  speedShare: z.number().min(0).max(MOST_SPEED_SHARE).default(0),
  teams: z
    .array(z.string().trim().min(1).max(30))
    .max(MOST_TEAMS, `${MOST_TEAMS} teams at most.`)
    .refine((teams) => teams.length !== 1, 'Two teams at least, or none.')
    .default([]),
  names: z.array(z.string().trim().min(1).max(20, 'A name has at most 20 letters.')).max(2000).default([]),
  showsQuestion: z.boolean().default(true),
  sound: z.boolean().default(false),
  evidence: z.boolean().default(false),
}) satisfies z.ZodType<LiveOptions>;

export const liveItemSchema = paperItemSchema.extend({
  // Sessions from before it was kept have none.
  optionStatements: z.record(z.string(), z.string()).default({}),
  source: z.string().nullable(),
  proof: z.object({
    statement: z.string(),
    before: z.string(),
    after: z.string(),
    articleTitle: z.string().nullable(),
  }),
  passage: z.array(z.string()),
  proofAt: z.int(),
}) satisfies z.ZodType<LiveItem>;

const place = z.int().min(0);
const timed = { question: place, opensAt: z.number(), seconds: z.number() };

export const liveStateSchema = z.object({
  step: z.int(),
  phase: z.discriminatedUnion('name', [
    z.object({ name: z.literal('lobby') }),
    z.object({ name: z.literal('reading'), question: place, opensAt: z.number() }),
    z.object({ name: z.literal('answering'), ...timed }),
    z.object({ name: z.literal('proving'), ...timed }),
    z.object({ name: z.literal('revealed'), question: place }),
    z.object({ name: z.literal('standings'), question: place }),
    z.object({ name: z.literal('own-pace') }),
    z.object({ name: z.literal('podium') }),
    z.object({ name: z.literal('ended') }),
  ]),
  paused: z.object({ by: z.enum(['host', 'absence']), at: z.number() }).nullable(),
  locked: z.boolean(),
  skipped: z.array(place),
  closedAt: z.record(z.string(), z.number()),
}) satisfies z.ZodType<LiveState>;
