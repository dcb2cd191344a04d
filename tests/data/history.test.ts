import { expect, test } from 'vitest';
import { attemptHistory, latestScores, openAttempts } from '@/lib/server/data/history';
import { onEveryDatabase } from '../support/databases';
import { newDeck } from '../support/decks';
import { newMember } from '../support/people';
import { newAttempt } from '../support/rows';

const at = (minute: number): Date => new Date(Date.UTC(2026, 2, 1, 12, minute));

onEveryDatabase(() => {
  test('the history is newest first, in pages without a gap or a repeat, ties included', async () => {
    const user = await newMember();
    const { deckId } = await newDeck(user);
    const made: string[] = [];
    // Three of them in the same millisecond, across the border of a page.
    for (const minute of [1, 2, 3, 3, 3, 4, 5]) made.push(await newAttempt(user, deckId, at(minute)));
    const seen: string[] = [];
    let before: string | null = null;
    do {
      const page = await attemptHistory(user, { limit: 3, before });
      expect(page.attempts.length).toBeLessThanOrEqual(3);
      seen.push(...page.attempts.map(({ id }) => id));
      before = page.older;
    } while (before !== null);
    expect([...seen].sort()).toEqual([...made].sort());
    expect(seen[0]).toBe(made.at(-1));
    expect(seen.at(-1)).toBe(made[0]);
  });

  test('a quiz has its deck, score and times; a malformed place gives the first page', async () => {
    const user = await newMember();
    const { deckId } = await newDeck(user);
    const id = await newAttempt(user, deckId, at(10), 3);
    const expected = {
      id,
      deckTitle: 'Towers',
      right: 3,
      of: 4,
      percent: 75,
      finishedAt: at(10),
      startedAt: new Date(at(10).getTime() - 90_000),
    };
    for (const before of [null, '', 'x', '1.', '-1.a', "1.' OR 1=1"]) {
      expect(await attemptHistory(user, { limit: 3, before })).toEqual({ attempts: [expected], older: null });
    }
    expect(await latestScores(user, 1)).toEqual([expected]);
  });

  test('what is open stands apart', async () => {
    const user = await newMember();
    const { deckId } = await newDeck(user);
    const id = await newAttempt(user, deckId, null);
    expect((await attemptHistory(user, { limit: 3, before: null })).attempts).toEqual([]);
    expect(await openAttempts(user)).toMatchObject([{ id, answered: 1, of: 4, deckTitle: 'Towers' }]);
  });

  test("someone else's quizzes are in nobody's history", async () => {
    const [user, other] = [await newMember(), await newMember()];
    const { deckId } = await newDeck(other);
    await newAttempt(other, deckId, at(1));
    await newAttempt(other, deckId, null);
    expect(await attemptHistory(user, { limit: 9, before: null })).toEqual({ attempts: [], older: null });
    expect(await latestScores(user, 9)).toEqual([]);
    expect(await openAttempts(user)).toEqual([]);
  });

  test('the latest scores are the last ones, oldest first', async () => {
    const user = await newMember();
    const { deckId } = await newDeck(user);
    for (const minute of [1, 2, 3]) await newAttempt(user, deckId, at(minute), minute);
    expect((await latestScores(user, 2)).map(({ right }) => right)).toEqual([2, 3]);
  });
});
