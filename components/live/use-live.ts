'use client';
import { useCallback, useEffect, useState } from 'react';
import { postUntilAnswered } from '@/components/wire/post';
import type { HostCommand, PlayerCommand } from '@/lib/live/command';
import type { Frame, LiveView } from '@/lib/live/seen';
import type { Answered, RefusalCode } from '@/lib/refusal';

/** The server sends a beat every ten seconds; after this without one the connection is dead, whatever it says. */
const SILENCE_MS = 25_000;
const AGAIN_MS = 700;

/** The server's clock as it stood when this page received a frame. */
export type ServerClock = { readonly now: number; readonly received: number };

export type Live<View extends LiveView> = {
  /** `null` before the first frame. */
  readonly view: View | null;
  readonly clock: ServerClock;
  readonly isConnected: boolean;
  /** Why there is nothing to see here. */
  readonly refused: RefusalCode | null;
  /** Sends a command until the server has answered. */
  readonly send: (command: HostCommand | PlayerCommand) => Promise<Answered<null>>;
};

/** Why the stream was closed for good: asked once more by hand, since an event stream does not tell. */
const reasonOf = async (url: string): Promise<RefusalCode | null> => {
  const gone = new AbortController();
  try {
    const response = await fetch(url, { signal: gone.signal });
    if (response.status !== 403 && response.status !== 404) return null;
    const answered = (await response.json()) as Answered<null>;
    return answered.ok ? null : answered.code;
  } catch (error) {
    if (error instanceof TypeError || error instanceof DOMException || error instanceof SyntaxError)
      return null;
    throw error;
  } finally {
    gone.abort();
  }
};

/** Follows a session: the newest view, through broken networks, locked phones and restarts of the server. */
export const useLive = <View extends LiveView>(session: string, as: View['role'] & string): Live<View> => {
  const [frame, setFrame] = useState<{ view: View; clock: ServerClock } | null>(null);
  const [isConnected, setConnected] = useState(false);
  const [refused, setRefused] = useState<RefusalCode | null>(null);

  useEffect(() => {
    const url = `/api/live/${session}/${as}`;
    let source: EventSource | null = null;
    let again: ReturnType<typeof setTimeout> | undefined;
    let heard = performance.now();
    let isOver = false;

    const open = (): void => {
      clearTimeout(again);
      source?.close();
      if (isOver) return;
      heard = performance.now();
      source = new EventSource(url);
      source.onmessage = ({ data }: MessageEvent<string>) => {
        heard = performance.now();
        const { now, view } = JSON.parse(data) as Frame;
        setFrame({ view: view as View, clock: { now, received: heard } });
        setConnected(true);
      };
      source.addEventListener('beat', () => {
        heard = performance.now();
      });
      const mine = source;
      source.onerror = () => {
        setConnected(false);
        if (mine.readyState !== EventSource.CLOSED || isOver) return;
        void reasonOf(url).then((code) => {
          if (code !== null) setRefused(code);
          else if (!isOver) again = setTimeout(open, AGAIN_MS);
        });
      };
    };
    const look = (): void => {
      if (document.visibilityState !== 'visible') return;
      if (source?.readyState !== EventSource.OPEN || performance.now() - heard > SILENCE_MS) open();
    };
    open();
    const watch = setInterval(look, 5000);
    document.addEventListener('visibilitychange', look);
    addEventListener('pageshow', look);
    addEventListener('online', open);
    return () => {
      isOver = true;
      clearTimeout(again);
      clearInterval(watch);
      source?.close();
      document.removeEventListener('visibilitychange', look);
      removeEventListener('pageshow', look);
      removeEventListener('online', open);
    };
  }, [session, as]);

  const send = useCallback(
    (command: HostCommand | PlayerCommand) =>
      postUntilAnswered<null>(`/api/live/${session}/commands`, command, () => {
        setConnected(false);
      }),
    [session],
  );
  return {
    view: frame?.view ?? null,
    clock: frame?.clock ?? { now: 0, received: 0 },
    isConnected,
    refused,
    send,
  };
};
