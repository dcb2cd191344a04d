/**
 * Tells a server action that failed from one that was never reached. Next answers 500 to a call that it cannot decode,
 * and so does an argument that no page of ours sends; both are the caller's doing. Our actions themselves answer by their
 * gate (action.ts), which notes here that it was reached.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage, ServerResponse } from 'node:http';

type Call = { reached: boolean };

// The front door and Next's bundles are modules of their own: what they share hangs on the process.
const held = globalThis as { quizwrightActionCalls?: AsyncLocalStorage<Call> };
const calls = (held.quizwrightActionCalls ??= new AsyncLocalStorage<Call>());

/** Notes that the gate of an action, or of an endpoint, was reached. */
export const noteReached = (): void => {
  const call = calls.getStore();
  if (call !== undefined) call.reached = true;
};

/** Whether Next takes a request for the call of an action: named by a header, or a form of a page without scripts. */
const isActionCall = ({ method, headers }: IncomingMessage): boolean =>
  method === 'POST' &&
  (headers['next-action'] !== undefined ||
    /^(?:multipart\/form-data|application\/x-www-form-urlencoded)/iu.test(headers['content-type'] ?? ''));

/** Has a request answered by `work`; a call of an action that fails before its gate is answered 400 and not 500. */
export const watchActionCall = (
  request: IncomingMessage,
  response: ServerResponse,
  work: () => Promise<void>,
): Promise<void> => {
  if (!isActionCall(request)) return work();
  const call: Call = { reached: false };
  const writeHead = response.writeHead.bind(response) as (...head: unknown[]) => ServerResponse;
  const watched = (status: number, ...rest: unknown[]): ServerResponse =>
    writeHead(status === 500 && !call.reached ? 400 : status, ...rest);
  response.writeHead = watched;
  return calls.run(call, work);
};
