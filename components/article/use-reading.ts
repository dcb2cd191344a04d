'use client';
import { useRef, useState } from 'react';
import { REFUSALS } from '@/lib/refusal';
import { sendArticle, type ArticleToRead } from './send-article';

export type ReadingState =
  | { readonly name: 'idle' }
  | { readonly name: 'reading'; readonly progress: number }
  | { readonly name: 'told'; readonly deckId: string; readonly words: string }
  | { readonly name: 'known'; readonly deckId: string; readonly title: string }
  | { readonly name: 'refused'; readonly message: string };

const UNREACHED = 'The server could not be reached. What you typed stays here; try again.';

/**
 * The reading of one article: `start` begins it, `cancel` ends it, `onAdded` hears of the deck it went into, and whether
 * there is something to tell before it is opened.
 */
export const useReading = (onAdded: (deckId: string, hasWords: boolean) => 'done' | 'next') => {
  const [state, setState] = useState<ReadingState>({ name: 'idle' });
  const running = useRef<AbortController | null>(null);

  const start = async (article: ArticleToRead): Promise<void> => {
    const controller = new AbortController();
    running.current = controller;
    setState({ name: 'reading', progress: 0 });
    try {
      const onProgress = (progress: number): void => {
        setState({ name: 'reading', progress });
      };
      const answered = await sendArticle(article, { onProgress, signal: controller.signal });
      if (!answered.ok) {
        const wrong = Object.values(answered.fields ?? {})[0];
        setState({ name: 'refused', message: wrong ?? REFUSALS[answered.code] });
      } else if (answered.value.name === 'known') {
        setState(answered.value);
      } else {
        const { deckId, model } = answered.value;
        if (onAdded(deckId, model !== null) === 'next') setState({ name: 'idle' });
        else
          setState(
            model === null ? { name: 'reading', progress: 1 } : { name: 'told', deckId, words: model },
          );
      }
    } catch {
      // Cancelled by the person, or the connection broke; what was typed is still there in both cases.
      setState(controller.signal.aborted ? { name: 'idle' } : { name: 'refused', message: UNREACHED });
    }
  };
  const cancel = (): void => running.current?.abort();
  return { state, start, cancel };
};
