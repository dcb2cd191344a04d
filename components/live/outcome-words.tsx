import { Evidence } from '@/components/evidence/evidence';
import { MediaText } from '@/components/evidence/media-text';
import type { Outcome, SeenReveal } from '@/lib/live/seen';
import { Asked } from './asked';
import classes from './live.module.css';

const VERDICTS: Readonly<Record<Outcome['verdict'], string>> = {
  right: 'Right',
  partly: 'Partly right',
  wrong: 'Not this time',
  none: 'You did not answer',
  late: 'You came after this question',
};

/** What became of one's own answer, in words and points. */
export const OutcomeWords = ({ outcome }: { outcome: Outcome }) => (
  <div className={classes.outcome} data-verdict={outcome.verdict} role="status">
    <p className={classes.verdict}>
      {outcome.verdict === 'right' && <span aria-hidden="true">✓ </span>}
      {outcome.verdict === 'partly' && <span aria-hidden="true">◐ </span>}
      {outcome.verdict === 'wrong' && <span aria-hidden="true">✗ </span>}
      {VERDICTS[outcome.verdict]}
      {outcome.points > 0 && `: ${outcome.points} points`}
    </p>
    {outcome.verdict !== 'right' && outcome.given !== null && <p>You answered “{outcome.given}”.</p>}
    {outcome.proofRight !== null && (
      <p>
        {outcome.proofRight
          ? `You found the sentence: ${outcome.proofPoints} points more.`
          : 'Another sentence proves it.'}
      </p>
    )}
  </div>
);

type RevealProps = {
  readonly reveal: Pick<
    SeenReveal,
    'question' | 'form' | 'prompt' | 'context' | 'source' | 'answer' | 'proof'
  >;
};

/** What is right, with the sentence that proves it. */
export const RevealedToPlayer = ({ reveal }: RevealProps) => (
  <>
    <Asked question={reveal} answer={reveal.answer} />
    <p className={classes.rightAnswer}>
      Right answer:{' '}
      <strong>
        <MediaText text={reveal.answer} />
      </strong>
    </p>
    <h2 className={classes.proofTitle}>The sentence that proves it</h2>
    <Evidence proof={reveal.proof} />
  </>
);
