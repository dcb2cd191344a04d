/** A study set as an Anki package of the legacy kind (schema 11), which every Anki imports. */
import { createHash } from 'node:crypto';
import { strToU8, zipSync, type Zippable } from 'fflate';
import type { Database } from 'sql.js';
import type { Rating } from '@/lib/model';
import { clozeHtml } from './anki-cloze';
import { ankiModels, BASIC_MODEL, CLOZE_MODEL } from './anki-models';
import { ANKI_CONFIG, ANKI_DECK_OPTIONS, ANKI_SCHEMA, ankiDecks } from './anki-schema';
import { htmlToText, textToHtml } from './html-text';
import { withSqlite } from './sqlite';
import { sidesOf, type SetCard, type SetReview, type Sides, type StudySet, type Written } from './study-set';
import { deckName, guidOf, tagWords } from './write-tables';

const LONG_AGO = new Date(1980, 0, 2);
const DAY_MS = 86_400_000;
/** From here on, by ten: ids of notes and cards need only differ in a package, Anki gives new ones where they clash. */
const FIRST_ID = 1_764_000_000_000;

/** A whole number from a text, always the same: for a deck's id. 40 bits, so that it is exact. */
const numberOf = (text: string): number =>
  Number.parseInt(createHash('sha1').update(text).digest('hex').slice(0, 10), 16);

/** The checksum by which Anki finds notes alike: the first four bytes of the SHA-1 of the first field's text. */
const checksum = (field: string): number =>
  Number.parseInt(createHash('sha1').update(htmlToText(field)).digest('hex').slice(0, 8), 16);

const fieldsOf = ({ proof, source, extra }: SetCard, { form, front, back, context }: Sides): string[] => {
  const rest = [context, proof ?? extra, source].map((text) => (text === null ? '' : textToHtml(text)));
  return form === 'cloze'
    ? [clozeHtml(front, back), ...rest]
    : [textToHtml(front), textToHtml(back), ...rest];
};

const TYPE = { learning: 1, review: 2, relearning: 3 } as const;
const EASE: Readonly<Record<Rating, number>> = { again: 1, hard: 2, good: 3, easy: 4 };

type When = { readonly now: Date; readonly created: Date };

/** The columns of a card that say when it comes: type, queue, due, ivl, factor, reps, lapses, left, data. */
const schedule = (card: SetCard, place: number, { created }: When): (number | string)[] => {
  const { memory, suspended } = card;
  if (memory === null) return [0, suspended ? -1 : 0, place, 0, 0, 0, 0, 0, '{}'];
  const inDays = memory.scheduledDays > 0;
  // Days since the collection was made for reviews, seconds for learning steps.
  const due = inDays
    ? Math.max(0, Math.round((memory.due.getTime() - created.getTime()) / DAY_MS))
    : Math.floor(memory.due.getTime() / 1000);
  const type = inDays ? 2 : TYPE[memory.phase];
  const data = {
    pos: place,
    s: Number(memory.stability.toFixed(4)),
    d: Number(memory.difficulty.toFixed(3)),
    lrt: Math.floor(memory.lastReview.getTime() / 1000),
  };
  const queue = inDays ? 2 : 1;
  const left = inDays ? 0 : 1001;
  const { scheduledDays, reps, lapses } = memory;
  return [type, suspended ? -1 : queue, due, scheduledDays, 2500, reps, lapses, left, JSON.stringify(data)];
};

/** What kind of answer it was in Anki's log, by those before it: learning 0, review 1, relearning 2, practice 3. */
const logType = ({ practice }: SetReview, earlier: readonly SetReview[]): number => {
  if (practice) return 3;
  const last = earlier.at(-1);
  if (last !== undefined && last.days !== null) return 1;
  return earlier.some(({ days }) => days !== null) ? 2 : 0;
};

type Log = { readonly ids: Set<number>; readonly insert: (values: (number | string)[]) => void };

/** Rows of the log have the time as their id, and no two cards the same: a millisecond later is near enough. */
const writeReviews = (reviews: readonly SetReview[], cardId: number, { ids, insert }: Log): void => {
  const sorted = [...reviews].sort((a, b) => a.at.getTime() - b.at.getTime());
  sorted.forEach((review, index) => {
    let id = review.at.getTime();
    while (ids.has(id)) id += 1;
    ids.add(id);
    const earlier = sorted.slice(0, index).filter(({ practice }) => !practice);
    insert([
      id,
      cardId,
      -1,
      EASE[review.rating],
      review.days ?? -600,
      earlier.at(-1)?.days ?? 0,
      review.practice ? 0 : 2500,
      review.elapsedMs ?? 0,
      logType(review, earlier),
    ]);
  });
};

const inserting = (database: Database, table: string, columns: number) => {
  const statement = database.prepare(`INSERT INTO ${table} VALUES (${Array(columns).fill('?').join(',')})`);
  return {
    insert: (values: (number | string | null)[]): void => {
      statement.run(values);
    },
    close: (): void => {
      statement.free();
    },
  };
};

const fillCollection = (database: Database, set: StudySet, when: When): void => {
  const seconds = Math.floor(when.now.getTime() / 1000);
  const deckId = numberOf(deckName(set.title)) + 2;
  database.run(ANKI_SCHEMA);
  database.run('BEGIN');
  const collection = inserting(database, 'col', 13);
  collection.insert([
    1,
    Math.floor(when.created.getTime() / 1000),
    when.now.getTime(),
    when.now.getTime(),
    11,
    0,
    0,
    0,
    JSON.stringify(ANKI_CONFIG),
    JSON.stringify(ankiModels(seconds)),
    JSON.stringify(ankiDecks(deckId, deckName(set.title), seconds)),
    JSON.stringify(ANKI_DECK_OPTIONS),
    '{}',
  ]);
  const notes = inserting(database, 'notes', 11);
  const cards = inserting(database, 'cards', 18);
  const log = inserting(database, 'revlog', 9);
  const logIds = new Set<number>();
  set.cards.forEach((card, index) => {
    const sides = sidesOf(card);
    if (sides === null) return;
    const fields = fieldsOf(card, sides);
    const [first = ''] = fields;
    const noteId = FIRST_ID + index * 10;
    const tags = tagWords(card.tags);
    notes.insert([
      noteId,
      guidOf(card),
      sides.form === 'cloze' ? CLOZE_MODEL : BASIC_MODEL,
      seconds,
      -1,
      tags.length === 0 ? '' : ` ${tags.join(' ')} `,
      fields.join('\u001f'),
      htmlToText(first),
      checksum(first),
      0,
      '',
    ]);
    const [type, queue, due, ivl, factor, reps, lapses, left, data] = schedule(card, index + 1, when);
    cards.insert([
      noteId + 1,
      noteId,
      deckId,
      0,
      seconds,
      -1,
      ...([type, queue, due, ivl, factor, reps, lapses, left] as number[]),
      0,
      0,
      0,
      data ?? '{}',
    ]);
    writeReviews(card.reviews, noteId + 1, { ids: logIds, insert: log.insert });
  });
  for (const { close } of [collection, notes, cards, log]) close();
  database.run('COMMIT');
};

/**
 * The instant from which days are counted in the package: whole days before the first review that falls due, so that
 * days begin when the learner's do and no due day is negative.
 */
const createdOf = ({ cards }: StudySet, now: Date): Date => {
  const times = cards.flatMap(({ memory }) =>
    memory === null || memory.scheduledDays === 0 ? [] : [memory.due.getTime()],
  );
  const first = times.length === 0 ? now.getTime() : times.reduce((a, b) => Math.min(a, b));
  const days = Math.ceil(Math.max(0, first - now.getTime()) / DAY_MS) + 1;
  return new Date(first - days * DAY_MS);
};

/**
 * The package. Notes keep their GUID, so that Anki updates those of an earlier export; memory and reviews go along
 * where the cards have them. `now` is the time of the change in the eyes of Anki.
 */
export const writeApkg = async (set: StudySet, now: Date): Promise<Written> => {
  const database = await withSqlite(null, (opened) => {
    fillCollection(opened, set, { now, created: createdOf(set, now) });
    return opened.export();
  });
  const media = Object.fromEntries(set.media.map(({ name }, index) => [String(index), name]));
  const files: Zippable = { 'collection.anki2': database, media: strToU8(JSON.stringify(media)) };
  set.media.forEach(({ bytes }, index) => {
    files[String(index)] = [bytes, { level: 0 }];
  });
  return { bytes: zipSync(files, { mtime: LONG_AGO }), leftOut: [] };
};
