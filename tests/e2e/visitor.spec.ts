import { randomUUID } from 'node:crypto';
import { expect, expectAccessible, expectNarrowFits, PASSWORD, test } from './person';
import { saved } from './saved';

test('a visitor sees the questions of an article before signing up, and keeps them by it', async ({
  page,
}) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Remember what you read');
  await expectAccessible(page);
  await page
    .getByLabel('Article', { exact: true })
    .fill('The old bridge\n\nThe old bridge was opened on 3 May 1884. The new bridge was opened in 1932.');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Read it' }).click();
  await page.waitForURL(/\/decks\//);
  const facts = page.getByRole('list', { name: 'Facts' }).getByRole('listitem');
  await expect(facts.filter({ hasText: 'Card' }).first()).toBeVisible();
  await expectAccessible(page);
  await saved(page, () => page.keyboard.press('a'));

  await page.getByRole('link', { name: 'Sign up' }).click();
  await page.getByLabel('Email').fill(`${randomUUID()}@example.org`);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign up' }).click();
  await expect(page.getByRole('link', { name: 'Account' })).toBeVisible();
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'The old bridge' })).toBeVisible();
  await expect(page.getByText('1 fact kept')).toBeVisible();
});

test('the first page fits a phone', async ({ page }) => {
  await page.goto('/');
  await expectNarrowFits(page);
});
