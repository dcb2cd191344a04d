/** All data of an account as one JSON: what it is made of. docs/formats.md says it in words. */
import { z } from 'zod';
import {
  factKindSchema,
  factStatusSchema,
  leanSchema,
  leftOutSchema,
  memoryPhaseSchema,
  optionSchema,
  originSchema,
  questionFormSchema,
  ratingSchema,
  reviewModeSchema,
  statusSchema,
} from '@/lib/model';
import { UnreadableFile } from './unreadable-file';
import { articleOriginSchema } from './origin-schema';

export const ACCOUNT_FORMAT = 'quizwright-export';
/** 2: all columns, media. 3: changed articles, live sessions, answers let pass. Files of earlier versions lack these, and are read all the same. */
export const ACCOUNT_VERSION = 3;

const id = z.string().min(1).max(100);
const instant = z.iso.datetime().transform((text) => new Date(text));
const maybe = <S extends z.ZodType>(schema: S) => schema.nullable().default(null);
const place = maybe(z.int().min(0));
const json = z.json();

const deckSchema = z.object({ id, title: z.string(), createdAt: instant });
const articleSchema = z.object({
  id,
  deckId: id,
  title: z.string(),
  text: z.string(),
  source: z.string(),
  hash: z.string(),
  language: z.string(),
  leftOut: maybe(z.array(leftOutSchema)),
  origin: maybe(articleOriginSchema),
  createdAt: instant,
  revisedAt: maybe(instant),
});
const factSchema = z.object({
  id,
  deckId: id,
  articleId: maybe(id),
  kind: factKindSchema,
  answerType: maybe(z.string()),
  statement: z.string(),
  start: place,
  end: place,
  answerStart: place,
  answerEnd: place,
  salience: z.number(),
  confidence: maybe(z.number()),
  leans: maybe(z.array(leanSchema)),
  status: factStatusSchema,
  position: z.int(),
  suspended: z.boolean().default(false),
  buriedUntil: maybe(instant),
  flag: maybe(z.int().min(1).max(4)),
  tags: maybe(z.array(z.string())),
  source: maybe(z.string()),
  createdAt: instant,
  before: maybe(z.string()),
  changedAt: maybe(instant),
});
const list = <S extends z.ZodType>(schema: S) => z.array(schema).default([]);

const questionSchema = z.object({
  id,
  factId: id,
  form: questionFormSchema,
  prompt: z.string(),
  context: maybe(z.string()),
  answer: z.string(),
  options: z.array(optionSchema),
  otherDistractors: maybe(z.array(z.array(optionSchema))),
  checks: z.array(json),
  origin: originSchema,
  status: statusSchema,
  createdAt: instant,
  accepted: list(z.object({ text: z.string(), createdAt: instant })),
});
const memorySchema = z.object({
  factId: id,
  phase: memoryPhaseSchema,
  step: z.int(),
  stability: z.number(),
  difficulty: z.number(),
  due: instant,
  lastReview: instant,
  lastDay: z.int(),
  scheduledDays: z.int(),
  reps: z.int(),
  lapses: z.int(),
});
const reviewSchema = z.object({
  id,
  factId: id,
  questionId: maybe(id),
  at: instant,
  rating: ratingSchema,
  mode: reviewModeSchema,
  form: questionFormSchema,
  elapsedMs: maybe(z.int().min(0).max(2_147_483_647)),
  zone: z.string().max(100),
  dayStart: z.int().min(0).max(23),
  retention: z.number().min(0.5).max(0.99),
  interval: maybe(z.int().min(0).max(40_000)),
  undoes: maybe(id),
  corrects: maybe(id),
});
const fitSchema = z.object({
  id,
  askedAt: instant,
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  reason: maybe(z.string()),
  finishedAt: maybe(instant),
  recalls: z.int(),
  version: maybe(z.string()),
  weights: maybe(json),
  trial: maybe(json),
});
const examSchema = z.object({
  id,
  title: z.string(),
  day: z.int(),
  startDay: z.int(),
  deckIds: z.array(z.string()),
  minutes: z.array(z.number()),
  pinned: z.array(z.string()),
  createdAt: instant,
});
const quizSchema = z.object({ id, deckId: id, count: z.int(), settings: maybe(json), createdAt: instant });
const attemptSchema = z.object({
  id,
  quizId: id,
  seed: z.string(),
  paper: z.array(z.record(z.string(), json)),
  deckTitle: z.string(),
  startedAt: instant,
  finishedAt: maybe(instant),
  deadline: maybe(instant),
  score: maybe(z.int()),
  total: z.int(),
  points: maybe(z.number()),
});
const answerSchema = z.object({
  attemptId: id,
  position: z.int(),
  given: z.string(),
  at: instant,
  correct: maybe(z.boolean()),
  shownAt: maybe(instant),
  certainty: maybe(z.int()),
  points: maybe(z.number()),
  remarks: list(z.object({ at: instant, correct: z.boolean() })),
});
const mediaSchema = z.object({ name: z.string().min(1).max(250), base64: z.base64() });

const liveSessionSchema = z.object({
  id,
  deckId: maybe(id),
  quizId: maybe(id),
  title: z.string(),
  options: json,
  paper: z.array(z.record(z.string(), json)),
  state: json,
  createdAt: instant,
  endedAt: maybe(instant),
});
const livePlayerSchema = z.object({
  id,
  sessionId: id,
  number: z.int().min(0),
  name: z.string().max(100),
  nameKey: z.string().max(200),
  team: maybe(z.int().min(0)),
  factor: z.number().min(1).max(100),
  removed: z.boolean(),
  reconnects: z.int().min(0).default(0),
  joinedAt: instant,
});
const liveAnswerSchema = z.object({
  sessionId: id,
  question: z.int().min(0),
  playerId: id,
  given: z.string(),
  correct: z.boolean(),
  points: z.int(),
  elapsedMs: maybe(z.int().min(0)),
  sentence: place,
  proofPoints: z.int(),
  at: instant,
});

const accountSchema = z.object({
  format: z.literal(ACCOUNT_FORMAT),
  version: z.number(),
  user: z.object({
    name: maybe(z.string().max(80)),
    zone: z.string().max(100),
    dayStart: z.int().min(0).max(23),
    settings: maybe(json),
    weights: maybe(json),
  }),
  decks: list(deckSchema),
  articles: list(articleSchema),
  facts: list(factSchema),
  questions: list(questionSchema),
  memories: list(memorySchema),
  reviews: list(reviewSchema),
  weightFits: list(fitSchema),
  exams: list(examSchema),
  quizzes: list(quizSchema),
  attempts: list(attemptSchema),
  answers: list(answerSchema),
  media: list(mediaSchema),
  liveSessions: list(liveSessionSchema),
  livePlayers: list(livePlayerSchema),
  liveAnswers: list(liveAnswerSchema),
});
export type AccountData = z.infer<typeof accountSchema>;

const headSchema = z.object({ format: z.string(), version: z.number() });

/** @throws UnreadableFile for what is no such file, is damaged, or was written by a newer version. */
export const readAccountData = (text: string): AccountData => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UnreadableFile('This file is not whole: it breaks off, or it is not JSON.');
  }
  const head = headSchema.safeParse(value);
  if (!head.success || head.data.format !== ACCOUNT_FORMAT) {
    throw new UnreadableFile('This is not a file of all data that Quizwright has written.');
  }
  if (head.data.version > ACCOUNT_VERSION) {
    throw new UnreadableFile('This file was written by a newer Quizwright. Bring this one up to date first.');
  }
  const read = accountSchema.safeParse(value);
  if (read.success) return read.data;
  const at = read.error.issues[0]?.path.join('.') ?? 'a place';
  throw new UnreadableFile(`This file is damaged at ${at}.`);
};
