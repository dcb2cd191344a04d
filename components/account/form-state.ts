import type { Refused } from '@/lib/refusal';

/** What a form shows after it was sent: the refusal, what was typed (never a password), or that it was done. */
export type FormState = {
  readonly refused: Refused | null;
  readonly typed: Readonly<Record<string, string>>;
  /** What was done, in words; `null` before. */
  readonly done: string | null;
};

export const UNSENT: FormState = { refused: null, typed: {}, done: null };

/** An action of a form, as a page hands it down. */
export type FormAction = (before: FormState, form: FormData) => Promise<FormState>;
