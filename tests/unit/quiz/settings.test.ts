import fc from 'fast-check';
import { expect, test } from 'vitest';
import { QUESTION_FORMS } from '@/lib/model';
import {
  deadlineOf,
  formsOf,
  GRACE_MS,
  isOver,
  QUESTION_GROUPS,
  quizSettingsSchema,
  USUAL_SETTINGS,
} from '@/lib/quiz/settings';

test('one click makes a quiz of ten, of all kinds, without a limit, told at the end', () => {
  expect(USUAL_SETTINGS).toEqual({
    count: 10,
    groups: ['choice', 'several', 'true-false', 'typed', 'measured', 'compare', 'arrange'],
    alsoDeckIds: [],
    articleIds: null,
    kinds: null,
    prefer: 'any',
    minutes: null,
    feedback: 'end',
    shuffleQuestions: true,
    shuffleOptions: true,
    attempts: null,
    passMark: null,
    partial: true,
    penalty: 0,
    certainty: 'off',
    isPretest: false,
  });
});

test('the groups hold every form, each once', () => {
  const forms = QUESTION_GROUPS.flatMap((group) => [...formsOf({ groups: [group] })]);
  expect(forms.sort()).toEqual([...QUESTION_FORMS].sort());
});

test.each([
  { count: 0 },
  { count: 101 },
  { groups: [] },
  { minutes: 0 },
  { passMark: 101 },
  { attempts: 0.5 },
])('refuses %o', (wrong) => {
  expect(quizSettingsSchema.safeParse(wrong).success).toBe(false);
});

test('what was kept is read back as it was', () => {
  const stored = { ...USUAL_SETTINGS, minutes: 20, feedback: 'each' as const, passMark: 60 };
  expect(quizSettingsSchema.parse(JSON.parse(JSON.stringify(stored)))).toEqual(stored);
});

test('a quiz is over only after its minutes and its grace', () => {
  fc.assert(
    fc.property(
      fc.date({ noInvalidDate: true, max: new Date(8e15) }),
      fc.integer({ min: 1, max: 600 }),
      (start, minutes) => {
        const end = deadlineOf(start, { minutes });
        const after = (ms: number) => new Date(start.getTime() + minutes * 60_000 + ms);
        expect(isOver(end, after(GRACE_MS))).toBe(false);
        expect(isOver(end, after(GRACE_MS + 1))).toBe(true);
      },
    ),
  );
  expect(isOver(deadlineOf(new Date(), { minutes: null }), new Date(8e15))).toBe(false);
});
