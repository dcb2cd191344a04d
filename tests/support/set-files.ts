/** One good file of every kind that is read as a study set, for what tries broken ones. */
import fc from 'fast-check';
import { EXPORT_FORMATS } from '@/lib/formats/export-formats';
import { writeSet } from '@/lib/formats/write-set';
import { ankiPackage } from './anki-packages';
import { anySet } from './study-sets';

const READ_FROM = ['apkg', 'anki-text', 'csv', 'tsv', 'gift', 'moodle-xml', 'kahoot', 'json'];

/** Names and bytes. */
export const goodFiles = async (): Promise<(readonly [string, Uint8Array])[]> => {
  const [set] = fc.sample(anySet, { seed: 7, numRuns: 1 });
  if (set === undefined) throw new Error('no set was made');
  const written = EXPORT_FORMATS.filter(({ id }) => READ_FROM.includes(id)).map(
    async ({ id, file }) => [`cards.${file}`, (await writeSet(id, set, new Date(0))).bytes] as const,
  );
  const packages = (['legacy 1', 'legacy 2', 'latest'] as const).map(async (generation) => {
    const notes = [
      { type: 'reversed', fields: ['a', 'b <img src="x.png">'] },
      { type: 'cloze', fields: ['x {{c1::y::z}} {{c2::w}}', 'e'] },
    ] as const;
    const media = { 'x.png': new Uint8Array([1, 2, 3]) };
    const content = { notes, media, answers: [[0, 1_700_000_000_000, 3, 4, 0, 1]] as const };
    return [`${generation}.apkg`, await ankiPackage(content, generation)] as const;
  });
  return Promise.all([...written, ...packages]);
};
