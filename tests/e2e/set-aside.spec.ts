import { keepDemoFacts } from './demo-deck';
import { expect, expectAccessible, expectNarrowFits, signUp, test } from './person';

test('cards are buried, suspended and flagged by key, and taken in again from the list', async ({ page }) => {
  await signUp(page);
  const deckId = await keepDemoFacts(page, 3);
  await page.goto(`/study?deck=${deckId}`);
  await expect(page.getByText('3 left')).toBeVisible();
  await page.keyboard.press('b');
  await expect(page.getByText('2 left')).toBeVisible();
  await page.keyboard.press('f');
  const dialog = page.getByRole('dialog', { name: 'Flag this card' });
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Green' }).click();
  await expect(page.getByRole('button', { name: 'Flag: green' })).toBeVisible();
  await page.getByRole('button', { name: 'Suspend' }).click();
  await expect(page.getByText('1 left')).toBeVisible();
  await page.reload();
  await expect(page.getByText('1 left')).toBeVisible();
  await expectNarrowFits(page);

  await page.goto('/study/aside');
  const list = page.getByRole('list', { name: 'Facts set aside' });
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await expect(list.getByText('suspended, flagged green')).toBeVisible();
  await expect(list.getByText('buried until tomorrow')).toBeVisible();
  await expectAccessible(page);
  await expectNarrowFits(page);
  await list.getByRole('button', { name: 'Take it in again' }).first().click();
  await expect(list.getByRole('button', { name: 'Take it in again' })).toHaveCount(1);
  await list.getByRole('button', { name: 'Take it in again' }).click();
  await expect(list.getByRole('button', { name: 'Take it in again' })).toHaveCount(0);
  await page.goto(`/study?deck=${deckId}`);
  await expect(page.getByText('3 left')).toBeVisible();
});
