import { expect, test } from 'vitest';
import { deleteDeck } from '@/lib/server/data/decks';
import { factsOf } from '@/lib/server/data/facts';
import { addCard } from '@/lib/server/data/own-cards';
import { editQuestion } from '@/lib/server/data/question-edits';
import { onEveryDatabase } from '../support/databases';
import { newDeck } from '../support/decks';
import { newMember } from '../support/people';
import { countRows, rowsEverywhere } from '../support/rows';

onEveryDatabase(() => {
  test('a deck takes its articles, facts, questions, memories and reviews along when it is deleted', async () => {
    const bob = await newMember();
    await rowsEverywhere(bob);
    const before = await countRows();
    const ann = await newMember();
    const { deckId } = await rowsEverywhere(ann);
    await deleteDeck(ann, deckId);
    const { decks, articles, facts, questions, memories, reviews } = await countRows();
    expect({ decks, articles, facts, questions, memories, reviews }).toEqual({
      decks: before.decks,
      articles: before.articles,
      facts: before.facts,
      questions: before.questions,
      memories: before.memories,
      reviews: before.reviews,
    });
  });

  test('a card of my own stays my own when it is edited', async () => {
    const ann = await newMember();
    const { deckId } = await newDeck(ann);
    const { questions } = await addCard(ann, deckId, { front: 'How many?', back: 'four', proof: null });
    const edit = { prompt: 'How many towers?', answer: 'four', others: [] };
    const edited = await editQuestion(ann, questions[0]?.id ?? '', edit);
    expect(edited).toMatchObject({ origin: 'user', prompt: 'How many towers?' });
  });

  test("what someone else tries to add to a deck's facts does not arrive", async () => {
    const [ann, bob] = [await newMember(), await newMember()];
    const { deckId, articleId } = await newDeck(ann);
    const theirs = await newDeck(bob);
    const before = await factsOf(ann, deckId);
    const proof = { articleId, span: { start: 0, end: 33 } };
    const card = { front: 'When?', back: '1801', proof };
    await expect(addCard(bob, deckId, card)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(addCard(bob, theirs.deckId, card)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await factsOf(ann, deckId)).toEqual(before);
    expect(await factsOf(bob, theirs.deckId)).toHaveLength(4);
  });
});
