import controls from '@/components/controls/controls.module.css';
import classes from './article.module.css';

type ModelChoiceProps = {
  /** What the language model is called. */
  readonly model: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
};

/** Whether a language model may propose more; for that the text leaves this server, and that is said. */
export const ModelChoice = ({ model, checked, onChange }: ModelChoiceProps) => (
  <div>
    <label className={classes.check}>
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => {
          onChange(event.target.checked);
        }}
      />{' '}
      Let the language model propose more
    </label>
    <p className={controls.hint}>
      The text is sent to {model}. What it proposes is checked like everything else; it takes a minute or two.
    </p>
  </div>
);
