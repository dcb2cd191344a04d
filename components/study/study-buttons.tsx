/** The buttons below a card. */
import controls from '@/components/controls/controls.module.css';
import classes from './study.module.css';

type ToolButtonProps = {
  readonly name: string;
  readonly sign: string;
  readonly title: string;
  readonly off?: boolean;
  readonly onClick: () => void;
};

/** Something to do with the card that is shown, with its key. */
export const ToolButton = ({ name, sign, title, off = false, onClick }: ToolButtonProps) => (
  <button
    type="button"
    className={`${controls.button} ${controls.quiet} ${controls.small}`}
    title={title}
    aria-disabled={off}
    onClick={onClick}
  >
    {name} <kbd className={classes.key}>{sign}</kbd>
  </button>
);

type GradeButtonProps = {
  readonly name: string;
  readonly sign: string;
  readonly busy: boolean;
  readonly onClick: () => void;
  /** The wait that this answer gives, in words. */
  readonly children: string;
};

/** An answer that a person grades themselves by, with the wait that it gives. */
export const GradeButton = ({ name, sign, busy, onClick, children }: GradeButtonProps) => (
  <button
    type="button"
    className={`${controls.button} ${classes.grade}`}
    aria-disabled={busy}
    aria-label={`${name}, next in ${children}`}
    onClick={onClick}
  >
    <span className={classes.name}>
      {name} <kbd className={classes.key}>{sign}</kbd>
    </span>
    <span className={classes.wait}>{children}</span>
  </button>
);
