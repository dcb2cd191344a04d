/** A short run of bench:fuzz-endpoints against the server of the browser tests. */
import { seededRandom } from '@/lib/questions/seeded-random';
import { mutateRequest, sendFuzz } from '../support/endpoint-fuzz';
import { wholeRequests } from '../support/whole-requests';
import { keepDemoFacts } from './demo-deck';
import { expect, signUp, test } from './person';

const REQUESTS = 150;
const PATIENCE_MS = 15_000;

test('broken requests to every kind of endpoint and action get an answer, and never a 5xx', async ({
  page,
  baseURL,
}) => {
  await signUp(page);
  const deckId = await keepDemoFacts(page, 2);
  await page.goto(`/decks/${deckId}/quiz`);
  await page.getByRole('button', { name: 'Start the quiz' }).click();
  await page.waitForURL(/\/attempts\//);
  const attemptId = page.url().split('/').at(-1) ?? '';
  const href = await (async () => {
    await page.goto(`/decks/${deckId}`);
    return page.getByRole('link', { name: 'Update this article' }).getAttribute('href');
  })();
  const factId = (await page.locator('[data-fact]').first().getAttribute('data-fact')) ?? '';
  const articleId = href?.split('/').at(-1) ?? '';
  const cookies = await page.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const ids = { deckId, articleId, factIds: [factId], attemptId, quizId: attemptId };
  const random = seededRandom('fuzz');
  const origin = baseURL ?? '';
  const whole = wholeRequests(origin, cookie, ids);
  expect(whole.length).toBeGreaterThan(150);
  const statuses = new Set<number>();
  for (let run = 0; run < REQUESTS; run++) {
    const from = whole[(run * 7919) % whole.length];
    if (from === undefined) continue;
    const request = mutateRequest(from, random);
    const { status } = await sendFuzz(origin, request, PATIENCE_MS);
    statuses.add(status);
    const said = request.body === null ? '' : new TextDecoder().decode(request.body.subarray(0, 300));
    expect(status, `run ${run}: ${request.method} ${request.path} (${request.name}) ${said}`).toBeLessThan(
      500,
    );
    expect(status, `no answer to run ${run}: ${request.name}`).not.toBe(0);
  }
  for (const wanted of [200, 400, 404]) expect(statuses).toContain(wanted);
});
