import { z } from 'zod';
import { finishAttempt } from '@/lib/server/data/attempts-finish';
import { postEndpoint } from '@/lib/server/endpoint';

/** Hands an attempt in. Again, it changes nothing and answers the same. */
export const POST = async (request: Request, { params }: RouteContext<'/api/attempts/[id]/finish'>) => {
  const { id } = await params;
  return postEndpoint(z.strictObject({}), (user) => finishAttempt(user, id, new Date()))(request);
};
