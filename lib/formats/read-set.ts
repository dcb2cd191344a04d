/** One door to all readers of study sets: which of them, by what the file is and what it is called. */
import { readDeckJson } from './deck-json';
import { isAnkiText, readAnkiText } from './read-anki-text';
import { MOST_PACKAGED, readApkg } from './read-apkg';
import { guessField, readDelimited, type Delimiters } from './read-delimited';
import { readGift } from './read-gift';
import { readMoodleXml } from './read-moodle-xml';
import { readTable, type TableChoice } from './read-table';
import { readXlsx } from './read-xlsx';
import type { ReadSet } from './study-set';
import { UnreadableFile } from './unreadable-file';
import { unguardCell } from './write-csv';
import { openZip } from './zip';

export const SET_KINDS = ['apkg', 'anki-text', 'table', 'gift', 'moodle-xml', 'spreadsheet', 'json'] as const;
export type SetKind = (typeof SET_KINDS)[number];

/** What a person may say of a table. */
export type SetChoice = Delimiters & TableChoice;

export const USUAL_CHOICE: SetChoice = { field: null, row: null, header: 'auto', swapped: false };

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** The text of a file: UTF-8 with or without its mark, UTF-16 with it, else Windows' western letters. */
const decode = (bytes: Uint8Array): string => {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null;
  if (utf16 === null && bytes.subarray(0, 65_536).includes(0)) {
    throw new UnreadableFile('This is not a file of cards or questions that can be read here.');
  }
  try {
    return new TextDecoder(utf16 ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(utf16 ?? 'windows-1252').decode(bytes);
  }
};

/** What a file is, by its content first and its name where that says too little. */
const kindOf = (name: string, bytes: Uint8Array): { kind: SetKind; text: string } => {
  if (isZip(bytes)) {
    const { names } = openZip(bytes, { most: MOST_PACKAGED });
    if (names.some((each) => each.startsWith('xl/'))) return { kind: 'spreadsheet', text: '' };
    return { kind: 'apkg', text: '' };
  }
  const text = decode(bytes);
  const start = text.trimStart().slice(0, 2000);
  if (start.startsWith('{') && /\.json$/iu.test(name)) return { kind: 'json', text };
  if (start.startsWith('<') && /<quiz[\s>]/u.test(start)) return { kind: 'moodle-xml', text };
  if (/\.xml$/iu.test(name)) return { kind: 'moodle-xml', text };
  if (isAnkiText(text)) return { kind: 'anki-text', text };
  if (/\.gift(\.txt)?$/iu.test(name)) return { kind: 'gift', text };
  if (/\.(csv|tsv|tab)$/iu.test(name)) return { kind: 'table', text };
  const looksLikeGift =
    /(^|[^\\])\{\s*(=|~|#|T\s*[#}]|F\s*[#}]|TRUE|FALSE)/u.test(text) && text.includes('}');
  return { kind: looksLikeGift ? 'gift' : 'table', text };
};

export type Recognised = ReadSet & { readonly kind: SetKind };

/** The name of a file without its endings, for a title. */
const titleOf = (name: string): string =>
  name
    .replace(/^.*[/\\]/u, '')
    .replace(/(\.(apkg|colpkg|txt|csv|tsv|tab|xml|json|xlsx|gift|deck|moodle|kahoot|anki))+$/iu, '')
    .trim() || 'Imported cards';

/**
 * The cards of a file. `choice` is how a table is parted. @throws UnreadableFile with a sentence for whoever chose it.
 */
export const readSet = async (name: string, bytes: Uint8Array, choice: SetChoice): Promise<Recognised> => {
  if (bytes.length === 0) throw new UnreadableFile('This file is empty.');
  const { kind, text } = kindOf(name, bytes);
  const isCsv = /\.csv$/iu.test(name);
  return { kind, ...(await readKind(kind, { bytes, text, title: titleOf(name), choice, isCsv })) };
};

type Source = {
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly title: string;
  readonly choice: SetChoice;
  readonly isCsv: boolean;
};

const readKind = async (kind: SetKind, { bytes, text, title, choice, isCsv }: Source): Promise<ReadSet> => {
  switch (kind) {
    case 'apkg':
      return readApkg(bytes, title);
    case 'anki-text':
      return readAnkiText(text, title);
    case 'gift':
      return readGift(text, title);
    case 'moodle-xml':
      return readMoodleXml(text, title);
    case 'spreadsheet':
      return readTable(readXlsx(bytes), choice, title);
    case 'json':
      return readDeckJson(text);
    case 'table': {
      const field = choice.field ?? guessField(text, isCsv);
      const rows = readDelimited(text, { ...choice, field });
      const plain = rows.map(({ line, cells }) => ({ line, cells: isCsv ? cells.map(unguardCell) : cells }));
      return readTable(plain, choice, title);
    }
  }
};
