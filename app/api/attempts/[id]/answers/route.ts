import { z } from 'zod';
import { saveAnswer } from '@/lib/server/data/attempts';
import { postEndpoint } from '@/lib/server/endpoint';

const answerSchema = z.strictObject({ position: z.int().min(0).max(1000), given: z.string().max(1000) });

/** Saves one answer of an attempt: in the database when this answers. */
export const POST = async (request: Request, { params }: RouteContext<'/api/attempts/[id]/answers'>) => {
  const { id } = await params;
  return postEndpoint(answerSchema, async (user, { position, given }) => {
    await saveAnswer(user, id, { position, given, at: new Date() });
    return { position };
  })(request);
};
