/** The answers of a room as a report counts them: in a room points go by more than what is right. */
import { hasParts } from '@/lib/forms';
import type { LiveItem } from '@/lib/live/session';
import { markAnswer } from '@/lib/quiz/mark';
import type { ResultRow } from './results-csv';

/** The rows with the share of each answer that is right as its points; whoever came after a question was not asked it. */
export const withShares = (items: readonly LiveItem[], rows: readonly ResultRow[]): ResultRow[] => {
  const itemOf = new Map(items.map((item) => [item.questionId, item]));
  return rows.flatMap((row) => {
    if (row.late) return [];
    const item = itemOf.get(row.question);
    const share = item !== undefined && hasParts(item.form) ? markAnswer(item, row.chosen).share : 0;
    return [{ ...row, points: row.correct ? 1 : share }];
  });
};
