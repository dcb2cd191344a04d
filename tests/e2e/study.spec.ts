import type { Request } from '@playwright/test';
import { keepDemoFacts } from './demo-deck';
import { expect, expectAccessible, signUp, test } from './person';

test('an empty study page says what to do next', async ({ page }) => {
  await signUp(page);
  await page.goto('/study');
  await expect(page.getByRole('heading', { name: 'Nothing to study yet' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Open your decks' }).click();
  await expect(page).toHaveURL('/');
});

test('front, back, evidence and closing sheet are accessible, and nothing jumps', async ({ page }) => {
  await signUp(page);
  await keepDemoFacts(page, 1);
  await page.setViewportSize({ width: 360, height: 700 });
  await page.goto('/study');
  const question = page.getByRole('region', { name: 'Question' });
  const front = await question.boundingBox();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Show answer' }).click();
  const answer = page.getByRole('region', { name: 'Answer' });
  expect(await answer.boundingBox()).toEqual(front);
  // A card with a gap fills it; one that asks in words has the answer below.
  await expect(answer.locator('strong').or(answer.locator('p').last()).first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Evidence' }).click();
  await expect(page.getByRole('dialog').locator('mark')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Back to the card' }).click();
  await page.getByRole('button', { name: /Forgot/ }).click();
  const closing = page.getByRole('heading', { name: 'Done for now' });
  for (let steps = 0; steps < 5; steps++) {
    await expect(question.or(closing)).toBeVisible();
    if (await closing.isVisible()) break;
    await page.getByRole('button', { name: 'Show answer' }).click();
    await page.getByRole('button', { name: /Knew it/ }).click();
  }
  await expect(closing).toBeVisible();
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.getByRole('link', { name: 'Study', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Nothing is due' })).toBeVisible();
  await expectAccessible(page);
});

test('an answer that could not be sent is kept through a reload and saved once', async ({ page }) => {
  await signUp(page);
  const deckId = await keepDemoFacts(page, 2);
  await page.goto(`/study?deck=${deckId}`);
  const tried: Request[] = [];
  await page.route('**/api/reviews', (route) => {
    tried.push(route.request());
    return route.abort('connectionfailed');
  });
  const question = page.getByRole('region', { name: 'Question' });
  const first = await question.textContent();
  await page.keyboard.press('Space');
  await page.keyboard.press('1');
  await expect(page.getByText('Not saved yet, trying again.')).toBeVisible();
  // The next card waits for it.
  await expect(page.getByRole('region', { name: 'Answer' })).toBeVisible();
  await page.reload();
  await expect(page.getByText('Not saved yet, trying again.')).toBeVisible();
  await page.unroute('**/api/reviews');
  const sent = page.waitForResponse('**/api/reviews');
  await expect(page.getByText('Not saved yet, trying again.')).toHaveCount(0);
  await expect(question).not.toHaveText(first ?? '');
  const body: unknown = (await sent).request().postDataJSON();
  for (const request of tried) expect(request.postDataJSON()).toEqual(body);

  // The same answer ten times more is still one.
  const answers = await Promise.all(
    Array.from({ length: 10 }, async () => (await page.request.post('/api/reviews', { data: body })).text()),
  );
  expect(new Set(answers).size).toBe(1);
  await page.reload();
  await expect(page.getByText('2 left')).toBeVisible();
});

test('another person’s cards cannot be studied or answered', async ({ page, browser }) => {
  await signUp(page);
  const deckId = await keepDemoFacts(page, 1);
  await page.goto(`/study?deck=${deckId}`);
  await page.getByRole('button', { name: 'Show answer' }).click();
  const sent = page.waitForRequest('**/api/reviews');
  await page.getByRole('button', { name: /Knew it/ }).click();
  const body = (await sent).postDataJSON() as Record<string, unknown>;

  const stranger = await (await browser.newContext()).newPage();
  await signUp(stranger);
  const opened = await stranger.goto(`/study?deck=${deckId}`);
  expect(opened?.status()).toBe(404);
  const answers = [
    await stranger.request.post('/api/reviews', { data: body }),
    await stranger.request.post('/api/reviews', {
      data: { ...body, id: '3f0f7c52-8a3e-4a62-9d0c-4b5a3a1f7f11' },
    }),
    await stranger.request.post('/api/reviews/undo', {
      data: { id: '9b0c6a54-5a5e-4f0e-8d53-2d6f8f0f6f12', reviewId: body.id },
    }),
  ];
  expect(answers.map((answer) => answer.status())).toEqual([404, 404, 404]);
  await stranger.context().close();
});
