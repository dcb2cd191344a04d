import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from '@playwright/test';
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
