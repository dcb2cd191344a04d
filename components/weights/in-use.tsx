import type { FormAction } from '@/components/account/form-state';
import { dateWords } from '@/components/history/moments';
import type { Fit } from '@/lib/memory/fit';
import { ActForm } from './act-form';
import { FitWatch } from './fit-watch';
import classes from './weights.module.css';

type InUseProps = {
  /** Whether they study by weights of their own. */
  readonly own: boolean;
  /** The fit that these come from, where it is still known. */
  readonly fit: Fit | null;
  /** The last fit that won; its weights may be taken. */
  readonly winner: Fit | null;
  /** Whether memories are still to be recounted. */
  readonly stale: boolean;
  readonly zone: string;
  readonly onDefaults: FormAction;
  readonly onTake: FormAction;
};

/** By which weights a person studies, with the way to the other ones. */
export const InUse = ({ own, fit, winner, stale, zone, onDefaults, onTake }: InUseProps) => (
  <>
    <p className={classes.verdict}>
      You study by <strong>{own ? 'your own weights' : 'the defaults'}</strong>
      {fit !== null && `, fitted on ${dateWords(fit.askedAt, zone)}`}.
    </p>
    <p role="status">
      {stale &&
        'Your memories are being recounted by these weights. You can go on studying; nothing is lost meanwhile.'}
    </p>
    {stale && <FitWatch />}
    <div className={classes.forms}>
      {own && <ActForm action={onDefaults} submit="Return to the defaults" submitting="Returning …" />}
      {winner !== null && winner.id !== fit?.id && (
        <ActForm
          action={onTake}
          submit={`Use the weights of ${dateWords(winner.askedAt, zone)}`}
          submitting="Changing …"
          fields={{ fitId: winner.id }}
        />
      )}
    </div>
    <p className={classes.note}>
      A change recounts what the schedule believes of each fact from your whole log of answers, and with it
      the day on which the fact comes back.
    </p>
  </>
);
