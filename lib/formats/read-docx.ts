/** Word documents (Office Open XML, ECMA-376 part 1, clause 17): their running text, paragraph by paragraph. */
import { documentOf, type ImportedDocument } from './document';
import { UnreadableFile } from './unreadable-file';
import { countWords, normaliseText } from './read-text';
import { readXml } from './xml-events';
import type { Archive } from './zip';

/** Inside these nothing is text of the document as it stands now: what was deleted, moved away, or drawn as a fallback. */
const PASSED_OVER = new Set(['w:del', 'w:moveFrom', 'mc:Fallback', 'w:instrText']);

/** The paragraphs of a document's main part; the cells of a table row stand in one. */
const readParagraphs = (bytes: Uint8Array): string[] => {
  const paragraphs: string[] = [];
  let text = '';
  let inText = false;
  let over = 0;
  let row = 0;
  const end = (): void => {
    const tidy = text.replace(/[^\S\n]+/gu, ' ').trim();
    if (tidy !== '') paragraphs.push(tidy);
    text = '';
  };
  readXml(bytes, {
    open: (name) => {
      if (PASSED_OVER.has(name)) over++;
      else if (name === 'w:t') inText = true;
      else if (name === 'w:tab') text += ' ';
      else if (name === 'w:br' || name === 'w:cr') text += '\n';
      else if (name === 'w:noBreakHyphen') text += '\u2011';
      else if (name === 'w:tr') row++;
    },
    close: (name) => {
      if (PASSED_OVER.has(name)) over = Math.max(0, over - 1);
      else if (name === 'w:t') inText = false;
      else if (name === 'w:tr') {
        row = Math.max(0, row - 1);
        if (row === 0) end();
      } else if (name === 'w:p') {
        if (row > 0) text += ' ';
        else end();
      }
    },
    text: (data) => {
      if (inText && over === 0) text += data;
    },
  });
  end();
  return paragraphs;
};

const readCore = (bytes: Uint8Array): { title: string | null; byline: string | null } => {
  const found: Record<string, string> = {};
  let name = '';
  readXml(bytes, {
    open: (opened) => (name = opened),
    close: () => (name = ''),
    text: (data) => (found[name] = (found[name] ?? '') + data),
  });
  const clean = (text: string | undefined): string | null => {
    const line = (text ?? '').replace(/\s+/gu, ' ').trim().slice(0, 200);
    return line === '' ? null : line;
  };
  return { title: clean(found['dc:title']), byline: clean(found['dc:creator']) };
};

/** @throws UnreadableFile where there is no text in it, or it is damaged. */
export const readDocx = (archive: Archive): ImportedDocument => {
  const main = archive.read('word/document.xml');
  if (main === null) throw new UnreadableFile('This Word file has no text part. Save it again as .docx.');
  const text = normaliseText(readParagraphs(main).join('\n\n')).trim();
  const words = countWords(text);
  if (words === 0) throw new UnreadableFile('This Word file holds no text. Paste the text instead.');
  const core = archive.read('docProps/core.xml');
  const known = core === null ? { title: null, byline: null } : readCore(core);
  return documentOf({ title: known.title ?? '', text, words }, known);
};
