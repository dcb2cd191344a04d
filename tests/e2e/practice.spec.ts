import { keepDemoFacts } from './demo-deck';
import { expect, expectAccessible, signUp, test } from './person';

test('a deck is practised until each card is known once, and the schedule stays as it is', async ({
  page,
}) => {
  await signUp(page);
  const deckId = await keepDemoFacts(page, 2);
  await page.goto(`/decks/${deckId}`);
  await page.getByRole('link', { name: 'Practise' }).click();
  await expect(page.getByText('Practice, your schedule stays as it is:')).toBeVisible();
  await expect(page.getByText('2 left')).toBeVisible();
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Forgot, next in this sitting' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('1');
  await expect(page.getByRole('region', { name: 'Question' })).toBeVisible();
  for (let card = 0; card < 2; card += 1) {
    await page.keyboard.press('Space');
    await expect(page.getByRole('region', { name: 'Answer' })).toBeVisible();
    await page.keyboard.press('2');
    await expect(page.getByRole('region', { name: 'Answer' })).toHaveCount(0);
  }
  await expect(page.getByRole('heading', { name: 'Done for now' })).toBeVisible();
  await page.goto(`/study?deck=${deckId}`);
  await expect(page.getByText('2 left')).toBeVisible();
});
