import { ActForm } from '@/components/weights/act-form';
import type { FormAction } from '@/components/account/form-state';
import { QrCode } from '@/components/controls/qr-code';
import { spellCode } from '@/lib/classes/codes';
import classes from './classes.module.css';

type CodeCardProps = {
  /** Whom it lets in. */
  readonly whom: 'pupils' | 'co-teachers';
  readonly code: string | null;
  /** The address of the app, as `https://quiz.school.example`. */
  readonly origin: string;
  readonly set: FormAction;
};

/** A code with its link, for the board or for a message, and what ends it. */
export const CodeCard = ({ whom, code, origin, set }: CodeCardProps) => (
  <div className={classes.card}>
    {code === null ? (
      <p>Nobody can join as {whom === 'pupils' ? 'a pupil' : 'a co-teacher'} now.</p>
    ) : (
      <>
        <p className={classes.code} aria-label={`Code for ${whom}`}>
          {spellCode(code)}
        </p>
        <p>
          Or by the link <a href={`/c/${spellCode(code)}`}>{`${origin}/c/${spellCode(code)}`}</a>
        </p>
        {whom === 'pupils' && (
          <details>
            <summary>QR code</summary>
            <QrCode link={`${origin}/c/${spellCode(code)}`} />
          </details>
        )}
      </>
    )}
    <div className={classes.acts}>
      <ActForm
        action={set}
        submit={code === null ? `Let ${whom} join` : `New code for ${whom}`}
        submitting="One moment …"
        quiet
        fields={{ open: 'yes' }}
      />
      {code !== null && (
        <ActForm
          action={set}
          submit={`No more ${whom}`}
          submitting="One moment …"
          quiet
          fields={{ open: 'no' }}
        />
      )}
    </div>
  </div>
);
