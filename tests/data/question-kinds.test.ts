import { expect, test } from 'vitest';
import type { QuestionForm } from '@/lib/model';
import { liveOptionsSchema } from '@/lib/live/stored';
import { USUAL_SETTINGS, type QuizSettings } from '@/lib/quiz/settings';
import { acceptAnswer } from '@/lib/server/data/accepted-answers';
import { openAttempt, saveAnswer } from '@/lib/server/data/attempts';
import { finishAttempt } from '@/lib/server/data/attempts-finish';
import { attemptResult } from '@/lib/server/data/attempts-result';
import { showAnswer } from '@/lib/server/data/attempts-show';
import { loadLive } from '@/lib/server/data/live';
import { createLive } from '@/lib/server/data/live-create';
import { nextCards } from '@/lib/server/data/due-cards';
import { answerReport } from '@/lib/server/data/answer-report';
import { addCard } from '@/lib/server/data/own-cards';
import { quizItems } from '@/lib/server/data/quiz-items';
import { startQuiz } from '@/lib/server/data/quizzes';
import { replayUser } from '@/lib/server/data/replay';
import { db } from '@/lib/server/db';
import type { User } from '@/lib/server/user';
import { paperOf } from '../support/assignments';
import { onEveryDatabase } from '../support/databases';
import { newMember } from '../support/people';

const NOW = new Date('2026-11-24T08:00:00Z');
const LATER = new Date('2026-11-24T08:10:00Z');

/** One card of each kind, by the form; what is given to it that is right, and that is right in part. */
const KINDS: Partial<Record<QuestionForm, { back: string; others?: string[]; right: string; part: string }>> =
  {
    several: {
      back: 'Helium\nNeon',
      others: ['Iron', 'Gold'],
      right: 'Neon\nHelium',
      part: 'Neon',
    },
    number: { back: '330 ± 5 m', right: '0.333 km', part: '300' },
    date: { back: '18 February 2025', right: '18.2.2025', part: 'February 2025' },
    order: { back: 'one\ntwo\nthree', right: 'one\ntwo\nthree', part: 'three\none\ntwo' },
    match: {
      back: 'France\tParis\nItaly\tRome',
      others: ['Lisbon'],
      right: 'Italy\tRome\nFrance\tParis',
      part: 'Italy\tRome\nFrance\tLisbon',
    },
  };
const FORMS = Object.keys(KINDS) as QuestionForm[];

const begin = async (settings: Partial<QuizSettings> = {}) => {
  const user = await newMember();
  const { id: deckId } = await (
    await db()
  ).deck.create({ data: { userId: user.id, title: 'Kinds' }, select: { id: true } });
  for (const form of FORMS) {
    const { back, others } = KINDS[form] ?? { back: '' };
    await addCard(user, deckId, { form, front: `What of ${form}?`, back, others: others ?? [], proof: null });
  }
  const attemptId = await startQuiz(user, {
    deckId,
    settings: { ...USUAL_SETTINGS, ...settings },
    seed: 'a seed',
    now: NOW,
  });
  return { user, deckId, attemptId, forms: (await paperOf(attemptId)).map(({ form }) => form) };
};

const give = async (
  user: User,
  { attemptId, forms }: { attemptId: string; forms: readonly QuestionForm[] },
  how: 'right' | 'part',
  certainty?: number,
) => {
  for (const [position, form] of forms.entries()) {
    const given = KINDS[form]?.[how] ?? '';
    await saveAnswer(user, attemptId, {
      position,
      given,
      at: NOW,
      ...(certainty === undefined ? {} : { certainty }),
    });
  }
};

onEveryDatabase(() => {
  test('every kind is asked without its key, marked, shown and remembered', async () => {
    const { user, deckId, ...quiz } = await begin();
    expect(quiz.forms.toSorted()).toEqual(FORMS.toSorted());
    const open = await openAttempt(user, quiz.attemptId);
    const asked = new Map(open?.items.map((item) => [item.form, item]));
    expect(asked.get('number')).toMatchObject({ unit: 'm', options: [] });
    expect(asked.get('date')).toMatchObject({ dateParts: ['day', 'month', 'year'], options: [] });
    expect(asked.get('match')).toMatchObject({ lefts: ['France', 'Italy'] });
    expect(asked.get('match')?.options.toSorted()).toEqual(['Lisbon', 'Paris', 'Rome']);
    expect(asked.get('order')?.options).not.toEqual(['one', 'two', 'three']);
    expect(asked.get('several')?.options.toSorted()).toEqual(['Gold', 'Helium', 'Iron', 'Neon']);
    expect(JSON.stringify(open)).not.toMatch(/330|2025|factId|answer/);

    await give(user, quiz, 'right');
    expect(await finishAttempt(user, quiz.attemptId, LATER)).toEqual({ score: 5, total: 5 });
    const result = await attemptResult(user, quiz.attemptId);
    expect(result?.points).toBe(5);
    expect(result?.items.every(({ correct, points }) => correct && points === null)).toBe(true);
    expect(await replayUser(user)).toEqual([]);
    expect((await (await db()).review.findMany({ where: { userId: user.id } })).length).toBe(5);
    const items = await quizItems(user, (await quizIdOf(quiz.attemptId)) ?? '');
    expect(items.items.map(({ statistics }) => statistics.facility)).toEqual([1, 1, 1, 1, 1]);
    const later = new Date('2026-12-24T08:00:00Z');
    const { cards } = await nextCards(user, { deckId, now: later, limit: 10 });
    expect(cards.map(({ form }) => form).toSorted()).toEqual(FORMS.toSorted());
  });

  test('what has parts counts for as much as is right, unless the quiz says otherwise', async () => {
    for (const [partial, points] of [
      [true, 1.5],
      [false, 0],
    ] as const) {
      const { user, ...quiz } = await begin({ partial });
      await give(user, quiz, 'part');
      expect(await finishAttempt(user, quiz.attemptId, LATER)).toEqual({ score: 0, total: 5 });
      const result = await attemptResult(user, quiz.attemptId);
      expect(result?.points).toBe(points);
      const worth = new Map(result?.items.map((item) => [item.form, item.points]));
      // One gas of two, one step of two, one capital of two.
      const half = partial ? 0.5 : null;
      expect(worth).toEqual(
        new Map(quiz.forms.map((form) => [form, ['number', 'date'].includes(form) ? null : half])),
      );
      const items = await quizItems(user, (await quizIdOf(quiz.attemptId)) ?? '');
      expect(items.items.map(({ statistics }) => statistics.facility).toSorted()).toEqual([
        0, 0, 0.5, 0.5, 0.5,
      ]);
    }
  });

  test('wrong answers cost what the quiz says, and never more than all', async () => {
    const { user, ...quiz } = await begin({ penalty: 50, groups: ['measured'] });
    await saveAnswer(user, quiz.attemptId, { position: 0, given: 'wrong', at: NOW });
    await finishAttempt(user, quiz.attemptId, LATER);
    const result = await attemptResult(user, quiz.attemptId);
    expect(result).toMatchObject({ score: 0, total: 2, points: 0 });
    expect(result?.items.map(({ points }) => points)).toEqual([-0.5, null]);
  });

  test('how sure somebody is can be said, changed, comes back after a reload, and counts where it is to', async () => {
    const { user, ...quiz } = await begin({ certainty: 'counts', groups: ['measured'] });
    await give(user, quiz, 'right', 1);
    await saveAnswer(user, quiz.attemptId, { position: 0, given: 'wrong', certainty: 2, at: NOW });
    await saveAnswer(user, quiz.attemptId, {
      position: 1,
      given: KINDS[quiz.forms[1] ?? 'number']?.right ?? '',
      at: NOW,
    });
    expect(await openAttempt(user, quiz.attemptId)).toMatchObject({
      certainties: [2, 1],
      marking: { certainty: 'counts' },
    });
    await finishAttempt(user, quiz.attemptId, LATER);
    const result = await attemptResult(user, quiz.attemptId);
    expect(result).toMatchObject({ score: 1, points: 0 });
    expect(result?.items.map(({ certainty }) => certainty)).toEqual([2, 1]);
    expect((await answerReport(user)).sure).toEqual({ answers: 2, found: null });
    expect(result?.items.map(({ points }) => points?.toFixed(2))).toEqual(['-0.67', '0.33']);
  });

  test('a room puts what is slower than a tap where its host wants it, and says in which unit', async () => {
    const { user, deckId } = await begin();
    const formsWith = async (slower: { typed: boolean; arranged?: boolean }) => {
      const id = await createLive(user, {
        source: { deckId, count: 10, ...slower },
        classId: null,
        options: liveOptionsSchema.parse({}),
        seed: 'seed',
        random: Math.random,
        now: NOW,
      });
      const items = (await loadLive(id))?.session.items ?? [];
      return { items, forms: items.map(({ form }) => form).toSorted() };
    };
    expect((await formsWith({ typed: false })).forms).toEqual(['several']);
    expect((await formsWith({ typed: false, arranged: true })).forms).toEqual(['match', 'order', 'several']);
    const { items, forms } = await formsWith({ typed: true });
    expect(forms).toEqual(['date', 'number', 'several']);
    expect(items.find(({ form }) => form === 'number')?.prompt).toBe('What of number? (m)');
  });

  test('an answer that is shown at once is worth what it is at the end', async () => {
    const { user, ...quiz } = await begin({ feedback: 'each', groups: ['arrange'] });
    await give(user, quiz, 'part');
    const shown = await showAnswer(user, { attemptId: quiz.attemptId, position: 0, now: NOW });
    expect(shown).toMatchObject({ correct: false, points: 0.5 });
    expect(await showAnswer(user, { attemptId: quiz.attemptId, position: 0, now: LATER })).toEqual(shown);
    await finishAttempt(user, quiz.attemptId, LATER);
    expect(await attemptResult(user, quiz.attemptId)).toMatchObject({ points: 1 });
  });

  test('what the owner lets pass is worth its points, and takes them along when it is taken back', async () => {
    const { user, ...quiz } = await begin({ penalty: 25, groups: ['measured'] });
    const at = quiz.forms.indexOf('number');
    await give(user, quiz, 'right');
    await saveAnswer(user, quiz.attemptId, { position: at, given: '340 m', at: NOW });
    await finishAttempt(user, quiz.attemptId, LATER);
    const points = async () => (await attemptResult(user, quiz.attemptId))?.points;
    expect(await points()).toBe(0.75);
    const acceptance = { attemptId: quiz.attemptId, position: at, at: LATER };
    await acceptAnswer(user, { ...acceptance, accept: true });
    expect(await points()).toBe(2);
    await acceptAnswer(user, { ...acceptance, accept: false, at: new Date(LATER.getTime() + 1000) });
    expect(await points()).toBe(0.75);
  });
});

const quizIdOf = async (attemptId: string): Promise<string | undefined> =>
  (await (await db()).attempt.findUnique({ where: { id: attemptId }, select: { quizId: true } }))?.quizId;
