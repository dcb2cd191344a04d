'use client';
import { useState } from 'react';
import controls from '@/components/controls/controls.module.css';
import type { Confusion, ConfusedSide } from '@/lib/quiz/confusions';
import { REFUSALS, type Answered } from '@/lib/refusal';
import classes from './answers.module.css';
import history from './history.module.css';
import { count } from './moments';

export type AskTheDifference = (wish: {
  readonly factId: string;
  readonly taken: string;
  readonly takenFactId: string | null;
}) => Promise<Answered<number>>;

type ConfusionListProps = { readonly confusions: readonly Confusion[]; readonly ask: AskTheDifference };

/** So many are seen at once; the others are one press away. */
const MOST_AT_ONCE = 6;

/** The pairs that are mixed up, each with both sentences and a way to be asked for the difference. */
export const ConfusionList = ({ confusions, ask }: ConfusionListProps) =>
  confusions.length === 0 ? (
    <p>Nothing so far: no wrong option was chosen.</p>
  ) : (
    <>
      <Pairs confusions={confusions.slice(0, MOST_AT_ONCE)} ask={ask} />
      {confusions.length > MOST_AT_ONCE && (
        <details className={history.details}>
          <summary>{count(confusions.length - MOST_AT_ONCE, 'more pair')}</summary>
          <Pairs confusions={confusions.slice(MOST_AT_ONCE)} ask={ask} />
        </details>
      )}
    </>
  );

const Pairs = ({ confusions, ask }: ConfusionListProps) => (
  <ul className={classes.pairs}>
    {confusions.map((pair) => (
      <li key={JSON.stringify([pair.right, pair.taken])} className={classes.pair}>
        <Pair pair={pair} ask={ask} />
      </li>
    ))}
  </ul>
);

const often = (times: number): string => (times === 1 ? 'once' : times === 2 ? 'twice' : `${times} times`);

const timesWords = ({ right, taken, times, back }: Confusion): string =>
  `You took “${taken.text}” for “${right.text}” ${often(times)}` +
  (back === 0 ? '.' : `, and the other way round ${often(back)}.`);

const madeWords = (made: number): string =>
  made === 0 ? 'It is asked so already.' : `${count(made, 'question')} added to the deck.`;

const Pair = ({ pair, ask }: { readonly pair: Confusion; readonly ask: AskTheDifference }) => {
  const [said, setSaid] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const { right, taken } = pair;
  const { factId } = right;
  const make = async (): Promise<void> => {
    if (factId === null || pending) return;
    setPending(true);
    try {
      const answered = await ask({ factId, taken: taken.text, takenFactId: taken.factId });
      setSaid(answered.ok ? madeWords(answered.value) : REFUSALS[answered.code]);
    } catch {
      setSaid('The server could not be reached. Try again.');
    } finally {
      setPending(false);
    }
  };
  return (
    <>
      <h3>{timesWords(pair)}</h3>
      <Side side={right} />
      <Side side={taken} />
      {factId !== null && (
        <p className={classes.act}>
          <button
            type="button"
            className={controls.button}
            aria-disabled={pending}
            aria-label={`Ask me the difference between ${right.text} and ${taken.text}`}
            onClick={() => void make()}
          >
            Ask me the difference
          </button>
          <span role="status">{said}</span>
        </p>
      )}
    </>
  );
};

const Side = ({ side }: { readonly side: ConfusedSide }) => (
  <p className={classes.side}>
    <strong>{side.text}</strong>{' '}
    {side.statement ?? <em>A made-up option: no sentence of your decks says what it is right for.</em>}
  </p>
);
