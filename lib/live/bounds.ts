/** The bounds of a live session. Apart from the schemas, so that a page need not load them. */
export const MOST_PLAYERS = 2000;
export const MOST_SPEED_SHARE = 0.3;
export const READ_SECONDS = { least: 0, most: 60, usual: 5 } as const;
export const ANSWER_SECONDS = { least: 5, most: 300, usual: 20 } as const;
export const PROOF_SECONDS = 20;
export const MOST_TEAMS = 10;
export const MOST_FACTOR = 4;
export const LONGEST_NAME = 20;
/** Letters of a typed answer. */
export const LONGEST_WRITTEN = 200;
/** Milliseconds after the end for which an answer given before it may still be on its way. */
export const GRACE_MS = 500;
/** How long the host may be gone, as for a reload of their page, before the session stands still. */
export const HOST_GRACE_MS = 5000;
/** After a restart of the server nobody has less time than this for the question that stands. */
export const RESUME_MS = 5000;
/** Once the server is back after a restart, nobody waits longer than this for the question that stands. */
export const BACK_WITHIN_MS = 2000;
/** A browser whose stream broke asks for it again after this. */
export const STREAM_RETRY_MS = 400;
/** Where it does not, having met a proxy or a refusal, the page asks after this. */
export const STREAM_AGAIN_MS = 700;
/** A command that got no answer is sent again after this at the latest. */
export const COMMAND_WAIT_MS = 1000;
