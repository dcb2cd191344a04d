import history from '@/components/history/history.module.css';
import { count, dayWords } from '@/components/history/moments';
import classes from './memory.module.css';
import { answerSteps, lastWeeks, type YearDay } from './year';
import { StepMark, YearPlot } from './year-plot';

type YearMapProps = {
  /** Days with answers, in order. */
  readonly days: readonly YearDay[];
  readonly today: number;
};

const DAYS = 365;
/** A year and the rest of its first week, and even in three. */
const WEEKS = 54;

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** The answers of each day of a year as a calendar, and as a table of weeks. */
export const YearMap = ({ days, today }: YearMapProps) => {
  const weeks = lastWeeks(days, today, WEEKS);
  const shown = weeks.flatMap((week) => week.days.filter((day) => day !== null));
  const steps = answerSteps(shown);
  const studied = shown.filter(({ day, answers }) => day > today - DAYS && answers > 0);
  const answers = studied.reduce((sum, day) => sum + day.answers, 0);
  const firstWeek = weeks.findIndex((week) => week.days.some((day) => (day?.answers ?? 0) > 0));
  return (
    <figure className={history.chart}>
      <p>
        {count(answers, 'answer')} on {count(studied.length, 'day')} of the last {DAYS}.
      </p>
      <YearPlot weeks={weeks} steps={steps} />
      <figcaption className={history.legend} aria-hidden="true">
        {[0, ...steps].map((least, step) => (
          <span key={least}>
            <svg width="14" height="14">
              <StepMark step={step} x={0} y={0} />
            </svg>
            {stepWords(least, steps[step])}
          </span>
        ))}
      </figcaption>
      <details className={history.details}>
        <summary>Days as a table</summary>
        <div className={classes.scroll} role="region" aria-label="Answers by day" tabIndex={0}>
          <table className={`${history.table ?? ''} ${classes.weeks ?? ''}`}>
            <thead>
              <tr>
                <th scope="col">Week of</th>
                {WEEKDAYS.map((name) => (
                  <th key={name} scope="col" className={history.number}>
                    {name}
                  </th>
                ))}
                <th scope="col" className={history.number}>
                  All
                </th>
              </tr>
            </thead>
            <tbody>
              {weeks
                .slice(Math.max(0, firstWeek))
                .reverse()
                .map((week) => (
                  <tr key={week.monday}>
                    <th scope="row">{dayWords(week.monday, 'short')}</th>
                    {week.days.map((day, index) => (
                      <td key={WEEKDAYS[index]} className={history.number}>
                        {day?.answers}
                      </td>
                    ))}
                    <td className={history.number}>
                      {week.days.reduce((sum, day) => sum + (day?.answers ?? 0), 0)}
                    </td>
                  </tr>
                ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
};

/** `6 to 12 answers`: from the least of a step up to, but without, the least of the next. */
const stepWords = (least: number, next: number | undefined): string => {
  if (least === 0) return 'none';
  if (next === undefined) return `${count(least, 'answer')} or more`;
  return next - 1 === least ? count(least, 'answer') : `${least} to ${next - 1} answers`;
};
