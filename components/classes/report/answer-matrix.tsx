import history from '@/components/history/history.module.css';
import type { ResultRow } from '@/lib/classes/report/results-csv';
import classes from '../classes.module.css';

type AnswerMatrixProps = {
  readonly pupils: readonly { readonly id: string; readonly name: string }[];
  readonly items: readonly {
    readonly questionId: string;
    readonly prompt: string;
    readonly answer: string;
  }[];
  /** One for each pupil and question, at most. */
  readonly rows: readonly ResultRow[];
};

/** Who answered what: a row for each pupil, a column for each question. */
export const AnswerMatrix = ({ pupils, items, rows }: AnswerMatrixProps) => {
  const answers = new Map(rows.map((row) => [`${row.player} ${row.question}`, row]));
  return (
    <section className={classes.scroll} aria-label="Who answered what" tabIndex={0}>
      <table className={history.table}>
        <thead>
          <tr>
            <th scope="col">Pupil</th>
            {items.map(({ questionId, answer }, index) => (
              <th key={questionId} scope="col">
                {index + 1}. {answer}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pupils.map(({ id, name }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              {items.map(({ questionId }) => {
                const row = answers.get(`${id} ${questionId}`);
                return (
                  <td key={questionId}>
                    {row === undefined ? '–' : row.correct ? '✓ right' : `✗ ${row.chosen ?? 'nothing'}`}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
