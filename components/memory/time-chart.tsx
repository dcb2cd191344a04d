import history from '@/components/history/history.module.css';
import { count, dayWords, lengthWords } from '@/components/history/moments';
import { secondsWords, timeBySpan, timeByWeek, type TimedDay } from './answer-time';
import classes from './memory.module.css';

type TimeChartProps = {
  /** Days with answers, in order. */
  readonly days: readonly TimedDay[];
  readonly today: number;
};

const SPANS = [7, 30, 90, 365];
const WEEKS = 26;

/** How long an answer takes: over spans of days as a table, by week as bars and as a table. */
export const TimeChart = ({ days, today }: TimeChartProps) => {
  const weeks = timeByWeek(days, today, WEEKS);
  const most = Math.max(2000, ...weeks.map(({ meanMs }) => meanMs ?? 0));
  // Even seconds, so that the middle line stands at a whole one.
  const top = Math.ceil(most / 2000) * 2000;
  return (
    <figure className={history.chart}>
      <div className={history.plotRow} aria-hidden="true">
        <div className={history.yAxis}>
          <span>{top / 1000} s</span>
          <span>{top / 2000} s</span>
          <span>0</span>
        </div>
        <svg className={history.plot}>
          {['0%', '50%', '100%'].map((y) => (
            <line key={y} x1="0" x2="100%" y1={y} y2={y} className={history.grid} />
          ))}
          {weeks.map(({ monday, meanMs, timed }, index) =>
            meanMs === null ? null : (
              <rect
                key={monday}
                x={`${((index + 0.15) / WEEKS) * 100}%`}
                width={`${(0.7 / WEEKS) * 100}%`}
                y={`${(1 - meanMs / top) * 100}%`}
                height={`${(meanMs / top) * 100}%`}
                rx="2"
                className={history.bar}
              >
                <title>{`Week of ${dayWords(monday, 'short')}: ${secondsWords(meanMs)}, ${count(timed, 'answer')}`}</title>
              </rect>
            ),
          )}
        </svg>
        <div className={history.days} style={{ gridTemplateColumns: `repeat(${WEEKS}, minmax(0, 1fr))` }}>
          {weeks.map(({ monday }, index) => (
            <span key={monday} className={history.dense}>
              {index % 6 === 0 && index + 4 < WEEKS ? dayWords(monday, 'short') : ''}
            </span>
          ))}
        </div>
      </div>
      <figcaption className={history.axisTitle}>Mean time of an answer by week</figcaption>
      <table className={`${history.table ?? ''} ${classes.whole ?? ''}`}>
        <caption className={classes.caption}>
          From the question to your answer, where that was measured: in study, not in quizzes.
        </caption>
        <thead>
          <tr>
            <th scope="col">Last</th>
            <th scope="col" className={history.number}>
              Answers
            </th>
            <th scope="col" className={history.number}>
              Time
            </th>
            <th scope="col" className={history.number}>
              An answer
            </th>
          </tr>
        </thead>
        <tbody>
          {timeBySpan(days, today, SPANS).map((span) => (
            <tr key={span.days}>
              <th scope="row">{span.days} days</th>
              <td className={history.number}>{span.timed}</td>
              <td className={history.number}>{span.meanMs === null ? '–' : timeWords(span.elapsedMs)}</td>
              <td className={history.number}>{span.meanMs === null ? '–' : secondsWords(span.meanMs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <details className={history.details}>
        <summary>Weeks as a table</summary>
        <table className={`${history.table ?? ''} ${classes.whole ?? ''}`}>
          <thead>
            <tr>
              <th scope="col">Week of</th>
              <th scope="col" className={history.number}>
                Answers
              </th>
              <th scope="col" className={history.number}>
                An answer
              </th>
            </tr>
          </thead>
          <tbody>
            {weeks
              .filter(({ meanMs }) => meanMs !== null)
              .reverse()
              .map(({ monday, timed, meanMs }) => (
                <tr key={monday}>
                  <th scope="row">{dayWords(monday, 'short')}</th>
                  <td className={history.number}>{timed}</td>
                  <td className={history.number}>{secondsWords(meanMs ?? 0)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
};

const HOUR_MS = 3_600_000;

/** A sum of times may be many hours. */
const timeWords = (ms: number): string =>
  ms < 24 * HOUR_MS ? lengthWords(ms) : `${Math.round(ms / HOUR_MS)} h`;
