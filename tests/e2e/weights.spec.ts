import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inDatabase, inDataFolder } from './in-database';
import { freePort, startOwnServer } from './own-server';
import { expect, expectAccessible, expectNarrowFits, signUp, test } from './person';

test('who has answered little is told how much a fit needs', async ({ page }) => {
  await page.goto('/memory/weights');
  await expect(page.getByRole('main').getByRole('link', { name: 'Sign in' })).toBeVisible();
  await signUp(page);
  await page.goto('/account');
  await page.getByRole('link', { name: 'Your weights' }).click();
  await expect(page.getByRole('heading', { name: 'Your weights', level: 1 })).toBeVisible();
  await expect(page.getByText('You study by the defaults.')).toBeVisible();
  await expect(page.getByText('A fit needs 400 recalls')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Fit my weights' })).toHaveCount(0);
  await expectAccessible(page);
  await expectNarrowFits(page);
});

test('weights are fitted to a long past, shown against the defaults, kept, and given back', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const email = await signUp(page);
  await inDatabase('tests/support/seed-history.ts', email, '400', '200');
  await page.goto('/memory/weights');
  await page.getByRole('button', { name: 'Fit my weights' }).click();
  await expect(page.getByText(/^(The fit waits for its turn|Your weights are being fitted)/)).toBeVisible();
  await page.reload(); // what is under way is known to the server
  await expect(page.getByText(/^You study by your own weights, fitted on /)).toBeVisible({ timeout: 90_000 });
  await expect(page.getByText('Your memories are being recounted')).toHaveCount(0, { timeout: 60_000 });

  await expect(page.getByText('Your weights foresaw your answers better than the defaults')).toBeVisible();
  const scores = page.getByRole('table').filter({ has: page.getByRole('columnheader', { name: 'Off by' }) });
  const lossOf = async (name: string): Promise<number> =>
    Number(await scores.getByRole('row', { name }).getByRole('cell').first().textContent());
  expect(await lossOf('Your weights')).toBeLessThan(await lossOf('The defaults'));
  await page.getByText('What these numbers mean').click();
  await page.getByText('Foretold and recalled as a table').click();
  const tenths = page.getByRole('region', { name: 'Foretold and recalled' }).getByRole('row');
  await expect(tenths).toHaveCount(11);
  await page.getByText('The weights as a table').click();
  await expect(page.getByRole('row', { name: /^w20: / })).toBeVisible();
  await expect(page.getByRole('region', { name: 'All fits' }).getByRole('row')).toHaveCount(2);
  await expect(page.getByText('in use', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await expectNarrowFits(page);
  expect(await inDatabase('scripts/memory-replay.ts')).toContain('are what the log gives.');

  await page.getByRole('button', { name: 'Return to the defaults' }).click();
  await expect(page.getByText('You study by the defaults.')).toBeVisible();
  await expect(page.getByText('Your memories are being recounted')).toHaveCount(0, { timeout: 60_000 });
  await page.getByRole('button', { name: /^Use the weights of / }).click();
  await expect(page.getByText(/^You study by your own weights/)).toBeVisible();
  await expect(page.getByText('Your memories are being recounted')).toHaveCount(0, { timeout: 60_000 });
  expect(await inDatabase('scripts/memory-replay.ts')).toContain('are what the log gives.');
});

test('a server that is killed in the middle of a fit says so when it is back, and fits again', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const data = await mkdtemp(join(tmpdir(), 'quizwright-fit-'));
  const port = await freePort();
  let server = await startOwnServer(port, data);
  try {
    const context = await browser.newContext({ baseURL: `http://localhost:${port}` });
    const page = await context.newPage();
    const email = await signUp(page);
    await inDataFolder(data, 'tests/support/seed-history.ts', email, '400', '200');
    await page.goto('/memory/weights');
    await page.getByRole('button', { name: 'Fit my weights' }).click();
    await expect(page.getByText(/^Your weights are being fitted/)).toBeVisible({ timeout: 60_000 });
    await server.kill();
    server = await startOwnServer(port, data);
    await page.goto('/memory/weights');
    await expect(page.getByText('The server stopped in the middle of it.').first()).toBeVisible();
    await expect(page.getByText('You study by the defaults.')).toBeVisible();
    expect(await inDataFolder(data, 'scripts/memory-replay.ts')).toContain('are what the log gives.');
    await page.getByRole('button', { name: 'Fit my weights' }).click();
    await expect(page.getByText(/^You study by your own weights/)).toBeVisible({ timeout: 90_000 });
    await context.close();
  } finally {
    await server.kill();
    await rm(data, { recursive: true, force: true });
  }
});
