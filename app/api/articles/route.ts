import { z } from 'zod';
import { AMOUNTS } from '@/lib/facts/amount';
import { Refusal } from '@/lib/refusal';
import { answer } from '@/lib/server/action';
import { currentUserOrVisitor } from '@/lib/server/auth/account';
import { addArticle, decksHolding, type DeckChoice } from '@/lib/server/data/articles';
import { deckOf } from '@/lib/server/data/decks';
import { articleOriginSchema } from '@/lib/formats/origin-schema';
import { MOST_ARTICLE_BYTES, toArticleText } from '@/lib/server/article-text';
import { readBody, refuseOtherOrigins, toResponse } from '@/lib/server/endpoint';
import { modelSettings } from '@/lib/server/model/settings';
import { readArticleFully, toNewArticle } from '@/lib/server/read-article';
import { streamReading, type ReadingWork } from '@/lib/server/stream-reading';
import { zoneSchema } from '@/lib/server/zone';

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

/** The deck that the article is in now, with what the language model did if it was asked; or the one that held it before. */
type Outcome =
  | { readonly name: 'added'; readonly deckId: string; readonly model: string | null }
  | { readonly name: 'known'; readonly deckId: string; readonly title: string };

/** Reads an article. Answers line by line in JSON: `{ progress }` as it goes on, at the end an `Answered`. */
export async function POST(request: Request): Promise<Response> {
  const opened = await answer(() => openReading(request));
  return opened.ok ? streamReading(opened.value, request.signal) : toResponse(opened);
}

/** What must be right before anything is made, a visitor's row included; the work itself is handed back. */
const openReading = async (request: Request): Promise<ReadingWork<Outcome>> => {
  refuseOtherOrigins(request);
  const body = await readBody(request, bodySchema, MOST_ARTICLE_BYTES);
  const text = toArticleText(body.text);
  const user = await currentUserOrVisitor(body.zone);
  const deck: DeckChoice = body.deck;
  if (deck.name === 'existing') await deckOf(user, deck.id);
  const article = toNewArticle({ ...body, text });
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
