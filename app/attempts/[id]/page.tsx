import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { z } from 'zod';
import { AttemptSheet } from '@/components/quiz/attempt-sheet';
import { Result } from '@/components/quiz/result';
import { Refusal } from '@/lib/refusal';
import { currentUser } from '@/lib/server/auth/session';
import { openAttempt } from '@/lib/server/data/attempts';
import { attemptResult } from '@/lib/server/data/attempts-result';
import type { User } from '@/lib/server/user';

export const metadata: Metadata = { title: 'Quiz' };

/** The attempt under way, or its result where it is handed in. */
const load = async (user: User, id: string) => {
  const open = await openAttempt(user, id);
  return { open, result: open === null ? await attemptResult(user, id) : null };
};

/** The number of the question in the address, from 1. */
const questionSchema = z.coerce.number().int().min(1);

export default async function Page({ params, searchParams }: PageProps<'/attempts/[id]'>) {
  const user = await currentUser();
  const { id } = await params;
  if (user === null) redirect(`/sign-in?next=/attempts/${id}`);
  const { open, result } = await load(user, id).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'NOT_FOUND') notFound();
    throw error;
  });
  if (result !== null) return <Result id={id} result={result} zone={user.learner.zone} />;
  if (open === null) notFound();
  const asked = questionSchema.safeParse((await searchParams).q);
  // Without a number, as on another device, it goes on at the first question that is not answered.
  const first = asked.success ? asked.data - 1 : open.given.indexOf(null);
  return <AttemptSheet id={id} attempt={open} first={Math.min(Math.max(0, first), open.items.length - 1)} />;
}
