import { expect, test } from 'vitest';
import { readSet, USUAL_CHOICE } from '@/lib/formats/read-set';
import { ankiPackage, type Collection } from '../../support/anki-packages';

const DAY = 86_400_000;
const START = Date.UTC(2025, 0, 1, 10);

const COLLECTION: Collection = {
  notes: [
    {
      type: 'basic',
      fields: ['What <b>pumps</b> blood?<br><img src="heart%20a.png">', 'The&nbsp;heart'],
      tags: 'body organs',
    },
    { type: 'reversed', fields: ['Herz', 'heart [sound:h.mp3]'] },
    {
      type: 'cloze',
      fields: [
        'The {{c1::left::side}} ventricle feeds the {{c2::aorta}} and {{c1::not}} the lungs.',
        'Seen by <i>Harvey</i>.',
      ],
    },
    { type: 'basic', fields: ['No back', ''] },
  ],
  answers: [
    [0, START, 3, -600, 0, 0],
    [0, START + 660_000, 3, 2, 2500, 0],
    [0, START + DAY, 0, 0, 0, 5],
    [0, START + 3 * DAY, 1, -600, 2300, 1],
    [0, START + 3 * DAY + 9, 2, 1, 0, 3],
    [1, START + 1, 4, 4, 2500, 0],
    [1, START + 5 * DAY, 0, 0, 0, 4],
    [1, START + 6 * DAY, 3, -600, 0, 0],
  ],
  media: {
    'heart a.png': new Uint8Array([1, 2]),
    'h.mp3': new Uint8Array([3]),
    'unused.png': new Uint8Array([4]),
  },
  suspended: [2],
};

test.each(['legacy 1', 'legacy 2', 'latest'] as const)(
  'a package of the generation %s',
  async (generation) => {
    const { kind, set, problems } = await readSet(
      'x.apkg',
      await ankiPackage(COLLECTION, generation),
      USUAL_CHOICE,
    );
    expect(kind).toBe('apkg');
    expect(set.title).toBe('Biology');
    expect(
      set.cards.map(({ questions: [question] }) => [question?.form, question?.prompt, question?.answer]),
    ).toEqual([
      ['basic', 'What pumps blood?\n[image: heart a.png]', 'The heart'],
      ['basic', 'Herz', 'heart [sound: h.mp3]'],
      ['basic', 'heart [sound: h.mp3]', 'Herz'],
      ['cloze', 'The _____ [side] ventricle feeds the aorta and … the lungs.', 'left … not'],
      ['cloze', 'The left ventricle feeds the _____ and not the lungs.', 'aorta'],
    ]);
    expect(set.cards.map(({ id }) => id)).toEqual(['guid0', 'guid1', 'guid1-2', 'guid2', 'guid2-2']);
    expect(set.cards[0]?.tags).toEqual(['body', 'organs']);
    expect(set.cards[3]?.extra).toBe('Seen by Harvey.');
    expect(set.cards.map(({ suspended }) => suspended)).toEqual([false, false, true, false, false]);
    expect(set.media.map(({ name, bytes }) => [name, [...bytes]])).toEqual([
      ['heart a.png', [1, 2]],
      ['h.mp3', [3]],
    ]);
    expect(problems).toEqual([{ where: 'Card 6', words: expect.stringContaining('empty') as string }]);

    expect(set.cards[0]?.reviews.map(({ rating, practice, days }) => [rating, practice, days])).toEqual([
      ['good', false, null],
      ['good', false, 2],
      ['again', false, null],
      ['hard', true, 1],
    ]);
    // What came before a card was reset is no longer its past.
    expect(set.cards[1]?.reviews).toEqual([
      { at: new Date(START + 6 * DAY), rating: 'good', practice: false, elapsedMs: 3000, days: null },
    ]);
  },
);

test('a package without a collection, a damaged one and one of a later Anki say so', async () => {
  const read = (bytes: Uint8Array) => readSet('x.apkg', bytes, USUAL_CHOICE);
  const whole = await ankiPackage(COLLECTION, 'legacy 1');
  await expect(read(whole.subarray(0, whole.length / 2))).rejects.toThrow('damaged');
  const { zipSync } = await import('fflate');
  await expect(read(zipSync({ a: new Uint8Array([1]) }))).rejects.toThrow('no collection');
  await expect(read(zipSync({ meta: new Uint8Array([8, 9]) }))).rejects.toThrow('newer');
  await expect(read(zipSync({ 'collection.anki2': new Uint8Array(5000).fill(7) }))).rejects.toThrow(
    'damaged',
  );
});
