/** A thread of its own that reads one file or page: told it at the start, it answers with the text or why there is none. */
import { parentPort, workerData } from 'node:worker_threads';
import type { ImportedDocument } from '@/lib/formats/document';
import { UnreadableFile } from '@/lib/formats/unreadable-file';
import { forgivePdfLeftovers } from '@/lib/server/pdf-leftovers';
import { readDocument } from '@/lib/formats/read-document';
import { readHtml, type HtmlSource } from '@/lib/formats/read-html';

export type DocumentTask = {
  readonly bytes: Uint8Array;
  readonly as:
    { readonly name: 'file'; readonly fileName: string } | ({ readonly name: 'page' } & HtmlSource);
};
export type DocumentWord = { readonly document: ImportedDocument } | { readonly problem: string };

const { bytes, as } = workerData as DocumentTask;

const read = async (): Promise<DocumentWord> => {
  try {
    return { document: as.name === 'file' ? await readDocument(bytes, as.fileName) : readHtml(bytes, as) };
  } catch (error) {
    if (error instanceof UnreadableFile) return { problem: error.message };
    // What no reader foresaw is the file's doing: it came from a stranger.
    return { problem: 'This file could not be read: something in it is damaged. Paste the text instead.' };
  }
};

forgivePdfLeftovers();
parentPort?.postMessage(await read());
