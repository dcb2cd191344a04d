/** Small files made by code, for the readers to read: PDF, DOCX, EPUB, and archives with tricks in them. */
import { crc32, deflateRawSync } from 'node:zlib';

export type ZipEntry = {
  readonly name: string;
  readonly data: string | Uint8Array;
  /** What the local header calls it, where that differs. */
  readonly localName?: string;
  /** The unpacked size that the headers claim. */
  readonly claimed?: number;
  /** The flags; 1: locked. */
  readonly flags?: number;
};

const numbers = (...fields: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer =>
  Buffer.concat(
    fields.map(([bytes, value]) => {
      const field = Buffer.alloc(bytes);
      if (bytes === 2) field.writeUInt16LE(value);
      else field.writeUInt32LE(value);
      return field;
    }),
  );

/** A zip archive of `entries`, all deflated. */
export const makeZip = (entries: readonly ZipEntry[]): Uint8Array => {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, localName = name, claimed, flags = 0 } of entries) {
    const bytes = Buffer.from(data);
    const packed = deflateRawSync(bytes);
    const size = claimed ?? bytes.length;
    const sizes = numbers([4, crc32(bytes)], [4, packed.length], [4, size]);
    const head = numbers([4, 0x04034b50], [2, 20], [2, flags], [2, 8], [2, 0], [2, 0]);
    const lengths = numbers([2, Buffer.byteLength(localName)], [2, 0]);
    const local = Buffer.concat([head, sizes, lengths, Buffer.from(localName), packed]);
    const from = numbers([4, 0x02014b50], [2, 20], [2, 20], [2, flags], [2, 8], [2, 0], [2, 0]);
    const to = numbers([2, Buffer.byteLength(name)], [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]);
    directory.push(Buffer.concat([from, sizes, to, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const size = directory.reduce((sum, entry) => sum + entry.length, 0);
  const count = entries.length;
  const end = numbers(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, size],
    [4, offset],
    [2, 0],
  );
  return Buffer.concat([...locals, ...directory, end]);
};

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A Word document of these paragraphs; `extra` stands before them as it is. */
export const makeDocx = (paragraphs: readonly string[], extra = '', prolog = ''): Uint8Array => {
  const body = paragraphs.map(
    (text) => `<w:p><w:r><w:t xml:space="preserve">${escape(text)}</w:t></w:r></w:p>`,
  );
  const document = `<?xml version="1.0" encoding="UTF-8"?>${prolog}<w:document xmlns:w="w"><w:body>${extra}${body.join('')}</w:body></w:document>`;
  const core = `<cp:coreProperties><dc:title>The harbour of Arlen</dc:title><dc:creator>Mara Lindt</dc:creator></cp:coreProperties>`;
  return makeZip([
    { name: '[Content_Types].xml', data: '<Types/>' },
    { name: 'word/document.xml', data: document },
    { name: 'docProps/core.xml', data: core },
  ]);
};

/** A book of chapters, each a title with paragraphs. */
export const makeEpub = (
  chapters: readonly { readonly title: string; readonly paragraphs: readonly string[] }[],
): Uint8Array => {
  const items = chapters.map(
    (_, n) => `<item id="c${n}" href="text/c${n}.xhtml" media-type="application/xhtml+xml"/>`,
  );
  const spine = chapters.map((_, n) => `<itemref idref="c${n}"/>`);
  const opf = `<package xmlns:dc="dc"><metadata><dc:title>Towers of the coast</dc:title><dc:creator>Ida Brandt</dc:creator><dc:language>en</dc:language></metadata><manifest>${items.join('')}</manifest><spine>${spine.join('')}</spine></package>`;
  return makeZip([
    { name: 'mimetype', data: 'application/epub+zip' },
    {
      name: 'META-INF/container.xml',
      data: '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
    },
    { name: 'OEBPS/book.opf', data: opf },
    ...chapters.map(({ title, paragraphs }, n) => ({
      name: `OEBPS/text/c${n}.xhtml`,
      data: `<html><head><title>${escape(title)}</title></head><body><h1>${escape(title)}</h1>${paragraphs.map((text) => `<p>${escape(text)}</p>`).join('')}</body></html>`,
    })),
  ]);
};

/** A line of type on a page: points from the lower left corner of 595 by 842. */
export type PdfLine = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
};

const assemble = (objects: readonly string[], trailer: string): Uint8Array => {
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = file.length;
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer}>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
};

const pageStream = (lines: readonly PdfLine[]): string =>
  lines
    .map(
      ({ text, x, y, size = 10 }) =>
        `BT /F1 ${size} Tf ${x} ${y} Td (${text.replace(/[\\()]/gu, '\\$&')}) Tj ET`,
    )
    .join('\n');

/** A PDF of pages of lines, set in Helvetica. A page without lines is a picture's frame: nothing to read. */
export const makePdf = (pages: readonly (readonly PdfLine[])[]): Uint8Array => {
  const kids = pages.map((_, n) => `${4 + 2 * n} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  for (const [n, lines] of pages.entries()) {
    const stream = pageStream(lines);
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * n} 0 R >>`,
      `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    );
  }
  return assemble(objects, '');
};

/** Lines of a column from `top` down, 12 points apart. */
export const setColumn = (lines: readonly string[], x: number, top: number): PdfLine[] =>
  lines.map((text, n) => ({ text, x, y: top - 12 * n }));
