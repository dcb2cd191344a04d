/** Which of our sources run as threads of their own, and where the build puts them. */

/** Files of this folder. */
export const THREAD_SOURCES = [
  'checkpoint-worker.ts',
  'document-worker.ts',
  'reader-worker.ts',
  'study-set-worker.ts',
  'weights-worker.ts',
] as const;
export type ThreadSource = (typeof THREAD_SOURCES)[number];

/** From the root of the project. */
export const BUILT_THREADS = '.next/threads';

// The app that Next built has modules of its own beside those of the process that serves it.
const held = globalThis as { quizwrightServesBuild?: boolean };

/** Said once by whoever serves the app that was built: what the build made is as new as the sources. */
export const useBuiltThreads = (): void => {
  held.quizwrightServesBuild = true;
};

export const usesBuiltThreads = (): boolean => held.quizwrightServesBuild === true;
