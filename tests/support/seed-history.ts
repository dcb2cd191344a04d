/** `tsx seed-history.ts EMAIL FACTS DAYS`: gives someone of the database in QUIZWRIGHT_DATA a long and forgetful past. */
import { db } from '@/lib/server/db';
import { toUser, USER_COLUMNS } from '@/lib/server/user';
import { newHistory } from './history';
import { FORGETFUL } from './synthetic-learner';

const [email, facts, days] = process.argv.slice(2);
const database = await db();
const row = await database.user.findUniqueOrThrow({ where: { email: email ?? '' }, select: USER_COLUMNS });
await newHistory(toUser(row), FORGETFUL, { facts: Number(facts), days: Number(days) }, new Date());
await database.$disconnect();
