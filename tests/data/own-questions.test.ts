import { expect, test } from 'vitest';
import { db } from '@/lib/server/db';
import { articlesOf } from '@/lib/server/data/articles';
import { factsOf } from '@/lib/server/data/facts';
import { askAboutSentence, type SentenceQuestion } from '@/lib/server/data/own-questions';
import { onEveryDatabase } from '../support/databases';
import { newDeck } from '../support/decks';
import { newMember } from '../support/people';

const SENTENCE = 'Tower number 1 was opened in 1801.';
/** "1801" in the first sentence of the deck that `newDeck` makes. */
const ask = (articleId: string, changes: Partial<SentenceQuestion> = {}): SentenceQuestion => ({
  articleId,
  span: { start: 0, end: SENTENCE.length },
  answerSpan: { start: 29, end: 33 },
  prompt: 'Tower number 1 was opened in _____.',
  ...changes,
});

onEveryDatabase(() => {
  test('a sentence becomes a fact that is kept, with its cloze', async () => {
    const ann = await newMember();
    const { deckId, articleId } = await newDeck(ann);
    const made = await askAboutSentence(ann, ask(articleId));
    expect(made).toMatchObject({
      kind: 'statement',
      statement: SENTENCE,
      span: { start: 0, end: 34 },
      answerSpan: { start: 29, end: 33 },
      status: 'accepted',
      confidence: null,
      leans: [],
      questions: [{ form: 'cloze', answer: '1801', origin: 'user', status: 'accepted', checks: [] }],
    });
    const stored = (await factsOf(ann, deckId)).find(({ id }) => id === made.id);
    expect(stored).toEqual(made);
  });

  test('a question without a gap is asked in words', async () => {
    const ann = await newMember();
    const { articleId } = await newDeck(ann);
    const { questions } = await askAboutSentence(ann, ask(articleId, { prompt: 'When did tower 1 open?' }));
    expect(questions).toMatchObject([{ form: 'basic', prompt: 'When did tower 1 open?', answer: '1801' }]);
  });

  test('nothing is stored where the sentence, the answer or the question does not hold', async () => {
    const ann = await newMember();
    const { deckId, articleId } = await newDeck(ann);
    const [article] = await articlesOf(ann, deckId);
    const length = article?.text.length ?? 0;
    const wrong: Partial<SentenceQuestion>[] = [
      { span: { start: 0, end: length + 1 } },
      { answerSpan: { start: 29, end: 60 } },
      { span: { start: 5, end: 34 }, answerSpan: { start: 0, end: 4 } },
      { answerSpan: { start: 0, end: SENTENCE.length } },
      { answerSpan: { start: 29, end: 29 } },
      { answerSpan: { start: 28, end: 33 } },
      { prompt: '_____ and _____' },
      { prompt: 'In 1801 it was _____.' },
      { prompt: '  ' },
    ];
    for (const changes of wrong) {
      await expect(askAboutSentence(ann, ask(articleId, changes))).rejects.toMatchObject({ code: 'INVALID' });
    }
    expect(await factsOf(ann, deckId)).toHaveLength(4);
  });

  test("someone else's article is not found", async () => {
    const [ann, bob] = [await newMember(), await newMember()];
    const { articleId } = await newDeck(ann);
    await expect(askAboutSentence(bob, ask(articleId))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('rows from before certificates, leans and refusals were kept are read', async () => {
    const ann = await newMember();
    const { deckId, articleId } = await newDeck(ann);
    const database = await db();
    const row = { confidence: true, leans: true, article: { select: { leftOut: true } } } as const;
    expect(await database.fact.findFirst({ where: { articleId }, select: row })).toEqual({
      confidence: null,
      leans: null,
      article: { leftOut: null },
    });
    const [fact] = await factsOf(ann, deckId);
    expect(fact).toMatchObject({ confidence: null, leans: [] });
    expect(fact?.questions.map(({ checks }) => checks)).toEqual([[], []]);
    expect((await articlesOf(ann, deckId))[0]?.leftOut).toEqual([]);
  });
});
