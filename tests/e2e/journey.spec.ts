import { expect, signUp, test } from './person';

const ARTICLE = `The canal of Merrow

The canal was opened on 3 May 1884 by the city council. Its first lock was finished in 1879.

In 1932, the canal was closed to steamers. The last barge sailed in 1961.`;

test('from an article to a score in the history', async ({ page }) => {
  await signUp(page);
  await page.goto('/new');
  await page.getByLabel('Article', { exact: true }).fill(ARTICLE);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Read it' }).click();
  await page.waitForURL(/\/decks\/[^/]+$/);

  const facts = page.getByRole('list', { name: 'Facts' });
  await expect(facts.getByText('Card', { exact: true }).first()).toBeVisible();
  const kept = page.waitForResponse((answer) => answer.request().method() === 'POST');
  await page.getByRole('button', { name: 'Keep all that are proposed' }).click();
  expect((await kept).ok()).toBe(true);

  await page.getByRole('link', { name: 'Study this deck' }).click();
  await page.getByRole('button', { name: 'Show answer' }).click();
  const reviewed = page.waitForResponse('**/api/reviews');
  await page.getByRole('button', { name: /Knew it/ }).click();
  expect((await reviewed).ok()).toBe(true);

  await page.goto('/');
  await page.getByRole('link', { name: 'Quiz: The canal of Merrow' }).click();
  await page.getByLabel('Number of questions').fill('1');
  await page.getByRole('button', { name: 'Start the quiz' }).click();
  await expect(page.getByRole('heading', { name: 'Question 1 of 1' })).toBeVisible();
  const typed = page.getByLabel('Your answer');
  if (await typed.isVisible()) await typed.fill('surely wrong');
  else await page.keyboard.press('a');
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
  await page.getByRole('button', { name: 'Hand in' }).click();
  const result = page.getByRole('heading', { name: /of 1 right$/ });
  await expect(result).toBeVisible();
  const right = /\d/.exec((await result.textContent()) ?? '')?.[0] ?? '';

  await page.getByRole('link', { name: 'History' }).click();
  const row = page.getByRole('row').filter({ hasText: 'The canal of Merrow' }).first();
  await expect(row).toContainText(`${right} of 1`);
});
