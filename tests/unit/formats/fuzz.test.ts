/** A short run of the bench of the same name: broken files end in a sentence, never in a crash. */
import { expect, test } from 'vitest';
import { planImport } from '@/lib/formats/import-plan';
import { readSet, USUAL_CHOICE } from '@/lib/formats/read-set';
import { UnreadableFile } from '@/lib/formats/unreadable-file';
import { seededRandom } from '@/lib/questions/seeded-random';
import { mutated } from '../../support/mutations';
import { goodFiles } from '../../support/set-files';

test('300 broken files are read or refused in a sentence', async () => {
  const random = seededRandom('formats');
  const files = await goodFiles();
  let refused = 0;
  for (let run = 0; run < 300; run++) {
    const [name, bytes] = files[run % files.length] ?? ['', new Uint8Array()];
    try {
      const { set } = await readSet(name, mutated(bytes, random), USUAL_CHOICE);
      planImport(set, new Set());
    } catch (error) {
      expect(error, `${name}, run ${run}`).toBeInstanceOf(UnreadableFile);
      refused += 1;
    }
  }
  expect(refused).toBeGreaterThan(20);
  expect(refused).toBeLessThan(280);
}, 60_000);
