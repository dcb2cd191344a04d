import controls from '@/components/controls/controls.module.css';
import type { FactWithQuestions } from '@/lib/model';
import { isListed, isUnsure, type Filter } from './deck-model';
import classes from './deck.module.css';

type FactFilterProps = {
  readonly facts: readonly FactWithQuestions[];
  readonly filter: Filter;
  /** Whether the facts of one sentence are listed, whatever their status. */
  readonly sentence: boolean;
  readonly unsureFirst: boolean;
  readonly onUnsureFirst: (on: boolean) => void;
  readonly onFilter: (filter: Filter) => void;
  readonly onKeepAll: () => void;
  readonly onNewCard: () => void;
  readonly onKeys: () => void;
};

const FILTERS: readonly (readonly [Filter, string])[] = [
  ['proposed', 'Proposed'],
  ['accepted', 'Kept'],
  ['rejected', 'Left out'],
  ['archived', 'Archived'],
  ['all', 'All'],
];

/** Which facts are listed, how many there are of each, and what can be done with all of them. */
export const FactFilter = (props: FactFilterProps) => {
  const { facts, filter, sentence, onFilter, onKeepAll, onNewCard, onKeys } = props;
  const count = (wanted: Filter): number => facts.filter(({ status }) => isListed(status, wanted)).length;
  const proposed = count('proposed');
  const unsure = facts.filter((fact) => isListed(fact.status, 'all') && isUnsure(fact)).length;
  // Most decks never have an archived fact.
  const filters = FILTERS.filter(([name]) => name !== 'archived' || count(name) > 0);
  const small = `${controls.button ?? ''} ${controls.small ?? ''}`;
  return (
    <div className={classes.bar}>
      <div className={classes.filters} role="group" aria-label="Which facts">
        {filters.map(([name, label]) => (
          <button
            key={name}
            type="button"
            aria-pressed={!sentence && filter === name}
            onClick={() => {
              onFilter(name);
            }}
          >
            {label} <span>{count(name)}</span>
          </button>
        ))}
      </div>
      <div className={classes.tools}>
        {sentence ? (
          <button
            type="button"
            className={small}
            onClick={() => {
              onFilter(filter);
            }}
          >
            Only this sentence: show the others
          </button>
        ) : (
          proposed > 0 && (
            <button type="button" className={small} onClick={onKeepAll}>
              Keep all that are proposed
            </button>
          )
        )}
        {!sentence && unsure > 0 && (
          <button
            type="button"
            className={small}
            aria-pressed={props.unsureFirst}
            onClick={() => {
              props.onUnsureFirst(!props.unsureFirst);
            }}
          >
            To look at first ({unsure})
          </button>
        )}
        <button type="button" className={small} onClick={onNewCard}>
          New card
        </button>
        <button type="button" className={small} onClick={onKeys} aria-label="Keys">
          ?
        </button>
      </div>
    </div>
  );
};
