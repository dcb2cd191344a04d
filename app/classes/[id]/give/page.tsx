import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { GiveForm } from '@/components/classes/give-form';
import classes from '@/components/classes/classes.module.css';
import controls from '@/components/controls/controls.module.css';
import { PageHead } from '@/components/controls/page-head';
import { count, dateWords } from '@/components/history/moments';
import { may } from '@/lib/classes/policy';
import { localOf } from '@/lib/memory/days';
import { currentUser } from '@/lib/server/auth/session';
import { classView } from '@/lib/server/data/classes';
import { deckNames } from '@/lib/server/data/decks';
import { quizToGive } from '@/lib/server/data/quiz-to-give';
import { found } from '@/lib/server/found';
import { giveAction } from './actions';

export const metadata: Metadata = { title: 'Give work' };

const WEEK_MS = 7 * 24 * 60 * 60_000;

export default async function Page({ params, searchParams }: PageProps<'/classes/[id]/give'>) {
  const user = await currentUser();
  const { id } = await params;
  if (user === null) redirect('/classes');
  const view = await found(classView(user, id));
  if (!may(view, 'assign')) notFound();
  const { quiz: asked } = await searchParams;
  const quizId = typeof asked === 'string' ? asked : undefined;
  const quiz = quizId === undefined ? null : await found(quizToGive(user, quizId));
  const decks = quiz === null ? await deckNames(user) : [];
  if (quiz === null && decks.length === 0) {
    return (
      <PageHead title="Give work" lead="Work is given from a deck of yours. Add an article first.">
        <Link href="/new" className={`${controls.button} ${controls.primary}`}>
          Add an article
        </Link>
      </PageHead>
    );
  }
  const now = new Date();
  const { zone } = user.learner;
  return (
    <div className={classes.form}>
      <PageHead title="Give work" lead={`For ${view.name}; times are those of ${zone}.`} />
      {quiz !== null && (
        <p>
          The {count(quiz.paper.length, 'question')} of your quiz on “{quiz.deckTitle}”, as they were put to
          you on {dateWords(quiz.takenAt, zone)}.
        </p>
      )}
      <GiveForm
        action={giveAction.bind(null, id)}
        from={quizId === undefined ? { decks } : { quizId }}
        terms={{
          title: '',
          opensAt: localOf(now, zone),
          closesAt: localOf(new Date(now.getTime() + WEEK_MS), zone),
          attempts: 1,
          feedback: 'close',
        }}
      />
    </div>
  );
}
