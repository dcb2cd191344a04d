import { keepDemoFacts } from './demo-deck';
import { inDatabase } from './in-database';
import { expect, expectAccessible, expectNarrowFits, signUp, test } from './person';

test('who made a quiz sees how its questions did, and what to do about them', async ({ page }) => {
  const email = await signUp(page);
  const deckId = await keepDemoFacts(page, 5);
  await page.goto(`/decks/${deckId}/quiz`);
  await page.getByRole('button', { name: 'Start the quiz' }).click();
  await expect(page).toHaveURL(/\/attempts\//);
  for (let number = 1; number < 5; number += 1) {
    await page.getByRole('button', { name: 'Next', exact: true }).click();
  }
  await page.getByRole('button', { name: 'Hand in' }).click();
  await page
    .getByRole('button', { name: /^Hand in/ })
    .last()
    .click();
  await expect(page.getByRole('heading', { name: '0 of 5 right' })).toBeVisible();
  await page.getByRole('link', { name: 'How its questions did' }).click();
  await expect(page.getByText('by 1 first attempt.')).toBeVisible();
  await expect(page.getByText('From 20 answers on, advice stands beside a question')).toBeVisible();
  await inDatabase('tests/support/seed-takers.ts', email, '24');
  await page.reload();
  await expect(page.getByText('by 25 first attempts.')).toBeVisible();
  await expect(page.getByText(/^Internal consistency 1\.00: good/)).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(5);
  await expect(page.getByText('48%, about right for most')).toHaveCount(5);
  await expectAccessible(page);
  await expectNarrowFits(page);
  const report = page.url();

  await page.getByRole('link', { name: 'Print it' }).click();
  await page.getByRole('link', { name: '3 versions' }).click();
  await expect(page.getByRole('region', { name: /^Paper [ABC]$/ })).toHaveCount(3);
  const key = page.getByRole('region', { name: 'Key B' });
  await expect(key.getByRole('listitem')).toHaveCount(5);
  await expectAccessible(page);
  await expectNarrowFits(page);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect(key).toHaveCSS('color', 'rgb(0, 0, 0)');
  await page.emulateMedia({ media: null, colorScheme: null });

  await page.goto('/classes');
  await page.getByLabel('Name of the class').fill('History 7b');
  await page.getByLabel('What pupils call you').fill('Ms Okafor');
  await page.getByRole('button', { name: 'Make the class' }).click();
  await expect(page.getByRole('heading', { name: 'History 7b', level: 1 })).toBeVisible();
  await page.goto(report);
  await page.getByRole('link', { name: 'Give it to History 7b' }).click();
  await expect(page.getByText('The 5 questions of your quiz on')).toBeVisible();
  await page.getByRole('button', { name: 'Give it to the class' }).click();
  await expect(page.getByText('0 of 0 handed in')).toBeVisible();
  await expect(page.getByText('5 questions')).toBeVisible();
});
