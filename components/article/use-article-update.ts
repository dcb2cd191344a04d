'use client';
import { useRef, useState } from 'react';
import { post } from '@/components/wire/post';
import type { Comparison } from '@/lib/facts/comparison';
import type { Origin } from '@/lib/formats/origin';
import { REFUSALS } from '@/lib/refusal';
import { readSource } from './import-source';
import { sendToRead } from './send-article';
import { toBroughtIn } from './use-imports';

/** What may take the place of the article's text: `notes` say what to watch for in it. */
export type NewVersion = {
  readonly text: string;
  readonly source: string;
  readonly origin: Origin | null;
  readonly notes: readonly string[];
};

export type Compared = Comparison & {
  readonly text: string;
  readonly fromHash: string;
  /** Not a letter differs. */
  readonly isEqual: boolean;
};

export type UpdateStep =
  | { readonly name: 'bring' }
  | { readonly name: 'fetching' | 'comparing' }
  | { readonly name: 'compared'; readonly version: NewVersion; readonly compared: Compared }
  | { readonly name: 'correct'; readonly version: NewVersion }
  | { readonly name: 'reading'; readonly progress: number };

const UNREACHED = 'The server could not be reached. Nothing was changed; try again.';

/** The way of a new version into an article: fetched or pasted, compared, corrected, read. `onDone` hears of the end. */
export const useArticleUpdate = (articleId: string, onDone: () => void) => {
  const [step, setStep] = useState<UpdateStep>({ name: 'bring' });
  const [problem, setProblem] = useState<string | null>(null);
  const running = useRef<AbortController | null>(null);

  const begin = (): AbortController => {
    running.current?.abort();
    running.current = new AbortController();
    setProblem(null);
    return running.current;
  };

  const compare = async (version: NewVersion, tidy: boolean, back: UpdateStep): Promise<void> => {
    const { signal } = begin();
    setStep({ name: 'comparing' });
    const answered = await post<Compared>(`/api/articles/${articleId}/comparison`, {
      text: version.text,
      tidy,
    }).catch(() => null);
    if (signal.aborted) return;
    if (answered?.ok === true) {
      const compared = answered.value;
      setStep({ name: 'compared', version: { ...version, text: compared.text }, compared });
      return;
    }
    setStep(back);
    setProblem(answered === null ? UNREACHED : REFUSALS[answered.code]);
  };

  const fetchAgain = async (address: string): Promise<void> => {
    const { signal } = begin();
    setStep({ name: 'fetching' });
    const source = { name: 'link', address } as const;
    const read = await readSource(source, signal).catch(() => null);
    if (read === null || signal.aborted) return;
    if (read.name === 'unreadable') {
      setStep({ name: 'bring' });
      setProblem(read.words);
      return;
    }
    const [article] = toBroughtIn([{ id: 0, name: address, source, state: read, wanted: [0] }]);
    if (article !== undefined) await compare(article, true, { name: 'bring' });
  };

  const write = async (version: NewVersion, compared: Compared): Promise<void> => {
    const { signal } = begin();
    setStep({ name: 'reading', progress: 0 });
    const { text, source, origin } = version;
    const body = { text, source, origin, fromHash: compared.fromHash };
    const onProgress = (progress: number): void => {
      setStep({ name: 'reading', progress });
    };
    try {
      const path = `/api/articles/${articleId}/update`;
      const answered = await sendToRead<unknown>(path, body, { onProgress, signal });
      if (answered.ok) {
        setStep({ name: 'reading', progress: 1 });
        onDone();
        return;
      }
      setProblem(Object.values(answered.fields ?? {})[0] ?? REFUSALS[answered.code]);
    } catch {
      // Cancelled by the person, or the connection broke; nothing was written in the first case.
      if (!signal.aborted) setProblem(UNREACHED);
    }
    setStep({ name: 'compared', version, compared });
  };

  const cancel = (): void => {
    running.current?.abort();
    setStep((now) => (now.name === 'reading' ? now : { name: 'bring' }));
  };

  return { step, setStep, problem, compare, fetchAgain, write, cancel };
};
