import fc from 'fast-check';
import { expect, test } from 'vitest';
import { questionFor, stageOfForm, stageOfMemory } from '@/lib/memory/form-rotation';
import { QUESTION_FORMS, type QuestionForm } from '@/lib/model';

const of = (...forms: QuestionForm[]) => forms.map((form, index) => ({ form, id: `${form} ${index}` }));
const ALL = of('cloze', 'choice', 'basic', 'true-false');
const formAt = (questions: ReturnType<typeof of>, stability: number, reps: number) =>
  questionFor(questions, { stability, reps })?.form;

test('recognised first, then filled in, then recalled', () => {
  expect(questionFor(ALL, null)?.form).toBe('choice');
  expect([1, 2].map((reps) => formAt(ALL, 0.4, reps))).toEqual(['true-false', 'choice']);
  expect([2, 3].map((reps) => formAt(ALL, 5, reps))).toEqual(['cloze', 'basic']);
  expect([4, 5].map((reps) => formAt(ALL, 60, reps))).toEqual(['basic', 'cloze']);
});

test('a lapse leads back to the easier forms', () => {
  expect(formAt(ALL, 60, 4)).toBe('basic');
  expect(formAt(ALL, 1.5, 5)).toBe('true-false');
});

test('who recalls is not led back to choosing for a change', () => {
  const two = of('cloze', 'choice');
  expect([2, 3, 4].map((reps) => formAt(two, 5, reps))).toEqual(['cloze', 'cloze', 'cloze']);
  expect([2, 3, 4].map((reps) => formAt(of('choice'), 60, reps))).toEqual(['choice', 'choice', 'choice']);
});

const forms = fc.constantFrom(...QUESTION_FORMS);

test('whatever it has, a fact is asked by one of its questions, of the stage reached or the nearest that there is', () => {
  fc.assert(
    fc.property(
      fc.array(forms, { minLength: 1, maxLength: 6 }),
      fc.double({ min: 0.001, max: 4000, noNaN: true }),
      fc.nat(50),
      (some, stability, reps) => {
        const questions = of(...some);
        const asked = questionFor(questions, { stability, reps });
        expect(questions).toContain(asked);
        const stages = new Set(questions.map(({ form }) => stageOfForm(form)));
        const reached = stageOfMemory({ stability });
        const alone = questions.filter(({ form }) => stageOfForm(form) === reached);
        if (alone.length > 1) expect(alone).toContain(asked);
        if (stages.size === 1) expect(stages).toContain(stageOfForm(asked?.form ?? 'cloze'));
      },
    ),
  );
});

test('where a stage has two questions or more, two reviews in a row never ask the same one', () => {
  fc.assert(
    fc.property(fc.array(forms, { minLength: 2, maxLength: 6 }), fc.nat(50), (some, reps) => {
      const questions = of(...some);
      const recalled = questions.filter(({ form }) => stageOfForm(form) === 'recall');
      fc.pre(recalled.length > 1);
      expect(questionFor(questions, { stability: 60, reps })).not.toBe(
        questionFor(questions, { stability: 60, reps: reps + 1 }),
      );
    }),
  );
});

test('without a question nothing is asked', () => {
  const none: ReturnType<typeof of> = [];
  expect(questionFor(none, null)).toBe(undefined);
});
