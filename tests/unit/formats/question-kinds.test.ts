/** Questions of several parts, numbers and dates in the files of others. */
import { unzipSync, strFromU8 } from 'fflate';
import { expect, test } from 'vitest';
import type { ExportFormat } from '@/lib/formats/export-formats';
import { readSet, USUAL_CHOICE } from '@/lib/formats/read-set';
import { plainCard, sidesOf, type SetQuestion, type StudySet } from '@/lib/formats/study-set';
import { writeSet } from '@/lib/formats/write-set';

const NOW = new Date('2026-03-01T12:00:00Z');

const option = (text: string) => ({ text, feedback: null });
const QUESTIONS = {
  several: {
    form: 'several',
    prompt: 'Which are noble gases?',
    context: null,
    answer: 'Helium\nNeon',
    options: ['Gold', 'Helium', 'Iron', 'Neon'].map(option),
  },
  number: { form: 'number', prompt: 'How tall is it?', context: null, answer: '330 ± 5 m', options: [] },
  order: {
    form: 'order',
    prompt: 'Oldest first.',
    context: null,
    answer: 'Stone\nBronze\nIron',
    options: ['Bronze', 'Iron', 'Stone'].map(option),
  },
  match: {
    form: 'match',
    prompt: 'Which capital?',
    context: null,
    answer: 'France\tParis\nItaly\tRome',
    options: ['Lisbon', 'Paris', 'Rome'].map(option),
  },
} as const satisfies Record<string, SetQuestion>;
type Kind = keyof typeof QUESTIONS;
const KINDS = Object.keys(QUESTIONS) as Kind[];

const setOf = (...kinds: Kind[]): StudySet => ({
  title: 'Kinds',
  cards: kinds.map((kind) => plainCard(kind, QUESTIONS[kind], { proof: `The proof of ${kind}.` })),
  media: [],
});
const write = (format: ExportFormat, set: StudySet) => writeSet(format, set, NOW);
const text = async (format: ExportFormat, set: StudySet) =>
  new TextDecoder().decode((await write(format, set)).bytes);
const back = async (format: ExportFormat, name: string, ...kinds: Kind[]) => {
  const { bytes } = await write(format, setOf(...kinds));
  const { set, problems } = await readSet(name, bytes, USUAL_CHOICE);
  return { questions: set.cards.flatMap(({ questions }) => questions), problems };
};

test.each([
  ['json', 'a.json'],
  ['moodle-xml', 'a.xml'],
] as const)('%s brings back every kind', async (format, name) => {
  expect(await back(format, name, ...KINDS)).toEqual({
    questions: KINDS.map((kind) => QUESTIONS[kind]),
    problems: [],
  });
});

test('GIFT brings back what it can hold, says the unit in the question, and leaves an order out', async () => {
  const { questions, problems } = await back('gift', 'a.gift', 'several', 'number', 'match');
  expect(problems).toEqual([]);
  expect(questions).toEqual([
    QUESTIONS.several,
    { ...QUESTIONS.number, prompt: 'How tall is it? (m)', answer: '330 ± 5' },
    QUESTIONS.match,
  ]);
  const { leftOut } = await write('gift', setOf('order', 'several'));
  expect(leftOut.map(({ where }) => where)).toEqual(['Oldest first.']);
});

test('GIFT from elsewhere: ranges, weights, and pairs that are too few', async () => {
  const read = async (gift: string) =>
    (await readSet('a.gift', new TextEncoder().encode(gift), USUAL_CHOICE)).set.cards[0]?.questions[0];
  expect(await read('How many? {#10..20}')).toMatchObject({ form: 'number', answer: '15 ± 5' });
  expect(await read('How many? {#=3:0.5}')).toMatchObject({ form: 'number', answer: '3 ± 0.5' });
  expect(await read('Which? {~%50%a ~%50%b ~%-50%c}')).toMatchObject({ form: 'several', answer: 'a\nb' });
  await expect(read('Match. {=a -> b}')).resolves.toMatchObject({ form: 'basic' });
});

test('a spreadsheet of Kahoot! keeps several right answers, and says what it has no place for', async () => {
  const { questions } = await back('kahoot', 'a.xlsx', 'several');
  expect(questions).toEqual([QUESTIONS.several]);
  const { leftOut } = await write('kahoot', setOf(...KINDS));
  expect(leftOut.map(({ where }) => where)).toEqual(['How tall is it?', 'Oldest first.', 'Which capital?']);
});

test('QTI has an interaction of its own for each', async () => {
  const { bytes } = await write('qti', setOf(...KINDS));
  const files = Object.entries(unzipSync(bytes))
    .filter(([name]) => name.startsWith('items/'))
    .map(([, file]) => strFromU8(file));
  const [several = '', number = '', order = '', match = ''] = files;
  expect(several).toContain('cardinality="multiple" baseType="identifier"');
  expect(several).toContain('<value>o2</value><value>o4</value>');
  expect(several).toContain('maxChoices="0"');
  expect(number).toContain('<value>330</value>');
  expect(number).toContain('<equal toleranceMode="absolute" tolerance="5 5">');
  expect(order).toContain('<value>o3</value><value>o1</value><value>o2</value>');
  expect(order).toContain('<orderInteraction');
  expect(match).toContain('<value>l1 r2</value><value>l2 r3</value>');
  expect(match).toContain('<matchInteraction');
  for (const file of files) expect(file).toContain('PROOF');
});

test('as a flashcard, as Markdown and as a table each can still be read', async () => {
  expect(sidesOf({ questions: [QUESTIONS.match] })).toMatchObject({
    front: 'Which capital?\n- France\n- Italy\n\n- Lisbon\n- Paris\n- Rome',
    back: 'France: Paris\nItaly: Rome',
  });
  expect(sidesOf({ questions: [QUESTIONS.order] })?.front).not.toContain('Stone\n- Bronze\n- Iron');
  expect(await text('markdown', setOf('order'))).toContain('Stone → Bronze → Iron');
  expect(await text('markdown', setOf('match'))).toContain('France – Paris; Italy – Rome');
  expect(await text('csv', setOf('several'))).toContain('Helium\nNeon');
});
