import { spellCode } from '@/lib/classes/codes';
import classes from './classes.module.css';

/** The code that a pupil without an account must keep: it is shown this once. */
export const ResumeCode = ({ code }: { readonly code: string }) => (
  <div className={classes.card} role="status">
    <p>
      <strong>Write this down or take a picture of it.</strong> With this resume code you come back to your
      work on any device. It is shown only now; whoever has it sees your work.
    </p>
    <p className={classes.code}>{spellCode(code)}</p>
  </div>
);
