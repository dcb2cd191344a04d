import type { FormAction } from '@/components/account/form-state';
import { FIT_REASONS, type Fit, type RefitReason } from '@/lib/memory/fit';
import { ActForm } from './act-form';
import { FitWatch } from './fit-watch';
import classes from './weights.module.css';

type FitPanelProps = {
  readonly recalls: number;
  /** How many recalls a fit needs. */
  readonly fewest: number;
  readonly last: Fit | null;
  readonly offer: RefitReason;
  readonly onFit: FormAction;
};

const OFFERS = {
  doubled:
    'You have recalled at least twice as often by now as at the last fit: another may find better weights.',
  month: 'The last fit is more than a month old: another may find better weights.',
} as const;

/** How far a fit is, what came of the last where nothing did, and the button for one. */
export const FitPanel = ({ recalls, fewest, last, offer, onFit }: FitPanelProps) => {
  const open = last !== null && (last.state === 'waiting' || last.state === 'running');
  return (
    <>
      <p role="status">
        {last !== null && open && OPEN[last.state === 'waiting' ? 'waiting' : 'running']}
        {last?.reason != null && FIT_REASONS[last.reason]}
      </p>
      {open && <FitWatch />}
      {offer !== null && !open && <p>{OFFERS[offer]}</p>}
      {!open && recalls >= fewest && (
        <div className={classes.forms}>
          <ActForm action={onFit} submit="Fit my weights" submitting="Asking …" />
        </div>
      )}
      <p className={classes.note}>
        {recalls < fewest
          ? `A fit needs ${fewest} recalls: first answers of a day to facts that you learnt on an earlier day. You have ${recalls} so far.`
          : `You have ${recalls} recalls: first answers of a day to facts that you learnt on an earlier day. The weights are fitted to the earlier four fifths of them and tried on the rest.`}
      </p>
    </>
  );
};

const OPEN = {
  waiting: 'The fit waits for its turn. You can leave this page and go on studying.',
  running: 'Your weights are being fitted. You can leave this page and go on studying.',
} as const;
