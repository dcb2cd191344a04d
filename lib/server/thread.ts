import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker, type ResourceLimits } from 'node:worker_threads';
import { BUILT_THREADS, usesBuiltThreads, type ThreadSource } from './thread-sources';

/**
 * Starts a file of this folder as a thread: where the app that was built serves, what the build made of it; elsewhere
 * (in development, tests and the command line) the TypeScript itself, by the loader that also runs this process, of
 * which a thread has to be told. The thread may import what is for the server only.
 */
export const startThread = (
  source: ThreadSource,
  { task, limits }: { readonly task: unknown; readonly limits?: ResourceLimits },
): Worker => {
  const root = /* turbopackIgnore: true */ process.cwd();
  const rootUrl = pathToFileURL(root).href;
  const program = usesBuiltThreads()
    ? `import(${JSON.stringify(`${rootUrl}/${BUILT_THREADS}/${source.replace('.ts', '.mjs')}`)})`
    : `import('tsx/esm/api').then(({ register }) => {
    register({ tsconfig: ${JSON.stringify(join(root, 'scripts/tsconfig.json'))} });
    return import(${JSON.stringify(`${rootUrl}/lib/server/${source}`)});
  });`;
  return new Worker(program, {
    eval: true,
    execArgv: [],
    workerData: task,
    ...(limits === undefined ? {} : { resourceLimits: limits }),
  });
};
