import controls from '@/components/controls/controls.module.css';
import { HistorySection } from '@/components/history/history-frame';
import history from '@/components/history/history.module.css';
import { ItemCard } from '@/components/quiz/item-report';
import { classConfusions, type Sentences } from '@/lib/classes/report/class-confusions';
import { firstTries } from '@/lib/classes/report/first-tries';
import type { ResultRow } from '@/lib/classes/report/results-csv';
import { adviceOn, consistencyInWords, ENOUGH_ANSWERS } from '@/lib/quiz/item-advice';
import { typedAnswers } from '@/lib/classes/report/typed-answers';
import type { QuestionForm } from '@/lib/model';
import { internalConsistency, itemOf, itemStatistics } from '@/lib/quiz/item-statistics';
import classes from '../classes.module.css';
import { AnswerMatrix } from './answer-matrix';
import { ConfusionList } from './confusion-list';
import { PupilScores } from './pupil-scores';
import { TypedAnswerList, type PassAction } from './typed-answer-list';

type PutOption = { readonly text: string; readonly factId: string | null };

type AssignmentReportProps = {
  /** `null` for a live session. */
  readonly classId: string | null;
  readonly pupils: readonly { readonly id: string; readonly name: string }[];
  readonly items: readonly {
    readonly questionId: string;
    readonly form: QuestionForm;
    readonly prompt: string;
    readonly answer: string;
    readonly statement: string;
    readonly factId: string;
    readonly options: readonly PutOption[];
    /** What was put to some in place of those; absent: nothing. */
    readonly otherDistractors?: readonly (readonly PutOption[])[];
    readonly optionStatements: Readonly<Record<string, string>>;
  }[];
  readonly rows: readonly ResultRow[];
  /** Lets typed answers pass besides the key; absent where that is not for whoever looks. */
  readonly passing?: {
    /** What passes by now, by question. */
    readonly accepted: ReadonlyMap<string, readonly string[]>;
    readonly pass: PassAction;
  };
  /** Where the table of all answers is downloaded. */
  readonly csv: string;
};

const othersOf = ({
  otherDistractors = [],
}: Pick<AssignmentReportProps['items'][number], 'otherDistractors'>) =>
  otherDistractors.flat().map(({ text }) => text);

const isAlike = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase();

/** The report of a quiz: who, which questions, which confusions. It goes by first attempts, before anything was told. */
export const AssignmentReport = ({ classId, pupils, items, rows, passing, csv }: AssignmentReportProps) => {
  const tries = firstTries(rows);
  const putOf = new Map(items.map((item) => [item.questionId, item]));
  const names = new Map(pupils.map(({ id, name }) => [id, name]));
  const sentences: Sentences = (question, chosen) => {
    const item = putOf.get(question);
    const option = [...(item?.options ?? []), ...(item?.otherDistractors ?? []).flat()].find(
      ({ text }) => text === chosen,
    );
    const told = option?.factId == null ? undefined : item?.optionStatements[option.factId];
    // What was typed may be the answer to another question.
    const other = items.find(({ answer }) => isAlike(answer, chosen));
    return { key: item?.statement ?? '', chosen: told ?? other?.statement ?? null };
  };
  const confusions = classConfusions(tries, sentences).filter(
    // One odd answer is no confusion of a class, unless the article says what it is right for.
    ({ chosenSentence, players }) => chosenSentence !== null || players.length > 1,
  );
  const answers = tries.map(({ player, question, points, chosen, shown }) => ({
    attempt: player,
    question,
    // What was taken off for a wrong answer says nothing of the question.
    score: Math.max(0, points),
    chosen,
    ...(shown === undefined ? {} : { shown }),
  }));
  const typed = passing === undefined ? [] : typedAnswers(items, rows, passing.accepted);
  const alpha = internalConsistency(answers);
  const statistics = itemStatistics(
    items.map(({ questionId, ...item }) => itemOf({ ...item, id: questionId }, othersOf(item))),
    answers,
  ).toSorted((a, b) => (a.facility ?? 1) - (b.facility ?? 1));
  return (
    <>
      <HistorySection title={classId === null ? 'Players' : 'Pupils'}>
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
              {classId === null ? 'Whoever came later is not counted.' : 'Counted are first attempts.'}
              {alpha !== null &&
                names.size >= ENOUGH_ANSWERS &&
                ` Internal consistency ${alpha.toFixed(2)}: ${consistencyInWords(alpha)}.`}
            </p>
            <ol className={classes.list}>
              {statistics.flatMap((each) => {
                const item = putOf.get(each.question);
                if (item === undefined) return [];
                const advice = adviceOn(each).map((words) => ({ ...words, instead: null }));
                return [
                  <li key={each.question}>
                    <ItemCard item={{ ...item, statistics: each, advice }} />
                  </li>,
                ];
              })}
            </ol>
          </HistorySection>
          {confusions.length > 0 && (
            <HistorySection title="What is taken for what">
              <ConfusionList confusions={confusions} names={names} />
            </HistorySection>
          )}
          {passing !== undefined && typed.length > 0 && (
            <HistorySection title="Typed and not right by itself">
              <p className={history.aside}>
                What you let pass is right from then on, for all who typed it; each sees that it was marked
                again.
              </p>
              <TypedAnswerList answers={typed} names={names} pass={passing.pass} />
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
