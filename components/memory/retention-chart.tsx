import history from '@/components/history/history.module.css';
import { wilsonInterval } from '@/lib/memory/interval';
import classes from './memory.module.css';
import { percentWords, rangeWords } from './percent';
import { RecallHeads } from './recall-heads';

type Span = { readonly days: number; readonly recalls: number; readonly recalled: number };

type RetentionChartProps = {
  readonly spans: readonly Span[];
  /** The share that the learner wants, 0..1. */
  readonly aim: number;
};

/** True retention over several spans: each share with its 95 % interval, against what was wanted. */
export const RetentionChart = ({ spans, aim }: RetentionChartProps) => {
  const rows = spans.map((span) => ({ ...span, range: wilsonInterval(span.recalled, span.recalls) }));
  // Half the scale where nothing lies in the other half: differences that matter are of a few per cent.
  const from = rows.every(({ range }) => range === null || range.low >= 0.5) ? 0.5 : 0;
  const x = (share: number): string => `${((share - from) / (1 - from)) * 100}%`;
  const ticks = from === 0 ? [0, 25, 50, 75, 100] : [50, 60, 70, 80, 90, 100];
  return (
    <figure className={history.chart}>
      <div className={classes.spans} aria-hidden="true">
        <div className={classes.spanNames}>
          {rows.map(({ days }) => (
            <span key={days}>{days} days</span>
          ))}
        </div>
        <svg className={classes.spansPlot}>
          {ticks.map((tick) => (
            <line
              key={tick}
              x1={x(tick / 100)}
              x2={x(tick / 100)}
              y1="0"
              y2="100%"
              className={history.grid}
            />
          ))}
          <line x1={x(aim)} x2={x(aim)} y1="0" y2="100%" className={classes.aim} />
          {rows.map(({ days, recalls, recalled, range }, index) => {
            const y = `${((index + 0.5) / rows.length) * 100}%`;
            if (range === null) return null;
            return (
              <g key={days}>
                <line x1={x(range.low)} x2={x(range.high)} y1={y} y2={y} className={classes.whisker} />
                <circle cx={x(recalled / recalls)} cy={y} r="5" className={history.dot} />
              </g>
            );
          })}
        </svg>
        <div className={classes.scale}>
          {ticks.map((tick) => (
            <span key={tick} style={{ left: x(tick / 100) }}>
              {tick === 100 ? '%' : tick}
            </span>
          ))}
        </div>
      </div>
      <table className={`${history.table ?? ''} ${classes.whole ?? ''}`}>
        <caption className={classes.caption}>
          Facts recalled at the first answer of a day, of those learnt on an earlier day. The line through
          each dot is where the true share lies with 95 % certainty; the broken line is your aim of{' '}
          {percentWords(aim)}.
        </caption>
        <RecallHeads of="Last" />
        <tbody>
          {rows.map(({ days, recalls, recalled, range }) => (
            <tr key={days}>
              <th scope="row">{days} days</th>
              <td className={history.number}>{recalls === 0 ? 'not asked' : `${recalled} of ${recalls}`}</td>
              <td className={history.number}>{recalls === 0 ? '–' : percentWords(recalled / recalls)}</td>
              <td className={history.number}>{range === null ? '–' : rangeWords(range)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
};
