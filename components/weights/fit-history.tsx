import history from '@/components/history/history.module.css';
import { momentWords } from '@/components/history/moments';
import type { Fit } from '@/lib/memory/fit';
import classes from './weights.module.css';

type FitHistoryProps = {
  /** Newest first. */
  readonly fits: readonly Fit[];
  /** The one whose weights are in use; `null`: the defaults are. */
  readonly inUse: string | null;
  readonly zone: string;
};

/** Every fit with both losses and what became of it. */
export const FitHistory = ({ fits, inUse, zone }: FitHistoryProps) => (
  <div className={classes.scroll} role="region" aria-label="All fits" tabIndex={0}>
    <table className={history.table}>
      <thead>
        <tr>
          <th scope="col">Asked for</th>
          <th scope="col" className={history.number}>
            Yours
          </th>
          <th scope="col" className={history.number}>
            Defaults
          </th>
          <th scope="col">Outcome</th>
        </tr>
      </thead>
      <tbody>
        {fits.map((fit) => (
          <tr key={fit.id}>
            <td className={history.when}>{momentWords(fit.askedAt, zone)}</td>
            <td className={history.number}>{fit.trial?.own.logLoss.toFixed(4) ?? '–'}</td>
            <td className={history.number}>{fit.trial?.defaults.logLoss.toFixed(4) ?? '–'}</td>
            <td>{fit.id === inUse ? 'in use' : outcomeOf(fit)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const outcomeOf = ({ state, reason, trial }: Fit): string => {
  if (state === 'waiting' || state === 'running') return state;
  if (state === 'failed') return 'failed';
  if (trial === null) return reason === 'too-few' ? 'too few recalls' : 'none';
  return trial.wins ? 'better than the defaults' : 'not kept';
};
