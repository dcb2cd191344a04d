import { expect, test } from 'vitest';
import { USUAL_SETTINGS } from '@/lib/quiz/settings';
import { printedQuiz } from '@/lib/server/data/quiz-print';
import { startQuiz } from '@/lib/server/data/quizzes';
import { db } from '@/lib/server/db';
import { onEveryDatabase } from '../support/databases';
import { newDeck } from '../support/decks';
import { newMember } from '../support/people';

const NOW = new Date('2026-11-24T08:00:00Z');

onEveryDatabase(() => {
  test('versions of a printed quiz ask for the same facts in other orders, the same each time', async () => {
    const user = await newMember();
    const { deckId } = await newDeck(user, 12);
    const settings = { ...USUAL_SETTINGS, count: 8 };
    const attempt = await startQuiz(user, { deckId, settings, seed: 'mine', now: NOW });
    const { quizId } = await (await db()).attempt.findUniqueOrThrow({ where: { id: attempt } });
    const printed = await printedQuiz(user, quizId, 3);
    expect(printed.papers.map(({ version }) => version)).toEqual(['A', 'B', 'C']);
    const facts = printed.papers.map(({ items }) => items.map(({ factId }) => factId));
    expect(facts[0]).toHaveLength(8);
    for (const other of facts.slice(1)) {
      expect([...other].sort()).toEqual([...(facts[0] ?? [])].sort());
      expect(other).not.toEqual(facts[0]);
    }
    for (const { answer, options } of printed.papers.flatMap(({ items }) => items))
      if (options.length > 0) expect(options.map(({ text }) => text)).toContain(answer);
    expect((await printedQuiz(user, quizId, 3)).papers).toEqual(printed.papers);
    await expect(printedQuiz(await newMember(), quizId, 1)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
