import { keepDemoFacts } from './demo-deck';
import { expect, PASSWORD, signUp, test } from './person';

test("two people do not see each other's decks, quizzes or history", async ({ page, browser }) => {
  await signUp(page);
  const deckId = await keepDemoFacts(page, 3);
  await page.goto(`/decks/${deckId}/quiz`);
  await page.getByRole('button', { name: 'Start the quiz' }).click();
  await expect(page).toHaveURL(/\/attempts\//);
  const attempt = new URL(page.url()).pathname;

  const context = await browser.newContext();
  const stranger = await context.newPage();
  await signUp(stranger);
  for (const address of [`/decks/${deckId}`, `/decks/${deckId}/quiz`, attempt, `/study?deck=${deckId}`]) {
    await stranger.goto(address);
    await expect(stranger.getByRole('heading', { name: 'There is nothing here' }), address).toBeVisible();
  }
  const sent = await stranger.request.post(`/api${attempt}/answers`, { data: { position: 0, given: 'x' } });
  expect(sent.status()).toBe(404);
  const exported = await (await stranger.request.get('/api/account/export')).text();
  expect(exported).not.toContain(deckId);
  await stranger.goto('/history');
  await expect(stranger.getByText('There is no deck yet.')).toBeVisible();
  await context.close();

  // And to its owner it is all still there.
  expect((await page.goto(`/decks/${deckId}`))?.status()).toBe(200);
  expect((await page.goto(attempt))?.status()).toBe(200);
});

test('what a visitor made is theirs after they sign up, and after they sign in', async ({
  page,
  browser,
}) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Add the demo deck' }).first().click();
  await expect(page).toHaveURL(/\/decks\//);
  const first = new URL(page.url()).pathname;
  const email = await signUp(page);
  expect((await page.goto(first))?.status()).toBe(200);

  const context = await browser.newContext();
  const elsewhere = await context.newPage();
  await elsewhere.goto('/');
  await elsewhere.getByRole('button', { name: 'Add the demo deck' }).first().click();
  await expect(elsewhere).toHaveURL(/\/decks\//);
  const second = new URL(elsewhere.url()).pathname;
  await elsewhere.goto('/sign-in');
  await elsewhere.getByLabel('Email').fill(email);
  await elsewhere.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await elsewhere.getByRole('button', { name: 'Sign in' }).click();
  await expect(elsewhere.getByRole('link', { name: 'Account' })).toBeVisible();
  expect((await elsewhere.goto(first))?.status()).toBe(200);
  expect((await elsewhere.goto(second))?.status()).toBe(200);
  await context.close();
});
