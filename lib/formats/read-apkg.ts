/** Anki packages of all three generations: cards with their media, cloze, tags, and the answers of the past. */
import { strFromU8 } from 'fflate';
import { RATINGS } from '@/lib/model';
import { readCloze } from './anki-cloze';
import {
  readCollection,
  type AnkiAnswer,
  type AnkiCard,
  type AnkiCollection,
  type AnkiNote,
  type AnkiType,
} from './anki-collection';
import { BASIC_FIELDS, CLOZE_FIELDS } from './anki-models';
import { belowTheLine, renderTemplate } from './anki-template';
import { htmlToText, mediaName } from './html-text';
import { mediaParts } from './media-marks';
import { numberField, readMessage, textField } from './protobuf';
import { withSqlite } from './sqlite';
import {
  plainCard,
  recallQuestion,
  type MediaFile,
  type Problem,
  type ReadSet,
  type SetCard,
  type SetReview,
} from './study-set';
import { UnreadableFile } from './unreadable-file';
import { newRoom, type Room } from './room';
import { tidyText } from './tidy';
import { openZip, type Archive } from './zip';
import { unpackZstd } from './zstd';

const MOST_CARDS = 100_000;

/** Entries: a deck may have a picture and a sound for each of its cards. */
export const MOST_PACKAGED = 20_000;

type Package = { readonly archive: Archive; readonly room: Room; readonly packed: boolean };
type Generation = { readonly database: string; readonly packed: boolean };

/** Which database counts, as Anki itself decides: a new package also holds an old one, with one note that says so. */
const generationOf = ({ names, read }: Archive): Generation => {
  if (names.includes('meta')) {
    const version = numberField(readMessage(read('meta') ?? new Uint8Array()), 1);
    if (version > 3)
      throw new UnreadableFile('This package was written by an Anki that is newer than this reader.');
    if (version === 3 || names.includes('collection.anki21b')) {
      return { database: 'collection.anki21b', packed: true };
    }
  }
  if (names.includes('collection.anki21b')) return { database: 'collection.anki21b', packed: true };
  if (names.includes('collection.anki21')) return { database: 'collection.anki21', packed: false };
  if (names.includes('collection.anki2')) return { database: 'collection.anki2', packed: false };
  throw new UnreadableFile('This is not an Anki package: there is no collection in it.');
};

/** The names of media by the entry that holds each. */
const mediaList = ({ archive, room, packed }: Package): Map<string, string> => {
  const media = archive.read('media');
  if (media === null || media.length === 0) return new Map();
  if (!packed) {
    try {
      const list = JSON.parse(strFromU8(media)) as unknown;
      if (typeof list !== 'object' || list === null) return new Map();
      return new Map(
        Object.entries(list).flatMap(([entry, name]) => (typeof name === 'string' ? [[entry, name]] : [])),
      );
    } catch {
      throw new UnreadableFile('This package is damaged: its list of media cannot be read.');
    }
  }
  const entries = readMessage(unpackZstd(media, room)).get(1) ?? [];
  return new Map(
    entries.flatMap((entry, index) =>
      entry instanceof Uint8Array ? [[String(index), textField(readMessage(entry), 1)]] : [],
    ),
  );
};

/** The media that cards name; others of the package stay out. */
const readMedia = (from: Package, cards: readonly SetCard[]): MediaFile[] => {
  const named = new Set(
    cards.flatMap(({ questions, extra, proof }) =>
      [...questions.flatMap(({ prompt, answer }) => [prompt, answer]), extra ?? '', proof ?? ''].flatMap(
        (text) => mediaParts(text).flatMap((part) => (part.kind === 'text' ? [] : [part.name])),
      ),
    ),
  );
  const list = mediaList(from);
  return [...list].flatMap(([entry, written]) => {
    const name = mediaName(written);
    const content = named.has(name) ? from.archive.read(entry) : null;
    if (content === null) return [];
    return { name, bytes: from.packed ? unpackZstd(content, from.room) : content };
  });
};

const text = (html: string): string => tidyText(htmlToText(html));
const orNull = (html: string): string | null => text(html) || null;

const sameFields = (type: AnkiType, fields: readonly string[]): boolean =>
  type.fields.join('\n') === fields.join('\n');

/** A note that we have written ourselves; `null` for any other. */
const ownNote = (type: AnkiType, values: ReadonlyMap<string, string>, id: string): SetCard | null => {
  const isCloze = type.isCloze && sameFields(type, CLOZE_FIELDS);
  if (!isCloze && (type.isCloze || !sameFields(type, BASIC_FIELDS))) return null;
  const context = orNull(values.get('Context') ?? '');
  const cloze = isCloze ? readCloze(values.get('Text') ?? '', 1) : null;
  const prompt = isCloze ? cloze?.prompt : text(values.get('Front') ?? '');
  const answer = isCloze ? cloze?.answer : text(values.get('Back') ?? '');
  if (!prompt || !answer) return null;
  const [said, source] = [orNull(values.get('Extra') ?? ''), orNull(values.get('Source') ?? '')];
  const question = recallQuestion(isCloze ? 'cloze' : 'basic', prompt, answer, context);
  return plainCard(id, question, source === null ? { extra: said } : { proof: said, source });
};

/** A deletion's place while the template around it becomes text. */
const GAP_MARK = '\ufff9';

const clozeCard = (
  type: AnkiType,
  values: ReadonlyMap<string, string>,
  ord: number,
  id: string,
): SetCard | null => {
  const [template] = type.templates;
  if (template === undefined) return null;
  let field = '';
  const front = renderTemplate(template.front, values, (value) => {
    field = value;
    return GAP_MARK;
  });
  const cloze = readCloze(field, ord + 1);
  if (cloze === null || cloze.answer === '') return null;
  const prompt = text(front).replace(GAP_MARK, () => cloze.prompt);
  const rest = text(belowTheLine(renderTemplate(template.back, values, () => ''))).trim();
  const shown = text(front).replace(GAP_MARK, '').trim();
  const extra = shown !== '' && rest.startsWith(shown) ? rest.slice(shown.length).trim() : rest;
  return plainCard(id, recallQuestion('cloze', prompt, cloze.answer), { extra: extra === '' ? null : extra });
};

const plainNoteCard = (
  type: AnkiType,
  values: ReadonlyMap<string, string>,
  ord: number,
  id: string,
): SetCard | null => {
  const template = type.templates[ord];
  if (template === undefined) return null;
  const front = text(renderTemplate(template.front, values));
  const back = text(belowTheLine(renderTemplate(template.back, values)));
  return front === '' || back === '' ? null : plainCard(id, recallQuestion('basic', front, back));
};

const toCard = (card: AnkiCard, note: AnkiNote, type: AnkiType): SetCard | null => {
  const values = new Map(type.fields.map((name, index) => [name, note.values[index] ?? '']));
  const guid = note.guid.replace(/^qw-/u, '');
  const id = card.ord === 0 ? guid : `${guid}-${card.ord + 1}`;
  const made =
    ownNote(type, values, id) ??
    (type.isCloze ? clozeCard(type, values, card.ord, id) : plainNoteCard(type, values, card.ord, id));
  return made === null ? null : { ...made, tags: note.tags, suspended: card.suspended };
};

/** Manual changes of the schedule are no answers (ease 0); one that resets a card ends what came before it. */
const reviewsOf = (answers: readonly AnkiAnswer[]): SetReview[] => {
  const reset = answers.findLastIndex(({ type, ease, factor }) => type === 4 && ease === 0 && factor === 0);
  return answers.slice(reset + 1).flatMap(({ at, ease, wait, factor, elapsedMs, type }): SetReview[] => {
    const rating = RATINGS[ease - 1];
    if (rating === undefined || at <= 0 || at > 8.64e15) return [];
    const practice = type === 3 && factor === 0;
    return [
      {
        at: new Date(at),
        rating,
        practice,
        elapsedMs: Math.max(0, Math.round(elapsedMs)),
        days: wait > 0 ? Math.round(wait) : null,
      },
    ];
  });
};

const titleOf = ({ decks, cards }: AnkiCollection, title: string): string => {
  const used = [...new Set(cards.map(({ deckId }) => decks.get(deckId) ?? ''))].filter((name) => name !== '');
  const roots = new Set(used.map((name) => name.split('::')[0] ?? ''));
  if (used.length === 1) return used[0]?.split('::').at(-1) ?? title;
  return roots.size === 1 ? ([...roots][0] ?? title) : title;
};

const cardsOf = (collection: AnkiCollection): { cards: SetCard[]; problems: Problem[] } => {
  const problems: Problem[] = [];
  const answers = new Map<string, AnkiAnswer[]>();
  for (const answer of collection.answers) {
    const earlier = answers.get(answer.cardId);
    if (earlier === undefined) answers.set(answer.cardId, [answer]);
    else earlier.push(answer);
  }
  let unlogged = 0;
  const cards = collection.cards.flatMap((card, index): SetCard[] => {
    const where = `Card ${index + 1}`;
    const note = collection.notes.get(card.noteId);
    const type = collection.types.get(note?.typeId ?? '');
    if (note === undefined || type === undefined) {
      problems.push({ where, words: 'Its note is missing from the package.' });
      return [];
    }
    const made = toCard(card, note, type);
    if (made === null) {
      problems.push({ where, words: `A side of it is empty (note type “${type.name}”).` });
      return [];
    }
    const reviews = reviewsOf(answers.get(card.id) ?? []);
    if (card.seen && reviews.length === 0) unlogged += 1;
    return [{ ...made, reviews }];
  });
  if (unlogged > 0) {
    const words = `${unlogged} have a schedule but no answers in the package: they begin as new.`;
    problems.push({ where: unlogged === 1 ? 'One card' : 'Cards', words });
  }
  return { cards, problems };
};

/** @throws UnreadableFile for what is no package, is damaged, too new or too large. */
export const readApkg = async (bytes: Uint8Array, title: string): Promise<ReadSet> => {
  const room = newRoom();
  const archive = openZip(bytes, { room, most: MOST_PACKAGED });
  const { database, packed } = generationOf(archive);
  const entry = archive.read(database);
  if (entry === null) throw new UnreadableFile('This package is damaged: its collection is missing.');
  const content = packed ? unpackZstd(entry, room) : entry;
  const collection = await withSqlite(content, readCollection).catch((error: unknown) => {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile('This package is damaged: its collection cannot be read.');
  });
  if (collection.cards.length > MOST_CARDS) {
    throw new UnreadableFile('This package holds more than 100,000 cards.');
  }
  const { cards, problems } = cardsOf(collection);
  const media = readMedia({ archive, room, packed }, cards);
  return { set: { title: titleOf(collection, title), cards, media }, problems };
};
