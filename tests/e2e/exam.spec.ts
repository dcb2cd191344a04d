import type { Page } from '@playwright/test';
import { addOwnCard, keepDemoFacts } from './demo-deck';
import { expect, expectAccessible, expectNarrowFits, signUp, test } from './person';

/** The date that lies so many days after a new learner's day of study, which lasts until four in the morning. */
const isoInDays = (days: number): string => {
  const date = new Date();
  date.setHours(date.getHours() - 4);
  date.setDate(date.getDate() + days);
  const two = (part: number): string => `${part}`.padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};

const planExam = async (page: Page, title: string, days: number, minutes: string): Promise<void> => {
  await page.goto('/exams/new');
  await page.getByLabel('Name').fill(title);
  await page.getByLabel('Day of the exam').fill(isoInDays(days));
  await page.getByLabel('Minutes a day').fill(minutes);
  await page.getByRole('button', { name: 'Make the plan' }).click();
};

test('a plan is made, its part of today studied, changed and deleted', async ({ page }) => {
  await page.goto('/exams');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await signUp(page);
  await keepDemoFacts(page, 4);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Exams' }).click();
  await expect(page.getByRole('heading', { name: 'Exams', level: 1 })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Plan an exam' }).click();
  await page.getByRole('button', { name: 'Make the plan' }).click();
  await expect(page.getByText('Give it a name.')).toBeVisible();
  await expect(page.getByText('Choose the day of the exam.')).toBeVisible();
  await page.getByLabel('Name').fill('Towers, final');
  await page.getByLabel('Day of the exam').fill(isoInDays(-3));
  await page.getByRole('button', { name: 'Make the plan' }).click();
  await expect(page.getByText('Choose a day after today.')).toBeVisible();
  await expect(page.getByLabel('Name')).toHaveValue('Towers, final');
  await page.getByText('Other minutes on some weekdays').click();
  await expectAccessible(page);
  await page.getByLabel('Sunday').fill('0');
  await page.getByLabel('Sunday').fill('');
  await page.getByLabel('Day of the exam').fill(isoInDays(2));
  await page.getByRole('button', { name: 'Make the plan' }).click();

  await expect(page.getByRole('heading', { name: 'Towers, final', level: 1 })).toBeVisible();
  await expect(
    page.getByText(/you would recall about \d+ % of the 4 facts in the plan, most likely \d to 4 of them/),
  ).toBeVisible();
  await expect(page.getByText(/^Today: 4 new facts, about \d min\.$/)).toBeVisible();
  await page.getByText('Days as a table').click();
  await expect(page.getByRole('row', { name: /^Today, / })).toContainText('of 20');
  await expect(page.getByText('there is time for all 4 facts')).toBeVisible();
  await page.getByText('How this is reckoned').click();
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Start today’s part' }).click();
  await page.getByRole('button', { name: 'Show answer' }).click();
  const saved = page.waitForResponse('**/api/reviews');
  await page.getByRole('button', { name: /Knew it/ }).click();
  expect((await saved).ok()).toBe(true);
  await page.goto('/exams');
  await expect(page.getByRole('list', { name: 'Exams ahead' })).toContainText(
    /in 2 days · predicted recall \d+ %/,
  );
  await page.getByRole('link', { name: 'Towers, final' }).click();

  await page.getByRole('link', { name: 'Change', exact: true }).click();
  await expect(page.getByLabel('Minutes a day')).toHaveValue('20');
  await page.getByLabel('Name').fill('Towers, resit');
  await page.getByRole('button', { name: 'Save and plan anew' }).click();
  await expect(page.getByRole('heading', { name: 'Towers, resit', level: 1 })).toBeVisible();
  await page.getByRole('link', { name: 'Change', exact: true }).click();
  await page.getByRole('button', { name: 'Delete the plan …' }).click();
  await page.getByRole('button', { name: 'Delete the plan', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Exams', level: 1 })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Exams ahead' })).toHaveCount(0);
});

test('where time is short facts are left out, and one that is wanted is kept', async ({ page }) => {
  await signUp(page);
  await keepDemoFacts(page, 5);
  await addOwnCard(page, 'What colour is the test sky?', 'ultramarine');
  await planExam(page, 'Short of time', 1, '2');
  const leftOut = page.getByRole('list', { name: 'Facts left out' });
  await expect(leftOut.getByRole('listitem')).toHaveCount(4);
  const sentence = await leftOut.getByRole('listitem').last().getByRole('paragraph').first().textContent();
  await leftOut.getByRole('listitem').last().getByRole('button', { name: 'Keep' }).click();
  const kept = page.getByRole('list', { name: 'Facts you keep' });
  await expect(kept).toContainText(sentence ?? 'nothing');
  await expect(leftOut).not.toContainText(sentence ?? 'nothing');
  await expect(leftOut.getByRole('listitem')).toHaveCount(4);
  await expectAccessible(page);
  await expectNarrowFits(page);
  await kept.getByRole('button', { name: 'Let go' }).click();
  await expect(kept).toHaveCount(0);
  await expect(leftOut).toContainText(sentence ?? 'nothing');

  const address = page.url();
  await page.context().clearCookies();
  await signUp(page);
  for (const path of [address, `${address}/edit`, address.replace('/exams/', '/study?exam=')]) {
    await page.goto(path);
    await expect(page.getByText('Short of time')).toHaveCount(0);
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(/Change the exam|Study/);
  }
});
