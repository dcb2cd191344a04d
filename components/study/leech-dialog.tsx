import controls from '@/components/controls/controls.module.css';
import { Dialog } from '@/components/controls/dialog';
import { Evidence } from '@/components/evidence/evidence';
import type { StudyCard } from '@/lib/memory/study-card';

type LeechDialogProps = {
  readonly card: StudyCard;
  readonly lapses: number;
  readonly onSuspend: () => void;
  readonly onClose: () => void;
};

/** Sends the learner back to the passage of a fact that is forgotten again and again. */
export const LeechDialog = ({ card, lapses, onSuspend, onClose }: LeechDialogProps) => (
  <Dialog title="Read the passage again" onClose={onClose}>
    <p>
      You have forgotten this {lapses} times. Asking more often will not help; read where it stands, and what
      stands around it.
    </p>
    <Evidence proof={card.proof} />
    <div className={controls.row}>
      <button type="button" className={`${controls.button} ${controls.primary}`} onClick={onClose}>
        I have read it
      </button>
      <button type="button" className={controls.button} onClick={onSuspend}>
        Suspend the card
      </button>
    </div>
  </Dialog>
);
