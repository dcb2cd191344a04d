import controls from '@/components/controls/controls.module.css';
import fields from './answer.module.css';
import type { AnswerProps } from './answer-props';

type TypedFieldProps = AnswerProps & { readonly onBlur: () => void };

/** A line to type in; for a number with the unit in which it is asked for. */
export const TypedField = ({ item, answer, isClosed, onChange, onBlur }: TypedFieldProps) => {
  const isNumber = item.form === 'number';
  return (
    <div className={controls.field}>
      <label htmlFor="answer" className={controls.label}>
        {isNumber ? 'Your answer, a number' : 'Your answer'}
      </label>
      <div className={fields.typed}>
        <input
          id="answer"
          className={controls.input}
          value={answer}
          readOnly={isClosed}
          maxLength={1000}
          // Not "decimal": a unit or a "million" may be typed, too.
          inputMode="text"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          aria-describedby={item.unit === null ? 'prompt' : 'prompt unit'}
          onChange={(event) => {
            onChange(event.target.value, 'pause');
          }}
          onBlur={onBlur}
        />
        {item.unit !== null && (
          <span id="unit" className={fields.unit}>
            {item.unit}
          </span>
        )}
      </div>
    </div>
  );
};
