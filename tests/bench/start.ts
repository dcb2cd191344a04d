/** `npm run bench:start`: how long a start takes where nothing has to be built, and what the server then holds. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from './server';

const folder = mkdtempSync(join(tmpdir(), 'quizwright-bench-'));
const first = await serve(folder);
await first.stop();
const times: number[] = [];
let memory = 0;
for (let round = 0; round < 5; round += 1) {
  const served = await serve(folder);
  times.push(served.readyMs);
  await new Promise((resolve) => setTimeout(resolve, 5000));
  memory = Math.max(memory, served.memory());
  await served.stop();
}
const seconds = times.map((time) => (time / 1000).toFixed(2)).join(', ');
console.log(`ready after ${seconds} s; ${memory.toFixed(0)} MiB resident at rest`);
