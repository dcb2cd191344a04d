/** What we write and can read comes back equal, whatever stands in it. */
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { quizItems } from '@/lib/formats/quiz-items';
import { readSet, USUAL_CHOICE } from '@/lib/formats/read-set';
import { sidesOf, type StudySet } from '@/lib/formats/study-set';
import { oneLine } from '@/lib/formats/tidy';
import type { ExportFormat } from '@/lib/formats/export-formats';
import { writeSet } from '@/lib/formats/write-set';
import { anySet, asFlashcards } from '../../support/study-sets';

const NOW = new Date('2026-03-01T12:00:00Z');

const throughFile = async (set: StudySet, format: ExportFormat, name: string): Promise<StudySet> => {
  const { bytes } = await writeSet(format, set, NOW);
  const { set: back, problems } = await readSet(name, bytes, USUAL_CHOICE);
  expect(problems).toEqual([]);
  return back;
};

// The machine that runs it may be busy.
vi.setConfig({ testTimeout: 60_000 });

const always = (check: (set: StudySet) => Promise<void>, numRuns: number): Promise<void> =>
  fc.assert(fc.asyncProperty(anySet, check), { numRuns });

test('JSON brings back all of a set', () =>
  always(async (set) => {
    expect(await throughFile(set, 'json', 'a.json')).toEqual(set);
  }, 100));

test('an Anki package brings back cards, proofs, tags and answers', () =>
  always(async (set) => {
    const back = await throughFile(set, 'apkg', 'a.apkg');
    expect(asFlashcards(back)).toEqual(asFlashcards(set));
    expect(back.cards.map(({ id }) => id)).toEqual(set.cards.map(({ id }) => id));
    const times = new Set<number>();
    const unique = set.cards.every(({ reviews }) =>
      reviews.every(({ at }) => !times.has(at.getTime()) && times.add(at.getTime())),
    );
    // Time is the key of Anki's log: of two answers at one instant the later is moved by a millisecond.
    if (!unique) return;
    const without = ({ reviews }: StudySet['cards'][number]) =>
      reviews.map(({ elapsedMs, ...review }) => ({ ...review, elapsedMs: elapsedMs ?? 0 }));
    expect(back.cards.map(without)).toEqual(set.cards.map(without));
  }, 30));

test('Anki text brings back cards, proofs, tags and ids', () =>
  always(async (set) => {
    const back = await throughFile(set, 'anki-text', 'a.txt');
    expect(asFlashcards(back)).toEqual(asFlashcards(set));
    expect(back.cards.map(({ id }) => id)).toEqual(set.cards.map(({ id }) => id));
  }, 150));

test('CSV brings back cards, proofs and tags', () =>
  always(async (set) => {
    expect(asFlashcards(await throughFile(set, 'csv', 'a.csv'))).toEqual(asFlashcards(set));
  }, 150));

test('tab-separated text brings back both sides, each on one line', () =>
  always(async (set) => {
    const { bytes } = await writeSet('tsv', set, NOW);
    const choice = { field: '\t', row: '\n', header: 'no', swapped: false } as const;
    const { set: back } = await readSet('a.tsv', bytes, choice);
    const flat = ({ cards }: StudySet) =>
      cards.map((card) => {
        const sides = sidesOf(card);
        return [oneLine(sides?.front ?? ''), oneLine(sides?.back ?? '')];
      });
    expect(flat(back)).toEqual(flat(set));
  }, 150));

/** Names of questions are given anew where a file has none. */
const asQuiz = (set: StudySet) =>
  quizItems(set).map(({ kind, prompt, answer, options, proof, tags }) => ({
    kind,
    prompt,
    answer,
    options,
    proof,
    tags,
  }));

test('GIFT brings back questions, options, words on them, proofs and tags', () =>
  always(async (set) => {
    expect(asQuiz(await throughFile(set, 'gift', 'a.gift'))).toEqual(asQuiz(set));
  }, 150));

test('Moodle XML brings back questions, options, words on them, proofs and tags', () =>
  always(async (set) => {
    const back = await throughFile(set, 'moodle-xml', 'a.xml');
    expect(asQuiz(back)).toEqual(asQuiz(set));
    expect(back.title).toBe(set.title.replace(/^\/+|\/+$/gu, '').trim());
  }, 100));

test('the Kahoot! spreadsheet brings back every question that fits', () =>
  always(async (set) => {
    const { bytes, leftOut } = await writeSet('kahoot', set, NOW);
    const items = quizItems(set).filter(({ kind }) => kind !== 'typed');
    expect(leftOut).toHaveLength(quizItems(set).length - items.length);
    if (items.length === 0) return;
    const back = quizItems((await readSet('a.xlsx', bytes, USUAL_CHOICE)).set);
    expect(
      back.map(({ prompt, answer, options }) => [prompt, answer, options.map(({ text }) => text)]),
    ).toEqual(
      items.map(({ prompt, answer, options }) => [oneLine(prompt), answer, options.map(({ text }) => text)]),
    );
  }, 80));
