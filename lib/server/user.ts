import { z } from 'zod';
import { FSRS_VERSION } from '@/lib/memory/fsrs';
import { readStudySettings, type StudySettings } from '@/lib/memory/study-settings';
import { weightsSchema, type Learner, type Weights } from '@/lib/model';

declare const proven: unique symbol;

/**
 * Who asks, proven by a session: every query takes one first and puts its id into every `where`. Only
 * `userOfSession` (and what opens a session) makes one, so a forgotten check does not compile.
 */
export type User = {
  readonly [proven]: true;
  readonly id: string;
  /** `null`: a visitor who has not signed up yet. */
  readonly email: string | null;
  readonly name: string | null;
  readonly hasPassword: boolean;
  readonly learner: Learner;
  readonly study: StudySettings;
};

/** What a row of the users' table must bring to stand for a person. */
type UserRow = {
  id: string;
  email: string | null;
  name: string | null;
  passwordHash: string | null;
  zone: string;
  dayStart: number;
  settings: unknown;
  weights: unknown;
};

/** The columns behind `toUser`. */
export const USER_COLUMNS = {
  id: true,
  email: true,
  name: true,
  passwordHash: true,
  zone: true,
  dayStart: true,
  settings: true,
  weights: true,
} as const;

const keptWeightsSchema = z.object({ version: z.literal(FSRS_VERSION), weights: weightsSchema });

/** How weights of a person's own are stored with them. */
export const toKeptWeights = (weights: Weights): z.input<typeof keptWeightsSchema> => ({
  version: FSRS_VERSION,
  weights: [...weights],
});

/**
 * Stored weights as a part of the learner. Those of another version of FSRS count as none: whoever moves to a new one
 * has the defaults, a replay gives the memories by them, and a fit gives weights anew.
 */
export const withWeights = (stored: unknown): Pick<Learner, 'weights'> => {
  const kept = keptWeightsSchema.safeParse(stored);
  return kept.success ? { weights: kept.data.weights } : {};
};

/** The person of a row that a session has proven to be theirs. */
export const toUser = (row: UserRow): User => {
  const study = readStudySettings(row.settings);
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    hasPassword: row.passwordHash !== null,
    learner: {
      zone: row.zone,
      dayStart: row.dayStart,
      retention: study.retention,
      ...withWeights(row.weights),
    },
    study,
  } as User;
};
