/** Damage as it happens to files, by chance that a seed repeats. */
import { makeDocx, makeEpub, makePdf, setColumn } from './documents';

/** Numbers 0..1 from a seed (mulberry32). */
export const chanceOf = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const SENTENCES = Array.from(
  { length: 12 },
  (_, n) => `Tower ${n} of Arlen was raised in ${1800 + n} by the town, and it stands.`,
);
const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Towers of Arlen</title>
<script type="application/ld+json">{"isAccessibleForFree":true}</script></head><body><nav>Home</nav>
<article><h1>Towers</h1>${SENTENCES.map((text) => `<p>${text}</p>`).join('<div><span>')}</article></body></html>`;

/** A whole file of each kind that can be read, by name. */
export const WHOLE_FILES: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  ['a.pdf', makePdf([setColumn(SENTENCES, 60, 740), setColumn(SENTENCES, 60, 740)])],
  ['a.docx', makeDocx(SENTENCES)],
  ['a.epub', makeEpub([{ title: 'Towers', paragraphs: SENTENCES }])],
  ['a.html', Buffer.from(PAGE)],
  ['a.md', Buffer.from(`# Towers\n\n${SENTENCES.join('\n\n- **')}\n\n[a](b) | c |`)],
  ['a.txt', Buffer.from(SENTENCES.join('\n\n'), 'utf16le')],
];

/** `bytes` with a few accidents: bytes changed, stretches lost, doubled, moved, or cut off. */
export const mutate = (bytes: Uint8Array, chance: () => number): Uint8Array => {
  let file = Buffer.from(bytes);
  const place = (): number => Math.floor(chance() * file.length);
  for (let left = 1 + Math.floor(chance() * 6); left > 0; left--) {
    const [from, to] = [place(), place()].sort((a, b) => a - b) as [number, number];
    const kind = Math.floor(chance() * 5);
    if (kind <= 1) for (let n = 0; n < 8; n++) file[place()] = Math.floor(chance() * 256);
    else if (kind === 2) file = Buffer.concat([file.subarray(0, from), file.subarray(to)]);
    else if (kind === 3)
      file = Buffer.concat([
        file.subarray(0, to),
        file.subarray(from, Math.min(to, from + 4000)),
        file.subarray(to),
      ]);
    else if (chance() < 0.3) file = file.subarray(0, to);
    else for (let n = from; n < Math.min(to, from + 16); n++) file[n] = 0xff;
  }
  return file;
};
