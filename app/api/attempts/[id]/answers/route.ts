import { z } from 'zod';
import { CERTAINTIES } from '@/lib/quiz/certainty';
import { MOST_GIVEN } from '@/lib/quiz/most-questions';
import { saveAnswer } from '@/lib/server/data/attempts';
import { postEndpoint } from '@/lib/server/endpoint';

const answerSchema = z.strictObject({
  position: z.int().min(0).max(1000),
  /** What was typed or chosen; a line for each part where there are several. */
  given: z.string().max(MOST_GIVEN),
  certainty: z
    .union(CERTAINTIES.map(({ level }) => z.literal(level)))
    .nullable()
    .exactOptional(),
});

/** Saves one answer of an attempt: in the database when this answers. */
export const POST = async (request: Request, { params }: RouteContext<'/api/attempts/[id]/answers'>) => {
  const { id } = await params;
  return postEndpoint(answerSchema, async (user, { position, ...rest }) => {
    await saveAnswer(user, id, { position, ...rest, at: new Date() });
    return { position };
  })(request);
};
