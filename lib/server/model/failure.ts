/** Why a language model gave no answer. */
export type FailureName =
  /** No connection, or it broke before anything came. */
  | 'unreachable'
  /** Too many requests, or the server is ill: another try may help. */
  | 'busy'
  /** The key, the name of the model or the address is wrong. */
  | 'refused'
  /** It cannot read what we sent; without our wishes for the form of the answer it may. */
  | 'misunderstood'
  | 'over-budget';

/** Carries nothing that came from the server or went to it, so that it can be shown and logged. */
export class ModelFailure extends Error {
  readonly failure: FailureName;
  readonly status: number | null;
  /** Milliseconds that the server asks to wait before another try. */
  readonly retryAfter: number | null;

  constructor(failure: FailureName, status: number | null = null, retryAfter: number | null = null) {
    super(`the language model: ${failure}${status === null ? '' : ` (${status})`}`);
    this.name = 'ModelFailure';
    this.failure = failure;
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

/** Reads a `Retry-After` header, seconds or an HTTP date, as milliseconds from `now`; `null` where it says nothing. */
export const readRetryAfter = (header: string | undefined, now: number): number | null => {
  const said = header?.trim() ?? '';
  if (/^\d+(?:\.\d+)?$/u.test(said)) return Number(said) * 1000;
  const date = Date.parse(said);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
};

/** What an HTTP status means for us. */
export const failureOf = (status: number, retryAfter: number | null): ModelFailure => {
  if (status === 408 || status === 409 || status === 425 || status === 429 || status >= 500)
    return new ModelFailure('busy', status, retryAfter);
  return new ModelFailure(status === 400 || status === 422 ? 'misunderstood' : 'refused', status);
};
