import { expect, expectAccessible, expectNarrowFits, signUp, test } from './person';

test('an article is tested before it is read, read, and tested again, and the gain is kept', async ({
  page,
}) => {
  await signUp(page);
  await page.getByRole('button', { name: 'Add the demo deck' }).click();
  await page.waitForURL(/\/decks\/[^/]+$/);
  await page.getByRole('link', { name: 'Pre-test', exact: true }).click();
  await expect(page.getByText('So this keeps all')).toBeVisible();
  await expectAccessible(page);
  await expectNarrowFits(page);
  await page.getByRole('button', { name: 'Start the pre-test' }).click();
  await expect(page.getByRole('heading', { name: 'Question 1 of 10' })).toBeVisible();
  await page.getByRole('button', { name: 'Hand in' }).click();
  await page.getByRole('button', { name: 'Hand in anyway' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '0 of 10 right' })).toBeVisible();
  await expect(page.getByText('This was the pre-test.')).toBeVisible();
  await expect(page.getByText('Right answer')).toHaveCount(0);
  await page.getByRole('link', { name: 'Now read the article' }).click();
  await expect(page.getByRole('article', { name: 'Article' })).toBeVisible();
  await expectAccessible(page);
  await expectNarrowFits(page);
  await page.getByRole('button', { name: 'I have read it: start the post-test' }).click();
  await expect(page.getByRole('heading', { name: 'Question 1 of 10' })).toBeVisible();
  const url = page.url();
  await page.getByRole('button', { name: 'Hand in' }).click();
  await page.getByRole('button', { name: 'Hand in anyway' }).click();
  await expect(page.getByRole('region', { name: 'Test, read, test again' })).toContainText('0 points');
  await page.goto('/history/answers');
  await expect(page.locator(`a[href="${new URL(url).pathname}"]`)).toBeVisible();
});
