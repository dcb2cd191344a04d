import { expect, test } from 'vitest';
import { normaliseAnswer } from '@/lib/facts/answer-leaks';
import type { FoundFact } from '@/lib/facts/candidate';
import { finish, readArticleInSteps, type Reading } from '@/lib/facts/reading';
import { clash, indexRivals } from '@/lib/questions/distractors';
import { areAliases, knownKindOf, othersOfKind } from '@/lib/questions/known-kinds';
import {
  chooseOptions,
  distractorSets,
  isBounded,
  keyIsInconspicuous,
} from '@/lib/questions/multiple-choice';
import { valuesNear } from '@/lib/questions/neighbouring-values';
import type { AnswerType } from '@/lib/model';
import { parser } from '../../support/english-parser';

const read = (text: string): Reading =>
  finish(readArticleInSteps({ title: null, text, language: 'en' }, parser));

/** A fact of the first sentence of `reading` that holds `answer`. */
const factOf = (reading: Reading, answer: string, answerType: AnswerType): FoundFact => {
  const sentence = reading.sentences.find(({ statement }) => statement.includes(answer));
  if (sentence === undefined) throw new Error(`${answer} is not in the text`);
  const start = sentence.start + sentence.statement.indexOf(answer);
  return {
    key: `${answerType}-${start}`,
    kind: 'statement',
    statement: sentence.statement,
    span: { start: sentence.start, end: sentence.end },
    answer,
    answerSpan: { start, end: start + answer.length },
    answerType,
    salience: 0.5,
    confidence: 0.99,
    leans: [],
    sentence,
    place: null,
    doubt: null,
  };
};

const chooseDistractors = (...asked: Parameters<typeof distractorSets>) => distractorSets(...asked)[0] ?? [];

const optionsFor = (text: string, answer: string, type: AnswerType): readonly string[] => {
  const reading = read(text);
  const fact = factOf(reading, answer, type);
  return chooseDistractors(fact, indexRivals(reading, [fact]), text.replace(answer, '')).map(
    ({ text: option }) => option,
  );
};

test.each<[string, string, AnswerType, RegExp]>([
  ['The lighthouse at Skagen was finished in 1858.', '1858', 'year', /^1[789]\d\d$/u],
  ['The harbour cost $37.6 million to build.', '$37.6 million', 'money', /^\$\d\d\.[1-9] million$/u],
  ['The old mill burned down on 12 May 1904.', '12 May 1904', 'date', /^\d{1,2} \p{Lu}\p{Ll}+ 19\d\d$/u],
  ['The pass was closed for good in March 1921.', 'March 1921', 'date', /^\p{Lu}\p{Ll}+ 19\d\d$/u],
  ['The town had 1,200 houses then.', '1,200', 'quantity', /^(?:\d,)?[1-9]00$/u],
  ['The guild began in the 1620s.', '1620s', 'date', /^1[56]\d0s$/u],
  ['The flag shows seven red stars.', 'seven', 'quantity', /^\p{Ll}+$/u],
])('wrong answers look like the right one: %s', (text, answer, type, form) => {
  const options = optionsFor(text, answer, type);
  expect(options).toHaveLength(3);
  for (const option of options) {
    expect(option).toMatch(form);
    expect(option).not.toBe(answer);
  }
});

test('no two days share their month or their day, nor share them with the key', () => {
  for (const answer of ['12 May 1904', '3 June 1911', '28 August 1870', '17 April 1966']) {
    const options = [answer, ...optionsFor(`The mill burned down on ${answer}.`, answer, 'date')];
    for (const part of [0, 1]) expect(new Set(options.map((text) => text.split(' ')[part])).size).toBe(4);
  }
});

test.each<[string, string, AnswerType]>([
  ['More than 60% of the island is bare rock.', '60%', 'percentage'],
  ['The road was closed until 1904.', '1904', 'year'],
  ['The bridge is at least 400 metres long.', '400 metres', 'quantity'],
  ['The mill was built around 1700.', '1700', 'year'],
])('a bound has no wrong neighbours: %s', (text, answer, type) => {
  expect(isBounded(factOf(read(text), answer, type))).toBe(true);
  expect(optionsFor(text, answer, type)).toEqual([]);
});

test('what is only about right has wrong neighbours far off', () => {
  const options = optionsFor('About 60% of the island is bare rock.', '60%', 'percentage');
  expect(options).toHaveLength(3);
  for (const option of options) {
    const value = Number.parseInt(option, 10);
    expect(Math.max(value / 60, 60 / value)).toBeGreaterThanOrEqual(1.3);
  }
});

test('a value of another sentence comes first, with its fact', () => {
  const reading = read('The mill at Holm cost $40 million. The lock at Brae cost $52 million.');
  const facts = [factOf(reading, '$40 million', 'money'), factOf(reading, '$52 million', 'money')];
  const [mill, lock] = facts;
  if (mill === undefined || lock === undefined) throw new Error('two facts were made');
  expect(chooseDistractors(mill, indexRivals(reading, facts), 'The mill cost _____.')).toContainEqual(
    expect.objectContaining({ text: '$52 million', factKey: lock.key }),
  );
});

test('a year named beside the answer rules no option out', () => {
  const after = optionsFor('Tolls were paid by 1851 and the bridge opened in 1862.', '1862', 'year');
  expect(after).toHaveLength(3);
  for (const option of after) expect(Number(option)).toBeGreaterThan(1851);
});

test('“an” before the gap rules no option out', () => {
  const options = optionsFor('The mill gave the owners an 80% share of the harvest.', '80%', 'percentage');
  for (const option of options) expect(option).toMatch(/^(?:8|11%|18%)/u);
});

const REASONS =
  'The mill closed because the river ran dry. The lock failed because its gates had rusted. The old tower fell because its stones were soft. The inn burned because a lamp was left alight. The bell cracked in deep frost.';

/** Facts that ask for the phrases, as finders of causes give them. */
const causesIn = (reading: Reading, answers: readonly string[]): FoundFact[] =>
  answers.map((answer) => {
    const fact = factOf(reading, answer, 'phrase');
    const head = fact.sentence.tree?.root;
    if (head === undefined) throw new Error('no tree');
    return { ...fact, kind: 'cause', place: { role: 'reason', head, clause: head } };
  });

test('a reason stands beside other reasons of its form, each with its fact', () => {
  const reading = read(REASONS);
  const like = [
    'because the river ran dry',
    'because its gates had rusted',
    'because its stones were soft',
    'because a lamp was left alight',
  ];
  const facts = causesIn(reading, like);
  const [mill] = facts;
  if (mill === undefined) throw new Error('four facts were made');
  const index = indexRivals(reading, facts);
  const chosen = chooseDistractors(mill, index, 'The mill closed _____.');
  expect(chosen.map(({ text }) => text).sort()).toEqual(like.slice(1).sort());
  expect(chosen.every(({ factKey }) => factKey !== null)).toBe(true);
});

test('reasons of another form are no options beside it', () => {
  const reading = read(REASONS);
  const facts = causesIn(reading, [
    'because the river ran dry',
    'because its gates had rusted',
    'because its stones were soft',
    'in deep frost',
  ]);
  const [mill] = facts;
  if (mill === undefined) throw new Error('four facts were made');
  expect(chooseDistractors(mill, indexRivals(reading, facts), 'The mill closed _____.')).toEqual([]);
});

test('what is in view, or in the same sentence, is no option', () => {
  const text = 'The mill cost $40 million and the lock $52 million.';
  expect(optionsFor(text, '$40 million', 'money')).not.toContain('$52 million');
});

test.each<[string, string, AnswerType]>([
  ['Britain', 'United Kingdom', 'place'],
  ['the Netherlands', 'Holland', 'place'],
  ['Ann Lee', 'Lee', 'person'],
  ['University of Oslo', 'Oslo', 'organisation'],
  ['North Sea Survey', 'NSS', 'organisation'],
])('%s and %s are no two answers', (a, b, type) => {
  expect(clash(a, b, type)).toBe(true);
  expect(clash(b, a, type)).toBe(true);
});

test('Norway and Sweden are two answers', () => {
  expect(clash('Norway', 'Sweden', 'place')).toBe(false);
  expect(areAliases('Norway', 'Sweden')).toBe(false);
});

test('countries stand beside countries of their part of the world, capitals beside capitals', () => {
  expect(othersOfKind('Norway')).toContain('Sweden');
  expect(othersOfKind('Norway')).not.toContain('Norway');
  expect(othersOfKind('Norway')).not.toContain('Oslo');
  expect(othersOfKind('Skagen')).toEqual([]);
  expect([knownKindOf('Oslo'), knownKindOf('Peru'), knownKindOf('Asia'), knownKindOf('Skagen')]).toEqual([
    'capital',
    'country',
    'continent',
    null,
  ]);
});

test('a key longer than the others is conspicuous', () => {
  const wrong = ['Ann Lee', 'Jon Ray', 'Mia Fox'].map((text) => ({ text, factKey: null }));
  expect(keyIsInconspicuous('Bob Gray', wrong)).toBe(true);
  expect(keyIsInconspicuous('Bartholomew Gray', wrong)).toBe(false);
});

/** 300 facts of many kinds, each of an article of its own. */
const many = (): { fact: FoundFact; options: readonly string[]; others: readonly string[][] }[] =>
  Array.from({ length: 300 }, (_, i) => {
    const [answer, type]: readonly [string, AnswerType] =
      i % 3 === 0
        ? [String(1500 + i), 'year']
        : i % 3 === 1
          ? [`$${(12 + i * 1.3).toFixed(1)} million`, 'money']
          : [`${11 + (i % 71)}%`, 'percentage'];
    const reading = read(`The mill is known for ${answer}.`);
    const fact = { ...factOf(reading, answer, type), key: `${type}-${i}` };
    const chosen = chooseOptions(fact, indexRivals(reading, [fact]), 'The mill', i);
    const texts = (options: readonly { text: string }[]) => options.map(({ text }) => text);
    return {
      fact,
      options: texts(chosen?.options ?? []),
      others: (chosen?.otherDistractors ?? []).map(texts),
    };
  }).filter(({ options }) => options.length === 4);

test('over many questions neither place, nor size, nor length tells the key', () => {
  const asked = many();
  expect(asked.length).toBeGreaterThan(250);
  const places = [0, 0, 0, 0];
  const ranks = [0, 0, 0, 0];
  let longest = 0;
  for (const { fact, options } of asked) {
    expect(new Set(options.map(normaliseAnswer)).size).toBe(4);
    const place = options.indexOf(fact.answer);
    places[place] = (places[place] ?? 0) + 1;
    const sizes = options.map((text) => Number.parseFloat(text.replace('$', '')));
    const rank = sizes.filter((size) => size < Number.parseFloat(fact.answer.replace('$', ''))).length;
    ranks[rank] = (ranks[rank] ?? 0) + 1;
    if (options.every((text) => text === fact.answer || text.length < fact.answer.length)) longest++;
  }
  // With four places each is taken 75 times in 300; 45 and 105 are four standard deviations off.
  for (const count of [...places, ...ranks]) expect(Math.abs(count - asked.length / 4)).toBeLessThan(35);
  expect(longest).toBeLessThan(asked.length / 4);
});

test('other distractors are as good as the first: distinct, wrong, and no hint at the key', () => {
  const asked = many().filter(({ others }) => others.length > 0);
  expect(asked.length).toBeGreaterThan(200);
  const ranks = [0, 0, 0, 0];
  for (const { fact, options, others } of asked) {
    const sets = [options.filter((text) => text !== fact.answer), ...others];
    expect(new Set(sets.map((set) => [...set].sort().join('/'))).size).toBe(sets.length);
    for (const set of others) {
      expect(new Set([fact.answer, ...set].map(normaliseAnswer)).size).toBe(4);
      expect(
        keyIsInconspicuous(
          fact.answer,
          set.map((text) => ({ text, factKey: null })),
        ),
      ).toBe(true);
      const size = (text: string) => Number.parseFloat(text.replace('$', ''));
      const rank = set.filter((text) => size(text) < size(fact.answer)).length;
      ranks[rank] = (ranks[rank] ?? 0) + 1;
    }
  }
  const sets = ranks.reduce((sum, count) => sum + count, 0);
  for (const count of ranks) expect(count / sets).toBeGreaterThan(0.15);
});

test('the same fact has the same neighbours, none of them its own value', () => {
  const fact = factOf(read('The mill at Holm had 48 wheels.'), '48', 'quantity');
  const near = valuesNear(fact, 2000);
  expect(valuesNear(fact, 2000)).toEqual(near);
  expect(near.map(({ text }) => text)).not.toContain('48');
  expect(near.filter(({ value }) => value < 48)).toHaveLength(3);
});
