import 'server-only';
/** The rows that an article's reading becomes, written many at a time. */
import { randomUUID } from 'node:crypto';
import type { DraftFact, DraftOption, DraftQuestion, FactStatus, Lean, Option, Status } from '@/lib/model';
import type { Transaction } from '@/lib/server/db';

export type FactRow = ReturnType<typeof toFactRow>;
export type QuestionRow = ReturnType<typeof toQuestionRow>;

export const toFactRow = (
  { kind, answerType, statement, span, answerSpan, salience, confidence, leans }: DraftFact,
  place: { deckId: string; articleId: string; position: number; status: FactStatus },
) => ({
  ...place,
  id: randomUUID(),
  kind,
  answerType,
  statement,
  start: span.start,
  end: span.end,
  answerStart: answerSpan.start,
  answerEnd: answerSpan.end,
  salience,
  confidence,
  leans,
});

/** `ids` leads from the key of a draft to the fact that it is; options may name facts that are nowhere. */
export const toQuestionRow = (
  { factKey, form, prompt, context, answer, options, otherDistractors, checks }: DraftQuestion,
  ids: ReadonlyMap<string, string>,
  status: Status = 'proposed',
) => {
  const factId = ids.get(factKey);
  if (factId === undefined) throw new Error(`A question asks for a fact that was not read: ${factKey}`);
  const stored = (option: DraftOption): Option => ({
    text: option.text,
    factId: option.factKey === null ? null : (ids.get(option.factKey) ?? null),
  });
  return {
    id: randomUUID(),
    factId,
    form,
    prompt,
    context,
    answer,
    options: options.map(stored),
    ...(otherDistractors === undefined
      ? {}
      : { otherDistractors: otherDistractors.map((set) => set.map(stored)) }),
    checks: [...checks],
    status,
  };
};

/** Milliseconds; the longest article has tens of thousands of rows, and the machine may be busy. */
export const LONG_WRITE = { timeout: 120_000 };

/** Rows written by one statement. */
const ROWS_AT_ONCE = 2000;

/**
 * Many rows by one statement that both dialects read alike: a dozen times as fast as `createMany`, and as long as
 * an article is written, whoever else wants to write waits.
 */
export const insertFacts = async (transaction: Transaction, rows: readonly FactRow[]): Promise<void> => {
  for (const part of chunks(rows)) {
    await transaction.$executeRaw`
    INSERT INTO "Fact" ("id", "deckId", "articleId", "kind", "answerType", "statement", "start", "end",
                        "answerStart", "answerEnd", "salience", "confidence", "leans", "status", "position",
                        "createdAt")
    SELECT value->>'id', value->>'deckId', "Article"."id", value->>'kind', value->>'answerType',
           value->>'statement', CAST(value->>'start' AS INTEGER), CAST(value->>'end' AS INTEGER),
           CAST(value->>'answerStart' AS INTEGER), CAST(value->>'answerEnd' AS INTEGER),
           CAST(value->>'salience' AS DOUBLE PRECISION), CAST(value->>'confidence' AS DOUBLE PRECISION),
           value->'leans', value->>'status', CAST(value->>'position' AS INTEGER),
           "Article"."createdAt"
    FROM json_each(${numbered(part)}) JOIN "Article" ON "Article"."id" = value->>'articleId'`;
  }
};

export const insertQuestions = async (
  transaction: Transaction,
  rows: readonly QuestionRow[],
): Promise<void> => {
  for (const part of chunks(rows)) {
    await transaction.$executeRaw`
    INSERT INTO "Question" ("id", "factId", "form", "prompt", "context", "answer", "options",
                            "otherDistractors", "checks", "status", "createdAt")
    SELECT value->>'id', "Fact"."id", value->>'form', value->>'prompt', value->>'context',
           value->>'answer', value->'options', value->'otherDistractors', value->'checks', value->>'status',
           "Fact"."createdAt"
    FROM json_each(${numbered(part)}) JOIN "Fact" ON "Fact"."id" = value->>'factId'`;
  }
};

/** Where facts stand in the new version of their article, by one statement like the others. */
export const moveFacts = async (
  transaction: Transaction,
  articleId: string,
  rows: readonly MovedRow[],
): Promise<void> => {
  for (const part of chunks(rows)) {
    await transaction.$executeRaw`
    UPDATE "Fact" SET "statement" = value->>'statement', "start" = CAST(value->>'start' AS INTEGER),
           "end" = CAST(value->>'end' AS INTEGER), "answerStart" = CAST(value->>'answerStart' AS INTEGER),
           "answerEnd" = CAST(value->>'answerEnd' AS INTEGER), "leans" = value->'leans'
    FROM json_each(${numbered(part)})
    WHERE "Fact"."id" = value->>'id' AND "Fact"."articleId" = ${articleId}`;
  }
};

export type MovedRow = {
  readonly id: string;
  readonly statement: string;
  readonly start: number;
  readonly end: number;
  readonly answerStart: number | null;
  readonly answerEnd: number | null;
  readonly leans: readonly Lean[];
};

/** Rows as one JSON object, since PostgreSQL's `json_each` takes no list. */
const numbered = (rows: readonly object[]): string => JSON.stringify(Object.fromEntries(rows.entries()));

const chunks = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / ROWS_AT_ONCE) }, (_, index) =>
    rows.slice(index * ROWS_AT_ONCE, (index + 1) * ROWS_AT_ONCE),
  );
