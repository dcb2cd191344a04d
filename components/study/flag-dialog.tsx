import controls from '@/components/controls/controls.module.css';
import { Dialog } from '@/components/controls/dialog';
import { FLAGS, type Flag } from '@/lib/memory/flags';
import classes from './study.module.css';

type FlagDialogProps = {
  readonly flag: Flag | null;
  readonly onChoose: (flag: Flag | null) => void;
  readonly onClose: () => void;
};

const NAMES: readonly (readonly [Flag | null, string])[] = [
  [null, 'None'],
  ...FLAGS.map((flag): [Flag, string] => [flag, `${flag.charAt(0).toUpperCase()}${flag.slice(1)}`]),
];

/** Chooses the flag of a card. */
export const FlagDialog = ({ flag, onChoose, onClose }: FlagDialogProps) => (
  <Dialog title="Flag this card" onClose={onClose}>
    <div className={controls.row}>
      {NAMES.map(([each, name]) => (
        <button
          key={name}
          type="button"
          className={controls.button}
          aria-pressed={each === flag}
          onClick={() => {
            onChoose(each);
          }}
        >
          <span className={classes.flag} data-flag={each ?? 'none'} aria-hidden="true">
            {each === null ? '⚐' : '⚑'}
          </span>{' '}
          {name}
        </button>
      ))}
    </div>
  </Dialog>
);
