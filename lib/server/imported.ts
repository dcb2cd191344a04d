import 'server-only';
import { createHash } from 'node:crypto';
import type { ImportedDocument } from '@/lib/formats/document';
import { UnreadableFile } from '@/lib/formats/unreadable-file';
import { Refusal } from '@/lib/refusal';

/** What becomes of a file or link: its text, or a sentence that says why there is none. */
export type Imported =
  | { readonly name: 'read'; readonly document: ImportedDocument; readonly hash: string }
  | { readonly name: 'unreadable'; readonly words: string };

/** Does the work of reading, and puts what a document refuses into words. `gone`: whoever asked is not there any more. */
export const toImported = async (
  work: () => Promise<{ document: ImportedDocument; bytes: Uint8Array }>,
  gone: AbortSignal,
): Promise<Imported> => {
  try {
    const { document, bytes } = await work();
    return { name: 'read', document, hash: createHash('sha256').update(bytes).digest('hex') };
  } catch (error) {
    if (error instanceof UnreadableFile) return { name: 'unreadable', words: error.message };
    if (gone.aborted) throw new Refusal('BUSY'); // nobody hears it, and it is no failure to be logged
    throw error;
  }
};
