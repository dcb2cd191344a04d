/** The rows of a workbook's first sheet (Office Open XML). */
import { strFromU8 } from 'fflate';
import type { Row } from './read-delimited';
import { UnreadableFile } from './unreadable-file';
import { openZip, type Archive } from './zip';
import { attributeOf, childOf, childrenOf, readXml, textIn, type XmlElement } from './xml';

const MOST_ROWS = 20_000;
const MOST_COLUMNS = 50;

/** The text of a cell's or a shared string: whole, or in runs of their own looks. */
const richText = (element: XmlElement | undefined): string =>
  [childOf(element, 't'), ...childrenOf(element, 'r').map((run) => childOf(run, 't'))].map(textIn).join('');

const columnOf = (reference: string): number => {
  const letters = /^[A-Z]{1,3}/u.exec(reference)?.[0] ?? '';
  return [...letters.matchAll(/./gu)].reduce((sum, [letter]) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
};

const valueOf = (cell: XmlElement, shared: readonly string[]): string => {
  switch (attributeOf(cell, 't')) {
    case 's':
      return shared[Number(textIn(childOf(cell, 'v')))] ?? '';
    case 'inlineStr':
      return richText(childOf(cell, 'is'));
    case 'b':
      return textIn(childOf(cell, 'v')) === '1' ? 'TRUE' : 'FALSE';
    default:
      return textIn(childOf(cell, 'v'));
  }
};

const readRow = (row: XmlElement, index: number, shared: readonly string[]): Row => {
  const cells: string[] = [];
  for (const cell of childrenOf(row, 'c')) {
    const named = columnOf(attributeOf(cell, 'r'));
    const at = named === -1 ? cells.length : named;
    if (at >= MOST_COLUMNS) continue;
    while (cells.length < at) cells.push('');
    cells[at] = valueOf(cell, shared);
  }
  return { line: Number(attributeOf(row, 'r')) || index + 1, cells };
};

/** Where the first sheet is kept, as the workbook says. */
const firstSheet = ({ names, read }: Archive): string | null => {
  const parse = (name: string): XmlElement | undefined => {
    const part = read(name);
    return part === null ? undefined : readXml(strFromU8(part));
  };
  const workbook = childOf(parse('xl/workbook.xml'), 'workbook');
  const id = attributeOf(childOf(childOf(workbook, 'sheets'), 'sheet'), 'r:id');
  const relations = childrenOf(childOf(parse('xl/_rels/workbook.xml.rels'), 'Relationships'), 'Relationship');
  const target = attributeOf(
    relations.find((relation) => attributeOf(relation, 'Id') === id),
    'Target',
  );
  const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  return [path, 'xl/worksheets/sheet1.xml'].find((each) => names.includes(each)) ?? null;
};

/** @throws UnreadableFile for what is no workbook, is damaged or has more than 20,000 rows. */
export const readXlsx = (bytes: Uint8Array): Row[] => {
  const archive = openZip(bytes);
  const sheet = firstSheet(archive);
  if (sheet === null) throw new UnreadableFile('This is not a spreadsheet, or it has no sheet.');
  const strings = archive.read('xl/sharedStrings.xml');
  const shared =
    strings === null
      ? []
      : childrenOf(childOf(readXml(strFromU8(strings)), 'sst'), 'si').map((each) => richText(each));
  const data = childOf(
    childOf(readXml(strFromU8(archive.read(sheet) ?? new Uint8Array())), 'worksheet'),
    'sheetData',
  );
  const rows = childrenOf(data, 'row');
  if (rows.length > MOST_ROWS) throw new UnreadableFile('This spreadsheet has more than 20,000 rows.');
  return rows
    .map((row, index) => readRow(row, index, shared))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
};
