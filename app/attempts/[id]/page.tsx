import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { z } from 'zod';
import { AssignedResult } from '@/components/classes/assigned-result';
import { AttemptSheet } from '@/components/quiz/attempt-sheet';
import { Result } from '@/components/quiz/result';
import { isOver } from '@/lib/quiz/settings';
import { Refusal } from '@/lib/refusal';
import { currentUser } from '@/lib/server/auth/session';
import { openAttempt } from '@/lib/server/data/attempts';
import { finishAttempt } from '@/lib/server/data/attempts-finish';
import { attemptResult } from '@/lib/server/data/attempts-result';
import type { User } from '@/lib/server/user';
import { acceptAnswerAction, retakeQuizAction } from '../actions';

export const metadata: Metadata = { title: 'Quiz' };

/** The attempt under way, or its result where it is handed in. */
const load = async (user: User, id: string, now: Date) => {
  const open = await openAttempt(user, id);
  const isOpen = open !== null && !isOver(open.deadline, now);
  if (open !== null && !isOpen) await finishAttempt(user, id, now);
  return isOpen ? { open, result: null } : { open: null, result: await attemptResult(user, id) };
};

/** The number of the question in the address, from 1. */
const questionSchema = z.coerce.number().int().min(1);

export default async function Page({ params, searchParams }: PageProps<'/attempts/[id]'>) {
  const user = await currentUser();
  const { id } = await params;
  if (user === null) redirect(`/sign-in?next=/attempts/${id}`);
  const now = new Date();
  const { open, result } = await load(user, id, now).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'NOT_FOUND') notFound();
    throw error;
  });
  if (result?.assigned != null) {
    const { assigned } = result;
    return <AssignedResult id={id} result={{ ...result, assigned }} zone={user.learner.zone} />;
  }
  if (result !== null) {
    const retake = retakeQuizAction.bind(null, result.quizId);
    const accept = (position: number, accepts: boolean) =>
      acceptAnswerAction.bind(null, { attemptId: id, position, accept: accepts });
    return <Result id={id} result={result} zone={user.learner.zone} retake={retake} accept={accept} />;
  }
  if (open === null) notFound();
  const asked = questionSchema.safeParse((await searchParams).q);
  // Without a number, as on another device, it goes on at the first question that is not answered.
  const first = asked.success ? asked.data - 1 : open.given.indexOf(null);
  return (
    <AttemptSheet
      id={id}
      attempt={{ ...open, msLeft: open.deadline === null ? null : open.deadline.getTime() - now.getTime() }}
      first={Math.min(Math.max(0, first), open.items.length - 1)}
    />
  );
}
