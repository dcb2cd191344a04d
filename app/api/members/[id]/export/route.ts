import { exportPupil } from '@/lib/server/data/pupil-data';
import { download } from '@/lib/server/download';

/** All that a class keeps of a pupil, as JSON. */
export const GET = async (_request: Request, { params }: RouteContext<'/api/members/[id]/export'>) => {
  const { id } = await params;
  return download(async (user) => ({
    name: 'pupil.json',
    type: 'application/json; charset=utf-8',
    text: JSON.stringify(await exportPupil(user, id, new Date()), null, 1),
  }));
};
