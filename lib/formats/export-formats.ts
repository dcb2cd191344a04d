/** What a deck can be taken out as. Apart from the writers, so that a page need not load them. */

export const EXPORT_FORMATS = [
  {
    id: 'apkg',
    name: 'Anki package',
    file: 'apkg',
    type: 'application/zip',
    about: 'One card a fact, with its proof in a field of its own. A later export updates the same notes.',
  },
  {
    id: 'anki-text',
    name: 'Anki text',
    file: 'anki.txt',
    type: 'text/plain; charset=utf-8',
    about: 'For “Import file” in Anki: stock note types, the proof below the answer.',
  },
  {
    id: 'csv',
    name: 'CSV',
    file: 'csv',
    type: 'text/csv; charset=utf-8',
    about: 'A table of question, answer and proof for a spreadsheet. No cell of it is run as a formula.',
  },
  {
    id: 'tsv',
    name: 'Tab-separated text',
    file: 'tsv',
    type: 'text/tab-separated-values; charset=utf-8',
    about: 'Term, tab, definition: to paste into Quizlet and its kin. It has no room for the proof.',
  },
  {
    id: 'moodle-xml',
    name: 'Moodle XML',
    file: 'moodle.xml',
    type: 'application/xml; charset=utf-8',
    about: 'A question bank: every question, the proof as general feedback, a word on each wrong option.',
  },
  {
    id: 'gift',
    name: 'GIFT',
    file: 'gift.txt',
    type: 'text/plain; charset=utf-8',
    about: 'The same as text that can be read and changed by hand.',
  },
  {
    id: 'qti',
    name: 'QTI 2.1',
    file: 'qti.zip',
    type: 'application/zip',
    about: 'For Canvas and other platforms: a package of items with their proofs.',
  },
  {
    id: 'kahoot',
    name: 'Kahoot! spreadsheet',
    file: 'kahoot.xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    about: 'Questions with options, as long as they are short enough for Kahoot!',
  },
  {
    id: 'markdown',
    name: 'Markdown',
    file: 'md',
    type: 'text/markdown; charset=utf-8',
    about: 'To read or to keep: questions, answers and proofs.',
  },
  {
    id: 'json',
    name: 'Quizwright JSON',
    file: 'deck.json',
    type: 'application/json; charset=utf-8',
    about: 'All of it, for another Quizwright.',
  },
] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number]['id'];

/** Formats in which memory and reviews can go along. */
export const KEEPS_HISTORY: ReadonlySet<ExportFormat> = new Set<ExportFormat>(['apkg', 'json']);

/** Shorter endings that leave no doubt. */
const SHORT_ENDINGS: Readonly<Record<string, ExportFormat>> = {
  gift: 'gift',
  xml: 'moodle-xml',
  zip: 'qti',
  xlsx: 'kahoot',
  json: 'json',
  tab: 'tsv',
  markdown: 'markdown',
};

/** The format that a file's name asks for; of two endings that fit the longer one. */
export const formatOfName = (name: string): (typeof EXPORT_FORMATS)[number] | null => {
  const low = name.toLowerCase();
  const whole = [...EXPORT_FORMATS]
    .sort((a, b) => b.file.length - a.file.length)
    .find(({ file }) => low.endsWith(`.${file}`));
  const short = SHORT_ENDINGS[/\.([a-z]+)$/u.exec(low)?.[1] ?? ''];
  return whole ?? EXPORT_FORMATS.find(({ id }) => id === short) ?? null;
};
