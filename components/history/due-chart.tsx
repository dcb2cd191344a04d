import classes from './history.module.css';
import { count, dayWords } from './moments';
import { PlotDays, PlotScale, ScaleLines } from './plot-frame';

type DueChartProps = {
  /** One entry a day from today on, without a gap. */
  readonly days: readonly { readonly day: number; readonly due: number }[];
};

/** More days than this have no room for a number above each bar, nor for a label below. */
const ROOMY = 14;

/** How many cards fall due on each of the next days, as bars and as a table. */
export const DueChart = ({ days }: DueChartProps) => {
  const roomy = days.length <= ROOMY;
  const most = Math.max(...days.map(({ due }) => due));
  // An even top, so that the middle line stands at a whole number of cards.
  const top = Math.max(2, most + (most % 2));
  return (
    <figure className={classes.chart}>
      <div className={classes.plotRow} aria-hidden="true">
        <PlotScale top={top} />
        <svg className={classes.plot}>
          <ScaleLines />
          {days.map(({ day, due }, index) => {
            const height = (due / top) * 100;
            return (
              due > 0 && (
                <g key={day}>
                  <rect
                    x={`${((index + 0.15) / days.length) * 100}%`}
                    width={`${(0.7 / days.length) * 100}%`}
                    y={`${100 - height}%`}
                    height={`${height}%`}
                    rx="2"
                    className={classes.bar}
                  >
                    <title>{`${dayWords(day, 'long')}: ${count(due, 'card')}`}</title>
                  </rect>
                  {roomy && (
                    <text
                      x={`${((index + 0.5) / days.length) * 100}%`}
                      y={`${100 - height}%`}
                      dy="-0.35em"
                      className={classes.barValue}
                    >
                      {due}
                    </text>
                  )}
                </g>
              )
            );
          })}
        </svg>
        <PlotDays days={days} slots={days.length} roomy={roomy} every={7} />
      </div>
      <figcaption className={classes.axisTitle}>
        Cards due by day, today first with what is overdue
      </figcaption>
      <details className={classes.details}>
        <summary>Due cards as a table</summary>
        <table className={`${classes.table} ${classes.narrow}`}>
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col" className={classes.number}>
                Due
              </th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ day, due }, index) => (
              <tr key={day}>
                <td>
                  {index === 0 ? 'Today, ' : ''}
                  {dayWords(day, 'long')}
                </td>
                <td className={classes.number}>{count(due, 'card')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
};
