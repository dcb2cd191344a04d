import type { Amount } from '@/lib/facts/amount';
import type { Origin } from '@/lib/formats/origin';
import type { Refused } from '@/lib/refusal';

export type ArticleToRead = {
  readonly title: string;
  readonly text: string;
  readonly source: string;
  readonly origin: Origin | null;
  readonly deck:
    { readonly name: 'existing'; readonly id: string } | { readonly name: 'new'; readonly title: string };
  /** How many facts are proposed. */
  readonly amount: Amount;
  /** Let the language model propose more. */
  readonly model: boolean;
  /** Read it although another deck holds it. */
  readonly again: boolean;
  readonly zone: string;
};

export type ReadingEnd =
  /** `model`: what the language model did, in words, if it was asked. */
  | { readonly name: 'added'; readonly deckId: string; readonly model: string | null }
  | { readonly name: 'known'; readonly deckId: string; readonly title: string };
export type ReadingAnswer<T = ReadingEnd> = { readonly ok: true; readonly value: T } | Refused;

const FAILED: Refused = { ok: false, code: 'FAILED' };

type Listener = { readonly onProgress: (progress: number) => void; readonly signal: AbortSignal };

/**
 * Has something read on the server; `onProgress` hears 0..1 on the way.
 * @throws AbortError once `signal` is aborted; TypeError where the server cannot be reached.
 */
export const sendToRead = async <T>(
  path: string,
  body: unknown,
  { onProgress, signal }: Listener,
): Promise<ReadingAnswer<T>> => {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal,
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (reader === undefined) return FAILED;
  let rest = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + part.value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const said = JSON.parse(line) as { progress: number } | ReadingAnswer<T>;
      if ('ok' in said) return said;
      onProgress(said.progress);
    }
  }
  // A refusal before the reading began is a single line without an end.
  return rest === '' ? FAILED : (JSON.parse(rest) as ReadingAnswer<T>);
};

/** Has an article read and kept. @throws as `sendToRead` */
export const sendArticle = (article: ArticleToRead, listener: Listener): Promise<ReadingAnswer> =>
  sendToRead('/api/articles', article, listener);
