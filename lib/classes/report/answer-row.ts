/** One answer of one player to one question: what every report is made of, of an assignment as of a live session. */
export type AnswerRow = {
  /** An id; names are for the page. */
  readonly player: string;
  /** An id that is the same for all who were asked it. */
  readonly question: string;
  readonly key: string;
  /** What they chose or typed; `null`: nothing. */
  readonly chosen: string | null;
  readonly correct: boolean;
  readonly points: number;
  /** From the question to the answer; `null` where nobody measured. */
  readonly ms: number | null;
  /** They played under a name of the moment: nobody knows which pupil it was, if any. */
  readonly unlinked?: boolean;
};

/** Rows by one of their fields, in the order of the first of each. */
export const rowsBy = <Row extends AnswerRow>(
  rows: readonly Row[],
  field: 'player' | 'question',
): Map<string, Row[]> => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row[field]);
    if (group === undefined) groups.set(row[field], [row]);
    else group.push(row);
  }
  return groups;
};
