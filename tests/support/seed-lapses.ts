/** `tsx tests/support/seed-lapses.ts EMAIL TIMES`: a past in which the first kept fact of a person was forgotten so often. */
import { randomUUID } from 'node:crypto';
import { db } from '@/lib/server/db';
import { recordReview } from '@/lib/server/data/reviews';
import { toUser, USER_COLUMNS } from '@/lib/server/user';

const DAY = 86_400_000;

const [email = '', times = '0'] = process.argv.slice(2);
const database = await db();
const user = toUser(await database.user.findUniqueOrThrow({ where: { email }, select: USER_COLUMNS }));
const fact = await database.fact.findFirstOrThrow({
  where: { deck: { userId: user.id }, status: 'accepted' },
  orderBy: { position: 'asc' },
  select: { id: true },
});
const review = { factId: fact.id, questionId: null, form: 'cloze', mode: 'study', elapsedMs: null } as const;
// The last answer is a recall, long enough ago to be due again.
let at = Date.now() - (Number(times) + 1) * 200 * DAY;
await recordReview(user, { ...review, id: randomUUID(), rating: 'easy', at: new Date(at) });
for (let lapse = 0; lapse < Number(times); lapse += 1) {
  at += 200 * DAY;
  await recordReview(user, { ...review, id: randomUUID(), rating: 'again', at: new Date(at - DAY) });
  await recordReview(user, { ...review, id: randomUUID(), rating: 'easy', at: new Date(at) });
}
process.exit();
