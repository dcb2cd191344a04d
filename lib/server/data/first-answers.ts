import 'server-only';
import type { FirstAnswers } from '@/lib/quiz/first-answers';
import type { QuizDeck } from '@/lib/server/data/quiz-sources';
import { db, joinSql, sql } from '@/lib/server/db';
import type { User } from '@/lib/server/user';

/**
 * The first answers to the accepted facts of decks, by the id of the fact: the person's own, however they were asked,
 * and to facts of their own decks also those that others gave in a quiz or in class. What was taken back does not
 * count; what was corrected counts as corrected.
 */
export const firstAnswers = async (
  user: User,
  decks: readonly QuizDeck[],
): Promise<Map<string, FirstAnswers>> => {
  if (decks.length === 0) return new Map();
  const idsOf = (chosen: readonly QuizDeck[]) =>
    joinSql(chosen.length === 0 ? [''] : chosen.map(({ id }) => id));
  const rows = await (
    await db()
  ).$queryRaw<{ factId: string; right: bigint | number; of: bigint | number }[]>(sql`
    SELECT "factId", COUNT(*) AS "of", SUM(CASE WHEN "rating" = 'again' THEN 0 ELSE 1 END) AS "right" FROM (
      SELECT r."factId",
        COALESCE(
          (SELECT c."rating" FROM "Review" c WHERE c."factId" = r."factId" AND c."corrects" = r."id"
            ORDER BY c."at" DESC, c."id" DESC LIMIT 1),
          r."rating") AS "rating",
        ROW_NUMBER() OVER (PARTITION BY r."factId", r."userId" ORDER BY r."at", r."id") AS "nth"
      FROM "Fact" f
      JOIN "Deck" d ON d."id" = f."deckId"
      JOIN "Review" r ON r."factId" = f."id"
      WHERE f."deckId" IN (${idsOf(decks)}) AND f."status" = 'accepted'
        AND (r."userId" = ${user.id}
          OR (d."userId" = ${user.id} AND r."mode" IN ('quiz', 'live')))
        AND r."undoes" IS NULL AND r."corrects" IS NULL
        AND NOT EXISTS (SELECT 1 FROM "Review" u WHERE u."undoes" = r."id")
    ) AS "firsts" WHERE "nth" = 1 GROUP BY "factId"`);
  return new Map(rows.map(({ factId, right, of }) => [factId, { right: Number(right), of: Number(of) }]));
};
