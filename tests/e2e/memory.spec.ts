import { addOwnCard, keepDemoFacts } from './demo-deck';
import { expect, expectAccessible, expectNarrowFits, signUp, test } from './person';
import { study } from './sitting';

test('a memory with nothing in it says what will be there and what to do', async ({ page }) => {
  await page.goto('/memory');
  await expect(page.getByRole('main').getByRole('link', { name: 'Sign in' })).toBeVisible();
  await signUp(page);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Memory' }).click();
  await expect(page.getByRole('heading', { name: 'What you know', level: 1 })).toBeVisible();
  await expect(page.getByText('You have not met any fact yet.')).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: 'Add an article' })).toBeVisible();
  await expectAccessible(page);
  await expectNarrowFits(page);
});

test('what was studied is told in words, in charts, by key and in tables, for all decks or one', async ({
  page,
}) => {
  await signUp(page);
  const deckId = await keepDemoFacts(page, 3);
  await addOwnCard(page, 'What colour is the test sky?', 'ultramarine');
  await study(page, deckId, [/Knew it/, /Forgot/]);
  await page.goto('/memory');
  await expect(page.getByText('you would recall about 2 of the 2 facts you have met')).toBeVisible();
  await page.getByText('How this is counted').click();
  await expect(page.getByText('The sum of these chances is the number of facts known')).toBeVisible();
  await expect(page.getByText('2 answers on 1 day of the last 365.')).toBeVisible();

  const year = page.getByRole('group', { name: /^Days of the last year/ });
  await year.focus();
  await expect(page.getByRole('status')).toHaveText(/: 2 answers, /);
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('status')).toHaveText(/: nothing asked$/);
  await page.keyboard.press('End');
  await expect(page.getByRole('status')).toHaveText(/: 2 answers, /);

  await page.getByText('Due cards as a table').click();
  const due = page.getByRole('table').filter({ has: page.getByRole('columnheader', { name: 'Due' }) });
  await expect(due.getByRole('row').filter({ has: page.getByRole('cell') })).toHaveCount(30);
  await page.getByText('Days as a table').click();
  const days = page.getByRole('region', { name: 'Answers by day' });
  await expect(days.getByRole('row').nth(1).getByRole('cell').last()).toHaveText('2');
  await expectAccessible(page);
  await expectNarrowFits(page);

  expect((await page.goto(`/memory?deck=${deckId}`))?.status()).toBe(200);
  await expect(page.getByText('2 answers on 1 day of the last 365.')).toBeVisible();
  await page.context().clearCookies();
  await signUp(page);
  await page.goto(`/memory?deck=${deckId}`);
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('What you know');
});
