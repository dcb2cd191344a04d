/** A study set as JSON of our own: all that Quizwright knows of it, for another Quizwright. docs/formats.md says what is in it. */
import { z } from 'zod';
import { questionFormSchema, ratingSchema } from '@/lib/model';
import type { ReadSet, StudySet, Written } from './study-set';
import { UnreadableFile } from './unreadable-file';

const FORMAT = 'quizwright-deck';
const VERSION = 1;

const optionSchema = z.object({ text: z.string(), feedback: z.string().nullable() });
const questionSchema = z.object({
  form: questionFormSchema,
  prompt: z.string().min(1),
  context: z.string().nullable(),
  answer: z.string().min(1),
  options: z.array(optionSchema),
});
const instantSchema = z.iso.datetime().transform((text) => new Date(text));
const memorySchema = z.object({
  stability: z.number().positive(),
  difficulty: z.number(),
  due: instantSchema,
  lastReview: instantSchema,
  phase: z.enum(['learning', 'review', 'relearning']),
  scheduledDays: z.int().min(0),
  reps: z.int().min(0),
  lapses: z.int().min(0),
});
const reviewSchema = z.object({
  at: instantSchema,
  rating: ratingSchema,
  practice: z.boolean(),
  elapsedMs: z.int().min(0).nullable(),
  days: z.int().min(0).nullable(),
});
const cardSchema = z.object({
  id: z.string(),
  questions: z.array(questionSchema).min(1),
  proof: z.string().nullable(),
  source: z.string().nullable(),
  extra: z.string().nullable(),
  tags: z.array(z.string()),
  suspended: z.boolean(),
  memory: memorySchema.nullable(),
  reviews: z.array(reviewSchema),
});
const deckSchema = z.object({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  title: z.string(),
  cards: z.array(z.unknown()),
  media: z.array(z.object({ name: z.string(), base64: z.base64() })),
});

const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const fromBase64 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));

export const writeDeckJson = ({ title, cards, media }: StudySet): Written => {
  const deck = {
    format: FORMAT,
    version: VERSION,
    title,
    cards,
    media: media.map(({ name, bytes }) => ({ name, base64: toBase64(bytes) })),
  };
  return { bytes: new TextEncoder().encode(`${JSON.stringify(deck, null, 1)}\n`), leftOut: [] };
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new UnreadableFile('This is not JSON: it breaks off, or something in it is misspelt.');
  }
};

const headSchema = z.object({ format: z.string(), version: z.number() });

/** @throws UnreadableFile where it is not a deck of ours, or of a version that is newer than this program. */
export const readDeckJson = (text: string): ReadSet => {
  const value = parseJson(text);
  const head = headSchema.safeParse(value);
  if (!head.success || head.data.format !== FORMAT) {
    throw new UnreadableFile(
      head.data?.format === 'quizwright-export'
        ? 'This file holds all data of an account. Bring it in on the account page.'
        : 'This JSON is not a deck that Quizwright has written.',
    );
  }
  if (head.data.version !== VERSION) {
    throw new UnreadableFile('This deck was written by a newer Quizwright. Bring this one up to date first.');
  }
  const deck = deckSchema.safeParse(value);
  if (!deck.success) throw new UnreadableFile('This deck is damaged: a part that every deck has is missing.');
  const read = deck.data.cards.map((card) => cardSchema.safeParse(card));
  return {
    set: {
      title: deck.data.title,
      cards: read.flatMap((card) => (card.success ? [card.data] : [])),
      media: deck.data.media.map(({ name, base64 }) => ({ name, bytes: fromBase64(base64) })),
    },
    problems: read.flatMap((card, index) =>
      card.success
        ? []
        : [
            {
              where: `Card ${index + 1}`,
              words: `It is damaged at ${card.error.issues[0]?.path.join('.') ?? 'a place'}.`,
            },
          ],
    ),
  };
};
