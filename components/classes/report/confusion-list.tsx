import { count } from '@/components/history/moments';
import type { ClassConfusion } from '@/lib/classes/report/class-confusions';
import classes from '../classes.module.css';

type ConfusionListProps = {
  readonly confusions: readonly ClassConfusion[];
  readonly names: ReadonlyMap<string, string>;
};

/** What pupils took for what, each with the two sentences that tell them apart. */
export const ConfusionList = ({ confusions, names }: ConfusionListProps) => (
  <ul className={classes.list} aria-label="Confusions">
    {confusions.map((confusion) => (
      <li key={`${confusion.question} ${confusion.chosen}`} className={classes.item}>
        <h3>
          “{confusion.chosen}” for “{confusion.key}”
        </h3>
        <p className={classes.dim}>
          {count(confusion.players.length, 'pupil')}:{' '}
          {confusion.players.map((player) => names.get(player) ?? '').join(', ')}
        </p>
        <dl className={classes.facts}>
          <dt>{confusion.key}</dt>
          <dd>{confusion.keySentence}</dd>
          {confusion.chosenSentence !== null && (
            <>
              <dt>{confusion.chosen}</dt>
              <dd>{confusion.chosenSentence}</dd>
            </>
          )}
        </dl>
      </li>
    ))}
  </ul>
);
