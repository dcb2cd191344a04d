import { expect, expectAccessible, expectNarrowFits, signUp, test } from './person';

test('an empty shelf says what to do; a deck is renamed, and deleted once that is confirmed', async ({
  page,
}) => {
  await signUp(page);
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'No decks yet' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Add the demo deck' }).click();
  await page.waitForURL(/\/decks\//);
  const demo = page.url();

  await page.goto('/');
  await page.getByRole('button', { name: /^More/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Title').fill('A pact between navies');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Rename' }).click();
  await expect(page.getByRole('heading', { name: 'A pact between navies' })).toBeVisible();
  await expect(dialog).toHaveCount(0);
  await expectAccessible(page);

  // The demo deck is there already: the button finds it.
  await page.getByRole('button', { name: 'Add the demo deck' }).click();
  await page.waitForURL(demo);

  await page.goto('/');
  await page.getByRole('button', { name: /^More/ }).click();
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(dialog.getByText('This cannot be undone.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'A pact between navies' })).toBeVisible();
  await page.getByRole('button', { name: /^More/ }).click();
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await dialog.getByRole('button', { name: 'Delete the deck' }).click();
  await expect(page.getByRole('heading', { name: 'No decks yet' })).toBeVisible();
  await expectNarrowFits(page);
});
