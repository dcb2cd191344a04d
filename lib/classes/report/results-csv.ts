/** Results as a table, one row per player and question: what a teacher opens in a spreadsheet. */
import { writeCsv, type Cell } from '@/lib/formats/write-csv';
import type { AnswerRow } from './answer-row';

const HEAD = [
  'session_id',
  'session',
  'started_at',
  'player',
  'attempt',
  'joined_at',
  'question_no',
  'question_id',
  'fact_id',
  'question',
  'key',
  'option_chosen',
  'correct',
  'points',
  'response_ms',
  'late',
  'reconnects',
] as const;

/** An answer with what surrounds it: the assignment or live session in which it was given. */
export type ResultRow = AnswerRow & {
  readonly sessionId: string;
  readonly sessionTitle: string;
  readonly startedAt: Date;
  readonly playerName: string;
  /** The how-manieth of this player, from 1. */
  readonly attempt: number;
  readonly joinedAt: Date;
  /** Where it stood for this player, from 1. */
  readonly questionNo: number;
  readonly factId: string;
  readonly prompt: string;
  /** The attempt and the position in it; `null` for an answer of a live session. */
  readonly place: { readonly attemptId: string; readonly position: number } | null;
  /** The options that were put; absent: those of the question. */
  readonly shown?: readonly string[];
  readonly late: boolean;
  /** How often the player's connection was lost; `null` where it was not watched. */
  readonly reconnects: number | null;
};

/** The table; no cell of it is ever run as a formula. */
export const resultsCsv = (rows: readonly ResultRow[]): string =>
  writeCsv([
    HEAD,
    ...rows.map((row): Cell[] => [
      row.sessionId,
      row.sessionTitle,
      row.startedAt.toISOString(),
      row.playerName,
      row.attempt,
      row.joinedAt.toISOString(),
      row.questionNo,
      row.question,
      row.factId,
      row.prompt,
      row.key,
      row.chosen,
      row.correct,
      row.points,
      row.ms,
      row.late,
      row.reconnects,
    ]),
  ]);
