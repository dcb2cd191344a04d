import { z } from 'zod';
import { toComparison } from '@/lib/facts/comparison';
import { findClutter, removeSpans } from '@/lib/formats/clutter';
import { detectLanguage } from '@/lib/language/language-guess';
import { Refusal } from '@/lib/refusal';
import { answer } from '@/lib/server/action';
import { MOST_ARTICLE_BYTES, toArticleText } from '@/lib/server/article-text';
import { userOfRequest } from '@/lib/server/auth/session';
import { articleToUpdate, changesTo, factPlaces } from '@/lib/server/data/article-update';
import { readBody, refuseOtherOrigins, toResponse } from '@/lib/server/endpoint';

const bodySchema = z.object({
  text: z.string(),
  /** Take out captions and the like first, but for lines that the article has. */
  tidy: z.boolean(),
});

/** Without the clutter of its page, as an article that is new would be; what the old text kept stays. */
const tidied = (text: string, before: string): string => {
  const kept = new Set(before.split('\n').map((line) => line.trim()));
  const spans = findClutter(text).map(({ span }) => span);
  return removeSpans(
    text,
    spans.filter(({ start, end }) => !kept.has(text.slice(start, end).trim())),
  );
};

/** What would change if a text took the place of the article's. Nothing is written. */
export async function POST(
  request: Request,
  { params }: RouteContext<'/api/articles/[id]/comparison'>,
): Promise<Response> {
  return toResponse(
    await answer(async () => {
      refuseOtherOrigins(request);
      const user = await userOfRequest(request);
      if (user === null) throw new Refusal('SIGNED_OUT');
      const body = await readBody(request, bodySchema, MOST_ARTICLE_BYTES);
      const article = await articleToUpdate(user, (await params).id);
      const clean = toArticleText(body.text);
      const text = body.tidy ? toArticleText(tidied(clean, article.text)) : clean;
      const changes = changesTo(article, { text, language: detectLanguage(text) });
      const facts = await factPlaces(user, article.id);
      return {
        text,
        fromHash: article.hash,
        isEqual: text === article.text,
        ...toComparison(article.text, text, changes, facts),
      };
    }),
  );
}
