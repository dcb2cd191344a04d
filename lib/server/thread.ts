import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker, type ResourceLimits } from 'node:worker_threads';

/** Of our sources, those that run as a thread of their own. */
export type ThreadSource =
  'document-worker.ts' | 'reader-worker.ts' | 'study-set-worker.ts' | 'weights-worker.ts';

/**
 * Starts a file of this folder as a thread: TypeScript from the sources, by the loader that also runs this process; a
 * thread has to be told of it itself. The thread may import what is for the server only.
 */
export const startThread = (
  source: ThreadSource,
  { task, limits }: { readonly task: unknown; readonly limits?: ResourceLimits },
): Worker => {
  const root = /* turbopackIgnore: true */ process.cwd();
  const file = pathToFileURL(join(root, 'lib/server', source)).href;
  const program = `import('tsx/esm/api').then(({ register }) => {
    register({ tsconfig: ${JSON.stringify(join(root, 'scripts/tsconfig.json'))} });
    return import(${JSON.stringify(file)});
  });`;
  return new Worker(program, {
    eval: true,
    execArgv: [],
    workerData: task,
    ...(limits === undefined ? {} : { resourceLimits: limits }),
  });
};
