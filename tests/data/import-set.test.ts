import { expect, test } from 'vitest';
import { readSet, USUAL_CHOICE } from '@/lib/formats/read-set';
import type { StudySet } from '@/lib/formats/study-set';
import { writeSet } from '@/lib/formats/write-set';
import { Refusal } from '@/lib/refusal';
import { db } from '@/lib/server/db';
import { importSet } from '@/lib/server/data/import-set';
import { mediaNamed } from '@/lib/server/data/media';
import { replayUser } from '@/lib/server/data/replay';
import { studySetOf } from '@/lib/server/data/study-sets';
import { ankiPackage } from '../support/anki-packages';
import { onEveryDatabase } from '../support/databases';
import { newMember } from '../support/people';
import { countRows } from '../support/rows';

const NOW = new Date('2026-03-01T12:00:00Z');
const START = Date.UTC(2025, 0, 1, 10);
const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]);
const wish = {
  deck: { name: 'new', title: 'Body' },
  fileName: 'body.apkg',
  history: true,
  now: NOW,
} as const;

const body = async (picture = PNG): Promise<StudySet> => {
  const bytes = await ankiPackage(
    {
      notes: [
        { type: 'basic', fields: ['What pumps blood? <img src="heart.png">', 'The heart'], tags: 'organs' },
        { type: 'cloze', fields: ['Blood is {{c1::red}} and {{c2::warm}}.', 'Mostly.'] },
      ],
      answers: [
        [0, START, 3, -600, 0, 0],
        [0, START + 660_000, 3, 2, 0, 0],
        [0, START + 2 * 86_400_000, 3, 500, 0, 1],
        [0, START + 9 * 86_400_000, 1, -600, 0, 1],
        [1, NOW.getTime() + 1000, 3, 2, 0, 0],
        [2, START + 7, 1, 1, 0, 3],
      ],
      media: { 'heart.png': picture },
    },
    'legacy 2',
  );
  return (await readSet('body.apkg', bytes, USUAL_CHOICE)).set;
};

onEveryDatabase(() => {
  test('cards come in with media, tags and their past, and a replay of the log finds no difference', async () => {
    const user = await newMember('America/New_York');
    const done = await importSet(user, await body(), wish);
    expect(done).toMatchObject({ cards: 3, reviews: 4 });
    expect(await replayUser(user)).toEqual([]);
    const set = await studySetOf(user, done.deckId, true);
    expect(set.title).toBe('Body');
    expect(set.cards.map(({ questions: [question] }) => question?.answer)).toEqual([
      'The heart',
      'red',
      'warm',
    ]);
    expect(set.cards[0]).toMatchObject({ tags: ['organs'], proof: null });
    expect(set.cards[0]?.reviews.map(({ rating, at }) => [rating, at.getTime()])).toEqual([
      ['good', START],
      ['good', START + 660_000],
      ['good', START + 2 * 86_400_000],
      ['again', START + 9 * 86_400_000],
    ]);
    expect(set.cards[0]?.memory).toMatchObject({ reps: 4, lapses: 1 });
    // An answer of the future is none.
    expect(set.cards[1]).toMatchObject({ extra: 'Mostly.', memory: null, reviews: [] });
    expect(set.media.map(({ name, bytes }) => [name, [...bytes]])).toEqual([['heart.png', [...PNG]]]);
    expect(await mediaNamed(await newMember(), 'heart.png', new Date())).toBeNull();

    // A card without a proof from a text stands on its own words, word for word.
    const facts = await (
      await db()
    ).fact.findMany({
      where: { deckId: done.deckId },
      orderBy: { position: 'asc' },
      select: { statement: true, start: true, end: true, article: { select: { text: true, title: true } } },
    });
    for (const { statement, start, end, article } of facts) {
      expect(article?.text.slice(start ?? 0, end ?? 0)).toBe(statement);
      expect(article?.title).toBe('Biology (imported cards)');
    }
    expect(facts[1]?.statement).toBe('Blood is red and warm.');
  });

  test('without the wish for it nothing of the past comes in', async () => {
    const user = await newMember();
    const done = await importSet(user, await body(), { ...wish, history: false });
    expect(done.reviews).toBe(0);
    const { cards } = await studySetOf(user, done.deckId, true);
    expect(cards.every(({ memory, reviews }) => memory === null && reviews.length === 0)).toBe(true);
  });

  test('what a deck holds stays out, another picture of the same name gets a name of its own', async () => {
    const user = await newMember();
    const set = await body();
    const { deckId } = await importSet(user, set, wish);
    const again = { ...wish, deck: { name: 'existing', id: deckId } } as const;
    const before = await countRows();
    await expect(importSet(user, set, again)).rejects.toThrow(new Refusal('SAME_ARTICLE'));
    expect(await countRows()).toEqual(before);

    const other = await importSet(user, await body(new Uint8Array([...PNG, 9])), wish);
    const [card] = (await studySetOf(user, other.deckId, false)).cards;
    expect(card?.questions[0]?.prompt).toMatch(/\[image: heart-[0-9a-f]{12}\.png\]/);
    const stranger = await newMember();
    await expect(importSet(stranger, set, again)).rejects.toThrow(new Refusal('NOT_FOUND'));
  });

  test('what was exported with its proofs comes in with them', async () => {
    const user = await newMember();
    const sentence = 'Iron melts at 1538 °C.';
    const set: StudySet = {
      title: 'Metals',
      media: [],
      cards: [
        {
          id: '1',
          questions: [
            {
              form: 'cloze',
              prompt: 'Iron melts at _____ [temperature].',
              context: null,
              answer: '1538 °C',
              options: [],
            },
            {
              form: 'choice',
              prompt: 'Iron melts at _____.',
              context: null,
              answer: '1538 °C',
              options: ['1064 °C', '1538 °C', '3422 °C'].map((text) => ({ text, feedback: null })),
            },
          ],
          proof: sentence,
          source: 'On iron',
          extra: null,
          tags: ['metals'],
          suspended: false,
          memory: null,
          reviews: [],
        },
      ],
    };
    for (const [format, name] of [
      ['json', 'a.json'],
      ['apkg', 'a.apkg'],
    ] as const) {
      const { bytes } = await writeSet(format, set, NOW);
      const read = await readSet(name, bytes, USUAL_CHOICE);
      const { deckId } = await importSet(user, read.set, { ...wish, deck: { name: 'new', title: format } });
      const [card] = (await studySetOf(user, deckId, false)).cards;
      expect(card).toMatchObject({ proof: sentence, source: 'On iron', tags: ['metals'] });
      expect(card?.questions).toHaveLength(format === 'json' ? 2 : 1);
    }
  });
});
