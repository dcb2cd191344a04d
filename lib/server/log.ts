/** Writes an unexpected failure to the server's error stream with its stack; never what a request carried. */
export const logFailure = (error: unknown): void => {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${new Date().toISOString()} ${detail}\n`);
};
