import { dayWords } from '@/components/history/moments';
import history from '@/components/history/history.module.css';
import type { Score, Trial } from '@/lib/memory/trial';
import { CalibrationChart } from './calibration-chart';
import classes from './weights.module.css';

/** What came of trying weights on answers that they had never seen: a sentence, both scores, and the chart. */
export const TrialResult = ({ trial }: { trial: Trial }) => {
  const { defaults, own, present, trained, heldOut, from } = trial;
  const rows: readonly (readonly [string, Score])[] = [
    ['Your weights', own],
    ...(present === null ? [] : ([['Your weights before', present]] as const)),
    ['The defaults', defaults],
  ];
  return (
    <>
      <p className={classes.verdict}>{verdictOf(trial)}</p>
      <table className={`${history.table ?? ''} ${history.narrow ?? ''}`}>
        <caption className={classes.note} style={{ textAlign: 'left', marginBottom: '0.5rem' }}>
          Fitted to {trained} answers that came a day or more after the one before, tried on the {heldOut}{' '}
          from {dayWords(from, 'short')} on, which they had not seen. Lower is better in both columns.
        </caption>
        <thead>
          <tr>
            <th scope="col">By</th>
            <th scope="col" className={history.number}>
              Log loss
            </th>
            <th scope="col" className={history.number}>
              Off by
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, { logLoss, rmseBins }]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className={history.number}>{logLoss.toFixed(4)}</td>
              <td className={history.number}>{(rmseBins * 100).toFixed(1)} points</td>
            </tr>
          ))}
        </tbody>
      </table>
      <details className={history.details}>
        <summary>What these numbers mean</summary>
        <p className={classes.note}>
          Before each answer the weights give a chance that you recall the fact. Log loss says how surprised
          they were by what happened: 0 would be always certain and always right, 0.69 is tossing a coin. “Off
          by” compares, over groups of like answers, the chance that was given with the share that you did
          recall, in percentage points. Your weights are kept where their log loss is lower by more than
          chance gives in one of twenty cases: here it had to be lower by more than {trial.margin.toFixed(4)},
          and it is {trial.gain < 0 ? 'higher' : 'lower'} by {Math.abs(trial.gain).toFixed(4)}. A day and a
          fact each count as one piece of news, however many answers they hold.
        </p>
      </details>
      <CalibrationChart own={own.deciles} defaults={defaults.deciles} />
    </>
  );
};

const verdictOf = ({ wins, gain, present, own, defaults }: Trial): string => {
  if (wins) {
    const share = Math.round((gain / defaults.logLoss) * 100);
    return `Your weights foresaw your answers better than the defaults: they were ${share < 1 ? 'a little' : `${share} %`} less surprised. That is more than chance gives, so they were kept.`;
  }
  if (present !== null && present.logLoss < own.logLoss) {
    return 'The new weights foresaw your answers no better than those of your own that you had. Nothing was changed.';
  }
  return gain > 0
    ? 'Your weights foresaw your answers a little better than the defaults, but not by more than chance may give. Nothing was changed.'
    : 'The defaults foresaw your answers better than weights fitted to you. Nothing was changed.';
};
