/** Books (EPUB 2 and 3): one part for each chapter of the spine that holds text. */
import { parseHTML } from 'linkedom';
import { decodeText } from './decode';
import type { DocumentPart, ImportedDocument } from './document';
import { UnreadableFile } from './unreadable-file';
import { blocksBelow } from './dom-blocks';
import { countWords, normaliseText } from './read-text';
import { readXml } from './xml-events';
import type { Archive } from './zip';

const DAMAGED = 'This book is damaged: its list of chapters is missing. Try another copy of it.';
/** Covers, title pages and the like have fewer words. */
const FEWEST_WORDS = 20;
const MOST_TITLE = 120;

type Package = {
  readonly title: string | null;
  readonly byline: string | null;
  readonly language: string | null;
  /** Paths of the chapters, in the order of reading. */
  readonly chapters: readonly string[];
};

/** Resolves `href` against the folder of `from`, inside the archive. */
const resolvePath = (from: string, href: string): string => {
  const steps = from.split('/').slice(0, -1);
  let path = href.split('#')[0] ?? '';
  try {
    path = decodeURIComponent(path);
  } catch {
    // A name with a per cent sign of its own.
  }
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
};

const packagePath = (archive: Archive): string => {
  const container = archive.read('META-INF/container.xml');
  let path: string | undefined;
  if (container !== null) {
    readXml(container, {
      open: (name, attributes) => {
        if (name.endsWith('rootfile')) path ??= attributes['full-path'];
      },
    });
  }
  path ??= archive.names.find((name) => name.endsWith('.opf'));
  if (path === undefined) throw new UnreadableFile(DAMAGED);
  return path;
};

const readPackage = (bytes: Uint8Array, path: string): Package => {
  const items = new Map<string, string>();
  const chapters: string[] = [];
  const said: Record<string, string> = {};
  let name = '';
  readXml(bytes, {
    open: (opened, attributes) => {
      name = opened.replace(/^.*:/u, '');
      if (name === 'item' && attributes.id !== undefined && /html/iu.test(attributes['media-type'] ?? '')) {
        if (!/\bnav\b/u.test(attributes.properties ?? ''))
          items.set(attributes.id, resolvePath(path, attributes.href ?? ''));
      }
      const item = name === 'itemref' ? items.get(attributes.idref ?? '') : undefined;
      if (item !== undefined) chapters.push(item);
    },
    close: () => (name = ''),
    text: (text) => (said[name] = (said[name] ?? '') + text),
  });
  const clean = (text: string | undefined): string | null => {
    const line = (text ?? '').replace(/\s+/gu, ' ').trim().slice(0, MOST_TITLE);
    return line === '' ? null : line;
  };
  return {
    title: clean(said.title),
    byline: clean(said.creator),
    language: clean(said.language)?.slice(0, 35) ?? null,
    chapters: [...new Set(chapters)],
  };
};

const readChapter = (bytes: Uint8Array, number: number): DocumentPart => {
  const { document } = parseHTML(decodeText(bytes));
  const heading = document.querySelector('h1, h2, h3')?.textContent ?? '';
  const blocks = blocksBelow(document);
  const title = heading.replace(/\s+/gu, ' ').trim().slice(0, MOST_TITLE);
  const text = normaliseText(blocks.join('\n\n')).trim();
  return { title: title === '' ? `Part ${number}` : title, text, words: countWords(text) };
};

/** @throws UnreadableFile where it is locked or damaged, or no chapter has text. */
export const readEpub = (archive: Archive): ImportedDocument => {
  // Fonts may be scrambled without a lock; what is locked has a licence beside it.
  if (archive.names.includes('META-INF/rights.xml') || archive.names.includes('META-INF/license.lcpl'))
    throw new UnreadableFile('This book is locked by its seller (DRM), so its text cannot be read.');
  const path = packagePath(archive);
  const bytes = archive.read(path);
  if (bytes === null) throw new UnreadableFile(DAMAGED);
  const { chapters, ...known } = readPackage(bytes, path);
  const parts = chapters.flatMap((chapter, index) => {
    const content = archive.read(chapter);
    return content === null ? [] : [readChapter(content, index + 1)];
  });
  const withText = parts.filter(({ words }) => words >= FEWEST_WORDS);
  if (withText.length === 0)
    throw new UnreadableFile('No chapter of this book holds text. Its pages may be pictures.');
  return { ...known, parts: withText, published: null, address: null, notes: [] };
};
