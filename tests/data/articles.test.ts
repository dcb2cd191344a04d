import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { DraftFact, DraftQuestion } from '@/lib/model';
import { addArticle, articlesOf, decksHolding, type NewArticle } from '@/lib/server/data/articles';
import { listDecks } from '@/lib/server/data/decks';
import { acceptProposed, factsOf, takeInSpare } from '@/lib/server/data/facts';
import { onEveryDatabase } from '../support/databases';
import { newMember } from '../support/people';

const article = (sentences: number): NewArticle => {
  const text = Array.from({ length: sentences }, (_, n) => `Tower ${n} opened in ${1000 + n}.`).join(' ');
  const hash = createHash('sha256').update(text).digest('hex');
  return { title: 'Towers', text, source: 'pasted', language: 'en', hash };
};

const readingOf = ({ text }: NewArticle) => {
  const facts: DraftFact[] = [...text.matchAll(/Tower \d+ opened in (\d+)\./g)].map((match) => {
    const span = { start: match.index, end: match.index + match[0].length };
    const answerSpan = { start: span.end - 5, end: span.end - 1 };
    const answer = match[1] ?? '';
    const same = { kind: 'when', answerType: 'year', salience: 0.5, confidence: 1, leans: [] } as const;
    return { key: `k${span.start}`, statement: match[0], span, answer, answerSpan, ...same };
  });
  const questions = facts.map((fact, index): DraftQuestion => {
    const other = facts[index + 1] ?? facts[0];
    return {
      factKey: fact.key,
      form: 'choice',
      prompt: fact.statement.replace(fact.answer, '_____'),
      context: null,
      answer: fact.answer,
      options: [fact, other].map((from) => ({ text: from?.answer ?? '', factKey: from?.key ?? null })),
      checks: [{ name: 'grounded', verdict: 'passed' }],
    };
  });
  const leftOut = [{ span: { start: 0, end: 7 }, statement: text.slice(0, 7), reason: 'It is a heading.' }];
  return { facts, questions, leftOut };
};

onEveryDatabase(() => {
  test('an article is stored whole: every span gives its statement, every option its fact', async () => {
    const ann = await newMember();
    const long = article(1100);
    const deckId = await addArticle(ann, { name: 'new', title: 'Towers' }, long, readingOf(long));
    const [stored] = await articlesOf(ann, deckId);
    const facts = await factsOf(ann, deckId);
    expect(facts).toHaveLength(1100);
    for (const { statement, span, status } of facts) {
      expect(stored?.text.slice(span?.start, span?.end)).toBe(statement);
      expect(status).toBe('proposed');
    }
    const [question] = facts[0]?.questions ?? [];
    expect(question?.options.map((option) => option.factId)).toEqual([facts[0]?.id, facts[1]?.id]);
  });

  test('what the reader knows of a fact, and what it left out, is read back as it was', async () => {
    const ann = await newMember();
    const two = article(2);
    const reading = readingOf(two);
    const lean = {
      kind: 'year',
      text: 'Tower 0',
      span: { start: 0, end: 7 },
      resolvedBy: null,
      antecedent: null,
    } as const;
    const facts = reading.facts.map((fact) => ({ ...fact, confidence: 0.875, leans: [lean] }));
    const deckId = await addArticle(ann, { name: 'new', title: 'Towers' }, two, { ...reading, facts });
    for (const { confidence, leans } of await factsOf(ann, deckId)) {
      expect({ confidence, leans }).toEqual({ confidence: 0.875, leans: [lean] });
    }
    const [stored] = await articlesOf(ann, deckId);
    expect(stored).toMatchObject({ language: 'en', leftOut: reading.leftOut });
  });

  test('what is beyond the number asked for is spare until someone takes it in', async () => {
    const [ann, bob] = [await newMember(), await newMember()];
    const three = article(3);
    const { facts, questions, leftOut } = readingOf(three);
    const [best, ...rest] = facts;
    const key = best?.key;
    const deckId = await addArticle(ann, { name: 'new', title: 'Towers' }, three, {
      facts: facts.slice(0, 1),
      questions: questions.filter(({ factKey }) => factKey === key),
      leftOut,
      spare: { facts: rest, questions: questions.filter(({ factKey }) => factKey !== key) },
    });
    const statuses = async () => (await factsOf(ann, deckId)).map(({ status }) => status);
    expect(await statuses()).toEqual(['proposed', 'spare', 'spare']);
    // The option that another fact proves keeps its proof, though that fact is spare.
    const [first, second] = await factsOf(ann, deckId);
    expect(first?.questions[0]?.options[1]?.factId).toBe(second?.id);
    await acceptProposed(ann, deckId);
    expect(await statuses()).toEqual(['accepted', 'spare', 'spare']);
    const articleId = first?.articleId ?? '';
    await expect(takeInSpare(bob, articleId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await takeInSpare(ann, articleId)).toBe(2);
    expect(await statuses()).toEqual(['accepted', 'proposed', 'proposed']);
  });

  test('a deck takes several articles, but the same one only once', async () => {
    const ann = await newMember();
    const [one, two] = [article(2), article(3)];
    const deckId = await addArticle(ann, { name: 'new', title: 'Towers' }, one, readingOf(one));
    const into = { name: 'existing', id: deckId } as const;
    await addArticle(ann, into, two, readingOf(two));
    await expect(addArticle(ann, into, one, readingOf(one))).rejects.toMatchObject({ code: 'SAME_ARTICLE' });
    expect(await articlesOf(ann, deckId)).toHaveLength(2);
    expect(await factsOf(ann, deckId)).toHaveLength(5);
  });

  test('where an article is already is told to its owner only', async () => {
    const [ann, bob] = [await newMember(), await newMember()];
    const one = article(2);
    const deckId = await addArticle(ann, { name: 'new', title: 'Towers' }, one, readingOf(one));
    expect(await decksHolding(ann, one.hash)).toEqual([{ id: deckId, title: 'Towers' }]);
    expect(await decksHolding(bob, one.hash)).toEqual([]);
  });

  test("into someone else's deck nothing goes, and nothing comes out of it", async () => {
    const [ann, bob] = [await newMember(), await newMember()];
    const [one, two] = [article(2), article(3)];
    const deckId = await addArticle(ann, { name: 'new', title: 'Towers' }, one, readingOf(one));
    const added = addArticle(bob, { name: 'existing', id: deckId }, two, readingOf(two));
    await expect(added).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await articlesOf(bob, deckId)).toEqual([]);
    expect(await articlesOf(ann, deckId)).toHaveLength(1);
  });

  test('what cannot be stored whole leaves nothing behind, a new deck included', async () => {
    const ann = await newMember();
    const one = article(2);
    const whole = readingOf(one);
    const broken = { ...whole, facts: whole.facts.slice(1) };
    await expect(addArticle(ann, { name: 'new', title: 'Towers' }, one, broken)).rejects.toThrow('not read');
    expect(await listDecks(ann)).toEqual([]);
  });
});
