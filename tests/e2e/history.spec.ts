import type { Page } from '@playwright/test';
import { addOwnCard, keepDemoFacts } from './demo-deck';
import { expect, expectAccessible, expectNarrowFits, signUp, test } from './person';

test('a history with nothing in it says what to do next', async ({ page }) => {
  await page.goto('/history');
  await expect(page.getByRole('main').getByRole('link', { name: 'Sign in' })).toBeVisible();
  await signUp(page);
  await page.goto('/history');
  await expect(page.getByText('No quiz is handed in yet.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Choose a deck' })).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: 'Study' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Add an article' })).toBeVisible();
  await expectAccessible(page);
  await expectNarrowFits(page);
});

test('a quiz under way and then handed in is in the history, with its score and what is due', async ({
  page,
}) => {
  await signUp(page);
  const deckId = await keepDemoFacts(page, 3);
  await page.goto(`/decks/${deckId}/quiz`);
  await page.getByRole('button', { name: 'Start the quiz' }).click();
  await expect(page).toHaveURL(/\/attempts\//);
  const address = new URL(page.url()).pathname;

  await page.goto('/history');
  const open = page.getByRole('link', { name: /^Go on with / });
  await expect(page.getByText('0 of 3 answered')).toBeVisible();
  await open.click();
  await expect(page.getByRole('heading', { name: 'Question 1 of 3' })).toBeVisible();
  for (let number = 1; number <= 3; number++) {
    await expect(page.getByRole('heading', { name: `Question ${number} of 3` })).toBeVisible();
    const typed = page.getByLabel('Your answer');
    if (await typed.isVisible()) await typed.fill('surely wrong');
    else await page.keyboard.press('b');
    await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
    if (number < 3) await page.getByRole('button', { name: 'Next', exact: true }).click();
  }
  await page.getByRole('button', { name: 'Hand in' }).click();
  const heading = page.getByRole('heading', { name: /^\d of 3 right$/ });
  const right = ((await heading.textContent()) ?? '').replace(' right', '');

  await page.goto('/history');
  await expect(open).toHaveCount(0);
  const row = page.getByRole('row').filter({ hasText: right });
  await expect(row.getByRole('link')).toHaveAttribute('href', address);
  await expect(row).toContainText('3 questions');
  await page.getByText('Scores as a table').click();
  await page.getByText('Due cards as a table').click();
  await page.getByText('Facts by deck as a table').click();
  await expect(page.getByRole('row', { name: /^Today, / })).toBeVisible();
  await expect(page.getByText('0 known, 3 learning, 0 new of 3 facts')).toBeVisible();
  await expectAccessible(page);
  await expectNarrowFits(page);
});

const CARDS = { 'What colour is the test sky?': 'ultramarine', 'What colour is the test sea?': 'turquoise' };

/** Takes a quiz of `length` on the cards above, right in everything or handed in empty; answers where its result is. */
const takeQuiz = async (page: Page, deckId: string, length: number, right: boolean): Promise<string> => {
  await page.goto(`/decks/${deckId}/quiz`);
  await page.getByLabel('Number of questions').fill(`${length}`);
  await page.getByRole('button', { name: 'Start the quiz' }).click();
  for (let number = 1; number <= length && right; number++) {
    await expect(page.getByRole('heading', { name: `Question ${number} of ${length}` })).toBeVisible();
    for (const [asked, answer] of Object.entries(CARDS)) {
      if (await page.getByText(asked).isVisible()) await page.getByLabel('Your answer').fill(answer);
    }
    await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
    if (number < length) await page.getByRole('button', { name: 'Next', exact: true }).click();
  }
  await page.getByRole('button', { name: 'Hand in', exact: true }).click();
  if (!right) await page.getByRole('button', { name: 'Hand in anyway' }).click();
  await expect(page.getByRole('heading', { name: `${right ? length : 0} of ${length} right` })).toBeVisible();
  return new URL(page.url()).pathname;
};

test('two quizzes stand newest first with date, deck, score and length; the chart has the same as a table', async ({
  page,
}) => {
  await signUp(page);
  const deckId = await keepDemoFacts(page, 0);
  const deck = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
  for (const [asked, answer] of Object.entries(CARDS)) await addOwnCard(page, asked, answer);
  const first = await takeQuiz(page, deckId, 2, true);
  const second = await takeQuiz(page, deckId, 1, false);

  await page.goto('/history');
  const attempts = page
    .getByRole('table')
    .filter({ has: page.getByRole('columnheader', { name: 'Length' }) })
    .getByRole('row')
    .filter({ has: page.getByRole('cell') });
  await expect(attempts).toHaveCount(2);
  for (const [index, address, score, length] of [
    [0, second, '0 of 1 (0 %)', '1 question, '],
    [1, first, '2 of 2 (100 %)', '2 questions, '],
  ] as const) {
    const cells = attempts.nth(index).getByRole('cell');
    await expect(cells.nth(0)).toHaveText(/^\d{1,2} \w+ \d{4}, \d\d:\d\d$/);
    const taken = await cells.nth(0).getByRole('time').getAttribute('datetime');
    expect(Math.abs(Date.now() - Date.parse(taken ?? ''))).toBeLessThan(5 * 60_000);
    await expect(cells.nth(1).getByRole('link', { name: deck })).toHaveAttribute('href', address);
    await expect(cells.nth(2)).toHaveText(score);
    await expect(cells.nth(3)).toContainText(length);
    await expect(cells.nth(3)).toHaveText(/, \d+ (s|min)$/);
  }
  await page.getByText('Scores as a table').click();
  const charted = page.getByRole('table').filter({ has: page.getByRole('columnheader', { name: 'Right' }) });
  // In the order taken, as the dots stand.
  await expect(charted.getByRole('cell', { name: /%$/ })).toHaveText(['100 %', '0 %']);
  await expect(charted.getByRole('cell', { name: deck })).toHaveCount(2);
  await expectAccessible(page);
  await attempts.nth(1).getByRole('link').click();
  await expect(page).toHaveURL(first);
  await expect(page.getByRole('heading', { name: '2 of 2 right' })).toBeVisible();
});

test('cards that were studied are due in the next days, and their deck says how many are new', async ({
  page,
}) => {
  await signUp(page);
  const deckId = await keepDemoFacts(page, 3);
  await page.goto('/history');
  await expect(page.getByText('Nothing is planned in these days.')).toBeVisible();
  await expect(page.getByText('0 known, 0 learning, 3 new of 3 facts')).toBeVisible();
  await page.goto(`/study?deck=${deckId}`);
  for (const grade of [/Knew it/, /Forgot/]) {
    await page.getByRole('button', { name: 'Show answer' }).click();
    const saved = page.waitForResponse('**/api/reviews');
    await page.getByRole('button', { name: grade }).click();
    expect((await saved).ok()).toBe(true);
  }
  await page.goto('/history');
  await expect(page.getByText('0 known, 2 learning, 1 new of 3 facts')).toBeVisible();
  await page.getByText('Due cards as a table').click();
  const days = page.getByRole('table').filter({ has: page.getByRole('columnheader', { name: 'Due' }) });
  await expect(days.getByRole('row').filter({ has: page.getByRole('cell') })).toHaveCount(14);
  await expect(days.getByRole('cell', { name: /^[1-9]\d* cards?$/ })).not.toHaveCount(0);
  await page.getByText('Facts by deck as a table').click();
  const standing = page.getByRole('table').filter({ has: page.getByRole('columnheader', { name: 'Known' }) });
  await expect(standing.getByRole('cell')).toHaveText(['0', '2', '1']);
  await expectAccessible(page);
  await expectNarrowFits(page);
});
