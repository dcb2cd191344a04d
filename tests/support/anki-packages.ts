/** Anki packages of each generation, made by hand: as Anki writes them, but for compression, whose blocks are raw. */
import { strToU8, zipSync, type Zippable } from 'fflate';
import initSqlJs from 'sql.js';

type Note = {
  readonly type: 'basic' | 'reversed' | 'cloze';
  readonly fields: readonly string[];
  readonly tags?: string;
};

/** Rows of the log: [card's place from 0, time, ease, wait, factor, type]. */
type Answer = readonly [number, number, number, number, number, number];

export type Collection = {
  readonly notes: readonly Note[];
  readonly answers?: readonly Answer[];
  readonly media?: Readonly<Record<string, Uint8Array>>;
  readonly suspended?: readonly number[];
};

const TYPES = { basic: 11, reversed: 12, cloze: 13 } as const;
const FRONT = '<style>b{}</style>{{Front}}{{#Hint}}<i>{{Hint}}</i>{{/Hint}}';
const BACK = '{{FrontSide}}\n\n<hr id=answer>\n\n{{Back}}';
const TEMPLATES = {
  basic: [[FRONT, BACK]],
  reversed: [
    [FRONT, BACK],
    ['{{Back}}', '{{FrontSide}}<hr id="answer">{{Front}}'],
  ],
  cloze: [['{{cloze:Text}}', '{{cloze:Text}}<br>\n{{Back Extra}}']],
} as const;
const FIELDS = {
  basic: ['Front', 'Back'],
  reversed: ['Front', 'Back'],
  cloze: ['Text', 'Back Extra'],
} as const;
const KINDS = ['basic', 'reversed', 'cloze'] as const;

const varint = (value: number): number[] =>
  value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))];
const field = (number: number, bytes: Uint8Array): number[] => [
  number * 8 + 2,
  ...varint(bytes.length),
  ...bytes,
];
const message = (...fields: number[][]): Uint8Array => new Uint8Array(fields.flat());

/** A zstd frame whose blocks are not compressed (RFC 8878, 3.1.1): magic, no checksum, size in eight bytes. */
export const rawZstd = (bytes: Uint8Array): Uint8Array => {
  const size = new Uint8Array(8);
  new DataView(size.buffer).setBigUint64(0, BigInt(bytes.length), true);
  const blocks: number[][] = [];
  const most = 100_000;
  for (let at = 0; at < Math.max(1, bytes.length); at += most) {
    const part = bytes.subarray(at, at + most);
    const head = part.length * 8 + (at + most >= bytes.length ? 1 : 0);
    blocks.push([head % 256, Math.floor(head / 256) % 256, Math.floor(head / 65_536), ...part]);
  }
  return new Uint8Array([0x28, 0xb5, 0x2f, 0xfd, 0xe0, ...size, ...blocks.flat()]);
};

const COMMON = `
  CREATE TABLE notes (id integer PRIMARY KEY, guid text, mid integer, mod integer, usn integer, tags text, flds text,
    sfld integer, csum integer, flags integer, data text);
  CREATE TABLE cards (id integer PRIMARY KEY, nid integer, did integer, ord integer, mod integer, usn integer,
    type integer, queue integer, due integer, ivl integer, factor integer, reps integer, lapses integer, left integer,
    odue integer, odid integer, flags integer, data text);
  CREATE TABLE revlog (id integer PRIMARY KEY, cid integer, usn integer, ease integer, ivl integer, lastIvl integer,
    factor integer, time integer, type integer);`;

const MODELS = JSON.stringify(
  Object.fromEntries(
    KINDS.map((kind) => [
      TYPES[kind],
      {
        id: TYPES[kind],
        name: kind,
        type: kind === 'cloze' ? 1 : 0,
        flds: FIELDS[kind].map((name, ord) => ({ name, ord })),
        tmpls: TEMPLATES[kind].map(([qfmt, afmt], ord) => ({ name: `${ord}`, ord, qfmt, afmt })),
      },
    ]),
  ),
);

const collectionOf = async (content: Collection, schema: 11 | 18): Promise<Uint8Array> => {
  const { Database } = await initSqlJs();
  const database = new Database();
  database.run(COMMON);
  if (schema === 11) {
    database.run('CREATE TABLE col (id integer, ver integer, models text, decks text)');
    const decks = { 1: { name: 'Default' }, 5: { name: 'School::Biology' } };
    database.run('INSERT INTO col VALUES (1, 11, ?, ?)', [MODELS, JSON.stringify(decks)]);
  } else {
    database.run(`CREATE TABLE notetypes (id integer PRIMARY KEY, name text COLLATE BINARY, mtime_secs integer,
        usn integer, config blob);
      CREATE TABLE fields (ntid integer, ord integer, name text COLLATE BINARY, config blob, PRIMARY KEY (ntid, ord))
        WITHOUT ROWID;
      CREATE TABLE templates (ntid integer, ord integer, name text COLLATE BINARY, mtime_secs integer, usn integer,
        config blob, PRIMARY KEY (ntid, ord)) WITHOUT ROWID;
      CREATE TABLE decks (id integer PRIMARY KEY, name text COLLATE BINARY, common blob, kind blob)`);
    for (const kind of KINDS) {
      const config = message(kind === 'cloze' ? [8, 1] : []);
      database.run('INSERT INTO notetypes VALUES (?, ?, 0, 0, ?)', [TYPES[kind], kind, config]);
      FIELDS[kind].forEach((name, ord) => {
        database.run('INSERT INTO fields VALUES (?, ?, ?, ?)', [TYPES[kind], ord, name, new Uint8Array()]);
      });
      TEMPLATES[kind].forEach(([front, back], ord) => {
        const template = message(field(1, strToU8(front)), field(2, strToU8(back)));
        database.run('INSERT INTO templates VALUES (?, ?, ?, 0, 0, ?)', [
          TYPES[kind],
          ord,
          `${ord}`,
          template,
        ]);
      });
    }
    database.run(`CREATE UNIQUE INDEX idx_fields_name_ntid ON fields (name, ntid);
      CREATE UNIQUE INDEX idx_decks_name ON decks (name)`);
    database.run("INSERT INTO decks VALUES (1, 'Default', NULL, NULL)");
    database.run('INSERT INTO decks VALUES (5, ?, NULL, NULL)', ['School\u001fBiology']);
  }
  let cards = 0;
  content.notes.forEach(({ type, fields, tags = '' }, index) => {
    const note = [
      1000 + index,
      `guid${index}`,
      TYPES[type],
      0,
      0,
      ` ${tags} `,
      fields.join('\u001f'),
      '',
      0,
      0,
      '',
    ];
    database.run(`INSERT INTO notes VALUES (${note.map(() => '?').join()})`, note);
    const ords =
      type === 'cloze'
        ? [...(fields[0] ?? '').matchAll(/c(\d)::/gu)].map(([, n]) => Number(n) - 1)
        : TEMPLATES[type].map((_, ord) => ord);
    for (const ord of new Set(ords)) {
      const queue = content.suspended?.includes(cards) === true ? -1 : 0;
      const seen = content.answers?.some(([place]) => place === cards) === true ? 2 : 0;
      const card = [5000 + cards, 1000 + index, 5, ord, 0, 0, seen, queue, 0, 0, 0, 0, 0, 0, 0, 0, 0, '{}'];
      database.run(`INSERT INTO cards VALUES (${card.map(() => '?').join()})`, card);
      cards += 1;
    }
  });
  for (const [place, at, ease, wait, factor, type] of content.answers ?? []) {
    database.run('INSERT INTO revlog VALUES (?, ?, 0, ?, ?, 0, ?, 3000, ?)', [
      at,
      5000 + place,
      ease,
      wait,
      factor,
      type,
    ]);
  }
  // Names there are of a collation that no other SQLite knows.
  database.run(
    "PRAGMA writable_schema = 1; UPDATE sqlite_master SET sql = replace(sql, 'BINARY', 'unicase')",
  );
  const bytes = database.export();
  database.close();
  return bytes;
};

export type Generation = 'legacy 1' | 'legacy 2' | 'latest';

/** The package of a generation. A new one also holds an old database, with one note that asks for a newer Anki. */
export const ankiPackage = async (content: Collection, generation: Generation): Promise<Uint8Array> => {
  const media = Object.entries(content.media ?? {});
  const dummy = await collectionOf({ notes: [{ type: 'basic', fields: ['Please update', 'Anki'] }] }, 11);
  const packed = generation === 'latest';
  const list = packed
    ? rawZstd(
        message(
          ...media.map(([name, bytes]) =>
            field(1, message(field(1, strToU8(name)), [16, ...varint(bytes.length)])),
          ),
        ),
      )
    : strToU8(JSON.stringify(Object.fromEntries(media.map(([name], index) => [index, name]))));
  const files: Zippable = { media: list };
  media.forEach(([, bytes], index) => {
    files[String(index)] = packed ? rawZstd(bytes) : bytes;
  });
  if (packed) {
    files.meta = new Uint8Array([8, 3]);
    files['collection.anki21b'] = [rawZstd(await collectionOf(content, 18)), { level: 0 }];
    files['collection.anki2'] = dummy;
  } else if (generation === 'legacy 2') {
    files['collection.anki21'] = await collectionOf(content, 11);
    files['collection.anki2'] = dummy;
  } else files['collection.anki2'] = await collectionOf(content, 11);
  return zipSync(files);
};
