import { resultsCsv } from '@/lib/classes/report/results-csv';
import { assignmentResults } from '@/lib/server/data/class-reports';
import { download } from '@/lib/server/download';

/** Every answer to an assignment, one row per pupil and question, as CSV. */
export const GET = async (_request: Request, { params }: RouteContext<'/api/assignments/[id]/results'>) => {
  const { id } = await params;
  return download(async (user) => ({
    name: 'results.csv',
    type: 'text/csv; charset=utf-8',
    text: resultsCsv((await assignmentResults(user, id)).rows),
  }));
};
