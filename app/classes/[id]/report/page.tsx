import type { Metadata, Route } from 'next';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import classes from '@/components/classes/classes.module.css';
import { DevelopmentTable } from '@/components/classes/report/development-table';
import controls from '@/components/controls/controls.module.css';
import { HistoryFrame, HistorySection } from '@/components/history/history-frame';
import { ScoreChart } from '@/components/history/score-chart';
import { SessionList } from '@/components/live/session-list';
import { developmentOf } from '@/lib/classes/report/development';
import { firstTries } from '@/lib/classes/report/first-tries';
import { may } from '@/lib/classes/policy';
import { percentOf } from '@/lib/quiz/score';
import { currentUser } from '@/lib/server/auth/session';
import { articlesOfClass } from '@/lib/server/data/class-memory';
import { classResults } from '@/lib/server/data/class-reports';
import { classMembers } from '@/lib/server/data/class-members';
import { classLiveResults, classSessions } from '@/lib/server/data/live-report';
import { classView } from '@/lib/server/data/classes';
import { found } from '@/lib/server/found';

export const metadata: Metadata = { title: 'Report of a class' };

export default async function Page({ params }: PageProps<'/classes/[id]/report'>) {
  const user = await currentUser();
  const { id } = await params;
  if (user === null) redirect('/classes');
  const view = await found(classView(user, id));
  if (!may(view, 'see-work')) notFound();
  const [given, sessions, played, articles] = await Promise.all([
    classResults(user, id),
    classLiveResults(user, id),
    classSessions(user, id),
    articlesOfClass(user, id),
  ]);
  const live = sessions.map(({ rows, startedAt, ...session }) => ({
    ...session,
    opensAt: startedAt,
    rows: rows.filter(({ late }) => !late),
  }));
  const members = given[0]?.pupils ?? (await classMembers(user, id)).filter(({ role }) => role === 'pupil');
  const taken = [...given, ...live]
    .sort((a, b) => a.opensAt.getTime() - b.opensAt.getTime())
    .map(({ rows, ...result }) => ({ ...result, rows: firstTries(rows) }))
    .filter(({ rows }) => rows.length > 0);
  const scores = taken.map(({ id: test, title, opensAt, rows }) => {
    const right = rows.filter(({ correct }) => correct).length;
    const percent = percentOf(right, rows.length);
    return { id: test, deckTitle: title, finishedAt: opensAt, right, of: rows.length, percent };
  });
  return (
    <HistoryFrame title={`Report: ${view.name}`}>
      <p className={classes.dim}>
        <Link href={`/classes/${id}`}>{view.name}</Link> · what pupils reached at their first attempts
      </p>
      <HistorySection title="Development">
        {taken.length === 0 ? (
          <p>No quiz has been handed in yet.</p>
        ) : (
          <>
            <ScoreChart scores={scores} zone={user.learner.zone} />
            <DevelopmentTable
              development={developmentOf(taken)}
              titles={new Map(taken.map(({ id: test, title }) => [test, title]))}
              live={new Set(live.map((session) => session.id))}
              pupils={members}
            />
            <p className={classes.acts}>
              <a href={`/api/classes/${id}/results`} download className={controls.button}>
                All answers as a table (CSV)
              </a>
            </p>
          </>
        )}
      </HistorySection>
      {played.length > 0 && (
        <HistorySection title="Live sessions">
          <SessionList sessions={played} zone={user.learner.zone} />
          <p className={classes.dim}>
            The class’s figures count everybody who played. Whoever did not link the session to their memory
            stands under “Not linked to a pupil”, since a name typed in a room proves nobody; the report of
            the session has them by that name.
          </p>
        </HistorySection>
      )}
      <HistorySection title="What the class knows">
        {articles.length === 0 ? (
          <p>Nothing has been given from an article yet.</p>
        ) : (
          <ul className={classes.list}>
            {articles.map((article) => (
              <li key={article.id}>
                <Link href={`/classes/${id}/articles/${article.id}` as Route}>
                  Memory map of “{article.title}”
                </Link>
              </li>
            ))}
          </ul>
        )}
      </HistorySection>
    </HistoryFrame>
  );
}
