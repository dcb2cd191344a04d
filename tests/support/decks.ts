import { db } from '@/lib/server/db';
import type { User } from '@/lib/server/user';

export type MadeDeck = {
  readonly deckId: string;
  readonly articleId: string;
  readonly factIds: readonly string[];
};

/** A deck of `user` with one article of `count` sentences, each an accepted fact with a cloze and a choice question. */
export const newDeck = async (user: User, count = 4, title = 'Towers'): Promise<MadeDeck> => {
  const years = Array.from({ length: count }, (_, index) => 1801 + index * 7);
  const statements = years.map((year, index) => `Tower number ${index + 1} was opened in ${year}.`);
  const text = statements.join(' ');
  const database = await db();
  const deck = await database.deck.create({ data: { userId: user.id, title } });
  const article = await database.article.create({
    data: { deckId: deck.id, title, text, source: 'pasted', hash: `hash-${deck.id}`, language: 'en' },
  });
  const factIds: string[] = [];
  for (const [index, statement] of statements.entries()) {
    const year = String(years[index]);
    const start = text.indexOf(statement);
    const answerStart = start + statement.indexOf(year);
    const fact = await database.fact.create({
      data: {
        deckId: deck.id,
        articleId: article.id,
        kind: 'when',
        answerType: 'year',
        statement,
        start,
        end: start + statement.length,
        answerStart,
        answerEnd: answerStart + year.length,
        salience: 1 - index / 10,
        status: 'accepted',
        position: index,
      },
    });
    factIds.push(fact.id);
    const question = { factId: fact.id, context: null, answer: year, checks: ['span'], status: 'accepted' };
    const distractors = [1, 2, 3].map((step) => ({ text: String(Number(year) + step * 3), factId: null }));
    await database.question.createMany({
      data: [
        { ...question, form: 'cloze', prompt: statement.replace(year, '_____ [year]'), options: [] },
        {
          ...question,
          form: 'choice',
          prompt: statement.replace(year, '_____'),
          options: [{ text: year, factId: fact.id }, ...distractors],
        },
      ],
    });
  }
  return { deckId: deck.id, articleId: article.id, factIds };
};
