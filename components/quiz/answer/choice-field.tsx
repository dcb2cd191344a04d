import { partsOf } from '@/lib/key-parts';
import classes from '../quiz.module.css';
import { letterOf, type AnswerProps } from './answer-props';
import { withOption } from './with-option';

/** Options of which one, or any number of `several`, is chosen. */
export const ChoiceField = ({ item, answer, onChange }: AnswerProps) => {
  const takesSeveral = item.form === 'several';
  const chosen = takesSeveral ? partsOf(answer) : [answer];
  return item.options.map((option, index) => (
    <label key={option} className={classes.option}>
      <input
        type={takesSeveral ? 'checkbox' : 'radio'}
        name="answer"
        value={option}
        checked={chosen.includes(option)}
        onChange={() => {
          onChange(takesSeveral ? withOption(item, answer, option) : option, 'once');
        }}
      />
      <span className={classes.letter} aria-hidden="true">
        {letterOf(index)}
      </span>
      <span className={classes.optionText}>{option}</span>
    </label>
  ));
};
