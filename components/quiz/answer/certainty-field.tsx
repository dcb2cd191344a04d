import { CERTAINTIES } from '@/lib/quiz/certainty';
import fields from './answer.module.css';

type CertaintyFieldProps = {
  /** As lib/quiz/certainty numbers it; `null`: nothing said yet. */
  readonly level: number | null;
  /** Whether it counts for the points. */
  readonly counts: boolean;
  readonly isClosed: boolean;
  readonly onChange: (level: number) => void;
};

/** What a right and a wrong answer are worth, by level, in thirds of a point. */
const WORTH: Readonly<Record<number, string>> = {
  1: 'right ⅓ point, wrong 0',
  2: 'right ⅔ point, wrong −⅔',
  3: 'right 1 point, wrong −2',
};

/** How sure somebody is of the answer that they gave. */
export const CertaintyField = ({ level, counts, isClosed, onChange }: CertaintyFieldProps) => (
  <fieldset className={fields.certainty} disabled={isClosed}>
    <legend className={fields.how}>How sure are you?</legend>
    {CERTAINTIES.map((each) => (
      <label key={each.level} className={fields.sure}>
        <input
          type="radio"
          name="certainty"
          value={each.level}
          checked={level === each.level}
          onChange={() => {
            onChange(each.level);
          }}
        />
        <span>
          {each.words}
          <small>{counts ? WORTH[each.level] : each.meaning}</small>
        </span>
      </label>
    ))}
  </fieldset>
);
