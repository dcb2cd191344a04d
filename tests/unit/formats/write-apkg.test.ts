/** The package as another SQLite (libSQL) sees it: whole, of Anki's schema, and with what the set holds. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, type Client } from '@libsql/client';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { recallQuestion, type SetCard, type StudySet } from '@/lib/formats/study-set';
import { writeApkg } from '@/lib/formats/write-apkg';

const NOW = new Date('2026-03-01T12:00:00Z');

const seen: SetCard = {
  id: 'fact-1',
  questions: [recallQuestion('cloze', 'The tower was opened in _____ [year].', '1889', 'Paris had a fair.')],
  proof: 'The tower was opened in 1889.',
  source: 'Towers & <spires>',
  extra: null,
  tags: ['old towers'],
  suspended: false,
  memory: {
    stability: 12.5,
    difficulty: 4.25,
    due: new Date('2026-03-10T04:00:00Z'),
    lastReview: new Date('2026-02-26T18:00:00Z'),
    phase: 'review',
    scheduledDays: 12,
    reps: 2,
    lapses: 0,
  },
  reviews: [
    { at: new Date('2026-02-24T18:00:00Z'), rating: 'good', practice: false, elapsedMs: 4000, days: null },
    { at: new Date('2026-02-24T18:11:00Z'), rating: 'good', practice: false, elapsedMs: 2000, days: 2 },
    { at: new Date('2026-02-26T18:00:00Z'), rating: 'easy', practice: false, elapsedMs: null, days: 12 },
  ],
};
const fresh: SetCard = {
  ...seen,
  id: 'fact-2',
  questions: [recallQuestion('basic', 'Who built it?\n[image: a b.png]', 'Eiffel')],
  memory: null,
  reviews: [],
  suspended: true,
};
const SET: StudySet = {
  title: 'Towers',
  cards: [seen, fresh],
  media: [{ name: 'a b.png', bytes: new Uint8Array([1, 2, 3]) }],
};

/** A cell that holds text or a number. */
const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : expect.unreachable('no text');

const rowsOf = async (client: Client, sql: string): Promise<unknown[][]> =>
  (await client.execute(sql)).rows.map((row) => Object.values(row));

const opened = async (work: (client: Client) => Promise<void>, set = SET): Promise<void> => {
  const files = unzipSync((await writeApkg(set, NOW)).bytes);
  expect(Object.keys(files).sort()).toEqual(['0', 'collection.anki2', 'media']);
  expect(JSON.parse(strFromU8(files.media ?? new Uint8Array()))).toEqual({ 0: 'a b.png' });
  const folder = mkdtempSync(join(tmpdir(), 'apkg-'));
  const path = join(folder, 'collection.anki2');
  writeFileSync(path, files['collection.anki2'] ?? '');
  const client = createClient({ url: `file:${path}` });
  try {
    await work(client);
  } finally {
    client.close();
    rmSync(folder, { recursive: true });
  }
};

test('it is a whole database of schema 11, every row where it belongs', () =>
  opened(async (client) => {
    const one = async (sql: string) => (await rowsOf(client, sql))[0]?.[0];
    expect(await one('PRAGMA integrity_check')).toBe('ok');
    expect(await one('SELECT ver FROM col')).toBe(11);
    expect(await one('SELECT count(*) FROM notes')).toBe(2);
    expect(await one('SELECT count(*) FROM cards c JOIN notes n ON n.id = c.nid')).toBe(2);
    expect(await one('SELECT count(*) FROM revlog r JOIN cards c ON c.id = r.cid')).toBe(3);
    const types = JSON.parse(text(await one('SELECT models FROM col'))) as Record<
      string,
      { flds: unknown[] }
    >;
    for (const [mid, flds] of await rowsOf(client, 'SELECT mid, flds FROM notes')) {
      expect(text(flds).split('\u001f')).toHaveLength(types[text(mid)]?.flds.length ?? -1);
    }
    const deckId = text(await one('SELECT did FROM cards'));
    expect(JSON.parse(text(await one('SELECT decks FROM col')))).toHaveProperty([deckId, 'name'], 'Towers');
  }));

test('a note has its proof, tags, an id that stays, and its gap in words of Anki', () =>
  opened(async (client) => {
    const { rows } = await client.execute('SELECT guid, tags, flds FROM notes ORDER BY id');
    expect(rows.map(({ guid, tags }) => [guid, tags])).toEqual([
      ['qw-fact-1', ' old_towers '],
      ['qw-fact-2', ' old_towers '],
    ]);
    expect(text(rows[0]?.flds).split('\u001f')).toEqual([
      'The tower was opened in {{c1::1889::year}}.',
      'Paris had a fair.',
      'The tower was opened in 1889.',
      'Towers &amp; &lt;spires&gt;',
    ]);
    expect(rows[1]?.flds).toContain('Who built it?<br><img src="a b.png">');
  }));

test('memory and reviews go along, and a card that was set aside stays so', () =>
  opened(async (client) => {
    const cards = (await client.execute('SELECT * FROM cards ORDER BY id')).rows;
    const crt = Number((await client.execute('SELECT crt FROM col')).rows[0]?.crt);
    expect(cards[0]).toMatchObject({ type: 2, queue: 2, ivl: 12, reps: 2, lapses: 0 });
    expect(JSON.parse(text(cards[0]?.data))).toMatchObject({ s: 12.5, d: 4.25, lrt: 1_772_128_800 });
    expect((crt + Number(cards[0]?.due) * 86_400) * 1000).toBe(seen.memory?.due.getTime());
    expect(cards[1]).toMatchObject({ type: 0, queue: -1 });
    const log = (await client.execute('SELECT id, ease, ivl, lastIvl, type, time FROM revlog ORDER BY id'))
      .rows;
    expect(log.map(({ id, ease, ivl, lastIvl, type, time }) => [id, ease, ivl, lastIvl, type, time])).toEqual(
      [
        [seen.reviews[0]?.at.getTime(), 3, -600, 0, 0, 4000],
        [seen.reviews[1]?.at.getTime(), 3, 2, 0, 0, 2000],
        [seen.reviews[2]?.at.getTime(), 4, 12, 2, 1, 0],
      ],
    );
  }));

test('two exports have the same ids, so that the second updates what the first brought', async () => {
  const ids: string[] = [];
  for (const set of [SET, { ...SET, cards: [...SET.cards].reverse() }]) {
    await opened(async (client) => {
      const { rows } = await client.execute('SELECT guid, mid FROM notes ORDER BY guid');
      const deck = await client.execute('SELECT DISTINCT did FROM cards');
      ids.push(JSON.stringify([rows.map(({ guid, mid }) => [guid, mid]), deck.rows.map(({ did }) => did)]));
    }, set);
  }
  expect(ids[0]).toBe(ids[1]);
});
