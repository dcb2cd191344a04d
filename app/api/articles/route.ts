import { z } from 'zod';
import { AMOUNTS } from '@/lib/facts/amount';
import { checkText, type TextRefusal } from '@/lib/formats/read-text';
import { Refusal, type Answered, type RefusalCode } from '@/lib/refusal';
import { answer } from '@/lib/server/action';
import { currentUserOrVisitor } from '@/lib/server/auth/account';
import { addArticle, decksHolding, type DeckChoice } from '@/lib/server/data/articles';
import { deckOf } from '@/lib/server/data/decks';
import { articleOriginSchema } from '@/lib/formats/origin-schema';
import { readBody, refuseOtherOrigins, toResponse } from '@/lib/server/endpoint';
import { logFailure } from '@/lib/server/log';
import { modelSettings } from '@/lib/server/model/settings';
import { readArticleFully, toNewArticle, type ReadingWatch } from '@/lib/server/read-article';
import { zoneSchema } from '@/lib/server/zone';

const MOST_BYTES = 4 * 1024 * 1024;

const MOST_TITLE = 200;

const bodySchema = z.object({
  title: z.string().trim().min(1, 'Give the article a title.').max(MOST_TITLE),
  text: z.string(),
  source: z.string().trim().min(1).max(MOST_TITLE),
  origin: articleOriginSchema.nullable().default(null),
  deck: z.discriminatedUnion('name', [
    z.object({ name: z.literal('existing'), id: z.string().min(1).max(100) }),
    z.object({ name: z.literal('new'), title: z.string().trim().min(1).max(MOST_TITLE) }),
  ]),
  amount: z.enum(AMOUNTS),
  /** Go on although another deck holds this text. */
  again: z.boolean(),
  /** Let the language model propose more, where there is one. */
  model: z.boolean().default(false),
  zone: zoneSchema.catch('UTC'),
});

const TEXT_REFUSALS: Readonly<Record<TextRefusal, RefusalCode>> = {
  empty: 'EMPTY_TEXT',
  binary: 'BINARY_TEXT',
  'too-long': 'TOO_LONG',
};

/** The deck that the article is in now, with what the language model did if it was asked; or the one that held it before. */
type Outcome =
  | { readonly name: 'added'; readonly deckId: string; readonly model: string | null }
  | { readonly name: 'known'; readonly deckId: string; readonly title: string };

/** Reads an article. Answers line by line in JSON: `{ progress }` as it goes on, at the end an `Answered`. */
export async function POST(request: Request): Promise<Response> {
  const opened = await answer(() => openReading(request));
  return opened.ok ? streamReading(opened.value, request.signal) : toResponse(opened);
}

type Work = (watch: ReadingWatch) => Promise<Outcome>;

/** What must be right before anything is made, a visitor's row included; the work itself is handed back. */
const openReading = async (request: Request): Promise<Work> => {
  refuseOtherOrigins(request);
  const body = await readBody(request, bodySchema, MOST_BYTES);
  const checked = checkText(body.text);
  if (!checked.ok) throw new Refusal(TEXT_REFUSALS[checked.code]);
  const user = await currentUserOrVisitor(body.zone);
  const deck: DeckChoice = body.deck;
  if (deck.name === 'existing') await deckOf(user, deck.id);
  const article = toNewArticle({ ...body, text: checked.text.trim() });
  const holding = await decksHolding(user, article.hash);
  if (deck.name === 'existing' && holding.some(({ id }) => id === deck.id)) throw new Refusal('SAME_ARTICLE');
  // A visitor costs nothing here: tokens are for those who have an account.
  const settings = body.model && user.email !== null ? modelSettings() : null;
  const known = body.again ? undefined : holding[0];
  return async (watch) => {
    if (known !== undefined) return { name: 'known', deckId: known.id, title: known.title };
    const wish = { amount: body.amount, settings };
    const { reading, words } = await readArticleFully(article, wish, watch);
    watch.signal.throwIfAborted();
    return { name: 'added', deckId: await addArticle(user, deck, article, reading), model: words };
  };
};

const streamReading = (work: Work, gone: AbortSignal): Response => {
  const cancelled = new AbortController();
  const signal = AbortSignal.any([gone, cancelled.signal]);
  const encoder = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => {
      const send = (line: { progress: number } | Answered<Outcome>): void => {
        if (!signal.aborted) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      };
      const run = async (): Promise<void> => {
        const watch = {
          signal,
          onProgress: (progress: number) => {
            send({ progress });
          },
        };
        // Whoever cancelled waits for no answer, and an abort is no failure to be logged.
        const done = await answer(() => work(watch).catch(unlessAborted(signal)));
        send(done);
        if (!cancelled.signal.aborted) controller.close();
      };
      run().catch(logFailure);
    },
    cancel: () => {
      cancelled.abort();
    },
  });
  return new Response(stream, {
    headers: {
      'content-type': 'application/x-ndjson; charset=utf-8',
      // Compressed, the lines would wait for each other.
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  });
};

const unlessAborted =
  (signal: AbortSignal) =>
  (error: unknown): never => {
    if (signal.aborted) throw new Refusal('FAILED');
    throw error;
  };
