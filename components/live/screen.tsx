'use client';
import type { ReactNode } from 'react';
import type { ScreenView } from '@/lib/live/seen';
import { REFUSALS } from '@/lib/refusal';
import classes from './live.module.css';
import { Stage } from './stage';
import { useLive } from './use-live';
import { useSound } from './use-sound';

type ScreenProps = { readonly session: string; readonly title: string; readonly how: ReactNode };

/** For the projector: large, without controls, and without anything that players may not see yet. */
export const Screen = ({ session, title, how }: ScreenProps) => {
  const { view, clock, isConnected, refused } = useLive<ScreenView>(session, 'screen');
  useSound(view);
  if (refused !== null) return <p role="alert">{REFUSALS[refused]}</p>;
  return (
    <div className={`${classes.desk} ${classes.screen}`} data-screen>
      <h1 className={classes.title}>{title}</h1>
      {view === null || !isConnected ? (
        <p role="status">Connecting …</p>
      ) : (
        <p className={classes.paused} role="status">
          {view.paused === null ? '' : 'Paused'}
        </p>
      )}
      {view !== null && (
        <div className={classes.stage}>
          {view.phase.name === 'lobby' && (
            <>
              {how}
              <p className={classes.hint}>
                {view.locked ? 'The room is closed to newcomers. ' : ''}
                {view.players} {view.players === 1 ? 'player' : 'players'}
              </p>
              <ul className={classes.names} aria-label="Players">
                {view.names.map((name) => (
                  <li key={name}>{name}</li>
                ))}
              </ul>
            </>
          )}
          <Stage view={view} clock={clock} />
        </div>
      )}
    </div>
  );
};
