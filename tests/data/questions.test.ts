import { expect, test } from 'vitest';
import { factsOf, setFactStatus } from '@/lib/server/data/facts';
import { editQuestion, keepQuestion } from '@/lib/server/data/question-edits';
import { onEveryDatabase } from '../support/databases';
import { newDeck } from '../support/decks';
import { newMember } from '../support/people';

const made = async () => {
  const user = await newMember();
  const { deckId, factIds } = await newDeck(user);
  const [fact] = await factsOf(user, deckId);
  const [cloze, choice] = fact?.questions ?? [];
  if (cloze === undefined || choice === undefined) throw new Error('the deck has no questions');
  return { user, deckId, factId: factIds[0] ?? '', cloze, choice };
};

onEveryDatabase(() => {
  test('a question is removed and brought back with the status of its fact', async () => {
    const { user, factId, cloze } = await made();
    expect(await keepQuestion(user, cloze.id, false)).toBe('rejected');
    expect(await keepQuestion(user, cloze.id, true)).toBe('accepted');
    await setFactStatus(user, factId, 'proposed');
    await keepQuestion(user, cloze.id, false);
    expect(await keepQuestion(user, cloze.id, true)).toBe('proposed');
  });

  test('an edit is stored tidy, as an edit, and no longer as checked by code', async () => {
    const { user, deckId, cloze } = await made();
    const edit = { prompt: ' Tower 1 opened in _____ [year]. ', answer: ' 1801 ', others: [] };
    const edited = await editQuestion(user, cloze.id, edit);
    expect(edited).toMatchObject({ prompt: 'Tower 1 opened in _____ [year].', answer: '1801' });
    expect(edited).toMatchObject({ origin: 'edited', checks: [], status: 'accepted' });
    const [fact] = await factsOf(user, deckId);
    expect(fact?.questions[0]).toEqual(edited);
  });

  test('edited options keep the place of the answer and the facts of what stayed', async () => {
    const { user, choice } = await made();
    const [, second, third] = choice.options.map((option) => option.text);
    const others = [second ?? '', third ?? '', '1999'];
    const edit = { prompt: choice.prompt, answer: 'in 1801', others };
    const { options } = await editQuestion(user, choice.id, edit);
    expect(options.map((option) => option.text)).toEqual(['in 1801', ...others]);
    expect(options[0]?.factId).toBe(choice.factId);
  });

  test('an edit that breaks a rule is refused and changes nothing', async () => {
    const { user, deckId, cloze, choice } = await made();
    const refused = { code: 'INVALID' };
    const { prompt, answer } = choice;
    const edits = [
      editQuestion(user, cloze.id, { prompt: 'No gap.', answer, others: [] }),
      editQuestion(user, cloze.id, { prompt: '1801 was _____.', answer, others: [] }),
      editQuestion(user, choice.id, { prompt, answer, others: ['1802'] }),
      editQuestion(user, choice.id, { prompt, answer, others: ['1802', ' 1802 '] }),
      editQuestion(user, choice.id, { prompt, answer, others: ['1802', '1801'] }),
    ];
    for (const edit of edits) await expect(edit).rejects.toMatchObject(refused);
    expect((await factsOf(user, deckId))[0]?.questions).toEqual([cloze, choice]);
  });

  test("someone else's question is not found", async () => {
    const { user, deckId, cloze } = await made();
    const bob = await newMember();
    const edit = { prompt: 'Mine: _____', answer: 'x', others: [] };
    await expect(editQuestion(bob, cloze.id, edit)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(keepQuestion(bob, cloze.id, false)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await factsOf(user, deckId))[0]?.questions[0]).toEqual(cloze);
  });
});
