import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { keepDemoFacts } from './demo-deck';
import { freePort, startOwnServer } from './own-server';
import { onlyKinds } from './only-kinds';
import { expect, expectAccessible, signUp, test } from './person';

const lost = (page: Page) => page.getByRole('alert').filter({ hasText: 'No connection.' });
const saved = (page: Page) => page.getByRole('status').filter({ hasText: /^Saved$/ });

/** Starts a quiz of three typed questions with ten minutes for them. */
const startTypedQuiz = async (page: Page): Promise<void> => {
  const deckId = await keepDemoFacts(page, 3);
  await page.goto(`/decks/${deckId}/quiz`);
  await page.getByText('More settings').click();
  await onlyKinds(page, 'Typed answers');
  await page.getByLabel('Time limit, in minutes').fill('10');
  await page.getByRole('button', { name: 'Start the quiz' }).click();
  await expect(page.getByRole('heading', { name: 'Question 1 of 3' })).toBeVisible();
};

const secondsLeft = async (page: Page): Promise<number> => {
  const [minutes, seconds] = (await page.getByRole('timer').textContent())?.split(':') ?? [];
  return Number(minutes) * 60 + Number(seconds);
};

test('a lost connection shows within five seconds, heals by itself, and another device goes on', async ({
  page,
  browser,
}) => {
  await signUp(page);
  await startTypedQuiz(page);
  const field = page.getByLabel('Your answer');
  await field.fill('the first');
  await expect(saved(page)).toBeVisible();

  // Nothing is sent, and nothing answers any more.
  await page.route('**/api/**', () => undefined);
  await expect(lost(page)).toBeVisible({ timeout: 5000 });
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await field.fill('the second');
  await expect(page.getByText('Not saved yet, trying again')).toBeVisible();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await expect(lost(page)).toHaveCount(0);
  await expect(saved(page)).toBeVisible({ timeout: 30_000 });

  const elsewhere = await browser.newContext({ storageState: await page.context().storageState() });
  const other = await elsewhere.newPage();
  await other.goto(new URL(page.url()).pathname);
  await expect(other.getByRole('heading', { name: 'Question 3 of 3' })).toBeVisible();
  await expect(other.getByRole('button', { name: 'Question 2, answered' })).toBeVisible();
  expect(Math.abs((await secondsLeft(other)) - (await secondsLeft(page)))).toBeLessThanOrEqual(2);
  await elsewhere.close();

  // A tab that is closed before its answer was sent loses nothing either.
  await page.route('**/api/**', () => undefined);
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await field.fill('the third');
  await expect(page.getByText('Not saved yet, trying again')).toBeVisible();
  const address = page.url();
  await page.close({ runBeforeUnload: true });
  const next = await page.context().newPage();
  await next.goto(address);
  await expect(next.getByLabel('Your answer')).toHaveValue('the third');
  await expect(saved(next)).toBeVisible();
});

test('a quiz goes on where it was after the server was killed, with what was answered meanwhile', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const data = await mkdtemp(join(tmpdir(), 'quizwright-lost-'));
  const port = await freePort();
  let server = await startOwnServer(port, data);
  try {
    const context = await browser.newContext({ baseURL: `http://localhost:${port}` });
    const page = await context.newPage();
    await signUp(page);
    await startTypedQuiz(page);
    const field = page.getByLabel('Your answer');
    await field.fill('the first');
    await expect(saved(page)).toBeVisible();
    await server.kill();
    await expect(lost(page)).toBeVisible({ timeout: 5000 });
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await field.fill('the second');
    await expect(page.getByText('Not saved yet, trying again')).toBeVisible();
    server = await startOwnServer(port, data);
    await expect(lost(page)).toHaveCount(0, { timeout: 15_000 });
    await expect(saved(page)).toBeVisible({ timeout: 15_000 });
    const before = await secondsLeft(page);
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Question 2 of 3' })).toBeVisible();
    await expect(field).toHaveValue('the second');
    expect(await secondsLeft(page)).toBeLessThanOrEqual(before);
    await page.getByRole('button', { name: 'Question 1, answered' }).click();
    await expect(field).toHaveValue('the first');
    await context.close();
  } finally {
    await server.kill();
    await rm(data, { recursive: true, force: true });
  }
});
