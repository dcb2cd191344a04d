import type { Metadata, Route } from 'next';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import classes from '@/components/exam/exam.module.css';
import { FactList } from '@/components/exam/fact-list';
import { LoadChart } from '@/components/exam/load-chart';
import { changeWords, daysAwayWords, minutesWords, sizesOf } from '@/components/exam/plan-words';
import { Prediction } from '@/components/exam/prediction';
import { TodaysPart } from '@/components/exam/todays-part';
import { HistoryFrame, HistorySection } from '@/components/history/history-frame';
import { count, dayWords } from '@/components/history/moments';
import { secondsOn } from '@/lib/memory/exam/exam';
import { changeSince } from '@/lib/memory/exam/summary';
import { Refusal } from '@/lib/refusal';
import { currentUser } from '@/lib/server/auth/session';
import { deckNames } from '@/lib/server/data/decks';
import { examDay, factSentences, MOST_PLANNED, type ExamDay } from '@/lib/server/data/exam-day';
import type { User } from '@/lib/server/user';
import { pinFactAction } from '../actions';

export const metadata: Metadata = { title: 'Exam plan' };

/** Dropped facts that are listed with their sentences. */
const MOST_LISTED = 100;

export default async function Page({ params }: PageProps<'/exams/[id]'>) {
  const user = await currentUser();
  const { id } = await params;
  if (user === null) redirect(`/sign-in?next=/exams/${id}`);
  const plan = await examDay(user, id, new Date()).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'NOT_FOUND') notFound();
    throw error;
  });
  const { exam, today, kept, facts, done } = plan;
  const { latest, before } = kept;
  const decks = (await deckNames(user)).filter((deck) => exam.deckIds.includes(deck.id));
  const over = today > exam.day;
  return (
    <HistoryFrame title={exam.title}>
      <p className={classes.when}>
        {dayWords(exam.day, 'long')}, {daysAwayWords(exam.day - today)} · {minutesWords(exam.minutes)} ·{' '}
        {decks.map(({ title }) => title).join(', ')} · <Link href={`/exams/${id}/edit`}>Change</Link>
      </p>
      {facts.length === 0 && !over ? (
        <p>
          No fact of these decks can be asked yet.{' '}
          {decks[0] !== undefined && <Link href={`/decks/${decks[0].id}`}>Open “{decks[0].title}”</Link>} and
          keep the facts that you want to learn; then the plan begins.
        </p>
      ) : (
        <>
          {over && <p>This exam is over. What the plan said last:</p>}
          <Prediction
            predicted={latest.predicted}
            predictedAll={latest.predictedAll}
            kept={latest.facts - latest.dropped.length}
            all={latest.facts}
            attendance={plan.attendance}
            settled={today >= exam.day}
          />
        </>
      )}
      {today < exam.day && facts.length > 0 && (
        <>
          <TodaysPart
            study={`/study?exam=${id}` as Route}
            sizes={sizesOf(latest.share)}
            done={done.size}
            seconds={latest.days[0]?.seconds ?? 0}
          />
          {before !== null && (
            <HistorySection title="What changed">
              <ul className={classes.changes}>
                {changeWords(changeSince(before, latest)).map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </HistorySection>
          )}
          <HistorySection title="Day by day">
            <LoadChart days={latest.days} limits={latest.days.map(({ day }) => secondsOn(day, exam) / 60)} />
          </HistorySection>
          <HistorySection title="Left out">
            <LeftOut user={user} plan={plan} />
          </HistorySection>
        </>
      )}
    </HistoryFrame>
  );
}

const LeftOut = async ({ user, plan }: { user: User; plan: ExamDay }) => {
  const { exam, kept, facts } = plan;
  const { dropped } = kept.latest;
  const [listed, pinned] = await Promise.all([
    factSentences(user, dropped.slice(0, MOST_LISTED)),
    factSentences(user, exam.pinned),
  ]);
  const pin = pinFactAction.bind(null, exam.id);
  const out = new Set(dropped);
  const begun = facts.filter(({ id, state }) => state !== null && out.has(id)).length;
  return (
    <>
      {dropped.length === 0 ? (
        <p>Nothing: there is time for {facts.length === 1 ? 'the one fact' : `all ${facts.length} facts`}.</p>
      ) : (
        <>
          <p>
            The time is too short for {count(dropped.length, 'fact')} of {facts.length}: the least salient of{' '}
            {begun === 0 ? 'those that you have not begun' : `all; ${begun} of them you have begun`}. Keep
            one, and the next least salient goes in its place; or give the plan more minutes.
          </p>
          <FactList label="Facts left out" facts={listed} button="Keep" keeps pin={pin} />
          {dropped.length > listed.length && <p>And {dropped.length - listed.length} more.</p>}
        </>
      )}
      {pinned.length > 0 && (
        <>
          <p>Kept because you want {pinned.length === 1 ? 'it' : 'them'}:</p>
          <FactList label="Facts you keep" facts={pinned} button="Let go" keeps={false} pin={pin} />
        </>
      )}
      {facts.length === MOST_PLANNED && (
        <p>Only the {MOST_PLANNED} most salient facts of these decks are planned.</p>
      )}
    </>
  );
};
