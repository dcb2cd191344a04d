'use client';
import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import { count, dayWords, lengthWords } from '@/components/history/moments';
import classes from './memory.module.css';
import { monthStarts, stepOf, type Week, type YearDay } from './year';

type YearPlotProps = {
  /** Oldest first. */
  readonly weeks: readonly Week[];
  readonly steps: readonly number[];
};

/** Weeks side by side in one drawing; a phone shows the drawings below each other. */
const WEEKS_TOGETHER = 18;
const CELL = 14;
const LEFT = 30;
const TOP = 16;
const WIDTH = LEFT + WEEKS_TOGETHER * CELL;
const HEIGHT = TOP + 7 * CELL;

const MOVES: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1, ArrowLeft: -7, ArrowRight: 7 };

const told = ({ day, answers, elapsedMs }: YearDay): string => {
  const time = elapsedMs > 0 ? `, ${lengthWords(elapsedMs)}` : '';
  return `${dayWords(day, 'long')}: ${answers === 0 ? 'nothing asked' : count(answers, 'answer')}${time}`;
};

/** The calendar itself: each day a square that is larger and darker the more was answered; its numbers by pointer or keys. */
export const YearPlot = ({ weeks, steps }: YearPlotProps) => {
  const days = weeks.flatMap((week) => week.days.filter((day) => day !== null));
  const [at, setAt] = useState<number | null>(null);
  const chosen = days.find(({ day }) => day === at) ?? null;
  const first = days[0]?.day ?? 0;
  const last = days.at(-1)?.day ?? 0;

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const move = MOVES[event.key];
    const to =
      event.key === 'Home'
        ? first
        : event.key === 'End'
          ? last
          : move === undefined
            ? null
            : (at ?? last) + move;
    if (to === null) return;
    event.preventDefault();
    setAt(Math.min(last, Math.max(first, to)));
  };
  const onPointer = (event: PointerEvent): void => {
    const day = event.target instanceof Element ? event.target.getAttribute('data-day') : null;
    if (day !== null) setAt(Number(day));
  };
  const parts = Array.from({ length: Math.ceil(weeks.length / WEEKS_TOGETHER) }, (_, index) =>
    weeks.slice(index * WEEKS_TOGETHER, (index + 1) * WEEKS_TOGETHER),
  );
  return (
    <>
      <div
        className={classes.year}
        role="group"
        aria-label="Days of the last year; the arrow keys move from day to day"
        tabIndex={0}
        onKeyDown={onKeyDown}
        onFocus={() => {
          setAt((day) => day ?? last);
        }}
        onPointerMove={onPointer}
        onPointerDown={onPointer}
      >
        {parts.map((part) => (
          <svg key={part[0]?.monday} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
            {['Mon', 'Wed', 'Fri', 'Sun'].map((name, index) => (
              <text key={name} x="0" y={TOP + index * 2 * CELL + 10}>
                {name}
              </text>
            ))}
            {monthStarts(part).map(({ index, day }) => (
              <text key={day} x={LEFT + index * CELL} y="10">
                {dayWords(day, 'month')}
              </text>
            ))}
            {part.map((week, column) =>
              week.days.map(
                (entry, weekday) =>
                  entry !== null && (
                    <Day
                      key={entry.day}
                      entry={entry}
                      step={stepOf(entry.answers, steps)}
                      x={LEFT + column * CELL}
                      y={TOP + weekday * CELL}
                      here={entry.day === at}
                    />
                  ),
              ),
            )}
          </svg>
        ))}
      </div>
      <p className={classes.told} role="status">
        {chosen === null ? 'Point at a day, or go there with the arrow keys, for its numbers.' : told(chosen)}
      </p>
    </>
  );
};

type DayProps = {
  readonly entry: YearDay;
  readonly step: number;
  readonly x: number;
  readonly y: number;
  readonly here: boolean;
};

const Day = ({ entry, step, x, y, here }: DayProps) => (
  <>
    <StepMark step={step} x={x} y={y} />
    {here && (
      <rect
        x={x + 0.25}
        y={y + 0.25}
        width={CELL - 0.5}
        height={CELL - 0.5}
        rx="2"
        className={classes.here}
      />
    )}
    <rect x={x} y={y} width={CELL} height={CELL} className={classes.pad} data-day={entry.day} />
  </>
);

const SIZES = [2, 5, 7.5, 10, 12];

/** The square of a step, in the middle of a cell whose corner is at `x`, `y`. */
export const StepMark = ({
  step,
  x,
  y,
}: {
  readonly step: number;
  readonly x: number;
  readonly y: number;
}) => {
  const size = SIZES[step] ?? CELL;
  const edge = (CELL - size) / 2;
  return (
    <rect
      x={x + edge}
      y={y + edge}
      width={size}
      height={size}
      rx={step === 0 ? 1 : 2}
      className={classes[`step${step}`]}
    />
  );
};
