import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import controls from '@/components/controls/controls.module.css';
import classes from '@/components/exam/exam.module.css';
import { ExamList } from '@/components/exam/exam-list';
import { HistoryFrame, HistorySection } from '@/components/history/history-frame';
import { dayOf } from '@/lib/memory/days';
import { currentUser } from '@/lib/server/auth/session';
import { listExams } from '@/lib/server/data/exam-plans';

export const metadata: Metadata = { title: 'Exams' };

export default async function Page() {
  const user = await currentUser();
  if (user === null) redirect('/sign-in?next=/exams');
  const now = new Date();
  const { ahead, over } = await listExams(user, now);
  const today = dayOf(now, user.learner);
  return (
    <HistoryFrame title="Exams">
      <p>
        Say when an exam is and how many minutes a day you have: the plan tells what to learn when, what to
        leave out if time is short, and how much you will recall on the day.
      </p>
      <p className={classes.links}>
        <Link href="/exams/new" className={`${controls.button} ${controls.primary} ${classes.start ?? ''}`}>
          Plan an exam
        </Link>
      </p>
      {ahead.length > 0 && (
        <HistorySection title="Ahead">
          <ExamList label="Exams ahead" exams={ahead} today={today} />
        </HistorySection>
      )}
      {over.length > 0 && (
        <HistorySection title="Over">
          <ExamList label="Exams that are over" exams={over} today={today} />
        </HistorySection>
      )}
    </HistoryFrame>
  );
}
