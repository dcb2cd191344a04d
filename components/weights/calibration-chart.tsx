import history from '@/components/history/history.module.css';
import { percentWords, rangeWords } from '@/components/memory/percent';
import { wilsonInterval } from '@/lib/memory/interval';
import type { Decile } from '@/lib/memory/trial';
import classes from './weights.module.css';

type CalibrationChartProps = { readonly own: readonly Decile[]; readonly defaults: readonly Decile[] };

const shareOf = ({ recalled, count }: Decile): number => recalled / count;

/** What was foretold against what came, a dot for each tenth of the recalls, by both weights; and as a table. */
export const CalibrationChart = ({ own, defaults }: CalibrationChartProps) => {
  const rows = own.map((decile) => ({ decile, range: wilsonInterval(decile.recalled, decile.count) }));
  const lowest = Math.min(
    ...rows.map(({ range }) => range?.low ?? 1),
    ...[...own, ...defaults].flatMap((decile) => [decile.predicted, shareOf(decile)]),
  );
  // In steps of a fifth, so that the middle of the scale is a round number.
  const from = Math.max(0, Math.floor(lowest * 5) / 5);
  const place = (share: number): number => ((share - from) / (1 - from)) * 100;
  const x = (share: number): string => `${place(share)}%`;
  const y = (share: number): string => `${100 - place(share)}%`;
  const ticks = [1, (1 + from) / 2, from];
  return (
    <figure className={history.chart}>
      <p className={history.legend} aria-hidden="true">
        <span className={classes.legend}>
          <svg>
            <circle cx="50%" cy="50%" r="5" className={history.dot} />
          </svg>
          Your weights
        </span>
        <span className={classes.legend}>
          <svg>
            <rect x="25%" y="18%" width="9" height="9" className={classes.hollow} />
          </svg>
          The defaults
        </span>
      </p>
      <div className={history.plotRow} aria-hidden="true">
        <div className={history.yAxis}>
          {ticks.map((tick) => (
            <span key={tick}>{percentWords(tick)}</span>
          ))}
        </div>
        <svg className={classes.plot}>
          {ticks.map((tick) => (
            <g key={tick}>
              <line x1="0" x2="100%" y1={y(tick)} y2={y(tick)} className={history.grid} />
              <line x1={x(tick)} x2={x(tick)} y1="0" y2="100%" className={history.grid} />
            </g>
          ))}
          <line x1={x(from)} y1={y(from)} x2={x(1)} y2={y(1)} className={classes.exact} />
          {defaults.map((decile, index) => (
            <svg key={index} x={x(decile.predicted)} y={y(shareOf(decile))} overflow="visible">
              <rect x="-4.5" y="-4.5" width="9" height="9" className={classes.hollow} />
            </svg>
          ))}
          {rows.map(({ decile, range }, index) => (
            <g key={index}>
              {range !== null && (
                <line
                  x1={x(decile.predicted)}
                  x2={x(decile.predicted)}
                  y1={y(range.low)}
                  y2={y(range.high)}
                  className={classes.whisker}
                />
              )}
              <circle cx={x(decile.predicted)} cy={y(shareOf(decile))} r="5" className={history.dot} />
            </g>
          ))}
        </svg>
        <div className={`${history.xAxis ?? ''} ${classes.xAxis ?? ''}`}>
          {[...ticks].reverse().map((tick) => (
            <span key={tick}>{percentWords(tick)}</span>
          ))}
        </div>
      </div>
      <figcaption className={classes.note}>
        Foretold chance of recall (across) against the share recalled (up), for each tenth of the recalls. On
        the broken line both are the same; above it you recalled more than was foretold. The line through a
        dot is where the true share lies with 95 % certainty.
      </figcaption>
      <details className={history.details}>
        <summary>Foretold and recalled as a table</summary>
        <div className={classes.scroll} role="region" aria-label="Foretold and recalled" tabIndex={0}>
          <table className={history.table}>
            <thead>
              <tr>
                <th scope="col">Tenth</th>
                <th scope="col" className={history.number}>
                  Foretold by yours
                </th>
                <th scope="col" className={history.number}>
                  Recalled
                </th>
                <th scope="col" className={history.number}>
                  Likely between
                </th>
                <th scope="col" className={history.number}>
                  Foretold by the defaults
                </th>
                <th scope="col" className={history.number}>
                  Recalled
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ decile, range }, index) => {
                const other = defaults[index];
                return (
                  <tr key={index}>
                    <th scope="row">{index + 1}</th>
                    <td className={history.number}>{percentWords(decile.predicted)}</td>
                    <td className={history.number}>
                      {percentWords(shareOf(decile))} of {decile.count}
                    </td>
                    <td className={history.number}>{range === null ? '–' : rangeWords(range)}</td>
                    <td className={history.number}>
                      {other === undefined ? '–' : percentWords(other.predicted)}
                    </td>
                    <td className={history.number}>
                      {other === undefined ? '–' : `${percentWords(shareOf(other))} of ${other.count}`}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
};
