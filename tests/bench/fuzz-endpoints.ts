/**
 * `npm run bench:fuzz-endpoints [-- COUNT SEED]`: mutated requests over all endpoints, pages and server actions of a running
 * server. Says what answered with 5xx, what took longer than 2 s, and the memory above rest.
 */
import { db } from '@/lib/server/db';
import { seededRandom } from '@/lib/questions/seeded-random';
import { mutateRequest, sendFuzz } from '../support/endpoint-fuzz';
import { wholeRequests, type FuzzIds, type FuzzRequest } from '../support/whole-requests';
import { rowsEverywhere } from '../support/rows';
import { serve, type Served } from './server';

const SLOW_MS = 2000;
/** A link may take its 10 seconds to find out that nobody is there. */
const PATIENCE_MS = 15_000;
/** Requests after which somebody else asks: some of them sign out or delete what they ask for. */
const EACH = 100;

const newcomer = async (served: Served): Promise<FuzzRequest[]> => {
  const { user, cookie } = await served.member();
  const made = await rowsEverywhere(user);
  const attempt = await (await db()).attempt.findFirstOrThrow({ where: { userId: user.id } });
  const ids: FuzzIds = { ...made, attemptId: attempt.id, quizId: attempt.quizId };
  return wholeRequests(served.url, cookie, ids);
};

/** Enough of a request to send it again. */
const inWords = ({ method, path, name, headers, body }: FuzzRequest): string => {
  const others = Object.entries(headers).filter(([header]) => header !== 'cookie' && header !== 'origin');
  const said = body === null ? '' : new TextDecoder().decode(body.subarray(0, 200));
  return `${method} ${path.slice(0, 100)} (${name}) ${JSON.stringify(others)} ${said}`;
};

const main = async (): Promise<void> => {
  const [count = 1000, seed = 1] = process.argv.slice(2).map(Number);
  const random = seededRandom(`fuzz-endpoints-${seed}`);
  const served = await serve();
  try {
    let whole = await newcomer(served);
    const unmutated = new Map<number, number>();
    for (const request of whole) {
      const { status } = await sendFuzz(served.url, request, PATIENCE_MS);
      unmutated.set(status, (unmutated.get(status) ?? 0) + 1);
      if (status >= 500) console.log(`whole: ${status} ${request.name}`);
    }
    console.log(`${whole.length} whole requests:`, Object.fromEntries(unmutated));
    const rest = served.memory();
    let most = rest;
    let bad = 0;
    let slowest = { ms: 0, name: '' };
    const statuses = new Map<number, number>();
    for (let run = 0; run < count; run++) {
      if (run % EACH === 0) whole = await newcomer(served);
      const from = whole[(run * 7919) % whole.length];
      if (from === undefined) continue;
      const request = mutateRequest(from, random);
      const { status, ms } = await sendFuzz(served.url, request, PATIENCE_MS);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (ms > slowest.ms) slowest = { ms, name: request.name };
      if (status >= 500 || status === 0 || ms > SLOW_MS) {
        bad++;
        console.log(`run ${run}: ${status} after ${Math.round(ms)} ms: ${inWords(request)}`);
      }
      most = Math.max(most, served.memory());
    }
    console.log(
      `${count} mutated requests, seed ${seed}:`,
      Object.fromEntries([...statuses].sort(([a], [b]) => a - b)),
    );
    console.log(
      `${bad} of them 5xx, without an answer or slower than 2 s; slowest ${Math.round(slowest.ms)} ms (${slowest.name})`,
    );
    console.log(`${Math.round(most - rest)} MiB above the ${Math.round(rest)} MiB at rest`);
    process.exitCode = bad > 0 ? 1 : 0;
  } finally {
    await served.stop();
  }
  process.exit();
};

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
