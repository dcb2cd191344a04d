import type { Page } from '@playwright/test';
import { keepDemoFacts } from './demo-deck';
import { expect, expectAccessible, signUp, test } from './person';

const expectNarrowFits = async (page: Page): Promise<void> => {
  await page.setViewportSize({ width: 360, height: 700 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
};

test('a history with nothing in it says what to do next', async ({ page }) => {
  await page.goto('/history');
  await expect(page.getByRole('main').getByRole('link', { name: 'Sign in' })).toBeVisible();
  await signUp(page);
  await page.goto('/history');
  await expect(page.getByText('No quiz is handed in yet.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Choose a deck' })).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: 'Study' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Add an article' })).toBeVisible();
  await expectAccessible(page);
});

test('a quiz under way and then handed in is in the history, with its score and what is due', async ({
  page,
}) => {
  await signUp(page);
  const deckId = await keepDemoFacts(page, 3);
  await page.goto(`/decks/${deckId}/quiz`);
  await page.getByRole('button', { name: 'Start the quiz' }).click();
  await expect(page).toHaveURL(/\/attempts\//);
  const address = new URL(page.url()).pathname;

  await page.goto('/history');
  const open = page.getByRole('link', { name: /^Go on with / });
  await expect(page.getByText('0 of 3 answered')).toBeVisible();
  await open.click();
  await expect(page.getByRole('heading', { name: 'Question 1 of 3' })).toBeVisible();
  for (let number = 1; number <= 3; number++) {
    await expect(page.getByRole('heading', { name: `Question ${number} of 3` })).toBeVisible();
    const typed = page.getByLabel('Your answer');
    if (await typed.isVisible()) await typed.fill('surely wrong');
    else await page.keyboard.press('b');
    await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
    if (number < 3) await page.getByRole('button', { name: 'Next', exact: true }).click();
  }
  await page.getByRole('button', { name: 'Hand in' }).click();
  const heading = page.getByRole('heading', { name: /^\d of 3 right$/ });
  const right = ((await heading.textContent()) ?? '').replace(' right', '');

  await page.goto('/history');
  await expect(open).toHaveCount(0);
  const row = page.getByRole('row').filter({ hasText: right });
  await expect(row.getByRole('link')).toHaveAttribute('href', address);
  await expect(row).toContainText('3 questions');
  await page.getByText('Scores as a table').click();
  await page.getByText('Due cards as a table').click();
  await page.getByText('Facts by deck as a table').click();
  await expect(page.getByRole('row', { name: /^Today, / })).toBeVisible();
  await expect(page.getByText('0 known, 3 learning, 0 new of 3 facts')).toBeVisible();
  await expectAccessible(page);
  await expectNarrowFits(page);
});
