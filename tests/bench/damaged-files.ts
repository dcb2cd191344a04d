/**
 * `npm run bench:damaged-files [-- COUNT SEED]`: mutated files over all readers. Says how many were refused in words, what
 * crashed, the slowest file, and the memory above rest.
 */
import { UnreadableFile } from '@/lib/formats/unreadable-file';
import { forgivePdfLeftovers } from '@/lib/server/pdf-leftovers';
import { readDocument } from '@/lib/formats/read-document';
import { chanceOf, mutate, WHOLE_FILES } from '../support/damaged-documents';

forgivePdfLeftovers();

const MEGABYTE = 1024 * 1024;
const [count = 10_000, seed = 1] = process.argv.slice(2).map(Number);
const chance = chanceOf(seed);
for (const [name, bytes] of WHOLE_FILES) await readDocument(bytes, name);
const rest = process.memoryUsage.rss();

let read = 0;
let refused = 0;
let slowest = { ms: 0, name: '' };
let highest = rest;
const crashes: string[] = [];
for (let n = 0; n < count; n++) {
  const [name, whole] = WHOLE_FILES[n % WHOLE_FILES.length] ?? ['a.txt', new Uint8Array()];
  const file = mutate(whole, chance);
  const began = performance.now();
  try {
    await readDocument(file, name);
    read++;
  } catch (error) {
    if (error instanceof UnreadableFile) refused++;
    else
      crashes.push(
        `${n} ${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
  }
  const ms = performance.now() - began;
  if (ms > slowest.ms) slowest = { ms, name: `${n} ${name}` };
  highest = Math.max(highest, process.memoryUsage.rss());
}
console.log(
  `${count} files, seed ${seed}: ${read} read, ${refused} refused in words, ${crashes.length} crashed`,
);
console.log(
  `slowest ${Math.round(slowest.ms)} ms (${slowest.name}); ${Math.round((highest - rest) / MEGABYTE)} MB above rest`,
);
for (const crash of crashes.slice(0, 10)) console.log(crash);
if (crashes.length > 0) process.exit(1);
