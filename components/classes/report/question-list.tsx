import { Prompt } from '@/components/evidence/prompt';
import history from '@/components/history/history.module.css';
import { percentWords } from '@/components/memory/percent';
import type { Advice, QuestionReport } from '@/lib/classes/report/question-report';
import { promptParts } from '@/lib/questions/prompt-parts';
import classes from '../classes.module.css';

const ADVICE_WORDS: Readonly<Record<Advice, string>> = {
  'wrong-key': 'Who knows the rest gets this one wrong: check its key and its sentence.',
  'all-wrong': 'Nobody has it right: check its key, or teach it.',
  'all-right': 'Everybody has it right: it tells nobody apart.',
  weak: 'It hardly tells who knows from who does not.',
};

/** A question as the report names it. */
export type ReportedItem = {
  readonly questionId: string;
  readonly prompt: string;
  readonly answer: string;
  readonly statement: string;
};

type QuestionListProps = {
  /** The hardest first. */
  readonly reports: readonly QuestionReport[];
  readonly items: ReadonlyMap<string, ReportedItem>;
};

/** The questions, hardest first, with what was chosen and the sentence that proves the key. */
export const QuestionList = ({ reports, items }: QuestionListProps) => (
  <ol className={classes.list}>
    {reports.map((report) => {
      const item = items.get(report.question);
      if (item === undefined) return null;
      return (
        <li key={report.question} className={classes.item}>
          <p>
            <Prompt parts={promptParts(item.prompt)} />
          </p>
          <p>
            <span className={classes.state}>
              {report.right} of {report.asked} right ({percentWords(report.facility)})
            </span>
            {report.discrimination !== null && (
              <span className={classes.dim}> · discrimination {report.discrimination.toFixed(2)}</span>
            )}
          </p>
          {report.advice !== null && <p>{ADVICE_WORDS[report.advice]}</p>}
          <details className={history.details}>
            <summary>What was chosen, and the proof</summary>
            <table className={history.table}>
              <thead>
                <tr>
                  <th scope="col">Answer</th>
                  <th scope="col" className={history.number}>
                    Chosen
                  </th>
                </tr>
              </thead>
              <tbody>
                {report.shares.map(({ chosen, isKey, count, share }) => (
                  <tr key={chosen ?? ''}>
                    <th scope="row">
                      {chosen ?? 'Not answered'}
                      {isKey && ' (right)'}
                    </th>
                    <td className={history.number}>
                      {count} ({percentWords(share)})
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            <blockquote className={classes.proof}>{item.statement}</blockquote>
          </details>
        </li>
      );
    })}
  </ol>
);
