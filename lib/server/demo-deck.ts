import 'server-only';
import { DEMO_ARTICLE } from '@/lib/formats/demo-article';
import { addArticle, decksHolding } from '@/lib/server/data/articles';
import { readArticle, toNewArticle } from '@/lib/server/read-article';
import type { User } from '@/lib/server/user';

/** Adds the deck that we wrote ourselves, or finds it where the person has it already. @returns its id. */
export const addDemoDeck = async (user: User): Promise<string> => {
  const title = DEMO_ARTICLE.title ?? 'Demo';
  const article = toNewArticle({ title, text: DEMO_ARTICLE.text, source: 'written for Quizwright' });
  const [known] = await decksHolding(user, article.hash);
  if (known !== undefined) return known.id;
  const watch = { onProgress: () => undefined, signal: new AbortController().signal };
  return addArticle(user, { name: 'new', title }, article, await readArticle(article, 'all', watch));
};
