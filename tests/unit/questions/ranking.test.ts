import { expect, test } from 'vitest';
import type { FoundFact } from '@/lib/facts/candidate';
import { centralityOf, salienceOf } from '@/lib/facts/salience';
import { finish, readArticleInSteps, type Reading } from '@/lib/facts/reading';
import type { DraftQuestion, FactKind } from '@/lib/model';
import { giveAway, howMany, rankFacts, rankQuestions } from '@/lib/questions/ranking';
import { parser } from '../../support/english-parser';

const read = (text: string, title: string | null = null): Reading =>
  finish(readArticleInSteps({ title, text, language: 'en' }, parser));

const NAMES = ['Holm', 'Brae', 'Skagen', 'Lund', 'Vik', 'Moss', 'Tana', 'Bergen', 'Narvik', 'Voss'];
const TEXT = NAMES.map((name, i) => `The mill at ${name} was built in ${1800 + i}.`).join(' ');

const factAt = (reading: Reading, at: number, salience: number, kind: FactKind = 'when'): FoundFact => {
  const sentence = reading.sentences[at];
  if (sentence === undefined) throw new Error('no such sentence');
  const answer = /\d{4}/u.exec(sentence.statement)?.[0] ?? '';
  const start = sentence.start + sentence.statement.indexOf(answer);
  return {
    key: `${kind}-${start}`,
    kind,
    statement: sentence.statement,
    span: { start: sentence.start, end: sentence.end },
    answer,
    answerSpan: { start, end: start + answer.length },
    answerType: 'year',
    salience,
    confidence: 0.9,
    leans: [],
    sentence,
    place: null,
    doubt: null,
  };
};

const questionOf = (fact: FoundFact, prompt = 'When?'): DraftQuestion => ({
  factKey: fact.key,
  form: 'basic',
  prompt,
  context: null,
  answer: fact.answer,
  options: [],
  checks: [],
});

test('the best come first, and what is beyond the limit is spare', () => {
  const reading = read(TEXT);
  const facts = NAMES.map((_, i) => factAt(reading, i, 0.3 + 0.05 * i));
  const {
    facts: kept,
    questions,
    spare,
  } = rankQuestions(
    reading,
    facts,
    facts.map((fact) => questionOf(fact)),
    3,
  );
  expect(kept.map(({ answer }) => answer)).toEqual(['1809', '1808', '1807']);
  expect(questions.map(({ answer }) => answer)).toEqual(['1809', '1808', '1807']);
  expect(spare.facts).toHaveLength(7);
  expect(spare.questions).toHaveLength(7);
});

test('a poor fact is spare however few there are, and one without questions is dropped', () => {
  const reading = read(TEXT);
  const [good, poor, mute] = [factAt(reading, 0, 0.8), factAt(reading, 1, 0.1), factAt(reading, 2, 0.9)];
  const ranked = rankQuestions(reading, [good, poor, mute], [questionOf(good), questionOf(poor)]);
  expect(ranked.facts).toEqual([good]);
  expect(ranked.spare.facts).toEqual([poor]);
});

test('of two equals, the one of a kind not yet there comes first', () => {
  const reading = read(TEXT);
  const first = factAt(reading, 0, 0.8);
  const again = factAt(reading, 1, 0.6);
  const other = factAt(reading, 2, 0.6, 'quantity');
  expect(rankFacts([first, again, other])).toEqual([first, other, again]);
});

test('two that give each other away do not stand near each other while others can stand between', () => {
  const reading = read(TEXT);
  const facts = NAMES.map((_, i) => factAt(reading, i, 0.9 - 0.01 * i));
  const questions = facts.map((fact, i) =>
    questionOf(fact, i === 1 ? 'Which mill is nine years older than that of 1800?' : 'When?'),
  );
  const { facts: shown } = rankQuestions(reading, facts, questions);
  const at = (answer: string): number => shown.findIndex((fact) => fact.answer === answer);
  expect(Math.abs(at('1800') - at('1801'))).toBeGreaterThan(3);
  const [a, b, c] = facts.map((fact, i) => ({ fact, questions: questions.slice(i, i + 1) }));
  if (a === undefined || b === undefined || c === undefined) throw new Error('three facts were made');
  expect([giveAway(a, b), giveAway(b, a), giveAway(a, c)]).toEqual([true, true, false]);
});

test('options name facts that are kept or spare, and none that was dropped', () => {
  const reading = read(TEXT);
  const [one, two] = [factAt(reading, 0, 0.8), factAt(reading, 1, 0.7)];
  const choice: DraftQuestion = {
    ...questionOf(one),
    form: 'choice',
    options: [
      { text: one.answer, factKey: one.key },
      { text: two.answer, factKey: two.key },
    ],
  };
  const keysOf = (questions: readonly DraftQuestion[]) =>
    rankQuestions(reading, [one, two], questions, 1).questions[0]?.options.map(({ factKey }) => factKey);
  expect(keysOf([choice, questionOf(two)])).toEqual([one.key, two.key]);
  expect(keysOf([choice])).toEqual([one.key, null]);
});

test('a text has five facts at least and 20 for every 1,000 words', () => {
  expect(howMany(read(TEXT))).toBe(5);
  expect(howMany(read(Array.from({ length: 13 }, () => TEXT).join('\n\n')))).toBe(21);
});

test('a sentence that says what the article is about is more central than one that strays', () => {
  const reading = read(
    'The canal joins two seas. The canal carries ships between the seas. A barber in Lund once grew large pumpkins. Ships pay to pass the canal.',
    'The canal between the seas',
  );
  const central = reading.sentences.map((sentence) => centralityOf(reading, sentence));
  expect(Math.min(...central)).toBe(central[2]);
  for (const value of central) expect(value >= 0 && value <= 1).toBe(true);
});

test('a weightier and surer fact is worth more', () => {
  const reading = read(TEXT);
  const sentence = reading.sentences[0];
  if (sentence === undefined) throw new Error('no sentence');
  const worth = (weight: number, confidence: number): number =>
    salienceOf(reading, sentence, { weight, confidence });
  expect(worth(0.9, 0.9)).toBeGreaterThan(worth(0.5, 0.9));
  expect(worth(0.9, 0.9)).toBeGreaterThan(worth(0.9, 0.4));
  expect(worth(1, 1)).toBeLessThanOrEqual(1);
});

const checked = (fact: FoundFact, ...unsure: readonly string[]): DraftQuestion => ({
  ...questionOf(fact),
  checks: (['grounded', 'certain-parse', 'one-answer'] as const).map((name) => ({
    name,
    verdict: unsure.includes(name) ? 'unsure' : 'passed',
  })),
});
const orderOf = (questions: readonly DraftQuestion[], facts: readonly FoundFact[]): string[] =>
  rankQuestions(read(TEXT), facts, questions, 1).facts.map(({ key }) => key);

test('of two as central, the one whose question passed every check comes first', () => {
  const [sure, unsure] = [factAt(read(TEXT), 5, 0.5), factAt(read(TEXT), 2, 0.5)];
  expect(orderOf([checked(unsure, 'certain-parse'), checked(sure)], [unsure, sure])).toEqual([sure.key]);
  expect(orderOf([checked(unsure, 'one-answer'), checked(sure, 'certain-parse')], [unsure, sure])).toEqual([
    sure.key,
  ]);
});

test('of two as central and as sure, the sort that was judged good more often comes first', () => {
  const [when, who] = [factAt(read(TEXT), 5, 0.5), factAt(read(TEXT), 2, 0.5, 'who')];
  expect(orderOf([checked(who), checked(when)], [who, when])).toEqual([when.key]);
});

test('what is far more central comes first whatever its sort', () => {
  const [when, who] = [factAt(read(TEXT), 5, 0.4), factAt(read(TEXT), 2, 0.9, 'who')];
  expect(orderOf([checked(who), checked(when)], [who, when])).toEqual([who.key]);
});
