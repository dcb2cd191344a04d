import controls from '@/components/controls/controls.module.css';
import { EXPORT_FORMATS, KEEPS_HISTORY } from '@/lib/formats/export-formats';
import type { Problem } from '@/lib/formats/study-set';
import classes from './transfer.module.css';

type ExportListProps = {
  readonly deckId: string;
  readonly cards: number;
  readonly questions: number;
  /** What each format has no room for, where that is anything. */
  readonly leftOut: Readonly<Partial<Record<string, readonly Problem[]>>>;
};

/** Listed at most. */
const SHOWN = 50;

const LeftOut = ({ problems }: { readonly problems: readonly Problem[] }) => (
  <details className={classes.problems}>
    <summary>
      {problems.length === 1 ? 'One question does not fit' : `${problems.length} questions do not fit`} and{' '}
      {problems.length === 1 ? 'stays' : 'stay'} out
    </summary>
    <ul>
      {problems.slice(0, SHOWN).map(({ where, words }, index) => (
        <li key={index}>
          “{where}”: {words}
        </li>
      ))}
      {problems.length > SHOWN && <li>… and {problems.length - SHOWN} more.</li>}
    </ul>
  </details>
);

/** Every format in which a deck can be taken out: plain forms, so that they work without a script. */
export const ExportList = ({ deckId, cards, questions, leftOut }: ExportListProps) => (
  <>
    <p>
      {cards} {cards === 1 ? 'fact' : 'facts'} with {questions} {questions === 1 ? 'question' : 'questions'}:
      those that you keep.
    </p>
    <ul className={classes.formats}>
      {EXPORT_FORMATS.map(({ id, name, about }) => (
        <li key={id}>
          <form action={`/api/decks/${deckId}/export`} method="get" className={classes.format}>
            <input type="hidden" name="format" value={id} />
            <div>
              <h2>{name}</h2>
              <p className={controls.hint}>{about}</p>
              {KEEPS_HISTORY.has(id) && (
                <label className={classes.check}>
                  <input type="checkbox" name="history" value="on" />
                  <span>With your schedule and review history</span>
                </label>
              )}
              {leftOut[id] !== undefined && leftOut[id].length > 0 && <LeftOut problems={leftOut[id]} />}
            </div>
            <button type="submit" className={controls.button} aria-label={`Save as ${name}`}>
              Save
            </button>
          </form>
        </li>
      ))}
    </ul>
  </>
);
