import { expect, test } from 'vitest';
import { UnreadableFile } from '@/lib/formats/unreadable-file';
import { readDocument } from '@/lib/formats/read-document';
import { chanceOf, mutate, WHOLE_FILES } from '../../support/damaged-documents';

const FILES_EACH = 40;

test.each(WHOLE_FILES)('%s: damaged anyhow, it gives text or one sentence', async (name, whole) => {
  expect((await readDocument(whole, name)).parts[0]?.words).toBeGreaterThan(100);
  const chance = chanceOf(7);
  for (let n = 0; n < FILES_EACH; n++) {
    const read = await readDocument(mutate(whole, chance), name).catch((error: unknown) => error);
    if (read instanceof Error) expect(read, `file ${n}`).toBeInstanceOf(UnreadableFile);
  }
});
