'use client';
import { useEffect, useState } from 'react';

/** Asked every so often, and given so long to answer: together less than five seconds. */
const ASK_EVERY_MS = 2500;
const PATIENCE_MS = 2000;

/**
 * Whether the server can be reached, known within five seconds also where nothing is being sent: browsers say that
 * they are offline only when their own network is gone. Nobody is asked while the page is out of sight.
 */
export const useConnection = (): boolean => {
  const [isConnected, setConnected] = useState(true);
  useEffect(() => {
    let ended = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let was = true;
    const say = (is: boolean): void => {
      if (ended) return;
      setConnected(is);
      // What waits for the network is sent as soon as the server is back.
      if (is && !was) dispatchEvent(new Event('online'));
      was = is;
    };
    const ask = async (): Promise<void> => {
      clearTimeout(timer);
      if (document.visibilityState === 'visible') say(await isAlive());
      if (!ended) timer = setTimeout(() => void ask(), ASK_EVERY_MS);
    };
    const lose = (): void => {
      say(false);
    };
    const onSight = (): void => {
      if (document.visibilityState === 'visible') void ask();
    };
    timer = setTimeout(() => void ask(), ASK_EVERY_MS);
    addEventListener('offline', lose);
    document.addEventListener('visibilitychange', onSight);
    return () => {
      ended = true;
      clearTimeout(timer);
      removeEventListener('offline', lose);
      document.removeEventListener('visibilitychange', onSight);
    };
  }, []);
  return isConnected;
};

const isAlive = async (): Promise<boolean> => {
  try {
    const response = await fetch('/api/alive', {
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return response.ok;
  } catch {
    // Whatever kept it from answering: it cannot be reached.
    return false;
  }
};
