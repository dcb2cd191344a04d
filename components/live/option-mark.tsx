import { letterOf } from '@/components/quiz/answer/answer-props';
import classes from './live.module.css';

/** Shapes that tell options apart where colours do not. */
const SHAPES = [
  'M12 3 22 21H2Z',
  'M12 2 22 12 12 22 2 12Z',
  'M12 2a10 10 0 1 0 .01 0Z',
  'M3 3H21V21H3Z',
  'M12 2 22 9.5 18.2 21.5H5.8L2 9.5Z',
  'M7 2H17L23 12 17 22H7L1 12Z',
];

/** The letter and the shape of an option; its text stands beside it. */
export const OptionMark = ({ index }: { index: number }) => (
  <span className={classes.mark} data-option={index % SHAPES.length} aria-hidden="true">
    <svg viewBox="0 0 24 24" width="22" height="22">
      <path d={SHAPES[index % SHAPES.length]} fill="currentColor" />
    </svg>
    {letterOf(index)}
  </span>
);
