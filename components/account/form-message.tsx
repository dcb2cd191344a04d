import { REFUSALS } from '@/lib/refusal';
import classes from './account.module.css';
import type { FormState } from './form-state';

/** What came of sending a form, above its fields: a refusal read out at once, or what was done. */
export const FormMessage = ({ state }: { state: FormState }) => (
  <>
    {state.refused !== null && (
      <p className={classes.refusal} role="alert">
        {REFUSALS[state.refused.code]}
      </p>
    )}
    {state.done !== null && (
      <p className={classes.done} role="status">
        {state.done}
      </p>
    )}
  </>
);
