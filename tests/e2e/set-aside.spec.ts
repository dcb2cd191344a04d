import { keepDemoFacts } from './demo-deck';
import { inDatabase } from './in-database';
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

test('what is forgotten for the eighth time sends its learner back to the passage', async ({ page }) => {
  const email = await signUp(page);
  const deckId = await keepDemoFacts(page, 1);
  await inDatabase('tests/support/seed-lapses.ts', email, '7');
  await page.goto(`/study?deck=${deckId}`);
  await page.keyboard.press('Space');
  await expect(page.getByRole('region', { name: 'Answer' })).toBeVisible();
  await page.keyboard.press('1');
  const dialog = page.getByRole('dialog', { name: 'Read the passage again' });
  await expect(dialog.getByText('You have forgotten this 8 times.')).toBeVisible();
  await expect(dialog.locator('mark')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'I have read it' }).click();
  await expect(page.getByRole('region', { name: 'Question' })).toBeVisible();
  await page.goto('/study/aside');
  await expect(page.getByText('forgotten 8 times')).toBeVisible();
});
