import { z } from 'zod';
import { showAnswer } from '@/lib/server/data/attempts-show';
import { postEndpoint } from '@/lib/server/endpoint';

const showSchema = z.strictObject({ position: z.int().min(0).max(1000) });

/** Shows what is right in one question of a quiz that tells after each. Again, it answers the same. */
export const POST = async (request: Request, { params }: RouteContext<'/api/attempts/[id]/show'>) => {
  const { id } = await params;
  return postEndpoint(showSchema, (user, { position }) =>
    showAnswer(user, { attemptId: id, position, now: new Date() }),
  )(request);
};
