import { useId } from 'react';
import controls from '@/components/controls/controls.module.css';
import { joinPairs, pairsOf } from '@/lib/key-parts';
import fields from './answer.module.css';
import type { AnswerProps } from './answer-props';

/** Things to match: beside each stands a list of what it may belong to. */
export const MatchField = ({ item, answer, isClosed, onChange }: AnswerProps) => {
  const id = useId();
  const rightOf = new Map(pairsOf(answer).map(({ left, right }) => [left, right]));
  const choose = (left: string, right: string): void => {
    const chosen = new Map(rightOf).set(left, right);
    onChange(joinPairs(item.lefts.map((each) => ({ left: each, right: chosen.get(each) ?? '' }))), 'once');
  };
  return (
    <ul className={fields.match}>
      {item.lefts.map((left, index) => (
        <li key={left} className={fields.pair}>
          <label htmlFor={`${id}-${index}`} className={fields.text}>
            {left}
          </label>
          <select
            id={`${id}-${index}`}
            className={controls.input}
            value={rightOf.get(left) ?? ''}
            disabled={isClosed}
            onChange={(event) => {
              choose(left, event.target.value);
            }}
          >
            <option value="">Choose</option>
            {item.options.map((option) => (
              <option key={option} value={option}>
                {option}
              </option>
            ))}
          </select>
        </li>
      ))}
    </ul>
  );
};
