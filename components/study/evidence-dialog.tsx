import controls from '@/components/controls/controls.module.css';
import { Dialog } from '@/components/controls/dialog';
import { Evidence } from '@/components/evidence/evidence';
import type { Proof } from '@/lib/facts/proof';
import classes from './study.module.css';

/** The sentence that a card comes from, in its paragraph. */
export const EvidenceDialog = ({
  proof,
  onClose,
}: {
  readonly proof: Proof;
  readonly onClose: () => void;
}) => (
  <Dialog title="Where this comes from" onClose={onClose}>
    <Evidence proof={proof} />
    <p className={classes.close}>
      <button type="button" className={controls.button} onClick={onClose}>
        Back to the card <kbd className={classes.key}>Esc</kbd>
      </button>
    </p>
  </Dialog>
);
