import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Question, QuestionForm } from '@/lib/model';
import { markAnswer } from '@/lib/quiz/mark';
import { assemblePaper, paperSchema, publicItem, type PaperFact, type PaperItem } from '@/lib/quiz/paper';

const factOf = (id: string): PaperFact => ({
  id,
  statement: `The secret statement of ${id}.`,
  span: { start: 0, end: 10 },
  articleId: 'article',
});

const questionOf = (factId: string, form: QuestionForm, changes: Partial<Question> = {}): Question => ({
  id: `${factId}-${form}`,
  factId,
  form,
  prompt: `What of ${factId}?`,
  context: null,
  answer: `right-${factId}`,
  options:
    form === 'choice'
      ? ['right-', 'wrong-1-', 'wrong-2-', 'wrong-3-'].map((text, index) => ({
          text: `${text}${factId}`,
          factId: index === 0 ? factId : `other-${index}`,
        }))
      : [],
  checks: [{ name: 'grounded', verdict: 'passed' }],
  origin: 'reader',
  status: 'accepted',
  ...changes,
});

const FACTS = Array.from({ length: 30 }, (_, index) => `fact-${index}`);
const facts = FACTS.map(factOf);
const questions = FACTS.flatMap((id) => [questionOf(id, 'cloze'), questionOf(id, 'choice')]);

test('the same seed gives the same paper, whatever order the rows come in', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.nat({ max: 40 }),
      fc.shuffledSubarray(questions, { minLength: questions.length }),
      fc.shuffledSubarray(facts, { minLength: facts.length }),
      (seed, count, mixedQuestions, mixedFacts) => {
        const paper = assemblePaper({ questions, facts, count, seed });
        expect(assemblePaper({ questions: mixedQuestions, facts: mixedFacts, count, seed })).toEqual(paper);
      },
    ),
    { numRuns: 50 },
  );
});

test('another seed gives another paper', () => {
  const paperOf = (seed: number) => JSON.stringify(assemblePaper({ questions, facts, count: 10, seed }));
  expect(new Set(Array.from({ length: 20 }, (_, seed) => paperOf(seed))).size).toBe(20);
});

test('a paper never asks one fact twice and is as long as wanted where there are facts enough', () => {
  const forms = fc.constantFrom<QuestionForm>('cloze', 'choice', 'basic');
  const some = fc.uniqueArray(fc.tuple(fc.constantFrom(...FACTS), forms), {
    selector: ([id, form]) => `${id} ${form}`,
  });
  fc.assert(
    fc.property(some, fc.integer({ min: -1, max: 40 }), fc.integer(), (pairs, count, seed) => {
      const paper = assemblePaper({
        questions: pairs.map(([id, form]) => questionOf(id, form)),
        facts,
        count,
        seed,
      });
      const asked = new Set(paper.map(({ factId }) => factId));
      expect(asked.size).toBe(paper.length);
      expect(paper.length).toBe(Math.min(Math.max(0, count), new Set(pairs.map(([id]) => id)).size));
    }),
  );
});

test('forms are mixed as evenly as the questions allow', () => {
  const forms = assemblePaper({ questions, facts, count: 10, seed: 'x' }).map(({ form }) => form);
  expect(forms.filter((form) => form === 'cloze')).toHaveLength(5);
  const scarce = [...FACTS.map((id) => questionOf(id, 'cloze')), questionOf('fact-0', 'choice')];
  const all = assemblePaper({ questions: scarce, facts, count: 30, seed: 'x' });
  expect(all.filter(({ form }) => form === 'choice')).toHaveLength(1);
});

test('options come in an order of the seed, and the key is not always at one place', () => {
  const places = Array.from({ length: 40 }, (_, seed) =>
    assemblePaper({
      questions: [questionOf('fact-0', 'choice')],
      facts,
      count: 1,
      seed,
    })[0]?.options.findIndex(({ factId }) => factId === 'fact-0'),
  );
  expect(new Set(places)).toEqual(new Set([0, 1, 2, 3]));
});

const withOthers = questionOf('fact-0', 'choice', {
  otherDistractors: ['a', 'b'].map((set) =>
    [1, 2, 3].map((index) => ({ text: `other-${set}-${index}`, factId: null })),
  ),
});

test('another seed draws other distractors, whole sets of them, and the key is always there', () => {
  const drawn = Array.from({ length: 60 }, (_, seed) => {
    const [item] = assemblePaper({ questions: [withOthers], facts, count: 1, seed });
    const texts = item?.options.map(({ text }) => text) ?? [];
    expect(texts).toContain('right-fact-0');
    expect(item).not.toHaveProperty('otherDistractors');
    return texts
      .filter((text) => text !== 'right-fact-0')
      .sort()
      .join(' ');
  });
  expect(new Set(drawn)).toEqual(
    new Set([
      'wrong-1-fact-0 wrong-2-fact-0 wrong-3-fact-0',
      'other-a-1 other-a-2 other-a-3',
      'other-b-1 other-b-2 other-b-3',
    ]),
  );
});

test('options that stand as they are written keep the key in its place, whichever distractors are drawn', () => {
  const places = Array.from({ length: 30 }, (_, seed) =>
    assemblePaper({
      questions: [withOthers],
      facts,
      count: 1,
      seed,
      keepsOptions: true,
    })[0]?.options.findIndex(({ text }) => text === 'right-fact-0'),
  );
  expect(new Set(places)).toEqual(new Set([0]));
});

test('a paper from which others are drawn keeps all distractors', () => {
  const plan = { questions: [withOthers], facts, count: 1, seed: 3, keepsOthers: true };
  const [item] = assemblePaper(plan);
  expect(new Set(item?.options.map(({ text }) => text))).toEqual(
    new Set(withOthers.options.map(({ text }) => text)),
  );
  expect(item?.otherDistractors).toEqual(withOthers.otherDistractors);
  expect(JSON.stringify(item && publicItem(item, null))).not.toContain('other-');
});

test('facts that tell each other’s answers stand in one paper only where there are not enough others', () => {
  const sentence = 'The mill at Holm was built by Ida Brandt in 1904.';
  const told = [
    { ...factOf('who'), statement: sentence },
    { ...factOf('when'), statement: sentence },
    { ...factOf('again'), statement: 'Ida Brandt built the mill at Holm for her brother.' },
    { ...factOf('other'), statement: 'The ferry to Skagen cost two crowns.' },
    { ...factOf('third'), statement: 'Lindholm has seven wells.' },
  ];
  const asked = [
    questionOf('who', 'basic', { prompt: 'Who built the mill at Holm?', answer: 'Ida Brandt' }),
    questionOf('when', 'cloze', {
      prompt: 'The mill at Holm was built by Ida Brandt in _____ [year].',
      answer: '1904',
    }),
    questionOf('again', 'basic', {
      prompt: 'Who had the mill at Holm built for a brother?',
      answer: 'Ida Brandt',
    }),
    questionOf('other', 'cloze', { prompt: 'The ferry to Skagen cost _____.', answer: 'two crowns' }),
    questionOf('third', 'cloze', { prompt: 'Lindholm has _____ wells.', answer: 'seven' }),
  ];
  for (let seed = 0; seed < 20; seed++) {
    const of = (count: number) =>
      assemblePaper({ questions: asked, facts: told, count, seed }).map(({ factId }) => factId);
    const mills = of(3).filter((id) => ['who', 'when', 'again'].includes(id));
    expect(mills).toHaveLength(1);
    expect(of(5)).toHaveLength(5);
  }
});

test('rejected questions, questions without a key and questions of unknown facts are left out', () => {
  const bad = [
    questionOf('fact-0', 'cloze', { status: 'rejected' }),
    questionOf('fact-1', 'choice', { options: [] }),
    questionOf('fact-2', 'choice', { answer: 'no option' }),
    questionOf('unknown', 'cloze'),
  ];
  expect(assemblePaper({ questions: bad, facts, count: 10, seed: 1 })).toEqual([]);
});

test('a paper survives being stored as JSON', () => {
  const paper = assemblePaper({
    questions,
    facts: facts.map((f) => ({ ...f, span: null })),
    count: 10,
    seed: 1,
  });
  expect(paperSchema.parse(JSON.parse(JSON.stringify(paper)))).toEqual(paper);
});

test('a paper does not change when question or fact are edited afterwards', () => {
  const options = [
    { text: 'right', factId: 'fact-0' },
    { text: 'wrong', factId: null },
  ];
  const span = { start: 1, end: 2 };
  const question = questionOf('fact-0', 'choice', { answer: 'right', options });
  const paper = assemblePaper({
    questions: [question],
    facts: [{ ...factOf('fact-0'), span }],
    count: 1,
    seed: 1,
  });
  const before = JSON.stringify(paper);
  options.forEach((option) => (option.text = 'edited'));
  span.end = 99;
  expect(JSON.stringify(paper)).toBe(before);
});

test('a near answer to another question is noted as a rival and marked wrong', () => {
  const painters = [
    questionOf('fact-0', 'cloze', { answer: 'Manet' }),
    questionOf('fact-1', 'cloze', { answer: 'Monet' }),
  ];
  const paper = assemblePaper({ questions: painters, facts, count: 2, seed: 1 });
  const manet = paper.find(({ answer }) => answer === 'Manet');
  expect(manet?.rivals).toEqual(['Monet']);
  expect(manet && markAnswer(manet, 'Monet').correct).toBe(false);
  expect(manet && markAnswer(manet, 'manet').correct).toBe(true);
});

test('“True” stands before “False” on every paper, and other options are shuffled', () => {
  const orderOf = (form: QuestionForm, seed: number, texts: string[]) => {
    const options = texts.map((text) => ({ text, factId: null }));
    const asked = questionOf('fact-0', form, { answer: texts[0] ?? '', options });
    const [item] = assemblePaper({ questions: [asked], facts, count: 1, seed });
    return item?.options.map(({ text }) => text).join();
  };
  const seeds = Array.from({ length: 12 }, (_, seed) => seed);
  const orders = (form: QuestionForm, texts: string[]) =>
    new Set(seeds.map((seed) => orderOf(form, seed, texts)));
  expect(orders('true-false', ['True', 'False'])).toEqual(new Set(['True,False']));
  expect(orders('larger', ['the Elbe', 'the Weser'])).toEqual(
    new Set(['the Elbe,the Weser', 'the Weser,the Elbe']),
  );
});

test('without its answer among the options no question to choose in is asked', () => {
  for (const form of ['choice', 'true-false', 'larger', 'earliest'] as const) {
    const options = ['one', 'two'].map((text) => ({ text, factId: null }));
    const lost = questionOf('fact-0', form, { answer: 'three', options });
    expect(assemblePaper({ questions: [lost], facts, count: 1, seed: 1 })).toEqual([]);
  }
});

test('the answer is hidden until the reveal', () => {
  for (const form of ['cloze', 'choice', 'basic'] as const) {
    const options = ['unique key', 'first', 'second'].map((text) => ({ text, factId: `fact-${text}` }));
    const question = questionOf('fact-0', form, { id: 'q', prompt: 'What?', answer: 'unique key', options });
    const paper = assemblePaper({ questions: [question], facts, count: 1, seed: 1 });
    expect(paper).toHaveLength(1);
    const sent = paper.map((item) => publicItem(item, 'The tower'));
    const wire = JSON.stringify(sent);
    // The key of a choice question stands among its options like any other, and nowhere else.
    expect(wire.split('unique key')).toHaveLength(form === 'choice' ? 2 : 1);
    for (const secret of ['secret', 'fact', 'span', 'article', 'answer', 'rivals', 'statement'])
      expect(wire).not.toContain(secret);
    expect(sent[0]?.options.every((option) => typeof option === 'string')).toBe(true);
  }
});

test('the compiler refuses a paper item where a public item is wanted', () => {
  const send = (items: readonly ReturnType<typeof publicItem>[]) => items.length;
  const items: PaperItem[] = [];
  // @ts-expect-error a paper item holds the key
  expect(send(items)).toBe(0);
});

test('only the forms that are wished for are asked', () => {
  const forms = new Set<QuestionForm>(['cloze']);
  const paper = assemblePaper({ questions, facts, count: 12, seed: 1, forms });
  expect(paper.map(({ form }) => form)).toEqual(Array<string>(12).fill('cloze'));
});

test('facts to take first are taken first, whatever the seed', () => {
  const firstFacts = ['fact-7', 'fact-3', 'fact-21'];
  for (let seed = 0; seed < 10; seed += 1) {
    const paper = assemblePaper({ questions, facts, count: 3, seed, firstFacts });
    expect(paper.map(({ factId }) => factId).sort()).toEqual([...firstFacts].sort());
  }
});

test('questions in the order of the facts and options as they stand, where that is wished for', () => {
  const paper = assemblePaper({ questions, facts, count: 30, seed: 5, keepsOrder: true, keepsOptions: true });
  expect(paper.map(({ factId }) => factId)).toEqual(FACTS);
  for (const item of paper.filter(({ form }) => form === 'choice'))
    expect(item.options[0]?.text).toBe(item.answer);
});

test('of each fact the question longest not put is asked', () => {
  const factIds = FACTS.slice(0, 6);
  const three = factIds.flatMap((id) =>
    ['a', 'b', 'c'].map((n) => questionOf(id, 'cloze', { id: `${id}-${n}` })),
  );
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 4, maxLength: 8 }), (seeds) => {
      const papers: PaperItem[][] = [];
      for (const seed of seeds) {
        const seen = papers.flatMap((paper) => paper.map(({ questionId }) => questionId));
        const plan = { questions: three, facts, count: 6, seed, seen, firstFacts: factIds };
        const paper = assemblePaper(plan);
        expect(assemblePaper(plan)).toEqual(paper);
        papers.unshift(paper);
      }
      for (const factId of factIds) {
        const asked = papers.map((paper) => paper.find((item) => item.factId === factId)?.questionId);
        // Three wordings go round: none comes back before the other two.
        for (let at = 0; at + 3 <= asked.length; at += 1)
          expect(new Set(asked.slice(at, at + 3)).size).toBe(3);
      }
    }),
  );
});
