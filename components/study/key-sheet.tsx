import controls from '@/components/controls/controls.module.css';
import { Dialog } from '@/components/controls/dialog';
import classes from './study.module.css';

type KeySheetProps = {
  readonly grades: readonly { readonly name: string }[];
  readonly onClose: () => void;
};

const KEYS = [
  ['U', 'Take the last answer back'],
  ['E', 'The sentence that proves the answer'],
  ['B', 'Bury: not again before tomorrow'],
  ['S', 'Suspend: not again until you take it in'],
  ['F', 'Flag the card'],
  ['H', 'Hands-free: reads aloud and goes on by itself; what you do not grade comes again at the end'],
  ['?', 'These keys'],
] as const;

/** Every key and gesture of the study page. */
export const KeySheet = ({ grades, onClose }: KeySheetProps) => {
  const last = grades.length;
  return (
    <Dialog title="Keys and gestures" onClose={onClose}>
      <dl className={classes.keySheet}>
        <Row sign="Space" meaning="Show the answer" />
        <Row sign="1 to 9" meaning="Choose an option" />
        <Row sign={`1 to ${last}`} meaning={`Then: ${grades.map(({ name }) => name).join(', ')}`} />
        {KEYS.map(([sign, meaning]) => (
          <Row key={sign} sign={sign} meaning={meaning} />
        ))}
        <Row sign="Tap" meaning="On a phone: show the answer" />
        <Row sign="Swipe" meaning="Left: forgot. Right: knew it" />
      </dl>
      <button type="button" className={controls.button} onClick={onClose}>
        Close
      </button>
    </Dialog>
  );
};

const Row = ({ sign, meaning }: { readonly sign: string; readonly meaning: string }) => (
  <div>
    <dt>
      <kbd className={classes.key}>{sign}</kbd>
    </dt>
    <dd>{meaning}</dd>
  </div>
);
