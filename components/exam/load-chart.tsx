import { dayWords } from '@/components/history/moments';
import { PlotDays, PlotScale, ScaleLines } from '@/components/history/plot-frame';
import history from '@/components/history/history.module.css';
import classes from './exam.module.css';

type Load = {
  readonly day: number;
  readonly due: number;
  readonly fresh: number;
  readonly last: number;
  readonly seconds: number;
};

type LoadChartProps = {
  /** From today on, a day each. */
  readonly days: readonly Load[];
  /** Minutes that the learner has, day by day. */
  readonly limits: readonly number[];
};

/** More days than this have no room for a label below each. */
const ROOMY = 14;
const FEWEST_SLOTS = 7;

const minutesOf = ({ seconds }: Load): number => Math.round(seconds / 60);

/** What each day until the exam takes, as bars under the line of what there is, and as a table. */
export const LoadChart = ({ days, limits }: LoadChartProps) => {
  const roomy = days.length <= ROOMY;
  const most = Math.max(2, ...limits, ...days.map(minutesOf));
  const top = most + (most % 2);
  // A few days look like days only where they leave room beside them.
  const slots = Math.max(days.length, FEWEST_SLOTS);
  const x = (index: number): string => `${(index / slots) * 100}%`;
  const y = (minutes: number): string => `${(1 - minutes / top) * 100}%`;
  return (
    <figure className={history.chart}>
      <div className={history.plotRow} aria-hidden="true">
        <PlotScale top={top} />
        <svg className={history.plot}>
          <ScaleLines />
          {days.map((load, index) => (
            <rect
              key={load.day}
              x={`${((index + 0.15) / slots) * 100}%`}
              width={`${(0.7 / slots) * 100}%`}
              y={y(load.seconds / 60)}
              height={`${(load.seconds / 60 / top) * 100}%`}
              rx="2"
              className={history.bar}
            >
              <title>{`${dayWords(load.day, 'long')}: ${minutesOf(load)} min`}</title>
            </rect>
          ))}
          {limits.map((limit, index) => (
            <line
              key={days[index]?.day}
              x1={x(index)}
              x2={x(index + 1)}
              y1={y(limit)}
              y2={y(limit)}
              className={classes.limit}
            />
          ))}
        </svg>
        <PlotDays days={days} slots={slots} roomy={roomy} every={Math.ceil(days.length / 5)} />
      </div>
      <figcaption className={history.axisTitle}>
        Minutes by day, if you do each day’s part; the broken line is the time that you have
      </figcaption>
      <details className={history.details}>
        <summary>Days as a table</summary>
        <table className={history.table}>
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col" className={history.number}>
                Reviews
              </th>
              <th scope="col" className={history.number}>
                New
              </th>
              <th scope="col" className={history.number}>
                Last looks
              </th>
              <th scope="col" className={history.number}>
                Minutes
              </th>
            </tr>
          </thead>
          <tbody>
            {days.map((load, index) => (
              <tr key={load.day}>
                <th scope="row">
                  {index === 0 ? 'Today, ' : ''}
                  {dayWords(load.day, 'long')}
                </th>
                <td className={history.number}>{load.due}</td>
                <td className={history.number}>{load.fresh}</td>
                <td className={history.number}>{load.last}</td>
                <td className={history.number}>
                  {minutesOf(load)} of {limits[index]}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
};
