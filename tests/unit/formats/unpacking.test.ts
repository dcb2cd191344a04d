/** What is unpacked is counted in one place, whoever reads it: documents, workbooks and Anki packages alike. */
import { expect, test } from 'vitest';
import { readDocument } from '@/lib/formats/read-document';
import { readSet, USUAL_CHOICE } from '@/lib/formats/read-set';
import { makeZip, type ZipEntry } from '../../support/documents';

const SPACES = new Uint8Array(8 * 1024 * 1024).fill(32);

/** A zstd frame of `blocks` blocks of 128 KB, each one byte repeated: 4 bytes of it make 131,072. */
const zstdOfSpaces = (blocks: number): Uint8Array => {
  const head = [0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x58];
  const body = Array.from({ length: blocks }, (_, index) => {
    const header = (131_072 << 3) | (1 << 1) | (index === blocks - 1 ? 1 : 0);
    return [header & 0xff, (header >> 8) & 0xff, (header >> 16) & 0xff, 32];
  });
  return new Uint8Array([...head, ...body.flat()]);
};

const cards = (name: string, entries: readonly ZipEntry[]) => readSet(name, makeZip(entries), USUAL_CHOICE);
const meta = { name: 'meta', data: new Uint8Array([8, 3]) };

test.each<readonly [what: string, read: () => Promise<unknown>]>([
  ['a Word file', () => readDocument(makeZip([{ name: 'word/document.xml', data: SPACES }]), 'a.docx')],
  ['a workbook', () => cards('a.xlsx', [{ name: 'xl/workbook.xml', data: SPACES }])],
  ['an Anki package', () => cards('a.apkg', [{ name: 'collection.anki2', data: SPACES }])],
  [
    'an Anki package that claims to be small',
    () => cards('a.apkg', [{ name: 'collection.anki2', data: SPACES, claimed: 100 }]),
  ],
  [
    'a part of zstd within it',
    () => cards('a.apkg', [meta, { name: 'collection.anki21b', data: zstdOfSpaces(200) }]),
  ],
])('a bomb in %s is stopped by the ratio of what comes out to what went in', async (_, read) => {
  await expect(read()).rejects.toThrow('unpacks to far more than a file of its size holds');
});

test('parts beyond 100 MB together are stopped, though each of them is honest', async () => {
  // Bytes that pack, but not a hundred times.
  const noise = new Uint8Array(1_000_000).map((_, index) => (index * 2_654_435_761) >>> 13);
  const sheet = new Uint8Array(45_000_000).map((_, index) => noise[index % noise.length] ?? 0);
  const parts = ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/sharedStrings.xml'];
  const { openZip } = await import('@/lib/formats/zip');
  const archive = openZip(makeZip(parts.map((name) => ({ name, data: sheet }))));
  expect(archive.read('xl/workbook.xml')).toHaveLength(sheet.length);
  expect(archive.read('xl/_rels/workbook.xml.rels')).toHaveLength(sheet.length);
  expect(() => archive.read('xl/sharedStrings.xml')).toThrow('unpacks to more than 100 MB');
}, 30_000);

test('too many parts, unsafe names and locked parts are refused in study sets as in documents', async () => {
  const many = Array.from({ length: 20_001 }, (_, index) => ({ name: `${index}`, data: '' }));
  await expect(cards('many.apkg', many)).rejects.toThrow('more than 20,000 parts');
  const sheet = { name: 'xl/workbook.xml', data: '<workbook/>' };
  const others = Array.from({ length: 2000 }, (_, index) => ({ name: `xl/${index}`, data: '' }));
  await expect(cards('many.xlsx', [sheet, ...others])).rejects.toThrow('more than 2,000 parts');
  await expect(cards('a.apkg', [{ name: '../../collection.anki2', data: 'x' }])).rejects.toThrow(
    'unsafe names',
  );
  await expect(cards('a.apkg', [{ name: 'collection.anki2', data: 'x', flags: 1 }])).rejects.toThrow(
    'password',
  );
});
