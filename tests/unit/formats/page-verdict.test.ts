/** Pages that are no article, or half of one, are said to be so: each written here as such pages are. */
import { expect, test } from 'vitest';
import { readHtml } from '@/lib/formats/read-html';
import { UnreadableFile } from '@/lib/formats/unreadable-file';

const LONG =
  'The harbour of Arlen was dug by hand in the years of the great frost, and all who dug were paid in rye. '.repeat(
    4,
  );
const page = (body: string, head = ''): Uint8Array =>
  Buffer.from(
    `<!doctype html><html lang="en"><head><title>The harbour of Arlen</title>${head}</head><body>${body}</body></html>`,
  );
const read = (bytes: Uint8Array) => readHtml(bytes, { address: 'https://example.org/harbour' });
const refusalOf = (bytes: Uint8Array): string => {
  try {
    read(bytes);
  } catch (error) {
    if (error instanceof UnreadableFile) return error.message;
    throw error;
  }
  return 'was read';
};

const article = (text: string): string =>
  `<nav>Home News Sport</nav><article><h1>The harbour of Arlen</h1>${text}</article>`;
const paidData =
  '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>';

test.each<[string, Uint8Array, RegExp]>([
  [
    'a paywall with a teaser',
    page(
      article('<p>The harbour was dug by hand.</p><p>Subscribe now to continue reading this article.</p>'),
    ),
    /^This page gave \d+ words; the rest is for subscribers\. Paste the text instead/u,
  ],
  [
    'a paywall that only its data tell of',
    page(article('<p>The harbour was dug by hand.</p>'), paidData),
    /the rest is for subscribers/u,
  ],
  [
    'a page that scripts put together',
    page(
      '<div id="root"></div><script src="/app.js"></script><noscript>You need to enable JavaScript to run this app.</noscript>',
    ),
    /put together by scripts in a browser\. Paste the text instead/u,
  ],
  [
    'a page of scripts that says nothing',
    page('<div id="app"></div><script src="/app.js"></script>'),
    /by scripts/u,
  ],
  [
    'a check for people',
    page(
      '<h1>One moment</h1><p>Checking your browser before accessing example.org.</p><script src="/c.js"></script>',
    ),
    /wants to see a person first/u,
  ],
  ['an empty page', page(''), /^This page gave 0 words; paste the text instead\.$/u],
  [
    'a page with a line',
    page(article('<p>Nothing to see here.</p>')),
    /^This page gave \d+ words; paste the text instead\.$/u,
  ],
])('%s is refused with the words that it gave and what to do', (_, bytes, words) => {
  expect(refusalOf(bytes)).toMatch(words);
});

test.each<[string, Uint8Array, RegExp | null]>([
  [
    'half an article',
    page(article(`<p>${LONG}</p><p>In 1884 the keepers …</p><p>Read more</p>`)),
    /may be half of the article/u,
  ],
  [
    'a text that breaks off',
    page(article(`<p>${LONG} And so the story of the harbour…</p>`)),
    /may be half of the article/u,
  ],
  [
    'a long teaser before a paywall',
    page(article(`<p>${LONG}</p><p>${LONG}</p>`) + '<aside>Already a subscriber? Log in.</aside>'),
    /for subscribers, so the end of the article may be missing/u,
  ],
  ['a whole article', page(article(`<p>${LONG}</p><p>${LONG}</p>`)), null],
  [
    'a whole article about scripts and subscribers',
    page(
      article(
        `<p>${LONG}</p><p>Its newsletter has many subscribers, and JavaScript is a language of the web.</p><p>${LONG}</p>`,
      ),
    ),
    null,
  ],
])('%s is read with what to watch for, if there is anything', (_, bytes, note) => {
  const { notes, parts } = read(bytes);
  expect(parts[0]?.text).toContain('dug by hand');
  if (note === null) expect(notes).toEqual([]);
  else expect(notes.join(' ')).toMatch(note);
});
