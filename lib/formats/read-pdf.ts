/** PDF files by pdf.js: the text of each page with its places, laid out by lib/formats/pdf-layout. Runs in a thread. */
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { documentOf, type ImportedDocument } from './document';
import { UnreadableFile } from './unreadable-file';
import { layOutPdf, type PdfPage, type PdfPiece } from './pdf-layout';
import { countWords, normaliseText } from './read-text';

const MOST_PAGES = 2000;
/** Fewer on a page, on average, are what a scanner's own software puts there. */
const FEWEST_WORDS_PER_PAGE = 4;

const DAMAGED = 'This PDF is damaged and cannot be opened. Save it again, or paste the text instead.';
const LOCKED = 'This PDF is locked with a password. Save it without one.';
const SCAN =
  'This PDF has no text: its pages are pictures, as from a scanner. Let a text recognition (OCR) run over it first.';

const readPage = async (page: PDFPageProxy): Promise<PdfPage> => {
  const [, bottom = 0, , top = 0] = page.view;
  const { items } = await page.getTextContent();
  const pieces = items.flatMap((item): PdfPiece[] => {
    if (!('str' in item) || item.str === '') return [];
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform as number[];
    // Type that is turned, as on the edge of a preprint, is no running text.
    if (Math.abs(b) > Math.abs(a) || Math.abs(c) > Math.abs(d)) return [];
    const height = Math.abs(d) > 0 ? Math.abs(d) : item.height;
    return [x, y, item.width, height].every(Number.isFinite) && height > 0
      ? [{ text: item.str, x, y, width: Math.max(0, item.width), height }]
      : [];
  });
  page.cleanup();
  return { height: top - bottom, pieces };
};

const stringOf = (record: object, name: string): string | null => {
  const value: unknown = Object.entries(record).find(([key]) => key === name)?.[1];
  const line =
    typeof value === 'string' ? normaliseText(value).replace(/\s+/gu, ' ').trim().slice(0, 200) : '';
  return line === '' ? null : line;
};

/** What word processors put for a title that nobody gave. */
const NO_TITLE = /^(?:untitled|document\d*|microsoft \w+|.*\.(?:docx?|pdf|indd|tex|dvi))\b/iu;

const readKnown = async (pdf: PDFDocumentProxy): Promise<{ title: string | null; byline: string | null }> => {
  const { info } = await pdf.getMetadata();
  const title = stringOf(info, 'Title');
  return { title: title === null || NO_TITLE.test(title) ? null : title, byline: stringOf(info, 'Author') };
};

const openPdf = async (bytes: Uint8Array): Promise<PDFDocumentProxy> => {
  try {
    // A copy, since pdf.js takes the bytes for itself.
    return await getDocument({
      data: new Uint8Array(bytes),
      isEvalSupported: false,
      useSystemFonts: false,
      disableFontFace: true,
      useWorkerFetch: false,
      stopAtErrors: false,
      verbosity: VerbosityLevel.ERRORS,
    }).promise;
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    throw new UnreadableFile(isLocked ? LOCKED : DAMAGED);
  }
};

/** @throws UnreadableFile where it is damaged, locked, a scan, or longer than 2,000 pages. */
export const readPdf = async (bytes: Uint8Array): Promise<ImportedDocument> => {
  const pdf = await openPdf(bytes);
  try {
    if (pdf.numPages > MOST_PAGES)
      throw new UnreadableFile(
        'This PDF has more than 2,000 pages. Split it and bring in the parts one by one.',
      );
    const pages: PdfPage[] = [];
    for (let number = 1; number <= pdf.numPages; number++)
      pages.push(await readPage(await pdf.getPage(number)));
    const text = normaliseText(layOutPdf(pages).join('\n\n')).trim();
    const words = countWords(text);
    if (words < FEWEST_WORDS_PER_PAGE * pages.length) throw new UnreadableFile(SCAN);
    const known = await readKnown(pdf);
    return documentOf({ title: known.title ?? '', text, words }, known);
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile(DAMAGED);
  } finally {
    await pdf.destroy();
  }
};
