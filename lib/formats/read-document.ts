/** The one door for files: says what a file is by its first bytes, then by its name, and reads it. */
import { documentOf, MOST_FILE_BYTES, type ImportedDocument } from './document';
import { UnreadableFile } from './unreadable-file';
import { readDocx } from './read-docx';
import { readEpub } from './read-epub';
import { readHtml } from './read-html';
import { readMarkdown } from './read-markdown';
import { readText, type TextRefusal } from './read-text';
import { openZip } from './zip';

const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/\.(?:doc|dot)$/iu, 'This is a Word file of before 2007. Open it and save it as .docx.'],
  [/\.(?:odt|pages|rtf)$/iu, 'Files of this kind cannot be read. Save it as .docx or PDF.'],
  [/\.(?:mobi|azw3?|kfx)$/iu, 'Kindle books cannot be read. Bring in an EPUB or PDF instead.'],
  [/\.(?:png|jpe?g|gif|webp|tiff?|heic)$/iu, 'This is a picture. Bring in its text instead.'],
  [/\.(?:apkg|colpkg)$/iu, 'This is an Anki deck, not an article.'],
];
const NOT_READABLE =
  'This file is of no kind that can be read: PDF, DOCX, EPUB, HTML, Markdown or plain text.';

const TEXT_WORDS: Readonly<Record<TextRefusal, string>> = {
  empty: 'This file is empty.',
  binary: NOT_READABLE,
  'too-long': 'This text is longer than 200,000 words. Split it and bring in the parts one by one.',
};

const startsWith = (bytes: Uint8Array, marks: string, within = 0): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(0, within + marks.length)).includes(marks);

const looksLikeHtml = (bytes: Uint8Array): boolean =>
  /<(?:!doctype html|html|head|body)[\s>]/iu.test(new TextDecoder('latin1').decode(bytes.subarray(0, 1024)));

const refuseOther = (name: string): never => {
  throw new UnreadableFile(OTHERS.find(([ending]) => ending.test(name))?.[1] ?? NOT_READABLE);
};

const readArchive = (bytes: Uint8Array, name: string): ImportedDocument => {
  const archive = openZip(bytes);
  if (archive.names.includes('word/document.xml')) return readDocx(archive);
  if (archive.names.includes('META-INF/container.xml')) return readEpub(archive);
  return refuseOther(name);
};

const readPlain = (bytes: Uint8Array, name: string): ImportedDocument => {
  const result = readText(bytes);
  if (!result.ok) {
    if (result.code === 'binary') return refuseOther(name);
    throw new UnreadableFile(TEXT_WORDS[result.code]);
  }
  const { text, words } = result;
  return /\.(?:md|markdown|mdown)$/iu.test(name)
    ? readMarkdown(text)
    : documentOf({ title: '', text, words });
};

/**
 * The text of a file of at most 20 MB; `name` is what its owner calls it.
 * @throws UnreadableFile for whatever gives no text, with words that say why.
 */
export const readDocument = async (bytes: Uint8Array, name: string): Promise<ImportedDocument> => {
  if (bytes.length > MOST_FILE_BYTES)
    throw new UnreadableFile('This file is larger than 20 MB. Split it first.');
  if (startsWith(bytes, '%PDF-', 1024)) {
    // Loaded where it is needed: it is the largest of the readers.
    const { readPdf } = await import('./read-pdf');
    return readPdf(bytes);
  }
  if (startsWith(bytes, 'PK\u0003\u0004')) return readArchive(bytes, name);
  if (/\.(?:x?html?|xht)$/iu.test(name) || looksLikeHtml(bytes)) return readHtml(bytes, { address: null });
  return readPlain(bytes, name);
};
