import { keepDemoFacts } from './demo-deck';
import { onlyKinds } from './only-kinds';
import { expect, expectAccessible, expectNarrowFits, signUp, test } from './person';

test('answers say what is known and mixed up; a mix-up becomes a question', async ({ page }) => {
  await signUp(page);
  await page.goto('/history/answers');
  await expect(page.getByText('No quiz is handed in yet.')).toBeVisible();
  const deckId = await keepDemoFacts(page, 12);
  await page.goto(`/decks/${deckId}/quiz`);
  await page.getByLabel('Number of questions').fill('12');
  await page.getByText('More settings').click();
  await onlyKinds(page, 'Choice of several answers');
  await page.getByRole('button', { name: 'Start the quiz' }).click();
  const heading = page.getByRole('heading', { name: /^Question 1 of \d+$/ });
  const of = Number(/\d+$/.exec((await heading.textContent()) ?? '')?.[0]);
  for (let number = 1; number <= of; number++) {
    await expect(page.getByRole('heading', { name: `Question ${number} of ${of}` })).toBeVisible();
    await page.keyboard.press('b');
    await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
    if (number < of) await page.getByRole('button', { name: 'Next', exact: true }).click();
  }
  await page.getByRole('button', { name: 'Hand in' }).click();
  await expect(page.getByRole('heading', { name: /^\d+ of \d+ right$/ })).toBeVisible();

  await page.goto('/history');
  await page.getByRole('link', { name: 'What you know and mix up' }).click();
  await expect(page.getByRole('heading', { name: 'Scores by kind of fact' })).toBeVisible();
  const ask = page.getByRole('button', { name: /^Ask me the difference between / }).first();
  await ask.click();
  await expect(page.getByText(/\d questions? added to the deck\./)).toBeVisible();
  await ask.click();
  await expect(page.getByText('It is asked so already.')).toBeVisible();
  await expectAccessible(page);
  await expectNarrowFits(page);
});
