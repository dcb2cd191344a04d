import controls from '@/components/controls/controls.module.css';
import classes from './fact-list.module.css';

type SpareFactsProps = {
  readonly count: number;
  readonly shown: boolean;
  readonly onShow: (shown: boolean) => void;
  readonly onTakeIn: () => void;
};

/** The facts beyond the number that was asked for: how many there are, to be looked at or taken in. */
export const SpareFacts = ({ count, shown, onShow, onTakeIn }: SpareFactsProps) => {
  if (count === 0) return null;
  const small = `${controls.button ?? ''} ${controls.small ?? ''}`;
  return (
    <div className={classes.spare}>
      <span>
        {count} more {count === 1 ? 'fact' : 'facts'}, less central
      </span>
      <button
        type="button"
        className={small}
        aria-expanded={shown}
        onClick={() => {
          onShow(!shown);
        }}
      >
        {shown ? 'Hide' : 'Show'}
      </button>
      <button type="button" className={small} onClick={onTakeIn}>
        {count === 1 ? 'Take it in' : `Take all ${count} in`}
      </button>
    </div>
  );
};
