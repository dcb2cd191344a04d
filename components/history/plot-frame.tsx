/** The frame that charts of days share: a scale of three values with its lines, and the days below. */
import classes from './history.module.css';
import { dayWords } from './moments';

/** The values at the top, in the middle and at the bottom; `top` is even, so that the middle is whole. */
export const PlotScale = ({ top }: { readonly top: number }) => (
  <div className={classes.yAxis}>
    <span>{top}</span>
    <span>{top / 2}</span>
    <span>0</span>
  </div>
);

/** A line at each value of the scale; goes into the plot's SVG. */
export const ScaleLines = () =>
  ['0%', '50%', '100%'].map((y) => <line key={y} x1="0" x2="100%" y1={y} y2={y} className={classes.grid} />);

type PlotDaysProps = {
  readonly days: readonly { readonly day: number }[];
  /** Places side by side, at least as many as days. */
  readonly slots: number;
  /** Whether there is room for a label below every day. */
  readonly roomy: boolean;
  /** Otherwise one in so many has one. */
  readonly every: number;
};

/** The days below a plot. */
export const PlotDays = ({ days, slots, roomy, every }: PlotDaysProps) => (
  <div className={classes.days} style={{ gridTemplateColumns: `repeat(${slots}, minmax(0, 1fr))` }}>
    {days.map(({ day }, index) =>
      roomy ? (
        <span key={day}>
          <span>{dayWords(day, 'weekday')}</span>
          <span>{dayWords(day, 'date')}</span>
        </span>
      ) : (
        <span key={day} className={classes.dense}>
          {index % every === 0 && index + 4 < days.length ? dayWords(day, 'short') : ''}
        </span>
      ),
    )}
  </div>
);
