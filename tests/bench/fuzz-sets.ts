/** `npm run bench:fuzz-sets [-- RUNS]`: broken study sets over all readers. Says what crashed, what was slow, what was held. */
import { planImport } from '@/lib/formats/import-plan';
import { readSet, USUAL_CHOICE } from '@/lib/formats/read-set';
import { UnreadableFile } from '@/lib/formats/unreadable-file';
import { seededRandom } from '@/lib/questions/seeded-random';
import { mutated } from '../support/mutations';
import { goodFiles } from '../support/set-files';

const SLOW_MS = 2000;
const MEGABYTE = 1024 * 1024;

const main = async (): Promise<void> => {
  const runs = Number(process.argv[2] ?? 10_000);
  const random = seededRandom('fuzz-sets');
  const files = await goodFiles();
  for (const [name, bytes] of files) await readSet(name, bytes, USUAL_CHOICE);
  const rest = process.memoryUsage().rss;
  let [read, refused, crashed, slowest, most] = [0, 0, 0, 0, rest];
  for (let run = 0; run < runs; run++) {
    const [name, bytes] = files[run % files.length] ?? ['', new Uint8Array()];
    const broken = mutated(bytes, random);
    const start = performance.now();
    try {
      planImport((await readSet(name, broken, USUAL_CHOICE)).set, new Set());
      read += 1;
    } catch (error) {
      if (error instanceof UnreadableFile) refused += 1;
      else {
        crashed += 1;
        console.error(`run ${run}, ${name}:`, error);
      }
    }
    const took = performance.now() - start;
    slowest = Math.max(slowest, took);
    if (took > SLOW_MS) console.error(`run ${run}, ${name}: ${Math.round(took)} ms`);
    most = Math.max(most, process.memoryUsage().rss);
  }
  console.log(
    `${runs} broken files over ${files.length} kinds: ${read} read, ${refused} refused, ${crashed} crashed; ` +
      `slowest ${Math.round(slowest)} ms, at most ${Math.round((most - rest) / MEGABYTE)} MB above rest`,
  );
  process.exitCode = crashed > 0 || slowest > SLOW_MS ? 1 : 0;
};

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
