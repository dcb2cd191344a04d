/** `tsx seed-takers.ts EMAIL COUNT`: has COUNT others hand in the last quiz of someone in the database in QUIZWRIGHT_DATA. */
import { db } from '@/lib/server/db';
import { storedPaperSchema } from '@/lib/server/data/attempts-paper';

const [email, count] = process.argv.slice(2);
const database = await db();
const attempt = await database.attempt.findFirstOrThrow({
  where: { user: { email: email ?? '' } },
  orderBy: { startedAt: 'desc' },
});
const paper = storedPaperSchema.parse(attempt.paper);
for (let person = 0; person < Number(count); person += 1) {
  // Half of them know everything; the others take the first wrong option, and leave open what is typed.
  const knows = person % 2 === 0;
  const given = paper.flatMap(({ answer, options }, position) => {
    const text = knows ? answer : options.find((option) => option.text !== answer)?.text;
    return text === undefined ? [] : [{ position, given: text, correct: knows, at: new Date() }];
  });
  await database.attempt.create({
    data: {
      quiz: { connect: { id: attempt.quizId } },
      user: { create: {} },
      seed: attempt.seed,
      paper,
      deckTitle: attempt.deckTitle,
      startedAt: new Date(),
      finishedAt: new Date(),
      total: paper.length,
      score: given.filter(({ correct }) => correct).length,
      answers: { create: given },
    },
  });
}
await database.$disconnect();
