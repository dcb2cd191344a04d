import { writeCsv } from '@/lib/formats/write-csv';
import { Refusal } from '@/lib/refusal';
import { answer } from '@/lib/server/action';
import { attachment } from '@/lib/server/attachment';
import { currentUser } from '@/lib/server/auth/session';
import { resultsTable } from '@/lib/server/data/results-table';
import { toResponse } from '@/lib/server/endpoint';

/** The asker's quiz results as a table, one row for each question that was put. */
export async function GET(): Promise<Response> {
  const answered = await answer(async () => {
    const user = await currentUser();
    if (user === null) throw new Refusal('SIGNED_OUT');
    return resultsTable(user);
  });
  if (!answered.ok) return toResponse(answered);
  const bytes = new TextEncoder().encode(writeCsv(answered.value));
  return attachment(bytes, { name: 'quiz-results.csv', type: 'text/csv; charset=utf-8' });
}
