import { createHash, randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { askArticle } from '@/lib/questions/article-questions';
import { addArticle, articlesOf, type NewArticle } from '@/lib/server/data/articles';
import { updateArticle } from '@/lib/server/data/article-update';
import { dueByDeck } from '@/lib/server/data/due';
import { nextCards } from '@/lib/server/data/due-cards';
import { acceptProposed, factsOf, setFactStatus } from '@/lib/server/data/facts';
import { addCard } from '@/lib/server/data/own-cards';
import { editQuestion } from '@/lib/server/data/question-edits';
import { replayUser } from '@/lib/server/data/replay';
import { recordReview } from '@/lib/server/data/reviews';
import { db } from '@/lib/server/db';
import type { User } from '@/lib/server/user';
import { onEveryDatabase } from '../support/databases';
import { parser } from '../support/english-parser';
import { newMember } from '../support/people';

const NOON = new Date('2026-03-01T12:00:00Z');
const DAY = 86_400_000;
const later = (days: number): Date => new Date(NOON.getTime() + days * DAY);

const SENTENCES = [
  'The Hartwell Bridge was opened in 1937 by the engineer Maria Lindgren.',
  'The Norwick Tunnel is 4 kilometres long.',
  'Paul Ostrander restored the Hartwell Bridge in 1988.',
  'In 1962 the Hartwell Company sold the Hartwell Bridge to the city of Norwick.',
];
const NEW = 'The Hartwell Museum was founded in 1988.';

const articleOf = (sentences: readonly string[]): NewArticle => {
  const text = sentences.join(' ');
  const hash = createHash('sha256').update(text).digest('hex');
  return { title: 'Hartwell Bridge', text, source: 'pasted', language: 'en', hash };
};
const readingOf = (article: NewArticle) => askArticle({ article, parser, seed: 'seed', limit: 40 });

/** A deck with the article above, all that was found in it kept. */
const begin = async (user: User, sentences = SENTENCES) => {
  const article = articleOf(sentences);
  const deckId = await addArticle(user, { name: 'new', title: 'Bridges' }, article, readingOf(article));
  await acceptProposed(user, deckId);
  const [stored] = await articlesOf(user, deckId);
  return { deckId, articleId: stored?.id ?? '', hash: article.hash };
};

const update = async (
  user: User,
  { articleId, hash }: { articleId: string; hash: string },
  sentences: readonly string[],
  now = later(3),
) => {
  const article = articleOf(sentences);
  return updateArticle(user, articleId, { article, reading: readingOf(article), fromHash: hash, now });
};

const learn = async (user: User, factId: string, at = NOON): Promise<void> => {
  await recordReview(user, {
    id: randomUUID(),
    factId,
    questionId: null,
    rating: 'easy',
    form: 'cloze',
    mode: 'study',
    elapsedMs: 900,
    at,
  });
};

/** Every table that a change of an article must leave alone. */
const past = async (user: User) => {
  const database = await db();
  const where = { userId: user.id };
  return [
    await database.review.findMany({ where, orderBy: { id: 'asc' } }),
    await database.memory.findMany({ where, orderBy: { factId: 'asc' } }),
    await database.attempt.findMany({ where, orderBy: { id: 'asc' } }),
  ];
};

const dueOf = async (user: User, deckId: string, now: Date) =>
  (await nextCards(user, { deckId, now, limit: 50 })).cards;

const MENDED = SENTENCES.with(1, 'The Norwick Tunnel is 5 kilometres long.');

onEveryDatabase(() => {
  test('facts of unchanged sentences keep questions, edits, verdicts and memories, wherever they stand now', async () => {
    const ann = await newMember();
    const made = await begin(ann);
    const [first, second] = await factsOf(ann, made.deckId);
    const question = first?.questions[0];
    if (first === undefined || second === undefined || question === undefined)
      throw new Error('nothing was read');
    const options = question.options.map(({ text }) => text).filter((text) => text !== question.answer);
    await editQuestion(ann, question.id, {
      prompt: `${question.prompt} Say it.`,
      answer: question.answer,
      others: options,
    });
    await setFactStatus(ann, second.id, 'rejected');
    await learn(ann, first.id);
    const before = await factsOf(ann, made.deckId);
    const history = await past(ann);

    await update(ann, made, [NEW, ...SENTENCES.toReversed()]);
    const [stored] = await articlesOf(ann, made.deckId);
    const after = new Map((await factsOf(ann, made.deckId)).map((fact) => [fact.id, fact]));
    for (const fact of before) {
      const now = after.get(fact.id);
      expect({ ...now, span: null, answerSpan: null, leans: null }).toEqual({
        ...fact,
        span: null,
        answerSpan: null,
        leans: null,
      });
      expect(stored?.text.slice(now?.span?.start, now?.span?.end)).toBe(fact.statement);
    }
    expect(stored?.revisedAt).toEqual(later(3));
    expect(await past(ann)).toEqual(history);
    const found = [...after.values()].filter(({ id }) => !before.some((fact) => fact.id === id));
    expect(found.length).toBeGreaterThan(0);
    for (const { statement, status } of found) expect([statement, status]).toEqual([NEW, 'proposed']);
    expect(await replayUser(ann)).toEqual([]);
  });

  test('a changed fact comes up once with its old sentence, and is then as the log has it', async () => {
    const ann = await newMember();
    const made = await begin(ann);
    const facts = await factsOf(ann, made.deckId);
    const length = facts.find(({ statement }) => statement === SENTENCES[1]);
    const opened = facts.find(({ statement }) => statement === SENTENCES[0]);
    if (length === undefined || opened === undefined) throw new Error('the reader found no length');
    for (const { id } of [length, opened]) await learn(ann, id);
    const history = await past(ann);
    const unmet = facts.filter(({ status }) => status !== 'spare').length - 2;

    await update(ann, made, MENDED);
    expect(await past(ann)).toEqual(history);
    const cards = await dueOf(ann, made.deckId, later(4));
    const card = cards.find(({ factId }) => factId === length.id);
    expect(cards.some(({ factId }) => factId === opened.id)).toBe(false);
    expect(card).toMatchObject({ before: SENTENCES[1], proof: { statement: MENDED[1] } });
    expect(card?.answer).toContain('5');
    expect((await dueByDeck(ann, later(4))).get(made.deckId)).toMatchObject({ due: 1, fresh: unmet });

    await learn(ann, length.id, later(4));
    expect(await dueOf(ann, made.deckId, later(5))).not.toContainEqual(
      expect.objectContaining({ factId: length.id }),
    );
    expect((await dueByDeck(ann, later(5))).get(made.deckId)).toMatchObject({ due: 0 });
    expect(await replayUser(ann)).toEqual([]);
  });

  test('every question that is left of a changed fact holds an answer that its new sentence proves', async () => {
    const ann = await newMember();
    const made = await begin(ann);
    await update(ann, made, [
      'The Hartwell Bridge was opened in 1938 by the engineer Maria Lindgren.',
      ...MENDED.slice(1),
    ]);
    const [stored] = await articlesOf(ann, made.deckId);
    for (const { span, statement, answerSpan, questions, status } of await factsOf(ann, made.deckId)) {
      if (status === 'archived') continue;
      expect(stored?.text.slice(span?.start, span?.end)).toBe(statement);
      const proved = stored?.text.slice(answerSpan?.start, answerSpan?.end);
      for (const { form, answer, prompt, status: kept } of questions) {
        if (kept === 'rejected') continue;
        expect(`${prompt} ${answer}`).not.toMatch(/1937|4 kilometres/u);
        if (form === 'cloze') expect(answer).toBe(proved);
      }
    }
  });

  test('two changes before the next answer are told as one, and a change taken back is none', async () => {
    const ann = await newMember();
    const made = await begin(ann);
    const length = (await factsOf(ann, made.deckId)).find(({ statement }) => statement === SENTENCES[1]);
    await learn(ann, length?.id ?? '');
    await update(ann, made, MENDED);
    const again = MENDED.with(1, 'The Norwick Tunnel is 6 kilometres long.');
    await update(ann, { ...made, hash: articleOf(MENDED).hash }, again, later(4));
    const [card] = (await dueOf(ann, made.deckId, later(5))).filter(({ factId }) => factId === length?.id);
    expect(card).toMatchObject({ before: SENTENCES[1], proof: { statement: again[1] } });
    await update(ann, { ...made, hash: articleOf(again).hash }, SENTENCES, later(5));
    expect((await dueOf(ann, made.deckId, later(5))).some(({ factId }) => factId === length?.id)).toBe(false);
  });

  test('removed facts are archived and come back by hand, or with their sentence', async () => {
    const ann = await newMember();
    const made = await begin(ann);
    const facts = (await factsOf(ann, made.deckId)).filter(
      ({ statement, status }) => statement === SENTENCES[3] && status !== 'spare',
    );
    const [fact] = facts;
    if (fact === undefined) throw new Error('nothing was read of the last sentence');
    await learn(ann, fact.id);
    const history = await past(ann);
    const counts = await update(ann, made, SENTENCES.slice(0, 3));
    expect(counts.archived).toBe(facts.length);
    const archived = (await factsOf(ann, made.deckId)).find(({ id }) => id === fact.id);
    expect(archived).toMatchObject({ status: 'archived', span: null, statement: SENTENCES[3] });
    expect(archived?.questions).toHaveLength(fact.questions.length);
    expect((await dueOf(ann, made.deckId, later(400))).some(({ factId }) => factId === fact.id)).toBe(false);
    expect(await past(ann)).toEqual(history);
    expect(await replayUser(ann)).toEqual([]);

    await setFactStatus(ann, fact.id, 'accepted');
    expect((await dueOf(ann, made.deckId, later(400))).some(({ factId }) => factId === fact.id)).toBe(true);
    await setFactStatus(ann, fact.id, 'archived');
    await update(ann, { ...made, hash: articleOf(SENTENCES.slice(0, 3)).hash }, SENTENCES);
    const back = (await factsOf(ann, made.deckId)).find(({ id }) => id === fact.id);
    expect(back).toMatchObject({ status: 'accepted', span: fact.span, statement: SENTENCES[3] });
  });

  test('cards by hand stay whatever becomes of their proof', async () => {
    const ann = await newMember();
    const made = await begin(ann);
    const { text } = articleOf(SENTENCES);
    const spanOf = (sentence = '') => ({
      start: text.indexOf(sentence),
      end: text.indexOf(sentence) + sentence.length,
    });
    const card = (front: string, back: string, sentence?: string) =>
      addCard(ann, made.deckId, {
        front,
        back,
        proof: { articleId: made.articleId, span: spanOf(sentence) },
      });
    const kept = await card('Who built it?', 'Maria Lindgren', SENTENCES[0]);
    const disproved = await card('How long?', '4 kilometres', SENTENCES[1]);
    const unproved = await card('Who bought it?', 'Norwick', SENTENCES[3]);
    await update(ann, made, [
      'The Hartwell Bridge was opened in 1938 by the engineer Maria Lindgren.',
      ...MENDED.slice(1, 3),
    ]);
    const now = new Map((await factsOf(ann, made.deckId)).map((fact) => [fact.id, fact]));
    expect(now.get(kept.id)).toMatchObject({ status: 'accepted', before: SENTENCES[0] });
    expect(now.get(kept.id)?.questions).toEqual(kept.questions);
    for (const fact of [disproved, unproved]) {
      expect(now.get(fact.id)).toMatchObject({
        status: 'accepted',
        span: null,
        articleId: made.articleId,
        statement: fact.statement,
        questions: fact.questions,
      });
    }
  });

  test('an update is refused where the text moved on, is another article of the deck, or is not theirs', async () => {
    const [ann, bob] = [await newMember(), await newMember()];
    const made = await begin(ann);
    const other = articleOf(['The Norwick Tower was opened in 1951 by the mayor of Norwick.']);
    await addArticle(ann, { name: 'existing', id: made.deckId }, other, readingOf(other));
    const before = await factsOf(ann, made.deckId);
    await expect(update(bob, made, MENDED)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(update(ann, { ...made, hash: 'another' }, MENDED)).rejects.toMatchObject({
      code: 'STALE_ARTICLE',
    });
    await expect(update(ann, made, [other.text])).rejects.toMatchObject({ code: 'SAME_ARTICLE' });
    expect(await factsOf(ann, made.deckId)).toEqual(before);
    expect((await articlesOf(ann, made.deckId)).map(({ text }) => text)).toEqual([
      articleOf(SENTENCES).text,
      other.text,
    ]);
  });
});
