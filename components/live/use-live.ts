'use client';
import { useCallback, useEffect, useState } from 'react';
import { postUntilAnswered } from '@/components/wire/post';
import { COMMAND_WAIT_MS } from '@/lib/live/bounds';
import type { HostCommand, PlayerCommand } from '@/lib/live/command';
import type { LiveView } from '@/lib/live/seen';
import type { Answered, RefusalCode } from '@/lib/refusal';
import { follow } from './follow';

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

/** Follows a session: the newest view, through broken networks, locked phones and restarts of the server. */
export const useLive = <View extends LiveView>(session: string, as: View['role'] & string): Live<View> => {
  const [frame, setFrame] = useState<{ view: View; clock: ServerClock } | null>(null);
  const [isConnected, setConnected] = useState(false);
  const [refused, setRefused] = useState<RefusalCode | null>(null);

  useEffect(
    () =>
      follow(`/api/live/${session}/${as}`, {
        frame: ({ now, view }, received) => {
          setFrame({ view: view as View, clock: { now, received } });
          setConnected(true);
        },
        lost: () => {
          setConnected(false);
        },
        refused: setRefused,
      }),
    [session, as],
  );

  const send = useCallback(
    (command: HostCommand | PlayerCommand) =>
      postUntilAnswered<null>(
        `/api/live/${session}/commands`,
        command,
        () => {
          setConnected(false);
        },
        COMMAND_WAIT_MS,
      ),
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
