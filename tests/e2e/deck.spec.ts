import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNarrowFits, signUp, test } from './person';
import { saved } from './saved';

const openDemo = async (page: Page): Promise<void> => {
  await signUp(page);
  await page.goto('/');
  await page.getByRole('button', { name: 'Add the demo deck' }).click();
  await page.waitForURL(/\/decks\/[^/]+$/);
  await expect(chosen(page)).toBeVisible();
};

const rows = (page: Page) => page.getByRole('list', { name: 'Facts' }).locator('> li');
const chosen = (page: Page) => page.getByRole('list', { name: 'Facts' }).locator('> li[aria-current]');
const lit = (page: Page) =>
  page.getByRole('region', { name: 'Article' }).getByRole('button', { pressed: true });
const filter = (page: Page, name: RegExp) =>
  page.getByRole('group', { name: 'Which facts' }).getByRole('button', { name });

test('a fact lights its sentence, and a sentence shows its facts', async ({ page }) => {
  await openDemo(page);
  const third = rows(page).nth(2);
  const statement = (await third.getByRole('paragraph').first().textContent()) ?? '';
  await third.getByRole('paragraph').first().click();
  await expect(lit(page)).toHaveText(statement);
  await expect(lit(page)).toBeInViewport();
  // Article and facts scroll by themselves, so that the page need not.
  const [height, window] = await page.evaluate(() => [document.documentElement.scrollHeight, innerHeight]);
  expect(height).toBeLessThan(1.5 * window);

  const top = await page.evaluate(() => scrollY);
  const sentence = page.getByRole('region', { name: 'Article' }).getByRole('button').first();
  await sentence.click();
  await expect(page.getByText('No facts in this sentence.')).toBeVisible();
  expect(await page.evaluate(() => scrollY)).toBe(top);
  await page.getByRole('button', { name: 'Only this sentence' }).click();
  await expect(rows(page).nth(2)).toContainText(statement);

  // By keys alone: the article is one tab stop, arrows go from sentence to sentence.
  await lit(page).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(rows(page).first()).toContainText((await lit(page).textContent()) ?? '-');
});

test('facts are judged by keys, and every verdict is saved', async ({ page }) => {
  await openDemo(page);
  const all = await rows(page).count();
  const first = (await chosen(page).getByRole('paragraph').first().textContent()) ?? '';
  const firstId = (await chosen(page).getAttribute('data-fact')) ?? '';
  await page.keyboard.press('j');
  await expect(chosen(page)).toBeFocused();
  await page.keyboard.press('k');
  await saved(page, () => page.keyboard.press('a'));
  await expect(chosen(page)).not.toHaveAttribute('data-fact', firstId);
  await saved(page, () => page.keyboard.press('x'));
  await expect(filter(page, /^Kept 1$/)).toBeVisible();
  await expect(filter(page, /^Left out 1$/)).toBeVisible();
  await saved(page, () => page.keyboard.press('u'));
  await expect(filter(page, /^Left out 0$/)).toBeVisible();

  await page.reload();
  await expect(filter(page, /^Kept 1$/)).toBeVisible();
  await filter(page, /^Kept/).click();
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page).first()).toContainText(first);

  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await saved(page, () => page.getByRole('button', { name: 'Keep all that are proposed' }).click());
  await expect(filter(page, new RegExp(`^Kept ${all}$`))).toBeVisible();
  await expect(page.getByRole('link', { name: 'Study this deck' })).toBeVisible();
});

test('an edit is checked beside its field, survives a reload, and is saved', async ({ page }) => {
  await openDemo(page);
  await page.keyboard.press('e');
  const form = page.getByRole('form', { name: 'Edit the question' });
  await expect(form.getByLabel('Prompt')).toBeFocused();
  await form.getByLabel('Answer').fill('');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByText('Write the answer.')).toBeVisible();
  await expect(form.getByLabel('Answer')).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);

  await form.getByLabel('Prompt').fill('The tower was finished in _____ [year].');
  await form.getByLabel('Answer', { exact: true }).fill('1884');
  await form.getByLabel('Also right, one a line').fill('eighteen eighty-four\nthe year 1884');
  await page.reload();
  await expect(form.getByLabel('Prompt')).toHaveValue('The tower was finished in _____ [year].');
  await saved(page, () => page.keyboard.press('Control+Enter'));
  await expect(form).toHaveCount(0);
  await expect(page.getByText('Card, edited')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Also right: eighteen eighty-four; the year 1884')).toBeVisible();
  await expect(page.getByText('The tower was finished in')).toBeVisible();
  await expect(form).toHaveCount(0);
});

test('options are edited and a question is removed and brought back', async ({ page }) => {
  await openDemo(page);
  const row = rows(page).filter({ hasText: 'Choice' }).first();
  await row.getByRole('button', { name: 'Edit choice' }).click();
  const form = page.getByRole('form', { name: 'Edit the question' });
  await form.getByLabel('Wrong options, one a line').fill('only one');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByText('Write at least 2 wrong options.')).toBeVisible();
  await form.getByLabel('Wrong options, one a line').fill('one of them\nthe other');
  await saved(page, () => form.getByRole('button', { name: 'Save' }).click());
  await expect(row.getByText('the other')).toBeVisible();
  await saved(page, () => row.getByRole('button', { name: 'Remove choice' }).click());
  await expect(row.getByText('Choice, edited, removed')).toBeVisible();
  await saved(page, () => row.getByRole('button', { name: 'Bring back' }).click());
  await expect(row.getByText('Choice, edited, removed')).toHaveCount(0);
});

test('a card of my own keeps the chosen sentence as its proof', async ({ page }) => {
  await openDemo(page);
  const sentence = page.getByRole('region', { name: 'Article' }).getByRole('button').first();
  const text = (await sentence.textContent()) ?? '';
  await sentence.click();
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog', { name: 'New card' });
  await expect(dialog.getByRole('checkbox')).toBeChecked();
  await dialog.getByLabel('Front').fill('What does a ship need?');
  await page.reload();
  await sentence.click();
  await page.keyboard.press('n');
  await expect(dialog.getByLabel('Front')).toHaveValue('What does a ship need?');
  await dialog.getByLabel('Back').fill('fuel');
  await expectAccessible(page);
  await saved(page, () => dialog.getByRole('button', { name: 'Add the card' }).click());
  await expect(chosen(page)).toContainText('What does a ship need?');
  await expect(chosen(page)).toContainText(text);
  await expect(lit(page)).toHaveText(text);
});

test('a verdict that cannot be saved is taken back and says so', async ({ page }) => {
  await openDemo(page);
  await page.route('**/decks/*', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  );
  await page.keyboard.press('a');
  await expect(page.getByRole('alert').filter({ hasText: 'could not be saved' })).toBeVisible();
  await expect(filter(page, /^Kept 0$/)).toBeVisible();
});

test('going back in the browser brings no old verdicts back', async ({ page }) => {
  await openDemo(page);
  await saved(page, () => page.keyboard.press('a'));
  await page.getByRole('link', { name: 'Add an article' }).click();
  await page.waitForURL(/\/new/);
  await page.goBack();
  await expect(filter(page, /^Kept 1$/)).toBeVisible();
});

test('the deck fits a phone, where facts and article take turns', async ({ page }) => {
  await openDemo(page);
  await expectAccessible(page);
  await expectNarrowFits(page);
  await expect(lit(page)).toBeHidden();
  await chosen(page).getByRole('button', { name: 'In the article' }).click();
  await expect(lit(page)).toBeInViewport();
  await expectAccessible(page);
  await lit(page).click();
  await expect(chosen(page)).toBeVisible();
});

test("someone else's deck is not found", async ({ page, browser }) => {
  await openDemo(page);
  const elsewhere = await browser.newPage();
  await signUp(elsewhere);
  const response = await elsewhere.goto(page.url());
  expect(response?.status()).toBe(404);
  await elsewhere.close();
});
