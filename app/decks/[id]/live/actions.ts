'use server';
import { randomUUID } from 'node:crypto';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { ANSWER_SECONDS, READ_SECONDS } from '@/lib/live/bounds';
import { liveOptionsSchema } from '@/lib/live/stored';
import { MOST_QUESTIONS } from '@/lib/quiz/most-questions';
import type { Refused } from '@/lib/refusal';
import { action } from '@/lib/server/action';
import { createLive } from '@/lib/server/data/live';

const number = (usual: number) =>
  z.unknown().transform((text) => (typeof text === 'string' && text.trim() !== '' ? Number(text) : usual));
const ticked = z.unknown().transform((value) => value !== null);
const lines = z
  .unknown()
  .transform((text) =>
    typeof text === 'string' ? text.split('\n').flatMap((line) => line.trim() || []) : [],
  );

const { shape } = liveOptionsSchema;
const liveSchema = z.object({
  deckId: z.string().min(1).max(64),
  count: number(10).pipe(
    z
      .int('A whole number, please.')
      .min(1, 'One question at least.')
      .max(MOST_QUESTIONS, `${MOST_QUESTIONS} at most.`),
  ),
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
});

const start = action(liveSchema, (user, { deckId, count, speed, draws, names, hidesQuestion, ...rest }) =>
  createLive(user, {
    deckId,
    count,
    options: { ...rest, speedShare: speed, names: draws ? names : [], showsQuestion: !hidesQuestion },
    seed: randomUUID(),
    random: Math.random,
    now: new Date(),
  }),
);

/** Opens a room for a deck and goes to it. Comes back only with a refusal. */
export async function startLiveAction(
  deckId: string,
  _before: Refused | null,
  form: FormData,
): Promise<Refused> {
  const fields = [
    'count',
    'pace',
    'readSeconds',
    'answerSeconds',
    'speed',
    'teams',
    'draws',
    'names',
    'hidesQuestion',
    'sound',
    'evidence',
  ] as const;
  const wish = Object.fromEntries(fields.map((field) => [field, form.get(field)])) as Record<
    (typeof fields)[number],
    unknown
  >;
  const answered = await start({ deckId, ...wish });
  if (!answered.ok) return answered;
  redirect(`/live/${answered.value}`);
}
