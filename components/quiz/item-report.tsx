import Link from 'next/link';
import controls from '@/components/controls/controls.module.css';
import { PageHead } from '@/components/controls/page-head';
import {
  consistencyInWords,
  discriminationInWords,
  ENOUGH_ANSWERS,
  facilityInWords,
} from '@/lib/quiz/item-advice';
import type { QuizItem, QuizItems } from '@/lib/quiz/quiz-items';
import { fieldsOf, quizLink } from '@/lib/quiz/settings-link';
import classes from './item-report.module.css';

const percent = (share: number): string => `${Math.round(share * 100)}%`;
const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

type ItemReportProps = {
  readonly quizId: string;
  readonly report: QuizItems;
  /** Classes to which its maker may give work. */
  readonly giveTo: readonly { readonly id: string; readonly name: string }[];
};

/** What the first attempts at a quiz say of its questions, the hardest first, with what to do about them. */
export const ItemReport = ({ report, giveTo, quizId }: ItemReportProps) => {
  const { deckId, deckTitle, attempts, consistency, items, settings } = report;
  const lead =
    attempts === 0
      ? `${deckTitle}. Nobody has handed it in yet.`
      : `${deckTitle}, by ${counted(attempts, 'first attempt')}. Later attempts of the same person are not counted.`;
  return (
    <div className={classes.report}>
      <PageHead title="How its questions did" lead={lead}>
        <Link href={`/decks/${deckId}`} className={controls.button}>
          Open the deck
        </Link>
        <Link href={quizLink(deckId, fieldsOf(settings))} className={controls.button}>
          New quiz with its settings
        </Link>
        <Link href={`/quizzes/${quizId}/live`} className={controls.button}>
          Play it in class
        </Link>
        <Link href={`/quizzes/${quizId}/print`} className={controls.button}>
          Print it
        </Link>
        {giveTo.map(({ id, name }) => (
          <Link key={id} href={`/classes/${id}/give?quiz=${quizId}`} className={controls.button}>
            Give it to {name}
          </Link>
        ))}
      </PageHead>
      {attempts > 0 && attempts < ENOUGH_ANSWERS && (
        <p className={classes.note}>
          From {ENOUGH_ANSWERS} answers on, advice stands beside a question; fewer say too little.
        </p>
      )}
      {consistency !== null && attempts >= ENOUGH_ANSWERS && (
        <p className={classes.note}>
          Internal consistency {consistency.toFixed(2)}: {consistencyInWords(consistency)}.
        </p>
      )}
      <ol className={classes.items}>
        {items.map((item) => (
          <li key={item.statistics.question}>
            <ItemCard item={item} />
          </li>
        ))}
      </ol>
    </div>
  );
};

/** One question with its figures, what to do about it, and the sentence that proves its answer. */
export const ItemCard = ({
  item: { prompt, answer, statement, statistics, advice },
}: {
  readonly item: QuizItem;
}) => {
  const { answers, facility, spread, discrimination, guessing, options, open } = statistics;
  const put = options.filter(({ shown }) => shown > 0 || answers === 0);
  const figures = [
    ['Facility', facility === null ? 'unknown' : `${percent(facility)}, ${facilityInWords(facility)}`],
    ['Spread of scores', spread === null ? 'unknown' : percent(spread)],
    [
      'Discrimination',
      discrimination === null
        ? 'unknown'
        : `${discrimination.toFixed(2)}, ${discriminationInWords(discrimination)}`,
    ],
    ['By blind guessing', percent(guessing)],
    ['Answers', open === 0 ? String(answers) : `${answers}, of them ${open} left open`],
  ] as const;
  return (
    <article className={classes.item}>
      <h2>{prompt}</h2>
      <p className={classes.proof}>
        <strong>{answer}</strong>: {statement}
      </p>
      {advice.length > 0 && (
        <ul className={classes.advice}>
          {advice.map(({ words, instead }) => (
            <li key={words}>
              {words}
              {instead !== null && ` “${instead.answer}” could stand there: ${instead.statement}`}
            </li>
          ))}
        </ul>
      )}
      <dl className={classes.figures}>
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {put.length > 0 && (
        <table className={classes.options}>
          <caption>Chosen</caption>
          <thead>
            <tr>
              <th scope="col">Option</th>
              <th scope="col">Times</th>
              <th scope="col">Share</th>
            </tr>
          </thead>
          <tbody>
            {put.map(({ text, isKey, count, shown, share }) => (
              <tr key={text}>
                <th scope="row">
                  {text}
                  {isKey && ' (the answer)'}
                  <span
                    className={classes.bar}
                    style={{ width: percent(share) }}
                    data-key={isKey}
                    aria-hidden="true"
                  />
                </th>
                <td>{shown === answers ? count : `${count} of ${shown}`}</td>
                <td>{percent(share)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </article>
  );
};
