import { addOwnCard, keepDemoFacts } from './demo-deck';
import { expect, expectAccessible, expectNarrowFits, signUp, test } from './person';
import { saved } from './saved';
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
  test.slow(); // two people and several pages, each looked through by axe
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
  const times = page.getByRole('table').filter({ has: page.getByRole('columnheader', { name: 'Time' }) });
  await expect(times.getByRole('row', { name: /^7 days 2 \d+ s [\d.]+ s$/ })).toBeVisible();
  await page.getByText('Weeks as a table').click();
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

test("the memory map paints what was asked, tells its facts by key and pointer, and is nobody else's", async ({
  page,
}) => {
  test.slow(); // two people and several pages, each looked through by axe
  await signUp(page);
  const deckId = await keepDemoFacts(page, 3);
  await page.getByRole('link', { name: 'Memory map' }).click();
  await expect(page.getByText('Nothing of this article was asked yet')).toBeVisible();
  const article = page.getByRole('region', { name: 'Article' });
  const facts = page.getByRole('region', { name: 'Facts of the sentence' });
  await expect(article.locator('[data-mark]')).toHaveCount(0);
  await study(page, deckId, [/Knew it/, /Knew it/]);

  await page.goto(`/memory?deck=${deckId}`);
  await page
    .getByRole('listitem')
    .filter({ hasText: 'about 2 of 2 recalled, 1 never asked' })
    .getByRole('link')
    .click();
  await expect(page).toHaveURL(/\/articles\/[^/]+\/memory$/);
  const address = new URL(page.url()).pathname;
  await expect(page.getByText('you would recall about 2 of the 2 facts of this article')).toBeVisible();
  await expect(page.getByText('1 was never asked.')).toBeVisible();
  await expect(page.getByRole('list', { name: 'What the marks mean' }).getByRole('listitem')).toHaveCount(5);

  const painted = article.locator('[data-mark="firm"]');
  const sentences = article.getByRole('button');
  await expect(painted).not.toHaveCount(0);
  expect(await painted.count()).toBeLessThan(await sentences.count());
  await expect(painted.first()).toHaveAccessibleDescription('Firm: 90 % and more');
  await painted.first().click();
  await expect(painted.first()).toHaveAttribute('aria-pressed', 'true');
  await expect(facts.getByRole('status')).toHaveText(/Recall today: 100 %/);
  await expect(facts.getByRole('listitem').filter({ hasText: /Last answersKnew it, / })).not.toHaveCount(0);
  await expect(
    facts.getByText(/^in (a minute|\d+ minutes|\d+ days)$|^later today$|^tomorrow$/).first(),
  ).toBeVisible();

  // By key: the chosen sentence holds the one tab stop; Enter takes the choice back.
  await painted.first().focus();
  await page.keyboard.press('Enter');
  await expect(facts.getByRole('status')).toHaveText('Choose a sentence to see its facts.');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await expect(article.locator('[aria-pressed="true"]')).toHaveCount(1);
  await expect(painted.first()).toHaveAttribute('aria-pressed', 'false');

  await page.getByText('The map as a table').click();
  const table = page.getByRole('table').filter({ has: page.getByRole('columnheader', { name: 'Sentence' }) });
  await expect(table.getByRole('cell', { name: '100 %' })).not.toHaveCount(0);
  await expectAccessible(page);
  await expectNarrowFits(page);
  await painted.first().click();
  await expect(facts.getByText('Recall today', { exact: true }).first()).toBeInViewport();
  await expectAccessible(page);

  // What is left out is plain again.
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`/decks/${deckId}`);
  const leaveOut = page.getByRole('button', { name: 'Leave out', exact: true });
  await page.getByRole('button', { name: /^Kept/ }).click();
  for (let left = 3; left > 0; left--) {
    await expect(leaveOut).toHaveCount(left);
    await saved(page, () => leaveOut.first().click());
  }
  await page.goto(address);
  await expect(article.locator('[data-mark]')).toHaveCount(0);

  await page.context().clearCookies();
  await signUp(page);
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1, name: 'navies' })).toHaveCount(0);
  await expect(article).toHaveCount(0);
});
