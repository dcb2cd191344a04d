import { resultsCsv } from '@/lib/classes/report/results-csv';
import { classLiveResults } from '@/lib/server/data/live-report';
import { classResults } from '@/lib/server/data/class-reports';
import { proveMay } from '@/lib/server/data/classes';
import { download } from '@/lib/server/download';

/** Every answer of a class, one row per pupil and question, as CSV. */
export const GET = async (_request: Request, { params }: RouteContext<'/api/classes/[id]/results'>) => {
  const { id } = await params;
  return download(async (user) => {
    await proveMay(user, id, 'see-work');
    const results = [...(await classResults(user, id)), ...(await classLiveResults(user, id))];
    return {
      name: 'class-results.csv',
      type: 'text/csv; charset=utf-8',
      text: resultsCsv(results.flatMap(({ rows }) => rows)),
    };
  });
};
