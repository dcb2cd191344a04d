import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
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
  for (const address of [`/decks/${deckId}`, attempt, `/study?deck=${deckId}`]) {
    expect((await stranger.goto(address))?.status(), address).toBe(404);
    await expect(stranger.getByRole('heading', { name: 'There is nothing here' }), address).toBeVisible();
    expect(await stranger.content(), address).not.toMatch(/RELOS|frigate|State Duma/);
  }
  // A link to a quiz may be passed on: it says what to do, and the same of a deck that never was.
  for (const id of [deckId, 'never-was']) {
    await stranger.goto(`/decks/${id}/quiz`);
    await expect(stranger.getByRole('heading', { name: 'No quiz for you here' }), id).toBeVisible();
    expect(await stranger.content(), id).not.toMatch(/RELOS|frigate|State Duma/);
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

/** All that is someone's own, but for the moment of asking. */
const everythingOf = async (page: Page): Promise<unknown> => {
  const exported = (await (await page.request.get('/api/account/export')).json()) as Record<string, unknown>;
  return { ...exported, exportedAt: null };
};

test("what a stranger sends with another's ids changes nothing of theirs", async ({
  page,
  browser,
  baseURL,
}) => {
  const origin = baseURL ?? '';
  await signUp(page);
  const deckId = await keepDemoFacts(page, 3);
  await page.goto(`/study?deck=${deckId}`);
  const graded = page.waitForResponse('**/api/reviews');
  await page.getByRole('button', { name: 'Show answer' }).click();
  await page.getByRole('button', { name: /Knew it/ }).click();
  const review = (await graded).request().postDataJSON() as Record<string, unknown>;
  await page.goto(`/decks/${deckId}/quiz`);
  await page.getByRole('button', { name: 'Start the quiz' }).click();
  await expect(page).toHaveURL(/\/attempts\//);
  const attempt = new URL(page.url()).pathname;
  const before = await everythingOf(page);

  const stranger = await (await browser.newContext()).newPage();
  await signUp(stranger);
  const sent = [
    { address: '/api/reviews', data: { ...review, id: randomUUID() } },
    { address: '/api/reviews', data: { ...review, rating: 'again' } },
    { address: '/api/reviews/undo', data: { id: randomUUID(), reviewId: review.id } },
    { address: `/api${attempt}/answers`, data: { position: 0, given: 'mine' } },
    { address: `/api${attempt}/finish`, data: {} },
  ];
  for (const { address, data } of sent) {
    const response = await stranger.request.post(address, { data, headers: { origin } });
    expect(response.status(), address).toBe(404);
    expect(await response.json(), address).toEqual({ ok: false, code: 'NOT_FOUND' });
  }
  expect(await everythingOf(page)).toEqual(before);
  await stranger.context().close();
});

test('who is signed out is sent to sign in, and comes back after', async ({ page, browser }) => {
  const email = await signUp(page);
  const deckId = await keepDemoFacts(page, 1);
  const context = await browser.newContext();
  const elsewhere = await context.newPage();
  for (const wanted of [`/decks/${deckId}`, `/decks/${deckId}/quiz`, `/study?deck=${deckId}`]) {
    await elsewhere.goto(wanted);
    await expect(elsewhere).toHaveURL(/\/sign-in\?next=/);
    await elsewhere.getByLabel('Email').fill(email);
    await elsewhere.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await elsewhere.getByRole('button', { name: 'Sign in' }).click();
    await expect(elsewhere).toHaveURL(wanted);
    await context.clearCookies();
  }
  const unsigned = await elsewhere.request.post('/api/reviews', { data: {} });
  expect(unsigned.status()).toBe(401);
  await context.close();
});

const POSTS = [
  '/api/reviews',
  '/api/reviews/undo',
  '/api/attempts/none/answers',
  '/api/attempts/none/finish',
];

test('what another site, a broken client or a flood sends is refused as such', async ({ page, baseURL }) => {
  await signUp(page);
  const post = async (address: string, data: Buffer, origin = baseURL ?? '') => {
    const headers = { origin, 'content-type': 'application/json' };
    return (await page.request.post(address, { data, headers })).status();
  };
  for (const address of [...POSTS, '/api/articles']) {
    const whole = Buffer.from('{}');
    expect(await post(address, whole, 'https://elsewhere.example'), address).toBe(403);
    expect(await post(address, whole, 'null'), address).toBe(403);
    for (const broken of ['{"id":', '', '[]', 'null', '"\u0000"', '{"id":{"not":null}}']) {
      expect(await post(address, Buffer.from(broken)), `${address} ${broken}`).toBe(400);
    }
    expect(await post(address, Buffer.from([0xff, 0xfe])), address).toBe(400);
  }
  const large = Buffer.alloc(65 * 1024, ' ');
  for (const address of POSTS) expect(await post(address, large), address).toBe(413);
  expect(await post('/api/articles', Buffer.alloc(4 * 1024 * 1024 + 1, ' '))).toBe(413);
});

test('every answer says what a browser may do with it', async ({ page }) => {
  const policies = [];
  for (const address of ['/', '/sign-in', '/history', '/nowhere', '/api/account/export']) {
    const headers = (await page.request.get(address)).headers();
    const policy = headers['content-security-policy'] ?? '';
    expect(policy, address).toContain("default-src 'self'");
    expect(policy, address).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic'/);
    expect(policy, address).toContain("frame-ancestors 'none'");
    expect(/script-src[^;]*/.exec(policy)?.[0], address).not.toContain('unsafe-inline');
    expect(headers, address).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
    });
    expect(headers, address).not.toHaveProperty('x-powered-by');
    policies.push(policy);
  }
  expect(new Set(policies).size, 'each its own nonce').toBe(policies.length);
});
