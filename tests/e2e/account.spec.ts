import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { keepDemoFacts } from './demo-deck';
import { HAS_OWN_ADDRESS, test } from './own-address';
import { expect, expectAccessible, PASSWORD, signUp } from './person';

const signIn = async (page: Page, email: string, password = PASSWORD): Promise<void> => {
  await page.goto('/sign-in');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
};

test('someone signs up, signs out and signs in again', async ({ page }) => {
  const email = await signUp(page);
  await page.getByRole('link', { name: 'Account' }).click();
  await expect(page.getByText(email)).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL('/sign-in');
  await expect(page.getByRole('link', { name: 'Account' })).toHaveCount(0);

  await page.goto('/sign-in?next=/history');
  await page.getByLabel('Email').fill(email.toUpperCase());
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL('/history');
  await expect(page.getByRole('link', { name: 'Account' })).toBeVisible();
});

test('a refusal says what is wrong, keeps what was typed and moves to the field', async ({ page }) => {
  await page.goto('/sign-up');
  await page.getByLabel('Email').fill('ada');
  await page.getByLabel('Password', { exact: true }).fill('short');
  await page.getByRole('button', { name: 'Sign up' }).click();
  await expect(page.getByText('Write an email address such as ada@example.org.')).toBeVisible();
  await expect(page.getByText('Use at least 10 characters')).toBeVisible();
  await expect(page.getByLabel('Email')).toHaveValue('ada');
  await expect(page.getByLabel('Email')).toBeFocused();
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue('short');
  await expectAccessible(page);
});

test('an unknown email and a wrong password get the same words', async ({ page, browser }) => {
  const email = await signUp(page);
  const other = await (await browser.newContext()).newPage();
  await other.goto('/sign-in');
  for (const tried of [email, `nobody-${email}`]) {
    await other.getByLabel('Email').fill(tried);
    await other.getByLabel('Password', { exact: true }).fill('not the password');
    await other.getByRole('button', { name: 'Sign in' }).click();
    await expect(other.getByText('Email and password do not match an account here.')).toBeVisible();
    await expect(other.getByLabel('Email')).toHaveValue(tried);
  }
  await expectAccessible(other);
  await other.context().close();
});

test('after ten failures even the right password is told to wait', async ({ page, browser }) => {
  test.skip(!HAS_OWN_ADDRESS, 'from the address of the other tests it would lock them out');
  const email = await signUp(page);
  const other = await (await browser.newContext()).newPage();
  await other.goto('/sign-in');
  const tryWith = async (password: string): Promise<void> => {
    await other.getByLabel('Email').fill(email);
    await other.getByLabel('Password', { exact: true }).fill(password);
    const answered = other.waitForResponse((response) => response.request().method() === 'POST');
    await other.getByRole('button', { name: 'Sign in' }).click();
    await answered;
  };
  for (let failures = 0; failures < 10; failures++) {
    await tryWith('not the password');
    await expect(other.getByText('Email and password do not match an account here.')).toBeVisible();
  }
  await tryWith(PASSWORD);
  await expect(other.getByText('Too many tries. Wait 15 minutes, then try again.')).toBeVisible();
  await expectAccessible(other);
  await expect(other.getByRole('link', { name: 'Account' })).toHaveCount(0);
  // Who was signed in stays so.
  await page.goto('/account');
  await expect(page.getByText(email)).toBeVisible();
  await other.context().close();
});

test('signing out ends the session of the other browser, too', async ({ page, browser }) => {
  const email = await signUp(page);
  const other = await (await browser.newContext()).newPage();
  await signIn(other, email);
  await expect(other.getByRole('link', { name: 'Account' })).toBeVisible();
  await page.goto('/account');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL('/sign-in');
  await other.goto('/account');
  await expect(other.getByText('You are not signed in.')).toBeVisible();
  expect((await other.request.get('/api/account/export')).status()).toBe(401);
  await other.context().close();
});

test('the forms work before any script has come', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/sign-up');
  await page.getByLabel('Email').fill('ada');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign up' }).click();
  await expect(page.getByText('Write an email address such as ada@example.org.')).toBeVisible();
  await expect(page.getByLabel('Email')).toHaveValue('ada');
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue('');
  await signUp(page);
  await context.close();
});

test('someone signed in elsewhere is signed out there when the password changes', async ({
  page,
  browser,
}) => {
  const email = await signUp(page);
  const other = await (await browser.newContext()).newPage();
  await signIn(other, email);
  await expect(other.getByRole('link', { name: 'Account' })).toBeVisible();

  await page.goto('/account');
  await page.getByLabel('Present password', { exact: true }).fill('not the password');
  await page.getByLabel('New password', { exact: true }).fill('another long password');
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('That is not your present password.')).toBeVisible();
  await page.getByLabel('Present password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('Your password is changed.')).toBeVisible();
  await expect(page.getByLabel('New password', { exact: true })).toHaveValue('');

  await page.reload();
  await expect(page.getByText(email)).toBeVisible();
  await other.goto('/account');
  await expect(other.getByText('You are not signed in.')).toBeVisible();
  await expectAccessible(other);
  await other.context().close();
});

test('settings are kept, and the colours are chosen', async ({ page }) => {
  await signUp(page);
  await page.goto('/account');
  await page.getByLabel('Name').fill('Ada');
  await page.getByLabel('Time zone').selectOption('Europe/Berlin');
  await page.getByLabel('A new day begins at').selectOption('6');
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await expect(page.getByRole('definition').getByText('Ada')).toBeVisible();
  await page.getByLabel('Dark').check();
  await page.reload();
  await expect(page.getByLabel('Dark')).toBeChecked();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await expect(page.getByLabel('Time zone')).toHaveValue('Europe/Berlin');
  await expect(page.getByLabel('A new day begins at')).toHaveValue('6');
  await page.getByLabel('As the device').check();
  await expectAccessible(page);
});

type Exported = { readonly facts: readonly { readonly status: string }[] };

test('everything can be exported, and no secret with it', async ({ page }) => {
  const email = await signUp(page);
  const deckId = await keepDemoFacts(page, 1);
  await page.goto(`/study?deck=${deckId}`);
  await page.getByRole('button', { name: 'Show answer' }).click();
  const graded = page.waitForResponse('**/api/reviews');
  await page.getByRole('button', { name: /Knew it/ }).click();
  expect((await graded).ok()).toBe(true);
  await page.goto('/account');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Export my data' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^quizwright-\d{4}-\d\d-\d\d\.json$/);
  const text = await readFile(await file.path(), 'utf8');
  expect(JSON.parse(text)).toMatchObject({
    format: 'quizwright-export',
    version: 3,
    user: { email },
    decks: [{ id: deckId }],
    articles: [{ deckId }],
    reviews: [{ mode: 'study' }],
  });
  const { facts } = JSON.parse(text) as Exported;
  expect(facts.filter(({ status }) => status === 'accepted')).toHaveLength(1);
  expect(text).not.toMatch(/argon2|passwordHash|sessionVersion/);
});

test('an account is deleted only by its password, and is gone everywhere', async ({ page, browser }) => {
  const email = await signUp(page);
  const other = await (await browser.newContext()).newPage();
  await signIn(other, email);
  await expect(other.getByRole('link', { name: 'Account' })).toBeVisible();
  await page.goto('/account');
  await page.getByLabel('Password to confirm', { exact: true }).fill('not the password');
  await page.getByRole('button', { name: 'Delete my account' }).click();
  await expect(page.getByText('That is not your present password.')).toBeVisible();
  await page.getByLabel('Password to confirm', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Delete my account' }).click();
  await expect(page.getByRole('heading', { name: 'Your account is deleted' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Account' })).toHaveCount(0);
  await expectAccessible(page);
  await other.goto('/account');
  await expect(other.getByText('You are not signed in.')).toBeVisible();
  await signIn(other, email);
  await expect(other.getByText('Email and password do not match an account here.')).toBeVisible();
  await other.context().close();
  await signUp(page, email); // the address is free again
});

test('what is not there is said so', async ({ page }) => {
  const response = await page.goto('/nowhere');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
  await expectAccessible(page);
  await page.goto('/sign-in?error=OAuthAccountNotLinked');
  await expect(page.getByText('There is an account with this email already.')).toBeVisible();
});
