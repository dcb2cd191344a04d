/** Having files and links read on the server. */
import type { ImportedDocument } from '@/lib/formats/document';
import { REFUSALS, type Answered } from '@/lib/refusal';

type Answer =
  | { readonly name: 'read'; readonly document: ImportedDocument; readonly hash: string }
  | { readonly name: 'unreadable'; readonly words: string };
export type Source =
  { readonly name: 'file'; readonly file: File } | { readonly name: 'link'; readonly address: string };

const UNREACHED = 'The server could not be reached. Try again.';

const send = ({ source, signal }: { source: Source; signal: AbortSignal }): Promise<Response> => {
  if (source.name === 'link') {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ address: source.address });
    return fetch('/api/links', { method: 'POST', headers, body, signal });
  }
  const query = new URLSearchParams({ name: source.file.name.slice(0, 300) }).toString();
  return fetch(`/api/documents?${query}`, { method: 'POST', body: source.file, signal });
};

/** What the server made of a file or link; whatever goes wrong is a sentence. @throws AbortError once `signal` is aborted */
export const readSource = async (source: Source, signal: AbortSignal): Promise<Answer> => {
  try {
    const answered = (await (await send({ source, signal })).json()) as Answered<Answer>;
    if (answered.ok) return answered.value;
    return { name: 'unreadable', words: REFUSALS[answered.code] };
  } catch (error) {
    if (signal.aborted) throw error;
    return { name: 'unreadable', words: UNREACHED };
  }
};
