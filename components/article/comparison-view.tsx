import type { ReactNode } from 'react';
import controls from '@/components/controls/controls.module.css';
import { ChangedWords } from '@/components/evidence/changed-words';
import type { ComparisonRow } from '@/lib/facts/comparison';
import classes from './comparison.module.css';
import { factsInWords, sumInWords } from './comparison-words';
import type { Compared } from './use-article-update';

type ComparisonViewProps = {
  readonly compared: Compared;
  readonly notes: readonly string[];
  readonly onWrite: () => void;
  readonly onCorrect: () => void;
  /** The way out. */
  readonly children: ReactNode;
};

const KINDS: Readonly<Record<Exclude<ComparisonRow['kind'], 'same'>, string>> = {
  changed: 'Changed',
  removed: 'Removed',
  new: 'New',
};

const restingOn = (facts: number): string =>
  facts === 0 ? '' : ` · ${facts} ${facts === 1 ? 'fact' : 'facts'} of yours`;

const Row = ({ row }: { readonly row: ComparisonRow }) => {
  if (row.kind === 'same') {
    return (
      <li className={classes.same}>
        {row.count} {row.count === 1 ? 'sentence' : 'sentences'} the same
        {row.moved > 0 && `, ${row.moved} moved`}
      </li>
    );
  }
  return (
    <li className={classes.row} data-kind={row.kind}>
      <span className={classes.kind}>
        {KINDS[row.kind]}
        {row.kind !== 'new' && restingOn(row.facts)}
      </span>
      {row.kind === 'changed' ? (
        <ChangedWords words={row.words} />
      ) : (
        <ChangedWords words={[{ kind: row.kind === 'new' ? 'come' : 'gone', text: row.text }]} />
      )}
    </li>
  );
};

/** What differs in the new version, and what that does to the facts of the article: before anything is written. */
export const ComparisonView = ({ compared, notes, onWrite, onCorrect, children }: ComparisonViewProps) => {
  const { rows, more, counts, facts, isEqual } = compared;
  const said = factsInWords(compared);
  const differs = counts.changed + counts.removed + counts.new + counts.moved > 0;
  return (
    <div className={controls.stack}>
      {notes.map((note) => (
        <p key={note} className={controls.notice} role="note">
          {note}
        </p>
      ))}
      <p className={classes.sum} role="status">
        {sumInWords(compared)}
      </p>
      {differs && (
        <ul className={classes.rows} aria-label="What changed">
          {rows.map((row, index) => (
            <Row key={index} row={row} />
          ))}
          {more > 0 && <li className={classes.same}>and {more} more places</li>}
        </ul>
      )}
      {!isEqual && said.length > 0 && (
        <div className={classes.facts}>
          <h2>What that does</h2>
          <ul>
            {said.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          {facts.same === 0 && facts.changed + facts.removed > 0 && (
            <p className={controls.notice} role="note">
              No sentence that you keep a fact of is in this text as it was. Is it the same article?
            </p>
          )}
        </div>
      )}
      <div className={controls.row}>
        {!isEqual && (
          <button
            type="button"
            className={`${controls.button ?? ''} ${controls.primary ?? ''}`}
            onClick={onWrite}
          >
            Update the article
          </button>
        )}
        <button type="button" className={controls.button} onClick={onCorrect}>
          Correct the text
        </button>
        {children}
      </div>
    </div>
  );
};
