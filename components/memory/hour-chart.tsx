import history from '@/components/history/history.module.css';
import { wilsonInterval } from '@/lib/memory/interval';
import classes from './memory.module.css';
import { percentWords, rangeWords } from './percent';
import { RecallHeads } from './recall-heads';

type Hour = { readonly hour: number; readonly recalls: number; readonly recalled: number };

type HourChartProps = {
  /** All 24, in any order. */
  readonly hours: readonly Hour[];
  /** The hour with which the learner's day begins. */
  readonly dayStart: number;
};

/** Fewer answers than this say next to nothing of an hour. */
const FEW = 20;

const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

/** Recall by the hour of the day with its 95 % interval, above how often each hour was asked in; and as a table. */
export const HourChart = ({ hours, dayStart }: HourChartProps) => {
  const rows = Array.from({ length: 24 }, (_, index) => {
    const hour = (index + dayStart) % 24;
    const found = hours.find((other) => other.hour === hour);
    const [recalls, recalled] = [found?.recalls ?? 0, found?.recalled ?? 0];
    return { hour, recalls, recalled, range: wilsonInterval(recalled, recalls) };
  });
  const most = Math.max(1, ...rows.map(({ recalls }) => recalls));
  const x = (index: number): string => `${((index + 0.5) / 24) * 100}%`;
  const y = (share: number): string => `${(1 - share) * 100}%`;
  return (
    <figure className={history.chart}>
      <div className={history.plotRow} aria-hidden="true">
        <div className={history.yAxis}>
          <span>100 %</span>
          <span>50 %</span>
          <span>0 %</span>
        </div>
        <svg className={history.plot}>
          {[0, 0.5, 1].map((share) => (
            <line key={share} x1="0" x2="100%" y1={y(share)} y2={y(share)} className={history.grid} />
          ))}
          {rows.map(({ hour, recalls, recalled, range }, index) =>
            range === null ? null : (
              <g key={hour}>
                <line
                  x1={x(index)}
                  x2={x(index)}
                  y1={y(range.low)}
                  y2={y(range.high)}
                  className={classes.whisker}
                />
                <circle
                  cx={x(index)}
                  cy={y(recalled / recalls)}
                  r="4"
                  className={recalls < FEW ? classes.hollow : history.dot}
                >
                  <title>{`${clock(hour)}: ${recalled} of ${recalls} recalled`}</title>
                </circle>
              </g>
            ),
          )}
        </svg>
      </div>
      <div className={`${history.plotRow ?? ''} ${classes.second ?? ''}`} aria-hidden="true">
        <div className={history.yAxis}>
          <span>{most}</span>
        </div>
        <svg className={classes.low} style={{ marginTop: 0 }}>
          <line x1="0" x2="100%" y1="0" y2="0" className={history.grid} />
          <line x1="0" x2="100%" y1="100%" y2="100%" className={history.grid} />
          {rows.map(({ hour, recalls }, index) => (
            <rect
              key={hour}
              x={`${((index + 0.15) / 24) * 100}%`}
              width={`${(0.7 / 24) * 100}%`}
              y={`${(1 - recalls / most) * 100}%`}
              height={`${(recalls / most) * 100}%`}
              className={history.bar}
            />
          ))}
        </svg>
        <div className={history.days} style={{ gridTemplateColumns: 'repeat(24, minmax(0, 1fr))' }}>
          {rows.map(({ hour }, index) => (
            <span key={hour}>{index % 4 === 0 ? hour : ''}</span>
          ))}
        </div>
      </div>
      <figcaption className={history.axisTitle}>
        Hour of the day. Above: share recalled, with its 95 % interval; a hollow dot rests on fewer than {FEW}{' '}
        answers. Below: how many answers.
      </figcaption>
      <details className={history.details}>
        <summary>Hours as a table</summary>
        <table className={history.table}>
          <RecallHeads of="From" />
          <tbody>
            {rows.map(
              ({ hour, recalls, recalled, range }) =>
                range !== null && (
                  <tr key={hour}>
                    <th scope="row">{clock(hour)}</th>
                    <td className={history.number}>{`${recalled} of ${recalls}`}</td>
                    <td className={history.number}>{percentWords(recalled / recalls)}</td>
                    <td className={history.number}>{rangeWords(range)}</td>
                  </tr>
                ),
            )}
          </tbody>
        </table>
      </details>
    </figure>
  );
};
