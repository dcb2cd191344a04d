import 'server-only';
import { LEARN_AHEAD } from '@/lib/memory/queue';
import { idsOfShare } from '@/lib/memory/exam/summary';
import { sittingOf, type Entry, type StudyQueue } from '@/lib/server/data/due-cards';
import { examDay } from '@/lib/server/data/exam-day';
import type { User } from '@/lib/server/user';

/**
 * What is left of today's part of a plan: learning steps whose minute has come, then what is due, what is new and
 * what has its last look, in the plan's order; steps of the next minutes stand last.
 * @throws Refusal NOT_FOUND for an exam that is not theirs.
 */
export const examCards = async (
  user: User,
  examId: string,
  now: Date,
  limit: number,
): Promise<StudyQueue & { readonly title: string }> => {
  const { exam, today, kept, facts, done } = await examDay(user, examId, now, false);
  const stateOf = new Map(facts.map(({ id, state, salience }) => [id, { factId: id, state, salience }]));
  const steps: Entry[] = [];
  const rest: Entry[] = [];
  const ahead: Entry[] = [];
  const planned = kept.latest.day === today ? idsOfShare(kept.latest.share) : [];
  for (const entry of planned.flatMap((id) => stateOf.get(id) ?? [])) {
    if (done.has(entry.factId)) continue;
    const { state } = entry;
    if (state === null || state.phase === 'review') rest.push(entry);
    else if (state.due <= now) steps.push(entry);
    else if (state.due.getTime() <= now.getTime() + LEARN_AHEAD) ahead.push(entry);
  }
  const queue = [...steps, ...rest, ...ahead];
  return {
    title: exam.title,
    cards: await sittingOf(user, queue.slice(0, limit), now),
    left: queue.length,
    heldBack: 0,
    waiting: 0,
  };
};
