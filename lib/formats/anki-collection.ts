/** What an Anki collection holds, of schema 11 (JSON in one row) or 18 (tables with protocol buffers). */
import type { Database } from 'sql.js';
import { z } from 'zod';
import { numberField, readMessage, textField } from './protobuf';

export type AnkiTemplate = { readonly front: string; readonly back: string };
export type AnkiType = {
  readonly name: string;
  readonly isCloze: boolean;
  readonly fields: readonly string[];
  readonly templates: readonly AnkiTemplate[];
};
export type AnkiNote = {
  readonly id: string;
  readonly guid: string;
  readonly typeId: string;
  readonly tags: readonly string[];
  readonly values: readonly string[];
};
export type AnkiCard = {
  readonly id: string;
  readonly noteId: string;
  readonly deckId: string;
  readonly ord: number;
  readonly suspended: boolean;
  /** Whether it has been learnt at all. */
  readonly seen: boolean;
};
/** A row of the log as it stands; times in milliseconds, waits in days or, negative, in seconds. */
export type AnkiAnswer = {
  readonly at: number;
  readonly cardId: string;
  readonly ease: number;
  readonly wait: number;
  readonly factor: number;
  readonly elapsedMs: number;
  readonly type: number;
};
export type AnkiCollection = {
  readonly types: ReadonlyMap<string, AnkiType>;
  readonly decks: ReadonlyMap<string, string>;
  readonly notes: ReadonlyMap<string, AnkiNote>;
  readonly cards: readonly AnkiCard[];
  readonly answers: readonly AnkiAnswer[];
};

type Value = string | number | Uint8Array | null | undefined;

/** Ids go beyond what a number holds exactly in strange files; as text they stay apart. */
const rowsOf = (database: Database, sql: string): Value[][] => database.exec(sql)[0]?.values ?? [];

const text = (value: Value): string => {
  if (value instanceof Uint8Array) return new TextDecoder().decode(value);
  return value == null ? '' : String(value);
};
const number = (value: Value): number => Number(value) || 0;
const blob = (value: Value): Uint8Array => (value instanceof Uint8Array ? value : new Uint8Array());

const modelSchema = z.object({
  name: z.string().catch(''),
  type: z.number().catch(0),
  flds: z.array(z.object({ name: z.string(), ord: z.number().catch(0) })),
  tmpls: z.array(
    z.object({ ord: z.number().catch(0), qfmt: z.string().catch(''), afmt: z.string().catch('') }),
  ),
});
const modelsSchema = z.record(z.string(), modelSchema);
const decksSchema = z.record(z.string(), z.object({ name: z.string() }));

const byOrd = <T extends { readonly ord: number }>(list: readonly T[]): T[] =>
  [...list].sort((a, b) => a.ord - b.ord);

const oldTypes = (models: string): Map<string, AnkiType> =>
  new Map(
    Object.entries(modelsSchema.parse(JSON.parse(models))).map(([id, { name, type, flds, tmpls }]) => [
      id,
      {
        name,
        isCloze: type === 1,
        fields: byOrd(flds).map((field) => field.name),
        templates: byOrd(tmpls).map(({ qfmt, afmt }) => ({ front: qfmt, back: afmt })),
      },
    ]),
  );

const newTypes = (database: Database): Map<string, AnkiType> => {
  const fields = rowsOf(database, 'SELECT ntid, ord, name FROM fields');
  const templates = rowsOf(database, 'SELECT ntid, ord, config FROM templates');
  const of = (rows: readonly Value[][], id: string): Value[][] =>
    rows.filter(([ntid]) => text(ntid) === id).sort((a, b) => number(a[1]) - number(b[1]));
  return new Map(
    rowsOf(database, 'SELECT id, name, config FROM notetypes').map(([key, name, config]) => {
      const id = text(key);
      return [
        id,
        {
          name: text(name),
          isCloze: numberField(readMessage(blob(config)), 1) === 1,
          fields: of(fields, id).map(([, , field]) => text(field)),
          templates: of(templates, id).map(([, , template]) => {
            const message = readMessage(blob(template));
            return { front: textField(message, 1), back: textField(message, 2) };
          }),
        },
      ];
    }),
  );
};

const hasTable = (database: Database, name: string): boolean =>
  rowsOf(database, `SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '${name}'`).length > 0;

/**
 * Anki's own collation is one that no other SQLite knows, and tables with it cannot be read. In this copy in memory it
 * becomes one that is known: nothing here is asked for in the order of names.
 */
const forgetCollation = (database: Database): void => {
  database.run(`PRAGMA writable_schema = 1;
    UPDATE sqlite_master SET sql = replace(sql, 'unicase', 'nocase');
    PRAGMA writable_schema = RESET`);
};

/** All of a collection that is learnt from. @throws where it is none. */
export const readCollection = (database: Database): AnkiCollection => {
  const isNew = hasTable(database, 'notetypes');
  if (isNew) forgetCollation(database);
  const [head = []] = isNew ? [] : rowsOf(database, 'SELECT models, decks FROM col');
  const decks = isNew
    ? rowsOf(database, 'SELECT id, name FROM decks').map(
        ([id, name]) => [text(id), text(name).replaceAll('\u001f', '::')] as const,
      )
    : Object.entries(decksSchema.parse(JSON.parse(text(head[1])))).map(
        ([id, { name }]) => [id, name] as const,
      );
  const notes = rowsOf(database, 'SELECT id, guid, mid, tags, flds FROM notes').map(
    ([id, guid, mid, tags, flds]) =>
      [
        text(id),
        {
          id: text(id),
          guid: text(guid),
          typeId: text(mid),
          tags: text(tags)
            .split(/\s+/u)
            .filter((tag) => tag !== ''),
          values: text(flds).split('\u001f'),
        },
      ] as const,
  );
  return {
    types: isNew ? newTypes(database) : oldTypes(text(head[0])),
    decks: new Map(decks),
    notes: new Map(notes),
    cards: rowsOf(
      database,
      'SELECT id, nid, CASE WHEN odid > 0 THEN odid ELSE did END, ord, queue, type FROM cards ORDER BY nid, ord',
    ).map(([id, nid, did, ord, queue, type]) => ({
      id: text(id),
      noteId: text(nid),
      deckId: text(did),
      ord: number(ord),
      suspended: number(queue) === -1,
      seen: number(type) > 0,
    })),
    answers: rowsOf(database, 'SELECT id, cid, ease, ivl, factor, time, type FROM revlog ORDER BY id').map(
      ([id, cid, ease, ivl, factor, time, type]) => ({
        at: number(id),
        cardId: text(cid),
        ease: number(ease),
        wait: number(ivl),
        factor: number(factor),
        elapsedMs: number(time),
        type: number(type),
      }),
    ),
  };
};
