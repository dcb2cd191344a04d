import Link from 'next/link';
import type { AnswerReport } from '@/lib/quiz/answer-report';
import { ConfusionList, type AskTheDifference } from './confusion-list';
import { EmptyState } from './empty-state';
import { GainTable } from './gain-table';
import { HistoryFrame, HistorySection } from './history-frame';
import classes from './history.module.css';
import { KnownChart } from './known-chart';
import { SeriesTable } from './series-table';
import { SureChart } from './sure-chart';

type AnswersPageProps = {
  readonly report: AnswerReport;
  readonly zone: string;
  readonly askTheDifference: AskTheDifference;
};

const SERIES = {
  deck: 'Scores by deck',
  article: 'Scores by article',
  kind: 'Scores by kind of fact',
} as const;

/** What the answers in quizzes say: what is known, how scores move, what is mixed up. */
export const AnswersPage = ({ report, zone, askTheDifference }: AnswersPageProps) => (
  <HistoryFrame title="What you know and mix up">
    <p className={classes.aside}>
      {report.quizzes === 1
        ? 'From your one quiz that shows its answers.'
        : `From your last ${report.quizzes} quizzes that show their answers.`}{' '}
      <Link href="/history">Back to the history</Link>
    </p>
    {report.quizzes === 0 ? (
      <EmptyState href="/" link="Choose a deck">
        No quiz is handed in yet. What your answers say of you stands here after the first.
      </EmptyState>
    ) : (
      <>
        <HistorySection title="What you know">
          <KnownChart articles={report.articles} />
        </HistorySection>
        <HistorySection title="What you mix up">
          <ConfusionList confusions={report.confusions} ask={askTheDifference} />
        </HistorySection>
        {report.sure !== null && (
          <HistorySection title="How sure you are">
            <SureChart {...report.sure} />
          </HistorySection>
        )}
        <HistorySection title="Before and after">
          <GainTable rows={report.takenAgain} zone={zone} />
        </HistorySection>
        {report.series.map(({ by, rows }) =>
          rows.length === 0 ? null : (
            <HistorySection key={by} title={SERIES[by]}>
              <SeriesTable rows={rows} by={by} />
            </HistorySection>
          ),
        )}
      </>
    )}
  </HistoryFrame>
);
