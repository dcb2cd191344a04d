import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { z } from 'zod';
import { Notice } from '@/components/account/notice';
import { PartDone } from '@/components/exam/part-done';
import { NothingDue } from '@/components/study/nothing-due';
import { StudySession } from '@/components/study/study-session';
import { currentUser } from '@/lib/server/auth/session';
import { assignedCards, assignedDue } from '@/lib/server/data/assigned-cards';
import { askedFacts } from '@/lib/server/data/article-memory';
import { missedFacts } from '@/lib/server/data/attempts-result';
import { nextDueAt } from '@/lib/server/data/due';
import { catchUpPlan } from '@/lib/server/data/due-ahead';
import { deckTitle, nextCards } from '@/lib/server/data/due-cards';
import { PRACTICE_ORDERS, practiceCards } from '@/lib/server/data/practice';
import { examCards } from '@/lib/server/data/exam-cards';
import { found } from '@/lib/server/found';
import type { User } from '@/lib/server/user';
import { setAsideAction, setFlagAction } from './actions';

export const metadata: Metadata = { title: 'Study' };

/** Cards that are loaded for one sitting. */
const SITTING = 60;

const wishSchema = z.object({
  deck: z.string().exactOptional(),
  attempt: z.string().exactOptional(),
  article: z.string().exactOptional(),
  exam: z.string().exactOptional(),
  practice: z.string().exactOptional(),
  given: z.string().exactOptional(),
  order: z.enum(PRACTICE_ORDERS).exactOptional(),
});

/** Where `wish` is granted, for coming back after signing in. */
const addressOf = (wish: z.infer<typeof wishSchema>): string => {
  const query = new URLSearchParams(wish).toString();
  return query === '' ? '/study' : `/study?${query}`;
};

/** What teachers gave of one deck or of `all`; of `attempt` what it found missing. */
const loadGiven = async (user: User, given: string, attempt: string | undefined, now: Date) => {
  const queue = await assignedCards(user, {
    deckId: given === 'all' ? null : given,
    ...(attempt === undefined ? {} : { factIds: await missedFacts(user, attempt) }),
    now,
    limit: SITTING,
  });
  return { deck: null, exam: null, isGiven: true, ...queue, nextDue: null, plan: null };
};

/**
 * What this person can study now: everything, one deck (`deck`), what one quiz found missing (`attempt`), what is due
 * of what was asked of one article (`article`), today's part of the plan for an exam (`exam`), or any cards of one deck
 * (`practice`, in an `order`), which leaves the schedule alone; or what teachers gave (`given`: a deck, or `all`).
 */
const load = async (user: User, wish: z.infer<typeof wishSchema>, now: Date) => {
  if (wish.practice !== undefined) {
    const { title, ...queue } = await practiceCards(user, {
      deckId: wish.practice,
      order: wish.order ?? 'weakest',
      now,
      seed: randomUUID(),
      limit: SITTING,
    });
    const deck = { id: wish.practice, title };
    return { deck, exam: null, ...queue, heldBack: 0, nextDue: null, plan: null };
  }
  if (wish.exam !== undefined) {
    const { title, ...queue } = await examCards(user, wish.exam, now, SITTING);
    return { deck: null, exam: { id: wish.exam, title }, ...queue, nextDue: null, plan: null };
  }
  if (wish.given !== undefined) return loadGiven(user, wish.given, wish.attempt, now);
  const deckId = wish.deck ?? null;
  const deck = deckId === null ? null : { id: deckId, title: await deckTitle(user, deckId) };
  const only =
    wish.attempt !== undefined
      ? { factIds: await missedFacts(user, wish.attempt) }
      : wish.article !== undefined
        ? { factIds: await askedFacts(user, wish.article) }
        : {};
  const queue = await nextCards(user, { deckId, ...only, now, limit: SITTING });
  const isAll = deckId === null && wish.attempt === undefined && wish.article === undefined;
  // Whoever has no card of their own due goes on with those from class.
  if (isAll && queue.cards.length === 0 && (await assignedDue(user, now)) > 0)
    return loadGiven(user, 'all', undefined, now);
  return {
    deck,
    exam: null,
    ...queue,
    nextDue: await nextDueAt(user, deckId, now),
    plan: await catchUpPlan(user, now, queue.waiting, deckId),
  };
};

export default async function Page({ searchParams }: PageProps<'/study'>) {
  const user = await currentUser();
  const wish = wishSchema.safeParse(await searchParams);
  if (!wish.success) notFound();
  if (user === null) redirect(`/sign-in?next=${encodeURIComponent(addressOf(wish.data))}`);
  const now = new Date();
  const { zone, dayStart } = user.learner;
  const frame = { zone, dayStart };
  const loaded = await found(load(user, wish.data, now));
  const { deck, exam, cards, left, heldBack, nextDue, plan } = loaded;
  if (cards.length === 0 && 'isGiven' in loaded) {
    return (
      <Notice title="Nothing from class is due" href="/" link="To the first page">
        You have met what you were given, or today’s limit of new facts is reached. The rest comes back by
        itself.
      </Notice>
    );
  }
  if (cards.length === 0 && exam !== null) return <PartDone exam={exam} />;
  if (cards.length === 0) {
    return (
      <NothingDue deck={deck} nextDue={nextDue} heldBack={heldBack} plan={plan} now={now} frame={frame} />
    );
  }
  return (
    // Asked for again, it is another sitting.
    <StudySession
      key={now.getTime()}
      cards={cards}
      more={left - cards.length}
      nextDue={nextDue?.getTime() ?? null}
      heldBack={heldBack}
      plan={plan}
      startedAt={now.getTime()}
      frame={frame}
      buttons={user.study.buttons}
      actions={{ setAside: setAsideAction, setFlag: setFlagAction }}
    />
  );
}
