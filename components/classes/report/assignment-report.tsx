import controls from '@/components/controls/controls.module.css';
import { HistorySection } from '@/components/history/history-frame';
import history from '@/components/history/history.module.css';
import { classConfusions, type Sentences } from '@/lib/classes/report/class-confusions';
import { firstTries } from '@/lib/classes/report/first-tries';
import { consistency, questionReports } from '@/lib/classes/report/question-report';
import type { ResultRow } from '@/lib/classes/report/results-csv';
import classes from '../classes.module.css';
import { AnswerMatrix } from './answer-matrix';
import { ConfusionList } from './confusion-list';
import { PupilScores } from './pupil-scores';
import { QuestionList, type ReportedItem } from './question-list';

type AssignmentReportProps = {
  readonly classId: string;
  readonly pupils: readonly { readonly id: string; readonly name: string }[];
  readonly items: readonly (ReportedItem & {
    readonly factId: string;
    readonly options: readonly { readonly text: string; readonly factId: string | null }[];
    readonly optionStatements: Readonly<Record<string, string>>;
  })[];
  readonly rows: readonly ResultRow[];
  /** Where the table of all answers is downloaded. */
  readonly csv: string;
};

/** The report of a quiz: who, which questions, which confusions. It goes by first attempts, before anything was told. */
export const AssignmentReport = ({ classId, pupils, items, rows, csv }: AssignmentReportProps) => {
  const tries = firstTries(rows);
  const itemOf = new Map(items.map((item) => [item.questionId, item]));
  const names = new Map(pupils.map(({ id, name }) => [id, name]));
  const sentences: Sentences = (question, chosen) => {
    const item = itemOf.get(question);
    const option = item?.options.find(({ text }) => text === chosen);
    const told = option?.factId == null ? undefined : item?.optionStatements[option.factId];
    return { key: item?.statement ?? '', chosen: told ?? null };
  };
  const confusions = classConfusions(tries, sentences);
  const alpha = consistency(tries);
  return (
    <>
      <HistorySection title="Pupils">
        <PupilScores classId={classId} pupils={pupils} rows={rows} />
        {rows.length > 0 && (
          <p className={classes.acts}>
            <a href={csv} download className={controls.button}>
              All answers as a table (CSV)
            </a>
          </p>
        )}
      </HistorySection>
      {tries.length > 0 && (
        <>
          <HistorySection title="Questions, hardest first">
            <p className={history.aside}>
              Counted are first attempts.
              {alpha !== null && ` How well the questions belong together (KR-20): ${alpha.toFixed(2)}.`}
            </p>
            <QuestionList reports={questionReports(tries)} items={itemOf} />
          </HistorySection>
          {confusions.length > 0 && (
            <HistorySection title="What is taken for what">
              <ConfusionList confusions={confusions} names={names} />
            </HistorySection>
          )}
          <HistorySection title="Who answered what">
            <AnswerMatrix pupils={pupils} items={items} rows={tries} />
          </HistorySection>
        </>
      )}
    </>
  );
};
