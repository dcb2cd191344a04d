/** The article of a page: found by Readability on a DOM, given as plain text. */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { decodeText } from './decode';
import { documentOf, type ImportedDocument } from './document';
import { UnreadableFile } from './unreadable-file';
import { blocksBelow, type TreeNode } from './dom-blocks';
import { judgePage } from './page-verdict';
import { countWords, normaliseText } from './read-text';

export type HtmlSource = {
  /** Of the header that came with it, such as `windows-1252`. */
  readonly charset?: string | null;
  /** Where it was found, after all redirects. `null`: a file. */
  readonly address: string | null;
};

const SNIFF_BYTES = 4096;
/** Nodes; Readability refuses pages of more. */
const MOST_ELEMENTS = 100_000;
const MOST_TITLE = 200;

/** The encoding that a page claims in its first bytes. */
const claimedCharset = (bytes: Uint8Array): string | null => {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, SNIFF_BYTES));
  return /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,30})/iu.exec(head)?.[1] ?? null;
};

/** A day as ISO 8601 from what a page says of its date; `null` where that is none. */
const dayOf = (said: string | null | undefined): string | null =>
  /^\s*(\d{4}-\d{2}-\d{2})(?!\d)/u.exec(said ?? '')?.[1] ?? null;

const oneLine = (text: string | null | undefined, most: number): string | null => {
  const line = normaliseText(text ?? '')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, most);
  return line === '' ? null : line;
};

/** `address` as an absolute http(s) address, or `null`. */
const webAddress = (address: string | null | undefined, base: string | null): string | null => {
  const given = address?.trim() ?? '';
  if (given === '' || given.length > 2000) return null;
  const url = URL.canParse(given, base ?? undefined) ? new URL(given, base ?? undefined) : null;
  return url?.protocol === 'http:' || url?.protocol === 'https:' ? url.href : null;
};

const isPaid = (document: Document): boolean =>
  Array.from(document.querySelectorAll('script[type="application/ld+json"]')).some((script) =>
    /"isAccessibleForFree"\s*:\s*"?false/iu.test(script.textContent),
  );

const attributeOf = (document: Document, selector: string, name: string): string | null =>
  document.querySelector(selector)?.getAttribute(name) ?? null;

const FRAME = /<!doctype[^>]{0,500}>|<\/?(?:html|head|body)(?:\s[^>]{0,2000})?>/giu;

/** The page's tree. HTML may leave its frame out, and a damaged page has lost it: then it gets one. */
const parsePage = (html: string): Document => {
  const { document } = parseHTML(html);
  const isFramed = document.querySelector('html > body') !== null;
  return isFramed ? document : parseHTML(`<html><body>${html.replace(FRAME, ' ')}</body></html>`).document;
};

type Found = {
  readonly content: TreeNode;
  readonly title: string | null;
  readonly byline: string | null;
  readonly date: string | null;
};

const runReadability = (document: Document) => {
  try {
    return new Readability<TreeNode>(document, {
      serializer: (node) => node,
      maxElemsToParse: MOST_ELEMENTS,
      charThreshold: 200,
    }).parse();
  } catch {
    return null; // it trips over trees that no browser would make; what they hold is read whole
  }
};

const findArticle = (document: Document): Found => {
  const found = runReadability(document);
  return {
    content: found?.content ?? document.body,
    title: found?.title ?? document.title,
    byline: found?.byline ?? null,
    date: found?.publishedTime ?? null,
  };
};

/**
 * The article of an HTML page with what the page says of it.
 * @throws UnreadableFile where it holds none, in words that say why.
 */
export const readHtml = (bytes: Uint8Array, { charset = null, address }: HtmlSource): ImportedDocument => {
  const html = decodeText(bytes, charset ?? claimedCharset(bytes));
  const document = parsePage(html);
  // Looked at before: Readability takes the tree apart.
  const pageText = blocksBelow(document).join('\n') + noScriptText(document);
  const signs = { paid: isPaid(document), scripts: document.querySelectorAll('script').length, pageText };
  const language = oneLine(document.documentElement.getAttribute('lang'), 35);
  const canonical = attributeOf(document, 'link[rel="canonical"]', 'href');
  const pageDate =
    attributeOf(document, 'meta[property="article:published_time"]', 'content') ??
    attributeOf(document, 'time[datetime]', 'datetime');
  const article = readParts(document);
  const text = normaliseText(article.blocks.join('\n\n')).trim();
  const words = countWords(text);
  const notes = address === null ? [] : judgePage({ ...signs, words, ending: article.blocks.at(-1) ?? '' });
  if (words === 0) throw new UnreadableFile('This page holds no text. Paste the text instead.');
  return documentOf(
    { title: article.title ?? '', text, words },
    {
      title: article.title,
      byline: article.byline,
      published: dayOf(article.date) ?? dayOf(pageDate),
      language,
      address: webAddress(canonical, address) ?? address,
      notes,
    },
  );
};

const noScriptText = (document: Document): string =>
  Array.from(document.querySelectorAll('noscript'), (node) => `\n${node.textContent}`)
    .join('')
    .slice(0, 10_000);

const readParts = (document: Document) => {
  const found = findArticle(document);
  const title = oneLine(found.title, MOST_TITLE);
  const byline = oneLine(found.byline, MOST_TITLE)?.replace(/^by\s+/iu, '') ?? null;
  const blocks = blocksBelow(found.content);
  // The heading that repeats the title stands above the text already.
  if (blocks[0] !== undefined && blocks[0] === title) blocks.shift();
  return { blocks, title, byline, date: found.date };
};
