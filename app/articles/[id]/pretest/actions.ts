'use server';
import { randomUUID } from 'node:crypto';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import type { Refused } from '@/lib/refusal';
import { action } from '@/lib/server/action';
import { startPosttest, startPretest } from '@/lib/server/data/pretests';

const articleSchema = z.object({ articleId: z.string().min(1).max(64) });

const before = action(articleSchema, (user, { articleId }) =>
  startPretest(user, articleId, { seed: randomUUID(), now: new Date() }),
);
const after = action(articleSchema, (user, { articleId }) =>
  startPosttest(user, articleId, { seed: randomUUID(), now: new Date() }),
);

/** Begins the test before reading. Comes back only with a refusal. */
export async function startPretestAction(articleId: string): Promise<Refused> {
  const answered = await before({ articleId });
  if (!answered.ok) return answered;
  redirect(`/attempts/${answered.value}`);
}

/** Begins the test after reading. Comes back only with a refusal. */
export async function startPosttestAction(articleId: string): Promise<Refused> {
  const answered = await after({ articleId });
  if (!answered.ok) return answered;
  redirect(`/attempts/${answered.value}`);
}
