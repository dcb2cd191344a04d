import { expect, test } from 'vitest';
import { UnreadableFile } from '@/lib/formats/unreadable-file';
import { readDocument } from '@/lib/formats/read-document';
import { makeDocx, makeEpub, makePdf, makeZip, setColumn } from '../../support/documents';

const textOf = async (bytes: Uint8Array, name: string): Promise<string> =>
  (await readDocument(bytes, name)).parts.map(({ text }) => text).join('\n\n');

const refusalOf = async (bytes: Uint8Array, name: string): Promise<string> => {
  const refused: unknown = await readDocument(bytes, name).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(UnreadableFile);
  return (refused as UnreadableFile).message;
};

const LEFT = [
  'The lighthouse of Arlen was opened',
  'on 3 May 1884 by the harbour office.',
  'Its tower rises to 54 metres above',
  'the rocks, and its lamp can be seen',
  'from far out at sea. Ships of every',
  'nation steer by it.',
];
const RIGHT = [
  'In 1932 the keepers raised the con-',
  'struction by nine metres. A well-',
  'known engineer drew up the plans.',
  'The well-known man came from Oslo,',
  'and he was paid with a silver watch',
  'that his grandchildren still keep.',
];

test('two columns are read one after the other, parted words whole, words with a hyphen as they are', async () => {
  const title = { text: 'A tower on the rocks', x: 60, y: 780, size: 20 };
  const pdf = makePdf([[title, ...setColumn(LEFT, 60, 740), ...setColumn(RIGHT, 320, 740)]]);
  expect(await textOf(pdf, 'tower.pdf')).toBe(
    [
      'A tower on the rocks',
      'The lighthouse of Arlen was opened on 3 May 1884 by the harbour office. Its tower rises to 54 metres above the rocks, and its lamp can be seen from far out at sea. Ships of every nation steer by it.',
      'In 1932 the keepers raised the construction by nine metres. A well-known engineer drew up the plans. The well-known man came from Oslo, and he was paid with a silver watch that his grandchildren still keep.',
    ].join('\n\n'),
  );
});

test('running heads, feet and page numbers go, and a sentence runs on over the page', async () => {
  const edges = (n: number) => [
    { text: 'Annals of the coast, volume 12', x: 60, y: 810, size: 8 },
    { text: `Page ${n} of 4`, x: 280, y: 30, size: 8 },
  ];
  const halves = [
    ['The first keeper came in 1884 and stayed for', 'thirty years, until the old lamp was'],
    ['replaced by a new one from Paris.', 'The second keeper wrote down every ship and'],
    ['every storm that he saw from the gallery.', 'The third was the first woman to hold the'],
    ['office, and she kept it through two wars.', 'After her the light was left to a machine.'],
  ];
  const pdf = makePdf(halves.map((lines, n) => [...edges(n + 1), ...setColumn(lines, 60, 760)]));
  const text = await textOf(pdf, 'keepers.pdf');
  expect(text).not.toMatch(/Annals|Page \d/u);
  expect(text).toContain('until the old lamp was replaced by a new one from Paris.');
  expect(text).toContain('every ship and every storm that he saw');
});

test('an indented line and a wide gap begin a paragraph', async () => {
  const lines = [
    ...setColumn(
      ['The harbour was dug by hand in the years of the great frost, and', 'all who dug were paid in rye.'],
      60,
      740,
    ),
    { text: 'A second harbour followed soon, for the first had silted up within', x: 75, y: 716 },
    { text: 'a single generation of the town.', x: 60, y: 704 },
    { text: 'Ships came back after that, and with them came the merchants of the', x: 60, y: 670 },
    { text: 'south.', x: 60, y: 658 },
  ];
  expect((await textOf(makePdf([lines]), 'a.pdf')).split('\n\n')).toHaveLength(3);
});

test('a scan is said to be one, a damaged or empty PDF to be damaged', async () => {
  expect(await refusalOf(makePdf([[], []]), 'scan.pdf')).toContain('its pages are pictures');
  expect(await refusalOf(Buffer.from('%PDF-1.7\nnothing of it is left'), 'torn.pdf')).toContain('damaged');
});

test('a Word document keeps its paragraphs, and gives its title and author', async () => {
  const docx = makeDocx(
    ['The road', 'It was built in 1901 & paid by the town.'],
    '<w:p><w:del><w:t>gone</w:t></w:del></w:p>',
  );
  const read = await readDocument(docx, 'road.docx');
  expect(read).toMatchObject({ title: 'The harbour of Arlen', byline: 'Mara Lindt' });
  expect(read.parts[0]?.text).toBe('The road\n\nIt was built in 1901 & paid by the town.');
});

test('the cells of a table row stand in one line', async () => {
  const cell = (text: string) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
  const docx = makeDocx(['After it.'], `<w:tbl><w:tr>${cell('Arlen')}${cell('54 m')}</w:tr></w:tbl>`);
  expect(await textOf(docx, 'table.docx')).toBe('Arlen 54 m\n\nAfter it.');
});

test('a book gives its chapters in order, without what has no text', async () => {
  const long =
    'The tower was raised again, and again the sea took what the masons had built there in the summer. '.repeat(
      3,
    );
  const epub = makeEpub([
    { title: 'Cover', paragraphs: [] },
    { title: 'The first tower', paragraphs: [long, long] },
    { title: 'The second tower', paragraphs: [long] },
  ]);
  const read = await readDocument(epub, 'towers.epub');
  expect(read).toMatchObject({ title: 'Towers of the coast', byline: 'Ida Brandt', language: 'en' });
  expect(read.parts.map(({ title }) => title)).toEqual(['The first tower', 'The second tower']);
});

test('markdown gives its text without its marks', async () => {
  const source = [
    '---\ntitle: "The light"\nauthor: Ida Brandt\n---',
    '# The *light* of Arlen #',
    '',
    'It was **opened** in [1884](https://example.org/a_b) by the `harbour_office`.[^1]',
    '',
    '- 2 * 3 * 4 is a snake_case_name',
    '> quoted',
    '```\n# kept\n```',
    'Underlined\n====',
  ].join('\n');
  const read = await readDocument(Buffer.from(source), 'light.md');
  expect(read).toMatchObject({ title: 'The light', byline: 'Ida Brandt' });
  expect(read.parts[0]?.text).toBe(
    'The light of Arlen\n\nIt was opened in 1884 by the harbour_office.\n\n2 * 3 * 4 is a snake_case_name\nquoted\n# kept\n\nUnderlined',
  );
});

test.each([
  ['utf-8 with a mark', Buffer.from('\ufeffZażółć gęślą jaźń')],
  ['utf-16le with a mark', Buffer.from('\ufeffZażółć gęślą jaźń', 'utf16le')],
])('%s is read', async (_, bytes) => {
  expect(await textOf(bytes, 'a.txt')).toBe('Zażółć gęślą jaźń');
});

test('UTF-16 without a mark is read, whichever way its bytes lie', async () => {
  const text = 'The lighthouse of Arlen was opened in 1884.';
  const little = Buffer.from(text, 'utf16le');
  expect(await textOf(little, 'a.txt')).toBe(text);
  expect(await textOf(Buffer.from(little).swap16(), 'a.txt')).toBe(text);
});

const CYRILLIC = [
  0xcc, 0xe0, 0xff, 0xea, 0x20, 0xe3, 0xee, 0xf0, 0xe8, 0xf2, 0x20, 0xed, 0xee, 0xf7, 0xfc, 0xfe,
];
test.each([
  ['windows-1252', [0x43, 0x61, 0x66, 0xe9, 0x20, 0x96, 0x20, 0x93, 0x68, 0x69, 0x94], 'Café – “hi”'],
  ['macintosh', [0x43, 0x61, 0x66, 0x8e, 0x20, 0xd2, 0x68, 0x69, 0xd3], 'Café “hi”'],
  ['windows-1251', CYRILLIC, 'Маяк горит ночью'],
  ['shift_jis', [0x93, 0x94, 0x91, 0xe4, 0x82, 0xcd, 0x8c, 0xf5, 0x82, 0xe9, 0x81, 0x42], '灯台は光る。'],
])('an old file in %s is read', async (_, bytes, text) => {
  expect(await textOf(Uint8Array.from(bytes), 'old.txt')).toBe(text);
});

const part = (name: string, data = 'x') => ({ name, data });
const LIE = makeZip([{ name: 'word/document.xml', data: ' '.repeat(3_000_000), claimed: 10 }]);
const MANY = makeZip(Array.from({ length: 2001 }, (_, n) => part(`f${n}`)));
const ENTITIES = makeDocx(['&x;'], '', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>');
test.each<[string, Uint8Array, RegExp]>([
  ['a bomb with a false size', LIE, /unpacks to far more/u],
  ['too many parts', MANY, /more than 2,000 parts/u],
  [
    'a path out of the archive',
    makeZip([part('../../etc/passwd'), part('word/document.xml')]),
    /unsafe names/u,
  ],
  ['an absolute path', makeZip([part('/etc/passwd')]), /unsafe names/u],
  ['a backslash', makeZip([part('..\\x')]), /unsafe names/u],
  [
    'two names for one part',
    makeZip([{ ...part('word/document.xml'), localName: 'word/documenT.xml' }]),
    /damaged/u,
  ],
  ['a lock', makeZip([{ ...part('word/document.xml'), flags: 1 }]), /password/u],
  ['entities', ENTITIES, /outside itself/u],
  ['half an archive', makeDocx(['Half.']).subarray(0, 200), /damaged/u],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0, 255]), /This is a picture/u],
  ['an empty file', Buffer.from(''), /empty/u],
  ['21 MB', new Uint8Array(21 * 1024 * 1024), /larger than 20 MB/u],
])('%s ends in one sentence', async (_, bytes, words) => {
  expect(await refusalOf(bytes, 'file.png')).toMatch(words);
});
