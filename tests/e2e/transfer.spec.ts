import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from '@playwright/test';
import { ankiPackage } from '../support/anki-packages';
import { keepDemoFacts } from './demo-deck';
import { expect, expectAccessible, expectNarrowFits, signUp, test } from './person';

const saveAs = async (page: Page, name: string): Promise<{ name: string; bytes: Uint8Array }> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: `Save as ${name}` }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: new Uint8Array(await readFile(await download.path())) };
};

test('a deck goes out in every format, with the proof of each question', async ({ page }) => {
  await signUp(page);
  await keepDemoFacts(page, 3);
  await page.getByRole('link', { name: 'Export' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Export/ })).toBeVisible();
  await expect(page.getByText(/^3 facts with \d+ questions/)).toBeVisible();
  await expectAccessible(page);

  const xml = await saveAs(page, 'Moodle XML');
  expect(xml.name).toMatch(/\.moodle\.xml$/);
  expect(strFromU8(xml.bytes)).toContain('<generalfeedback format="html"><text><![CDATA[');

  await page.getByLabel('With your schedule and review history').first().check();
  const apkg = await saveAs(page, 'Anki package');
  expect(apkg.name).toMatch(/\.apkg$/);
  expect(Object.keys(unzipSync(apkg.bytes))).toContain('collection.anki2');
  await expectNarrowFits(page);

  await page.getByRole('link', { name: 'Print' }).click();
  await expect(page.getByRole('heading', { name: 'Answers and proofs' })).toBeVisible();
  await expect(page.getByRole('blockquote').first()).not.toBeEmpty();
  await expectAccessible(page);
});

const LIST = 'term\tdefinition\nheart\tthe organ that pumps blood\naorta\tthe largest artery\nvalve\t\n';

test('a list comes in after a preview, and can be studied; a file that is none says so', async ({ page }) => {
  await signUp(page);
  await page.goto('/');
  await page.getByRole('link', { name: 'Import cards' }).click();
  const file = page.getByLabel('File');
  await file.setInputFiles({
    name: 'broken.apkg',
    mimeType: '',
    buffer: Buffer.from('PK\u0003\u0004 nothing'),
  });
  await expect(page.getByRole('alert').filter({ hasText: 'damaged' })).toBeVisible();

  await file.setInputFiles({ name: 'Body.txt', mimeType: 'text/plain', buffer: Buffer.from(LIST) });
  await expect(page.getByText('2 cards to import; 1 row has a problem.')).toBeVisible();
  await expect(page.getByText('It has no answer')).toBeVisible();
  await expect(page.getByRole('cell', { name: 'the largest artery' })).toBeVisible();
  await page.getByLabel('The answer comes first').check();
  await expect(page.getByRole('row').nth(1).getByRole('cell').first()).toHaveText(
    'the organ that pumps blood',
  );
  await expectAccessible(page);
  await expectNarrowFits(page);
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.getByRole('button', { name: 'Import 2 cards' }).click();

  await page.waitForURL(/\/decks\/[^/]+$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Body' })).toBeVisible();
  await page.getByRole('link', { name: 'Study this deck' }).click();
  await expect(page.getByText('From “Body (imported cards)”')).toBeVisible();

  // All of it is there already.
  await page.goto('/import');
  await page.getByLabel('Deck').selectOption('Body');
  await page.getByText('Or paste a list').click();
  await page.getByLabel('List').fill('the organ that pumps blood\theart\na b\tc');
  await page.getByRole('button', { name: 'Look at it' }).click();
  await expect(page.getByText(/1 card to import; 1 that are there already stay out/)).toBeVisible();
});

test('an Anki package brings its pictures, and all data of an account go to another', async ({
  page,
  browser,
}) => {
  await signUp(page);
  await page.goto('/import');
  const picture = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAFElEQVR4nGNk+M+AFTBhFx5KEgCZ7wEPVvwJNwAAAABJRU5ErkJggg==',
    'base64',
  );
  const deck = await ankiPackage(
    {
      notes: [{ type: 'basic', fields: ['What is this? <img src="square.png">', 'A square'] }],
      media: { 'square.png': new Uint8Array(picture) },
      answers: [[0, Date.UTC(2025, 0, 1), 3, -600, 0, 0]],
    },
    'latest',
  );
  await page.getByLabel('File').setInputFiles({ name: 'a.apkg', mimeType: '', buffer: Buffer.from(deck) });
  await page.getByLabel(/Take over the past as well: 1 answer/).check();
  await page.getByRole('button', { name: 'Import 1 card' }).click();
  await page.waitForURL(/\/decks\/[^/]+$/);
  await page.getByRole('link', { name: 'Study this deck' }).click();
  const image = page.getByRole('img', { name: 'square.png' }).first();
  await expect(image).toBeVisible();
  expect(await image.evaluate((element) => (element as HTMLImageElement).naturalWidth)).toBe(8);

  await page.goto('/account');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export my data' }).click(),
  ]);
  const bytes = await readFile(await download.path());
  const other = await (await browser.newContext()).newPage();
  await signUp(other);
  await other.goto('/account');
  await other
    .getByLabel(/Bring in a file of all data/)
    .setInputFiles({ name: 'all.json', mimeType: 'application/json', buffer: bytes });
  await expect(other.getByText('Brought in: 1 deck, 1 fact, 1 row of the review log.')).toBeVisible();
  await expectAccessible(other);
  await other.goto('/');
  await expect(other.getByText('Biology')).toBeVisible();
  await other.context().close();
});
