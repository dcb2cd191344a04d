import { z } from 'zod';
import { articleOriginSchema } from '@/lib/formats/origin-schema';
import { Refusal } from '@/lib/refusal';
import { answer } from '@/lib/server/action';
import { MOST_ARTICLE_BYTES, toArticleText } from '@/lib/server/article-text';
import { userOfRequest } from '@/lib/server/auth/session';
import { articleToUpdate, updateArticle, type UpdateCounts } from '@/lib/server/data/article-update';
import { readBody, refuseOtherOrigins, toResponse } from '@/lib/server/endpoint';
import { readArticle, toNewArticle } from '@/lib/server/read-article';
import { streamReading, type ReadingWork } from '@/lib/server/stream-reading';

const bodySchema = z.object({
  text: z.string(),
  source: z.string().trim().min(1).max(200),
  /** `null`: pasted; the article keeps its address. */
  origin: articleOriginSchema.nullable(),
  /** Of the text that the new one was compared with. */
  fromHash: z.string().max(100),
});

const openUpdate = async (request: Request, articleId: string): Promise<ReadingWork<UpdateCounts>> => {
  refuseOtherOrigins(request);
  const user = await userOfRequest(request);
  if (user === null) throw new Refusal('SIGNED_OUT');
  const { text, source, origin, fromHash } = await readBody(request, bodySchema, MOST_ARTICLE_BYTES);
  const before = await articleToUpdate(user, articleId);
  if (before.hash !== fromHash) throw new Refusal('STALE_ARTICLE');
  const pasted = before.origin === null ? null : { ...before.origin, fileHash: null };
  const article = toNewArticle({
    title: before.title,
    text: toArticleText(text),
    source,
    origin: origin ?? pasted,
  });
  return async (watch) => {
    const reading = await readArticle(article, 'best', watch);
    watch.signal.throwIfAborted();
    return updateArticle(user, articleId, { article, reading, fromHash, now: new Date() });
  };
};

/** Puts a later version in the place of an article's text, having read what is new in it; answers as reading does. */
export async function POST(
  request: Request,
  { params }: RouteContext<'/api/articles/[id]/update'>,
): Promise<Response> {
  const { id } = await params;
  const opened = await answer(() => openUpdate(request, id));
  return opened.ok ? streamReading(opened.value, request.signal) : toResponse(opened);
}
