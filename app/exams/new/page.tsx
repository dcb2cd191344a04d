import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import controls from '@/components/controls/controls.module.css';
import { PageHead } from '@/components/controls/page-head';
import { ExamForm } from '@/components/exam/exam-form';
import classes from '@/components/exam/exam.module.css';
import { dayOf } from '@/lib/memory/days';
import { currentUser } from '@/lib/server/auth/session';
import { deckNames } from '@/lib/server/data/decks';
import { createExamAction } from '../actions';
import { isoDate } from '../iso-date';

export const metadata: Metadata = { title: 'Plan an exam' };

const USUAL_MINUTES = 20;

export default async function Page() {
  const user = await currentUser();
  if (user === null) redirect('/sign-in?next=/exams/new');
  const decks = await deckNames(user);
  if (decks.length === 0) {
    return (
      <PageHead title="Plan an exam" lead="A plan is made from a deck. Add an article first.">
        <Link href="/new" className={`${controls.button} ${controls.primary}`}>
          Add an article
        </Link>
      </PageHead>
    );
  }
  return (
    <div className={classes.form}>
      <PageHead title="Plan an exam" />
      <ExamForm
        action={createExamAction}
        submit="Make the plan"
        decks={decks}
        title=""
        date=""
        earliest={isoDate(dayOf(new Date(), user.learner) + 1)}
        deckIds={decks.length === 1 ? decks.map(({ id }) => id) : []}
        minutes={Array.from({ length: 7 }, () => USUAL_MINUTES)}
      />
    </div>
  );
}
