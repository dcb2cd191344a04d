import type { MapFact } from './map-model';
import classes from './memory.module.css';

/** The headline of a map: how many facts of the article would be recalled, and how many were never asked. */
export const MapWords = ({ facts }: { facts: readonly MapFact[] }) => {
  const asked = facts.flatMap(({ recall }) => recall ?? []);
  const known = Math.round(asked.reduce((sum, recall) => sum + recall, 0));
  const unasked = facts.length - asked.length;
  return (
    <p className={classes.lead}>
      {asked.length === 0 ? (
        facts.length === 0 ? (
          'You keep no facts of this article yet. Keep some on the page of its deck; the map then shows what stays of them.'
        ) : (
          'Nothing of this article was asked yet, so it is all plain. Study it; what you answer is painted from then on.'
        )
      ) : (
        <>
          If asked now, you would recall about <strong>{known}</strong> of the <strong>{asked.length}</strong>{' '}
          {asked.length === 1 ? 'fact' : 'facts'} of this article that you were asked.
          {unasked > 0 && ` ${unasked} ${unasked === 1 ? 'was' : 'were'} never asked.`}
        </>
      )}
    </p>
  );
};
