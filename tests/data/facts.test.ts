import { expect, test } from 'vitest';
import type { FactWithQuestions } from '@/lib/model';
import { acceptProposed, factsOf, setFactStatus } from '@/lib/server/data/facts';
import { addCard } from '@/lib/server/data/own-cards';
import { keepQuestion } from '@/lib/server/data/question-edits';
import type { User } from '@/lib/server/user';
import { onEveryDatabase } from '../support/databases';
import { newDeck } from '../support/decks';
import { newMember } from '../support/people';

const statuses = (fact: FactWithQuestions | undefined) => [
  fact?.status,
  ...(fact?.questions ?? []).map((question) => question.status),
];

/** A deck whose first fact is proposed, its choice question removed. */
const proposedDeck = async (user: User) => {
  const made = await newDeck(user);
  const [factId = ''] = made.factIds;
  await setFactStatus(user, factId, 'proposed');
  const [fact] = await factsOf(user, made.deckId);
  const [cloze, choice] = fact?.questions ?? [];
  await keepQuestion(user, choice?.id ?? '', false);
  return { ...made, factId, clozeId: cloze?.id ?? '', choiceId: choice?.id ?? '' };
};

onEveryDatabase(() => {
  test('facts come in the order of the text, the cloze before the choice', async () => {
    const ann = await newMember();
    const { deckId, factIds } = await newDeck(ann);
    const facts = await factsOf(ann, deckId);
    expect(facts.map(({ id }) => id)).toEqual(factIds);
    expect(facts[0]?.questions.map(({ form }) => form)).toEqual(['cloze', 'choice']);
  });

  test('accepting a fact accepts its proposed questions, but none that was removed', async () => {
    const ann = await newMember();
    const { deckId, factId } = await proposedDeck(ann);
    expect(statuses((await factsOf(ann, deckId))[0])).toEqual(['proposed', 'proposed', 'rejected']);
    await setFactStatus(ann, factId, 'accepted');
    expect(statuses((await factsOf(ann, deckId))[0])).toEqual(['accepted', 'accepted', 'rejected']);
    await setFactStatus(ann, factId, 'rejected');
    expect(statuses((await factsOf(ann, deckId))[0])).toEqual(['rejected', 'proposed', 'rejected']);
  });

  test('keeping all that are proposed leaves what was left out', async () => {
    const ann = await newMember();
    const { deckId, factIds } = await proposedDeck(ann);
    await setFactStatus(ann, factIds[1] ?? '', 'rejected');
    expect(await acceptProposed(ann, deckId)).toBe(1);
    const facts = await factsOf(ann, deckId);
    expect(statuses(facts[0])).toEqual(['accepted', 'accepted', 'rejected']);
    expect(facts[1]?.status).toBe('rejected');
    expect(await acceptProposed(ann, deckId)).toBe(0);
  });

  test('a card of my own is kept at once; on a sentence it carries that sentence as its proof', async () => {
    const ann = await newMember();
    const { deckId, articleId } = await newDeck(ann);
    const plain = await addCard(ann, deckId, { front: 'How many?', back: 'four', proof: null });
    expect(statuses(plain)).toEqual(['accepted', 'accepted']);
    expect(plain.span).toBeNull();
    const span = { start: 0, end: 33 };
    const card = { front: 'When was the first?', back: '1801', proof: { articleId, span } };
    const proved = await addCard(ann, deckId, card);
    expect(proved.statement).toBe('Tower number 1 was opened in 1801');
    expect(proved.answerSpan).toEqual({ start: 29, end: 33 });
    const facts = await factsOf(ann, deckId);
    expect(facts.map(({ id }) => id)).toContain(proved.id);
    expect(facts.at(-1)?.id).toBe(plain.id);
  });

  test('a proof outside the text or in another article is refused', async () => {
    const [ann, bob] = [await newMember(), await newMember()];
    const { deckId, articleId } = await newDeck(ann);
    const other = await newDeck(ann);
    const theirs = await newDeck(bob);
    const add = (id: string, start: number, end: number) =>
      addCard(ann, deckId, { front: 'a', back: 'b', proof: { articleId: id, span: { start, end } } });
    await expect(add(articleId, 0, 100_000)).rejects.toMatchObject({ code: 'INVALID' });
    await expect(add(articleId, 5, 5)).rejects.toMatchObject({ code: 'INVALID' });
    await expect(add(other.articleId, 0, 5)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(add(theirs.articleId, 0, 5)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test("someone else's facts are not found", async () => {
    const [ann, bob] = [await newMember(), await newMember()];
    const { deckId, factId } = await proposedDeck(ann);
    const notFound = { code: 'NOT_FOUND' };
    await expect(factsOf(bob, deckId)).rejects.toMatchObject(notFound);
    await expect(setFactStatus(bob, factId, 'accepted')).rejects.toMatchObject(notFound);
    await expect(acceptProposed(bob, deckId)).rejects.toMatchObject(notFound);
    await expect(addCard(bob, deckId, { front: 'a', back: 'b', proof: null })).rejects.toMatchObject(
      notFound,
    );
    expect(statuses((await factsOf(ann, deckId))[0])).toEqual(['proposed', 'proposed', 'rejected']);
    expect(await factsOf(ann, deckId)).toHaveLength(4);
  });
});
