'use client';
import { startTransition, type SyntheticEvent } from 'react';

/**
 * Sends a form by its action and leaves it as it is: React would empty it, and who is refused would have to fill it in
 * again. The zone of the browser goes along. Without a script the browser posts the form by itself.
 */
export const submitKept =
  (send: (data: FormData) => void, pending: boolean) =>
  (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (pending) return;
    const data = new FormData(event.currentTarget);
    data.set('browserZone', Intl.DateTimeFormat().resolvedOptions().timeZone);
    startTransition(() => {
      send(data);
    });
  };
