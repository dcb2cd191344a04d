import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Route } from '@playwright/test';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeDocx, makeEpub, makePdf, setColumn } from '../support/documents';
import { freePort, startOwnServer } from './own-server';
import { expect, expectAccessible, expectNarrowFits, signUp, test } from './person';

const LINES = [
  'The lighthouse of Arlen was opened on',
  '3 May 1884 by the harbour office of the',
  'town. It cost $65 million to build.',
];
const LONG =
  'The tower of Arlen was raised in 1932 by the harbour office, and the town paid for all of it. '.repeat(4);

test('files are brought in together: one is bad and says why, of a book chapters are chosen, each is corrected', async ({
  page,
}) => {
  await signUp(page);
  await page.goto('/new');
  await page.getByLabel('Article files').setInputFiles([
    {
      name: 'tower.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from(makePdf([setColumn(LINES, 60, 740)])),
    },
    { name: 'scan.pdf', mimeType: 'application/pdf', buffer: Buffer.from(makePdf([[]])) },
    {
      name: 'towers.epub',
      mimeType: 'application/epub+zip',
      buffer: Buffer.from(
        makeEpub([
          { title: 'First tower', paragraphs: [LONG] },
          {
            title: 'Second <b>tower</b>',
            paragraphs: [LONG, '<img src=x onerror=alert(1)> is only text here.'],
          },
        ]),
      ),
    },
  ]);
  await expect(page.getByText('All read.')).toBeVisible({ timeout: 40_000 }); // three threads, one after the other
  await expect(page.getByText('This PDF has no text: its pages are pictures')).toBeVisible();
  await expect(page.getByText('All read.')).toBeVisible();
  await page.getByRole('checkbox', { name: 'First tower' }).uncheck();
  await page.getByRole('checkbox', { name: 'Second' }).check();
  await expectAccessible(page);
  await expectNarrowFits(page);
  await page.getByRole('button', { name: 'Continue with 2 articles' }).click();
  await expect(page.getByText('From tower.pdf. After this one, 1 more article to correct.')).toBeVisible();
  await page.getByLabel('Title').fill('The tower');
  await page.getByRole('button', { name: 'Read it' }).click();
  await expect(page.getByLabel('Title')).toHaveValue('Second <b>tower</b>');
  await expect(page.getByLabel('Text', { exact: true })).toHaveValue(/onerror=alert/);
  await page.getByRole('button', { name: 'Read it' }).click();
  await page.waitForURL(/\/decks\//);
  await page.getByRole('button', { name: 'Article', exact: true }).click();
  await expect(page.getByText(/From tower\.pdf · brought in/)).toBeVisible();
  await page.getByRole('combobox', { name: 'Article' }).selectOption('Second <b>tower</b>');
  await expect(page.getByText(/From towers\.epub, by Ida Brandt/)).toBeVisible();
  await expectAccessible(page);
});

test('several files are dropped at once: how far each is can be seen, and it can be cancelled', async ({
  page,
}) => {
  await signUp(page);
  await page.goto('/new');
  const box = page.getByLabel('Article', { exact: true });
  const dropped = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    for (const name of ['one.txt', 'two.txt', 'three.txt']) {
      transfer.items.add(new File([`${name}. ${text}`], name, { type: 'text/plain' }));
    }
    return transfer;
  }, LONG);
  await expect(async () => {
    await box.dispatchEvent('dragover', { dataTransfer: dropped });
    await expect(box).toHaveAttribute('data-dragging', 'true', { timeout: 500 });
  }).toPass();
  // The second file does not come to an end until it is cancelled.
  const held: Route[] = [];
  await page.route('**/api/documents?name=two.txt', (route) => {
    held.push(route);
  });
  await box.dispatchEvent('drop', { dataTransfer: dropped });
  await expect(page.getByText('1 of 3 read.')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('progressbar', { name: 'Reading' })).toHaveAttribute('value', '1');
  await expect(page.getByRole('listitem').filter({ hasText: 'two.txt' })).toContainText('Reading');
  await expect(page.getByRole('listitem').filter({ hasText: 'three.txt' })).toContainText('Waiting');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(box).toBeVisible();
  expect(held).toHaveLength(1);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await box.dispatchEvent('drop', { dataTransfer: dropped });
  await expect(page.getByText('All read.')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Continue with 3 articles' }).click();
  await expect(page.getByText('After this one, 2 more articles to correct.')).toBeVisible();
});

test('a Word file goes straight to its correction, its author beside it', async ({ page }) => {
  await signUp(page);
  await page.goto('/new');
  const buffer = Buffer.from(makeDocx([LONG]));
  await page
    .getByLabel('Article files')
    .setInputFiles({ name: 'a.docx', mimeType: 'application/msword', buffer });
  await expect(page.getByLabel('Title')).toHaveValue('The harbour of Arlen');
  await expect(page.getByText('From a.docx, by Mara Lindt.')).toBeVisible();
});

test('a link is fetched where that is allowed, and inward links are refused in words', async ({ page }) => {
  let founded = 1951;
  const site = createServer((request, response) => {
    const isShort = request.url === '/short';
    const text = isShort
      ? '<p>Please enable JavaScript to run this app.</p>'
      : `<p>${LONG}</p><p>The museum beside it was founded in ${founded}.</p><p>${LONG}</p>`;
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(
      `<html lang="en"><head><title>The tower of Arlen</title><meta name="author" content="Ida Brandt"><meta property="article:published_time" content="2025-05-03T10:00:00Z"></head><body><nav>Home News Sport</nav><article><h1>The tower of Arlen</h1>${text}</article></body></html>`,
    );
  });
  const sitePort = await freePort();
  await new Promise<void>((resolve) => site.listen(sitePort, '127.0.0.1', resolve));
  const port = await freePort();
  const data = mkdtempSync(join(tmpdir(), 'quizwright-'));
  const server = await startOwnServer(port, data, { LINK_HOSTS: `127.0.0.1:${sitePort}` });
  try {
    await page.goto(`http://localhost:${port}/new`);
    const box = page.getByLabel('Article', { exact: true });
    const fetchIt = async (address: string): Promise<void> => {
      await box.fill(address);
      await page.getByRole('button', { name: 'Continue' }).click();
    };
    await fetchIt('http://169.254.169.254/latest/meta-data');
    await expect(page.getByText('This address is not on the public internet')).toBeVisible();
    await page.getByRole('button', { name: 'Back' }).click();
    await fetchIt(`http://127.0.0.1:${sitePort}/short`);
    await expect(page.getByText(/This page gave \d+ words.*by scripts/)).toBeVisible();
    await page.getByRole('button', { name: 'Back' }).click();
    await fetchIt(`http://127.0.0.1:${sitePort}/tower`);
    await expect(page.getByLabel('Title')).toHaveValue('The tower of Arlen');
    await expect(page.getByText('From 127.0.0.1, by Ida Brandt, 3 May 2025.')).toBeVisible();
    await expect(page.getByLabel('Text', { exact: true })).not.toHaveValue(/Home News/);
    await page.getByRole('button', { name: 'Read it' }).click();
    await page.waitForURL(/\/decks\//);
    founded = 1949;
    await page.getByRole('link', { name: 'Update this article' }).click();
    await page.getByRole('button', { name: 'Read 127.0.0.1 again' }).click();
    await expect(page.getByText(/Sentences: 1 changed, \d+ the same\./)).toBeVisible();
    await expect(page.locator('del')).toHaveText('1951');
    await page.getByRole('button', { name: 'Update the article' }).click();
    await expect(page.getByText(/updated \d+/)).toBeVisible();
  } finally {
    await server.kill();
    site.close();
    rmSync(data, { recursive: true, force: true });
  }
});
