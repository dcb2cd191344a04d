import { expect, expectAccessible, expectNarrowFits, signUp, test } from './person';

const ARTICLE = `The lighthouse of Arlen

The lighthouse was opened on 3 May 1884 by the harbour office. The building cost $65 million.

Photo: Getty Images

Accept all cookies

The International Lighthouse Association (ILA) was founded in 1901. In 1932, the tower was raised to 54 metres.`;

test('an article is pasted, corrected, and read into facts with their proof', async ({ page }) => {
  await signUp(page);
  await page.getByRole('link', { name: 'New article' }).click();
  await page.getByLabel('Article', { exact: true }).fill(ARTICLE);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Continue' }).click();

  await expect(page.getByLabel('Title')).toHaveValue('The lighthouse of Arlen');
  const clutter = page.getByRole('group', { name: 'Lines to take out' });
  await expect(clutter.getByRole('checkbox')).toHaveCount(2);
  await clutter.getByRole('checkbox', { name: 'Accept all cookies' }).uncheck();
  await expect(page.getByText('38 words will be read.')).toBeVisible();
  await clutter.getByRole('checkbox', { name: 'Accept all cookies' }).check();
  await expect(page.getByText('35 words will be read.')).toBeVisible();
  await page.getByLabel('Title').fill('The lighthouse of Arlen, corrected');
  await expectAccessible(page);
  await expectNarrowFits(page);

  await page.getByRole('button', { name: 'Read it' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The lighthouse of Arlen, corrected');
  const article = page.getByRole('region', { name: 'Article' });
  await page.getByRole('button', { name: 'Article', exact: true }).click();
  await expect(article.getByText('Getty Images')).toHaveCount(0);
  await expect(article.getByRole('button', { name: 'In 1932, the tower' })).toBeVisible();

  // Kept until it was saved, and no longer.
  await page.goto('/new');
  await expect(page.getByLabel('Article', { exact: true })).toHaveValue('');
});

test('what is typed survives a reload, before and after the correction', async ({ page }) => {
  await signUp(page);
  await page.goto('/new');
  await page.getByLabel('Article', { exact: true }).fill(ARTICLE);
  await page.reload();
  await expect(page.getByLabel('Article', { exact: true })).toHaveValue(ARTICLE);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Title').fill('A title of my own');
  await page.reload();
  await expect(page.getByLabel('Title')).toHaveValue('A title of my own');
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page.getByLabel('Article', { exact: true })).toHaveValue(/The lighthouse was opened/);
});

test('nothing, junk and too much are refused in words', async ({ page }) => {
  await signUp(page);
  await page.goto('/new');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('There is no text to read.')).toBeVisible();
  const file = page.getByLabel('Article file');
  const junk = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0, 255]);
  await file.setInputFiles({ name: 'picture.txt', mimeType: 'text/plain', buffer: junk });
  await expect(page.getByText('This file is of no kind that can be read')).toBeVisible();
  await page.getByRole('button', { name: 'Back' }).click();
  const long = Buffer.from('word '.repeat(200_001));
  await file.setInputFiles({ name: 'long.txt', mimeType: 'text/plain', buffer: long });
  await expect(page.getByText('longer than 200,000 words')).toBeVisible();
  await page.getByRole('button', { name: 'Back' }).click();
  await file.setInputFiles({ name: 'lights.md', mimeType: 'text/markdown', buffer: Buffer.from(ARTICLE) });
  await expect(page.getByLabel('Title')).toHaveValue('The lighthouse of Arlen');
});

test('the same article is noticed: refused in its own deck, asked about elsewhere', async ({ page }) => {
  await signUp(page);
  const readIt = async (path: string): Promise<void> => {
    await page.goto(path);
    await page.getByLabel('Article', { exact: true }).fill(ARTICLE);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'Read it' }).click();
  };
  await readIt('/new');
  await page.waitForURL(/\/decks\//);
  const first = page.url();
  const deckId = new URL(first).pathname.split('/').at(-1) ?? '';

  await readIt(`/new?deck=${deckId}`);
  await expect(page.getByText('This deck holds this article already.')).toBeVisible();

  await page.getByLabel('Deck').selectOption('New deck with this title');
  await page.getByRole('button', { name: 'Read it' }).click();
  await expect(page.getByText('You have this article already')).toBeVisible();
  await page.getByRole('button', { name: 'Read it again' }).click();
  await page.waitForURL((url) => url.pathname.startsWith('/decks/') && url.href !== first);

  // A second article into the deck: both can be opened.
  await page.goto(`/new?deck=${deckId}`);
  await page.getByLabel('Article', { exact: true }).fill('Another tower\n\nThe second tower opened in 1950.');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Read it' }).click();
  await page.waitForURL(first);
  await page.getByRole('combobox', { name: 'Article' }).selectOption('Another tower');
  await expect(page.getByRole('button', { name: 'The second tower opened in 1950.' })).toBeVisible();
});

test('a long text shows how far it is read, and can be cancelled with nothing lost', async ({ page }) => {
  await signUp(page);
  await page.goto('/new');
  const sentence = (n: number) => `Bridge number ${n} of Arlen was opened on 3 May ${1500 + (n % 500)}.`;
  const buffer = Buffer.from(Array.from({ length: 9000 }, (_, n) => sentence(n)).join('\n\n'));
  await page
    .getByLabel('Article file')
    .setInputFiles({ name: 'bridges.txt', mimeType: 'text/plain', buffer });
  await expect(page.getByLabel('Title')).toHaveValue('bridges');
  await page.getByRole('button', { name: 'Read it' }).click();
  await expect(page.getByRole('progressbar', { name: 'Reading the article' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('button', { name: 'Read it' })).toBeVisible();
  await expect(page.getByLabel('Text', { exact: true })).toHaveValue(/Bridge number 8999/);
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'No decks yet' })).toBeVisible();
});
