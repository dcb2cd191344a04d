import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNarrowFits, signUp, test } from './person';
import { saved } from './saved';

/** Dated and plain sentences, some of which lean on others and cannot be asked. */
const ARTICLE = `The bridge over the Larn

The town council opened the bridge over the River Larn on May 4, 1911. It cost 48,000 pounds. Engineer Clara Whitfield designed the bridge. The bridge is 212 metres long and 9 metres wide.

A flood destroyed the old ferry in 1903. The council then asked three firms for plans. They were all too expensive. In 1905, the council chose the plan of Whitfield. Work began on June 12, 1907 and took four years.

The bridge was closed to lorries in 1968. In 1974, the county repaired the arches for 310,000 pounds. The bridge reopened on September 1, 1975. About 6,000 people cross it on foot every day. In 1989, the county listed the bridge as a monument.`;

const GERMAN = `Die Brücke über die Larn

Der Rat der Stadt hat die Brücke über den Fluss am 4. Mai 1911 eröffnet. Die Kosten der Brücke waren mit 48000 Mark nicht hoch. Das alte Boot ist bei der Flut im Jahr 1903 gesunken, und die Stadt war für viele Jahre ohne einen Weg über den Fluss. Im Jahr 1975 wurde die Brücke von der Stadt mit dem Geld des Landes erneuert.`;

const AMOUNT = 'How many facts?';

const read = async (page: Page, text: string, amount?: string): Promise<void> => {
  await signUp(page);
  await page.goto('/new');
  await page.getByLabel('Article', { exact: true }).fill(text);
  await page.getByRole('button', { name: 'Continue' }).click();
  if (amount !== undefined) await page.getByLabel(AMOUNT).selectOption(amount);
  await page.getByRole('button', { name: 'Read it' }).click();
  await page.waitForURL(/\/decks\/[^/]+$/);
  await expect(page.getByRole('region', { name: 'Facts' })).toBeVisible();
};

const rows = (page: Page) => page.getByRole('list', { name: 'Facts' }).locator('> li');
const chosen = (page: Page) => page.getByRole('list', { name: 'Facts' }).locator('> li[aria-current]');
const filter = (page: Page, name: RegExp) =>
  page.getByRole('group', { name: 'Which facts' }).getByRole('button', { name });

test('every question shows its certificate in words, and each check behind it', async ({ page }) => {
  await read(page, ARTICLE);
  const mark = chosen(page)
    .locator('summary')
    .filter({ hasText: /All checks passed|Look at this one: ./ })
    .first();
  await expect(mark).toBeVisible();
  const check = chosen(page).getByText('The answer stands in this sentence');
  await expect(check).toHaveCount(0);
  await page.keyboard.press('c');
  await expect(check.first()).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('c');
  await expect(check).toHaveCount(0);
  await mark.focus();
  await page.keyboard.press('Enter');
  await expect(check.first()).toBeVisible();

  // An edited question is no longer the one that was checked.
  await page.keyboard.press('e');
  const form = page.getByRole('form', { name: 'Edit the question' });
  await form.getByLabel('Prompt').fill('The council opened the bridge in the year _____.');
  await saved(page, () => form.getByRole('button', { name: 'Save' }).click());
  const edited = chosen(page).locator('div').filter({ hasText: ', edited' }).last().locator('..');
  await expect(edited.getByText('opened the bridge in the year')).toBeVisible();
  await expect(edited.locator('summary')).toHaveCount(0);
});

test('what code is not certain of can be looked at first', async ({ page }) => {
  await read(page, ARTICLE, 'all');
  const order = page.getByRole('button', { name: /^To look at first \(\d+\)$/ });
  const count = Number(/\d+/.exec((await order.textContent()) ?? '')?.[0]);
  await order.click();
  await expect(order).toHaveAttribute('aria-pressed', 'true');
  const unsure = page.getByText('Look at this one:');
  for (let at = 0; at < count; at++) await expect(rows(page).nth(at).filter({ has: unsure })).toHaveCount(1);
  for (const row of (await rows(page).all()).slice(count))
    await expect(row.filter({ has: unsure })).toHaveCount(0);
});

test('a sentence that was not used says why, and becomes a question by hand', async ({ page }) => {
  await read(page, ARTICLE);
  const folded = page.locator('summary', { hasText: 'Sentences not used' });
  const before = Number(/\d+/.exec((await folded.textContent()) ?? '')?.[0]);
  await folded.click();
  const list = page.getByRole('list', { name: 'Sentences not used' });
  await expect(list.getByRole('listitem')).toHaveCount(before);
  const sentence = 'They were all too expensive.';
  const entry = list.getByRole('listitem').filter({ hasText: sentence });
  await expect(entry.getByRole('paragraph').nth(1)).not.toBeEmpty();
  await expectAccessible(page);

  await entry.getByRole('button', { name: 'Use it' }).click();
  const dialog = page.getByRole('dialog', { name: 'Use this sentence' });
  const add = dialog.getByRole('button', { name: 'Add the question' });
  await add.click();
  await expect(dialog.getByText('Choose the words in the sentence')).toBeVisible();
  // By keys: to the third word, and one more.
  await dialog.getByRole('button', { name: 'They' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(dialog.getByRole('status')).toHaveText('Answer: too expensive');
  await expect(dialog.getByLabel('Question')).toHaveValue('They were all _____.');
  // By clicks: a third one begins anew.
  await dialog.getByRole('button', { name: 'all' }).click();
  await dialog.getByRole('button', { name: 'too' }).click();
  await dialog.getByRole('button', { name: 'expensive' }).click();
  await expect(dialog.getByRole('status')).toHaveText('Answer: expensive');
  await expectAccessible(page);
  await dialog.getByLabel('Question').fill('The plans of the three firms were too _____.');
  await saved(page, () => add.click());
  await expect(dialog).toHaveCount(0);
  await expect(chosen(page)).toContainText('The plans of the three firms were too');
  await expect(chosen(page)).toContainText(sentence);
  await expect(folded).toHaveText(`Sentences not used (${before - 1})`);
  await page.reload();
  await expect(filter(page, /^Kept 1$/)).toBeVisible();
  await expect(folded).toHaveText(`Sentences not used (${before - 1})`);
  await expectNarrowFits(page);
  await folded.click();
  await list.getByRole('listitem').last().scrollIntoViewIfNeeded();
  await expectAccessible(page);
});

test('a person says how many facts; the others are spare and can be taken in', async ({ page }) => {
  await read(page, ARTICLE, 'fewer');
  await expect(filter(page, /^Proposed 3$/)).toBeVisible();
  await expect(rows(page)).toHaveCount(3);
  const spare = page.getByText(/^\d+ more facts?, less central$/);
  const count = Number(/\d+/.exec((await spare.textContent()) ?? '')?.[0]);
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(rows(page)).toHaveCount(3 + count);
  await saved(page, () => rows(page).first().getByRole('button', { name: 'Keep', exact: true }).click());
  await expect(filter(page, /^Kept 1$/)).toBeVisible();
  await saved(page, () => page.getByRole('button', { name: /^Take (all \d+|it) in$/ }).click());
  await expect(filter(page, new RegExp(`^Proposed ${3 + count - 1}$`))).toBeVisible();
  await expect(spare).toHaveCount(0);
  await page.reload();
  await expect(rows(page)).toHaveCount(3 + count - 1);
});

test('an article in another language says that only a reduced set was made', async ({ page }) => {
  await read(page, GERMAN);
  await expect(page.getByRole('note').filter({ hasText: 'This article is in German.' })).toBeVisible();
  await expectAccessible(page);
});

test('a fact that only has options is studied by them', async ({ page }) => {
  await read(page, ARTICLE, 'all');
  const row = rows(page).filter({ hasText: 'Choice' }).filter({ hasText: 'Card' }).first();
  await row.click();
  const id = (await chosen(page).getAttribute('data-fact')) ?? '';
  const fact = page.locator(`[data-fact="${id}"]`);
  const remove = fact.getByRole('button', { name: /^Remove (?!choice)/ });
  for (let left = await remove.count(); left > 0; left--) {
    await saved(page, () => remove.first().click());
    await expect(remove).toHaveCount(left - 1);
  }
  await saved(page, () => fact.getByRole('button', { name: 'Keep', exact: true }).click());
  await page.goto('/study');
  const options = page.getByRole('list', { name: 'Options' }).getByRole('button');
  await expect(options).toHaveCount(4);
  await expect(page.getByText('✓ right')).toHaveCount(0);
  await expectAccessible(page);
  await page.keyboard.press('2');
  await expect(page.getByText('✓ right')).toHaveCount(1);
  await expect(options.nth(1)).toHaveAttribute('aria-pressed', 'true');
  await expectAccessible(page);
  await saved(page, () => page.keyboard.press('2'));
  await expect(page.getByText('✓ right')).toHaveCount(0); // asked again, with nothing chosen
  await expect(page.getByRole('button', { pressed: true })).toHaveCount(0);
});
