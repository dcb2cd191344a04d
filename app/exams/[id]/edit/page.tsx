import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { PageHead } from '@/components/controls/page-head';
import { DeleteExam } from '@/components/exam/delete-exam';
import { ExamForm } from '@/components/exam/exam-form';
import classes from '@/components/exam/exam.module.css';
import { dayOf } from '@/lib/memory/days';
import { Refusal } from '@/lib/refusal';
import { currentUser } from '@/lib/server/auth/session';
import { deckNames } from '@/lib/server/data/decks';
import { examOf } from '@/lib/server/data/exam-plans';
import { changeExamAction, deleteExamAction } from '../../actions';
import { isoDate } from '../../iso-date';

export const metadata: Metadata = { title: 'Change the exam' };

export default async function Page({ params }: PageProps<'/exams/[id]/edit'>) {
  const user = await currentUser();
  const { id } = await params;
  if (user === null) redirect(`/sign-in?next=/exams/${id}/edit`);
  const [exam, decks] = await Promise.all([examOf(user, id), deckNames(user)]).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'NOT_FOUND') notFound();
    throw error;
  });
  return (
    <div className={classes.form}>
      <PageHead title="Change the exam" />
      <ExamForm
        action={changeExamAction.bind(null, id)}
        submit="Save and plan anew"
        decks={decks}
        title={exam.title}
        date={isoDate(exam.day)}
        earliest={isoDate(Math.min(exam.day, dayOf(new Date(), user.learner) + 1))}
        deckIds={exam.deckIds}
        minutes={exam.minutes}
      />
      <section className={classes.section}>
        <DeleteExam title={exam.title} remove={deleteExamAction.bind(null, id)} />
      </section>
    </div>
  );
}
