import controls from '@/components/controls/controls.module.css';
import { Dialog } from '@/components/controls/dialog';
import classes from './fact-list.module.css';

const KEYS = [
  ['J or ↓', 'Next fact'],
  ['K or ↑', 'Fact before'],
  ['A', 'Keep it'],
  ['X', 'Leave it out'],
  ['U', 'Undo: back to proposed'],
  ['E', 'Edit its card'],
  ['C', 'What was checked'],
  ['N', 'New card'],
  ['?', 'These keys'],
] as const;

/** The keys of the deck page. */
export const KeyHelp = ({ onClose }: { onClose: () => void }) => (
  <Dialog title="Keys" onClose={onClose}>
    <dl className={classes.keys}>
      {KEYS.map(([key, meaning]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
    <button type="button" className={controls.button} onClick={onClose}>
      Close
    </button>
  </Dialog>
);
