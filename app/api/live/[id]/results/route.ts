import { resultsCsv } from '@/lib/classes/report/results-csv';
import { liveResults } from '@/lib/server/data/live-report';
import { download } from '@/lib/server/download';

/** Every answer of a live session, one row per player and question, as CSV. */
export const GET = async (_request: Request, { params }: RouteContext<'/api/live/[id]/results'>) => {
  const { id } = await params;
  return download(async (user) => ({
    name: 'session.csv',
    type: 'text/csv; charset=utf-8',
    text: resultsCsv((await liveResults(user, id)).rows),
  }));
};
