import { expect, test } from 'vitest';
import { USUAL_SETTINGS, type QuizSettings } from '@/lib/quiz/settings';
import { quizOffer, startQuiz } from '@/lib/server/data/quizzes';
import { db } from '@/lib/server/db';
import { paperOf } from '../support/assignments';
import { onEveryDatabase } from '../support/databases';
import { newDeck } from '../support/decks';
import { newMember } from '../support/people';

onEveryDatabase(() => {
  test('a quiz asks of the articles and kinds of fact that were chosen, and of no others', async () => {
    const user = await newMember();
    const { deckId, articleId, factIds } = await newDeck(user, 6);
    const database = await db();
    const other = await database.article.create({
      data: { deckId, title: 'Gates', text: 'None.', source: 'pasted', hash: 'gates', language: 'en' },
    });
    // Of six facts two are of the other article, and two others of another kind.
    await database.fact.updateMany({
      where: { id: { in: factIds.slice(0, 2) } },
      data: { articleId: other.id },
    });
    await database.fact.updateMany({
      where: { id: { in: factIds.slice(2, 4) } },
      data: { kind: 'quantity' },
    });
    expect(await quizOffer(user, deckId)).toMatchObject({
      available: 6,
      articles: [
        { id: articleId, title: 'Towers' },
        { id: other.id, title: 'Gates' },
      ],
      kinds: ['when', 'quantity'],
    });
    const asked = async (chosen: Partial<QuizSettings>) => {
      const settings = { ...USUAL_SETTINGS, ...chosen };
      const id = await startQuiz(user, { deckId, settings, seed: 'a', now: new Date() });
      return (await paperOf(id)).map(({ factId }) => factId).sort();
    };
    const sorted = (from: number, to?: number) => [...factIds.slice(from, to)].sort();
    expect(await asked({})).toEqual(sorted(0));
    expect(await asked({ articleIds: [other.id] })).toEqual(sorted(0, 2));
    expect(await asked({ kinds: ['quantity'] })).toEqual(sorted(2, 4));
    expect(await asked({ articleIds: [articleId], kinds: ['when'] })).toEqual(sorted(4));
    await expect(asked({ articleIds: [other.id], kinds: ['quantity'] })).rejects.toMatchObject({
      code: 'NO_QUESTIONS',
    });
  });
});
