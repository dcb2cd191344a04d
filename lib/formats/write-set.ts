/** One door to all writers. */
import type { ExportFormat } from './export-formats';
import type { StudySet, Written } from './study-set';
import { writeApkg } from './write-apkg';
import { writeDeckJson } from './deck-json';
import { writeGift } from './write-gift';
import { writeKahoot } from './write-kahoot';
import { writeMarkdown } from './write-markdown';
import { writeMoodleXml } from './write-moodle-xml';
import { writeQti } from './write-qti';
import { writeAnkiText, writeCardsCsv, writeTsv } from './write-tables';

/** A set in a format; `now` is the time at which it is written, for formats that say so. */
export const writeSet = async (format: ExportFormat, set: StudySet, now: Date): Promise<Written> => {
  switch (format) {
    case 'apkg':
      return writeApkg(set, now);
    case 'anki-text':
      return writeAnkiText(set);
    case 'csv':
      return writeCardsCsv(set);
    case 'tsv':
      return writeTsv(set);
    case 'moodle-xml':
      return writeMoodleXml(set);
    case 'gift':
      return writeGift(set);
    case 'qti':
      return writeQti(set);
    case 'kahoot':
      return writeKahoot(set);
    case 'markdown':
      return writeMarkdown(set);
    case 'json':
      return writeDeckJson(set);
  }
};
