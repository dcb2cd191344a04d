import classes from './history.module.css';
import { count, dateWords, momentWords } from './moments';

export type ScorePoint = {
  readonly id: string;
  readonly deckTitle: string;
  readonly finishedAt: Date;
  readonly right: number;
  readonly of: number;
  readonly percent: number;
};

type ScoreChartProps = {
  /** Oldest first; at least one. */
  readonly scores: readonly ScorePoint[];
  readonly zone: string;
};

const share = (index: number, all: number): string => `${((index + 0.5) / all) * 100}%`;

/** The scores of the last quizzes, one dot each in the order they were taken, with the same as a table. */
export const ScoreChart = ({ scores, zone }: ScoreChartProps) => {
  const first = scores[0];
  const last = scores.at(-1);
  if (first === undefined || last === undefined) return null;
  const place = (point: ScorePoint, index: number) => ({
    x: share(index, scores.length),
    y: `${100 - point.percent}%`,
  });
  return (
    <figure className={classes.chart}>
      <div className={classes.plotRow} aria-hidden="true">
        <div className={classes.yAxis}>
          <span>100 %</span>
          <span>50 %</span>
          <span>0 %</span>
        </div>
        <svg className={classes.plot}>
          {['0%', '50%', '100%'].map((y) => (
            <line key={y} x1="0" x2="100%" y1={y} y2={y} className={classes.grid} />
          ))}
          {scores.slice(1).map((point, index) => {
            const from = place(scores[index] ?? point, index);
            const to = place(point, index + 1);
            return (
              <line key={point.id} x1={from.x} y1={from.y} x2={to.x} y2={to.y} className={classes.line} />
            );
          })}
          {scores.map((point, index) => {
            const { x, y } = place(point, index);
            return (
              <circle key={point.id} cx={x} cy={y} r={scores.length > 50 ? 3 : 5} className={classes.dot}>
                <title>
                  {`${momentWords(point.finishedAt, zone)}, ${point.deckTitle}: ${point.right} of ${point.of}`}
                </title>
              </circle>
            );
          })}
        </svg>
        <div className={classes.xAxis}>
          <span>{dateWords(first.finishedAt, zone)}</span>
          {scores.length > 1 && <span>{dateWords(last.finishedAt, zone)}</span>}
        </div>
      </div>
      <figcaption className={classes.axisTitle}>
        Share of right answers in{' '}
        {scores.length === 1
          ? 'one quiz'
          : `the last ${count(scores.length, 'quiz', 'quizzes')}, in the order taken`}
      </figcaption>
      <details className={classes.details}>
        <summary>Scores as a table</summary>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Date</th>
              <th scope="col">Deck</th>
              <th scope="col" className={classes.number}>
                Right
              </th>
            </tr>
          </thead>
          <tbody>
            {scores.map((point) => (
              <tr key={point.id}>
                <td className={classes.when}>{momentWords(point.finishedAt, zone)}</td>
                <td>{point.deckTitle}</td>
                <td className={classes.number}>{point.percent} %</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
};
