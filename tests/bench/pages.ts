/** `npm run bench:pages`: the JavaScript that each page loads first, gzipped, as a browser would get it. */
import { gzipSync } from 'node:zlib';
import { newDeck } from '../support/decks';
import { serve } from './server';

const served = await serve();
const { user, cookie } = await served.member();
const { deckId, articleId } = await newDeck(user, 12);

const pages: readonly [path: string, cookie: string][] = [
  ['/', ''],
  ['/sign-in', ''],
  ['/sign-up', ''],
  ['/new', ''],
  ['/', cookie],
  ['/new', cookie],
  [`/decks/${deckId}`, cookie],
  [`/articles/${articleId}/memory`, cookie],
  ['/memory', cookie],
  [`/study?deck=${deckId}`, cookie],
  [`/decks/${deckId}/quiz`, cookie],
  ['/history', cookie],
  ['/account', cookie],
];

for (const [path, session] of pages) {
  const html = await (await fetch(served.url + path, { headers: { cookie: session } })).text();
  const scripts = new Set(
    [...html.matchAll(/<script\b([^>]*)>/g)]
      .map(([, attributes]) => attributes ?? '')
      .filter((attributes) => !/nomodule/i.test(attributes))
      .map((attributes) => /src="([^"]+)"/.exec(attributes)?.[1])
      .filter((source) => source !== undefined),
  );
  let bytes = 0;
  for (const source of scripts) {
    bytes += gzipSync(Buffer.from(await (await fetch(served.url + source)).arrayBuffer()), {
      level: 9,
    }).length;
  }
  const who = session === '' ? 'nobody' : 'member';
  console.log(
    `${path.replace(deckId, 'ID').replace(articleId, 'ID').padEnd(20)} ${who}  ${(bytes / 1024).toFixed(1)} KiB in ${scripts.size} files`,
  );
}
await served.stop();
process.exit(0);
