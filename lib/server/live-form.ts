import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { ANSWER_SECONDS, READ_SECONDS } from '@/lib/live/bounds';
import type { LiveOptions } from '@/lib/live/session';
import { liveOptionsSchema } from '@/lib/live/stored';
import { MOST_QUESTIONS } from '@/lib/quiz/most-questions';
import type { LiveSource, NewLive } from '@/lib/server/data/live-create';

const number = (usual: number) =>
  z.unknown().transform((text) => (typeof text === 'string' && text.trim() !== '' ? Number(text) : usual));
const ticked = z.unknown().transform((value) => value !== null);
const lines = z
  .unknown()
  .transform((text) =>
    typeof text === 'string' ? text.split('\n').flatMap((line) => line.trim() || []) : [],
  );

const { shape } = liveOptionsSchema;
const roomShape = {
  pace: z.unknown().pipe(shape.pace),
  readSeconds: number(READ_SECONDS.usual).pipe(shape.readSeconds.unwrap()),
  answerSeconds: number(ANSWER_SECONDS.usual).pipe(shape.answerSeconds.unwrap()),
  speed: number(0)
    .transform((percent) => percent / 100)
    .pipe(shape.speedShare.unwrap()),
  teams: lines.pipe(shape.teams.unwrap()),
  draws: ticked,
  names: lines.pipe(shape.names.unwrap()),
  hidesQuestion: ticked,
  sound: ticked,
  evidence: ticked,
  classId: z.unknown().transform((id) => (typeof id === 'string' && id !== '' ? id.slice(0, 64) : null)),
};

const idSchema = z.string().min(1).max(64);

type Room = z.output<z.ZodObject<typeof roomShape>>;

const toNewLive = (
  { speed, draws, names, hidesQuestion, classId, ...rest }: Room,
  source: LiveSource,
): NewLive => {
  const options: LiveOptions = {
    ...rest,
    speedShare: speed,
    names: draws ? names : [],
    showsQuestion: !hidesQuestion,
  };
  return { source, options, classId, seed: randomUUID(), random: Math.random, now: new Date() };
};

/** A room for questions of a deck, as its form sends it. */
export const deckRoomSchema = z
  .object({
    ...roomShape,
    deckId: idSchema,
    count: number(10).pipe(
      z
        .int('A whole number, please.')
        .min(1, 'One question at least.')
        .max(MOST_QUESTIONS, `${MOST_QUESTIONS} at most.`),
    ),
    typed: ticked,
    arranged: ticked,
  })
  .transform(({ deckId, count, typed, arranged, ...room }) =>
    toNewLive(room, { deckId, count, typed, arranged }),
  );

/** A room for a stored quiz, as its form sends it. */
export const quizRoomSchema = z
  .object({ ...roomShape, quizId: idSchema })
  .transform(({ quizId, ...room }) => toNewLive(room, { quizId }));

const FIELDS = [
  ...(Object.keys(roomShape) as (keyof typeof roomShape)[]),
  'count',
  'typed',
  'arranged',
] as const;

/** The fields of the form, as they came. */
export const roomFields = (form: FormData) =>
  Object.fromEntries(FIELDS.map((field) => [field, form.get(field)])) as Record<
    (typeof FIELDS)[number],
    unknown
  >;
