import type { Page } from '@playwright/test';
import { addOwnCard, keepDemoFacts } from './demo-deck';
import { onlyKinds } from './only-kinds';
import { expect, expectAccessible, expectNarrowFits, signUp, test } from './person';

const ASKED = 'What is the colour of the test sky?';
const SECRET = 'ultramarine7f3';

/** Signs up, keeps some facts and a card of their own, and starts a quiz on all of them. */
const startQuiz = async (page: Page): Promise<void> => {
  await signUp(page);
  const deckId = await keepDemoFacts(page, 3);
  await addOwnCard(page, ASKED, SECRET);
  await page.goto(`/decks/${deckId}/quiz`);
};

const next = (page: Page) => page.getByRole('button', { name: 'Next', exact: true });
const typed = (page: Page) => page.getByLabel('Your answer');
const status = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text });

test('a quiz survives a reload, gives nothing away, and its result proves every answer', async ({ page }) => {
  await startQuiz(page);
  const received: Promise<string>[] = [];
  page.on('response', (response) => {
    if (new URL(response.url()).pathname.startsWith('/_next/static')) return;
    if (response.status() < 300) received.push(response.text().catch(() => ''));
  });
  await expect(page.getByLabel('Number of questions')).toHaveValue('4');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Start the quiz' }).click();
  await expect(page).toHaveURL(/\/attempts\//);

  for (let number = 1; number <= 4; number++) {
    await expect(page.getByRole('heading', { name: `Question ${number} of 4` })).toBeVisible();
    if (await page.getByText(ASKED).isVisible()) await typed(page).fill(` ${SECRET.toUpperCase()} `);
    else if (await typed(page).isVisible()) await typed(page).fill('surely wrong');
    else await page.keyboard.press('b');
    await expect(status(page, 'Saved')).toBeVisible();
    if (number === 2) {
      const given = await page.locator('input:checked, input:not([type="radio"])').inputValue();
      await expectAccessible(page);
      received.push(page.content());
      await page.reload();
      await expect(page.getByRole('heading', { name: 'Question 2 of 4' })).toBeVisible();
      await expect(page.locator('input:checked, input:not([type="radio"])')).toHaveValue(given.trim()); // saved without the spaces around it
      await expect(page.getByRole('button', { name: 'Question 1, answered' })).toBeVisible();
      await expect(page.getByRole('button', { name: 'Question 3, not answered' })).toBeVisible();
    }
    if (number < 4) await next(page).click();
  }

  // What was typed is in the field that typed it, and nowhere does the server say it back as the key.
  const before = (await Promise.all(received)).join('\n');
  expect(before).toContain(ASKED);
  expect(before).not.toContain(SECRET);
  // A kind of fact is called a statement, too; no field of that name is sent.
  expect(before).not.toMatch(/statement\\*"\s*:|rivals|optionStatements/);

  await page.getByRole('button', { name: 'Hand in' }).click();
  await expect(page.getByRole('heading', { name: /of 4 right$/ })).toBeVisible();
  const own = page.getByRole('article').filter({ hasText: ASKED });
  await expect(own.getByText('Right', { exact: true })).toBeVisible();
  await expect(page.locator('mark')).toHaveCount(4);
  await expectAccessible(page);
  await expectNarrowFits(page);

  const address = page.url();
  const late = await page.request.post(`/api${new URL(address).pathname}/answers`, {
    data: { position: 0, given: 'late' },
  });
  expect(late.status()).toBe(409);
  await page.getByRole('link', { name: 'Study what I missed' }).click();
  await expect(page.getByRole('region', { name: 'Question' })).toBeVisible();
  await expect(page.getByText(ASKED)).toHaveCount(0);
});

test('what is not answered is asked about before handing in, and an open quiz can be gone on with', async ({
  page,
}) => {
  await startQuiz(page);
  const quizUrl = page.url();
  await page.getByLabel('Number of questions').fill('2');
  await page.getByRole('button', { name: 'Start the quiz' }).click();
  await expect(page.getByRole('heading', { name: 'Question 1 of 2' })).toBeVisible();
  await page.goto(quizUrl);
  await page.getByRole('link', { name: 'Go on with it' }).click();
  await expect(page.getByRole('heading', { name: 'Question 1 of 2' })).toBeVisible();
  await page.getByRole('button', { name: 'Hand in' }).click();
  const dialog = page.getByRole('dialog', { name: 'Hand in now?' });
  await expect(dialog.getByText('2 questions are not answered')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await page.getByRole('button', { name: 'Hand in' }).click();
  await page.getByRole('button', { name: 'Hand in anyway' }).click();
  await expect(page.getByRole('heading', { name: '0 of 2 right' })).toBeVisible();
  await expect(page.getByText('Not answered', { exact: true })).toHaveCount(2);
  await page.getByRole('link', { name: 'New quiz' }).click();
  // Of the same deck, with the same settings.
  await expect(page).toHaveURL((url) => url.href.startsWith(quizUrl));
  await expect(page.getByLabel('Number of questions')).toHaveValue('2');
});

test('who made a question lets another answer pass, and takes that back', async ({ page }) => {
  await signUp(page);
  const deckId = await keepDemoFacts(page, 3);
  await page.goto(`/decks/${deckId}/quiz`);
  await page.getByText('More settings').click();
  await onlyKinds(page, 'Typed answers');
  await page.getByRole('button', { name: 'Start the quiz' }).click();
  await typed(page).fill('in my own words');
  await expect(status(page, 'Saved')).toBeVisible();
  await page.getByRole('button', { name: 'Hand in' }).click();
  await page.getByRole('button', { name: 'Hand in anyway' }).click();
  await expect(page.getByRole('heading', { name: '0 of 3 right' })).toBeVisible();
  await page.getByRole('button', { name: 'I was right' }).click();
  await expect(page.getByRole('heading', { name: '1 of 3 right' })).toBeVisible();
  await expect(page.getByText('You let “in my own words” pass')).toBeVisible();
  await expectAccessible(page);
  await expectNarrowFits(page);
  await page.getByRole('button', { name: 'It was wrong after all' }).click();
  await expect(page.getByRole('heading', { name: '0 of 3 right' })).toBeVisible();
});

test('another person’s attempt is not there, open or handed in', async ({ page, browser }) => {
  await startQuiz(page);
  await page.getByRole('button', { name: 'Start the quiz' }).click();
  await expect(page).toHaveURL(/\/attempts\//);
  const { pathname } = new URL(page.url());
  const stranger = await (await browser.newContext()).newPage();
  await signUp(stranger);
  const look = async () => (await stranger.goto(pathname))?.status();
  expect(await look()).toBe(404);
  const answers = [
    await stranger.request.post(`/api${pathname}/answers`, { data: { position: 0, given: 'mine' } }),
    await stranger.request.post(`/api${pathname}/finish`, { data: {} }),
  ];
  expect(answers.map((answer) => answer.status())).toEqual([404, 404]);
  await page.getByRole('button', { name: 'Hand in' }).click();
  await page.getByRole('button', { name: 'Hand in anyway' }).click();
  await expect(page.getByRole('heading', { name: '0 of 4 right' })).toBeVisible();
  expect(await look()).toBe(404);
  await stranger.context().close();
});
