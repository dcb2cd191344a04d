import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepDemoFacts } from './demo-deck';
import { freePort, startOwnServer } from './own-server';
import { expect, signUp, test } from './person';

type Exported = { readonly reviews: readonly { readonly id: string; readonly undoes: string | null }[] };

test('the server is killed and started again in mid-study, and nothing acknowledged is lost', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const data = await mkdtemp(join(tmpdir(), 'quizwright-restart-'));
  const port = await freePort();
  let server = await startOwnServer(port, data);
  try {
    const context = await browser.newContext({ baseURL: `http://localhost:${port}` });
    const page = await context.newPage();
    await signUp(page);
    const deckId = await keepDemoFacts(page, 4);
    const acknowledged: string[] = [];
    const sent = new Set<string>();
    const idOf = (body: unknown): string => (body as { id: string }).id;
    page.on('request', (request) => {
      if (request.url().endsWith('/api/reviews')) sent.add(idOf(request.postDataJSON()));
    });
    page.on('response', (response) => {
      if (!response.url().endsWith('/api/reviews') || !response.ok()) return;
      acknowledged.push(idOf(response.request().postDataJSON()));
    });
    await page.goto(`/study?deck=${deckId}`);
    const question = page.getByRole('region', { name: 'Question' });
    const closing = page.getByRole('heading', { name: 'Done for now' });
    for (let steps = 0; steps < 20; steps++) {
      await expect(question.or(closing)).toBeVisible({ timeout: 60_000 });
      if (await closing.isVisible()) break;
      await page.keyboard.press('Space');
      if (steps === 1 || steps === 4) {
        // The answer is on its way while the server dies; at step 4 the page is loaded again as well.
        await Promise.all([page.keyboard.press('2'), server.kill()]);
        await expect(page.getByText('Not saved yet, trying again.').or(question)).toBeVisible();
        server = await startOwnServer(port, data);
        if (steps === 4) await page.reload();
      } else await page.keyboard.press('2');
    }
    await expect(closing).toBeVisible();
    const stored = (await (await page.request.get('/api/account/export')).json()) as Exported;
    const ids = stored.reviews.map(({ id }) => id).sort();
    expect(acknowledged.length).toBeGreaterThanOrEqual(8);
    // Every answer that was given is there, each once.
    expect(ids).toEqual([...sent].sort());
    expect(ids).toEqual([...new Set(acknowledged)].sort());
    await context.close();
  } finally {
    await server.kill();
    await rm(data, { recursive: true, force: true });
  }
});
