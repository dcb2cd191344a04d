/** What we say no with: a code on the wire, words on the screen, one list for both. */
export const REFUSALS = {
  SIGNED_OUT: 'You are signed out. Sign in again; what you typed stays here.',
  NOT_FOUND: 'This is not here, or not yours.',
  INVALID: 'Something in the form is not right. Check what is marked and send it again.',
  TOO_LARGE: 'That is more than can be sent at once.',
  BUSY: 'Too many files are being read here at once. Try again in a minute.',
  TOO_OFTEN: 'Too many tries. Wait 15 minutes, then try again.',
  WRONG_SIGN_IN: 'Email and password do not match an account here.',
  WRONG_PASSWORD: 'That is not your present password.',
  WRONG_EMAIL: 'That is not the email of your account.',
  EMAIL_TAKEN: 'There is an account with this email already. Sign in instead.',
  CROSS_ORIGIN: 'This request did not come from this app.',
  EMPTY_TEXT: 'There is no text to read. Paste an article or choose a file.',
  BINARY_TEXT: 'This is not a text file. Choose another, or paste the text.',
  TOO_LONG: 'The text is longer than 200,000 words. Split it and add the parts one by one.',
  SAME_ARTICLE: 'This deck holds this article already.',
  STALE_ARTICLE: 'This article was updated meanwhile. Compare again before you go on.',
  NO_QUESTIONS: 'There is nothing to ask yet. Keep some facts of this deck first.',
  FINISHED: 'This quiz is handed in; its answers no longer change.',
  TIME_UP: 'The time is up; what you had answered is handed in.',
  ANSWER_SHOWN: 'You have seen the answer to this question; yours stands as it was.',
  NO_ATTEMPTS_LEFT: 'This quiz was taken as often as it may be.',
  BAD_CODE:
    'No class has this code. Check it with your teacher: letters and digits, no 0, 1, A, E, I, L, O, U or Y.',
  BAD_RESUME_CODE: 'Nobody comes back by this code. Check it, or ask your teacher for a new one.',
  NAME_TAKEN: 'Somebody in this class has this name already. Add a letter of your family name.',
  CLASS_FULL: 'This class is full.',
  NOT_YOURS_ALONE:
    'This pupil has an account, decks or a class that you do not teach, so that only they can get back in by themselves.',
  NOT_OPEN: 'This is not open now.',
  BEGUN: 'Somebody has begun this already, so it cannot be taken back. Close it instead.',
  ASSIGNED:
    'A class has answered questions of this deck, and their answers would go with it. Keep the deck, or delete the class first.',
  NOTHING_TO_UNDO: 'There is no answer left to undo.',
  FORBIDDEN: 'Only whoever hosts this session can do that.',
  NO_SUCH_PIN: 'No session has this number now. Look at the number again.',
  STALE: 'The session has moved on meanwhile.',
  TOO_LATE: 'The time for this answer is over.',
  LIVE_LOCKED: 'The host has closed the room. Ask them to open it.',
  LIVE_FULL: 'This room is full.',
  LIVE_OVER: 'This session is over.',
  REMOVED: 'The host has taken you out of this session.',
  LIVE_NAME_TAKEN: 'Someone here has this name already. Choose another.',
  FAILED: 'Something went wrong here, and it has been logged. Nothing you saved is lost; try again.',
} as const;
export type RefusalCode = keyof typeof REFUSALS;

/** An expected no. Thrown by rules and queries; the gates turn it into a `Refused` result. */
export class Refusal extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode) {
    super(REFUSALS[code]);
    this.name = 'Refusal';
    this.code = code;
  }
}

/** What every action and endpoint of ours answers: the value, or a code that `REFUSALS` puts into words. */
export type Answered<T> = { readonly ok: true; readonly value: T } | Refused;
export type Refused = {
  readonly ok: false;
  readonly code: RefusalCode;
  /** For INVALID: what is wrong with which field. */
  readonly fields?: Readonly<Record<string, string>>;
};
