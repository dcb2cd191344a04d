import { createHash, randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { DraftOption } from '@/lib/model';
import { USUAL_SETTINGS } from '@/lib/quiz/settings';
import { addArticle } from '@/lib/server/data/articles';
import { finishAttempt } from '@/lib/server/data/attempts-finish';
import type { StoredItem } from '@/lib/server/data/attempts-paper';
import { attemptResult } from '@/lib/server/data/attempts-result';
import { saveAnswer } from '@/lib/server/data/attempts';
import { assignmentResults } from '@/lib/server/data/class-reports';
import { factsOf } from '@/lib/server/data/facts';
import { editQuestion } from '@/lib/server/data/question-edits';
import { quizItems } from '@/lib/server/data/quiz-items';
import { printedQuiz } from '@/lib/server/data/quiz-print';
import { retakeQuiz, startQuiz } from '@/lib/server/data/quizzes';
import { db } from '@/lib/server/db';
import { after, assign, begin, paperOf, setting } from '../support/assignments';
import { onEveryDatabase } from '../support/databases';
import { newDeck, type MadeDeck } from '../support/decks';
import { newMember } from '../support/people';

const NOW = after(5);

/** Gives every choice question of a deck a second set of distractors, the first of them the year of another fact. */
const vary = async ({ deckId, factIds }: Pick<MadeDeck, 'deckId' | 'factIds'>) => {
  const database = await db();
  const rows = await database.question.findMany({ where: { fact: { deckId }, form: 'choice' } });
  const answerOf = new Map(rows.map(({ factId, answer }) => [factId, answer]));
  for (const { id, factId } of rows) {
    const other = factIds.find((each) => each !== factId) ?? '';
    const set = [
      { text: answerOf.get(other) ?? '', factId: other },
      { text: '1700', factId: null },
      { text: '1999', factId: null },
    ];
    await database.question.update({ where: { id }, data: { otherDistractors: [set] } });
  }
};

const choices = { ...USUAL_SETTINGS, groups: ['choice' as const] };
const isOther = (options: readonly { readonly text: string }[]) =>
  options.some(({ text }) => text === '1999');

onEveryDatabase(() => {
  test('what is read keeps its other distractors, each with the fact that it comes from', async () => {
    const ann = await newMember();
    const text = 'Tower 0 opened in 1000. Tower 1 opened in 1001.';
    const [first, second] = [0, 24].map((start) => ({
      key: `k${start}`,
      kind: 'when' as const,
      answerType: 'year' as const,
      statement: text.slice(start, start + 23),
      span: { start, end: start + 23 },
      answer: text.slice(start + 18, start + 22),
      answerSpan: { start: start + 18, end: start + 22 },
      salience: 0.5,
      confidence: 1,
      leans: [],
    }));
    if (first === undefined || second === undefined) throw new Error('two facts are needed');
    const option = (text: string, factKey: string | null = null): DraftOption => ({ text, factKey });
    const deckId = await addArticle(
      ann,
      { name: 'new', title: 'Towers' },
      {
        title: 'Towers',
        text,
        source: 'pasted',
        language: 'en',
        hash: createHash('sha256').update(text).digest('hex'),
      },
      {
        facts: [first, second],
        questions: [first, second].map((fact, index) => ({
          factKey: fact.key,
          form: 'choice' as const,
          prompt: 'Tower opened in _____.',
          context: null,
          answer: fact.answer,
          options: [option(fact.answer, fact.key), option('1100')],
          ...(index === 0 ? { otherDistractors: [[option('1001', second.key)], [option('1200')]] } : {}),
          checks: [],
        })),
        leftOut: [],
      },
    );
    const facts = await factsOf(ann, deckId);
    const rows = await (
      await db()
    ).question.findMany({ where: { fact: { deckId } }, orderBy: { answer: 'asc' } });
    expect(rows.map(({ otherDistractors }) => otherDistractors)).toEqual([
      [[{ text: '1001', factId: facts[1]?.id }], [{ text: '1200', factId: null }]],
      null,
    ]);
  });

  test('retakes and printed versions draw other distractors, which the result and the statistics know', async () => {
    const user = await newMember();
    const made = await newDeck(user, 4);
    await vary(made);
    const { deckId } = made;
    const first = await startQuiz(user, { deckId, settings: { ...choices, count: 4 }, seed: 'a', now: NOW });
    const { quizId } = await (await db()).attempt.findUniqueOrThrow({ where: { id: first } });
    const seen = new Set<boolean>();
    const attempts = [first];
    for (const seed of ['b', 'c', 'd']) attempts.push(await retakeQuiz(user, quizId, { seed, now: NOW }));
    for (const attempt of attempts)
      for (const { options, answer } of await paperOf(attempt)) {
        seen.add(isOther(options));
        expect(options).toHaveLength(4);
        expect(options.map(({ text }) => text)).toContain(answer);
      }
    expect(seen).toEqual(new Set([true, false]));
    const { papers } = await printedQuiz(user, quizId, 3);
    const sheets = papers.map(({ items }) =>
      items.map(({ prompt, options }) => `${prompt}${isOther(options)}`).sort(),
    );
    expect(new Set(sheets.map(String)).size).toBeGreaterThan(1);
    // Whoever takes another fact's year is shown where that year is right.
    const paper = await paperOf(first);
    const position = paper.findIndex(({ options }) => isOther(options));
    const taken = paper[position]?.options.find(
      ({ factId }) => factId !== null && factId !== paper[position]?.factId,
    );
    await saveAnswer(user, first, { position, given: taken?.text ?? '', at: NOW });
    await finishAttempt(user, first, NOW);
    const shown = (await attemptResult(user, first))?.items[position]?.options.find(({ isGiven }) => isGiven);
    expect(shown?.statement).toContain(taken?.text);
    const [item] = (await quizItems(user, quizId)).items.filter(
      ({ statistics }) => statistics.question === paper[position]?.questionId,
    );
    expect(item?.statistics.options.find(({ text }) => text === taken?.text)).toMatchObject({
      count: 1,
      shown: 1,
    });
  });

  test('pupils of a class are asked the same with other distractors, and the report tells them apart', async () => {
    const made = await setting(6);
    await vary(made);
    const id = await assign(made.owner, made, { quiz: { ...choices, count: 6 }, attempts: 3 });
    const papers: StoredItem[][] = [];
    for (const pupil of [made.pupil, made.other, made.pupil]) {
      const attempt = await begin(pupil, id);
      const paper = await paperOf(attempt);
      expect(JSON.stringify(paper)).not.toContain('otherDistractors');
      papers.push(paper);
      for (const [position, item] of paper.entries()) {
        const given = item.options.find(({ text }) => text === '1999')?.text ?? item.answer;
        await saveAnswer(pupil, attempt, { position, given, at: NOW });
      }
      await finishAttempt(pupil, attempt, NOW);
    }
    const questionsOf = (paper: readonly StoredItem[]) => paper.map(({ questionId }) => questionId).sort();
    for (const paper of papers) expect(questionsOf(paper)).toEqual(questionsOf(papers[0] ?? []));
    expect(new Set(papers.flat().map(({ options }) => isOther(options))).size).toBe(2);
    const { items, rows } = await assignmentResults(made.owner, id);
    for (const { questionId } of items)
      for (const row of rows.filter(({ question }) => question === questionId))
        expect(row.chosen === '1999').toBe(row.shown?.includes('1999'));
  });

  test('an edited question keeps to what its owner wrote', async () => {
    const user = await newMember();
    const made = await newDeck(user, 2);
    await vary(made);
    const database = await db();
    const where = { fact: { deckId: made.deckId }, form: 'choice' };
    const row = await database.question.findFirstOrThrow({ where });
    await editQuestion(user, row.id, { prompt: row.prompt, answer: row.answer, others: ['1555', '1666'] });
    expect(
      (await database.question.findUniqueOrThrow({ where: { id: row.id } })).otherDistractors,
    ).toBeNull();
    const attempt = await startQuiz(user, {
      deckId: made.deckId,
      settings: { ...choices, count: 2 },
      seed: randomUUID(),
      now: NOW,
    });
    const item = (await paperOf(attempt)).find(({ questionId }) => questionId === row.id);
    expect(item?.options.map(({ text }) => text).sort()).toEqual([row.answer, '1555', '1666'].sort());
  });
});
