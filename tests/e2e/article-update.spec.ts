import { expect, expectAccessible, expectNarrowFits, signUp, test } from './person';
import { saved } from './saved';

const SENTENCES = [
  'The Norwick Tunnel is 4 kilometres long.',
  'The Hartwell Museum was founded in 1951.',
  'Paul Ostrander restored the Hartwell Bridge in 1988.',
];
const LATER = [
  'The Hartwell Opera was founded in 1967.',
  'The Norwick Tunnel is 5 kilometres long.',
  'The Hartwell Museum was founded in 1951.',
];

test('an article that changed is compared, updated, and its changed fact comes up once', async ({ page }) => {
  await signUp(page);
  await page.goto('/new');
  await page.getByLabel('Article', { exact: true }).fill(SENTENCES.join(' '));
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Title').fill('Hartwell and Norwick');
  await page.getByRole('button', { name: 'Read it' }).click();
  await page.waitForURL(/\/decks\//);
  const deckId = page.url().split('/').at(-1) ?? '';
  await saved(page, () => page.getByRole('button', { name: 'Keep all that are proposed' }).click());
  await page.goto(`/study?deck=${deckId}`);
  const done = page.getByRole('heading', { name: 'Done for now' });
  const show = page.getByRole('button', { name: 'Show answer' });
  const goOn = page.getByRole('button', { name: 'Go on' });
  for (let cards = 0; cards < 30; cards++) {
    // What one card tells of another waits for the next stretch.
    await expect(show.or(done).or(goOn)).toBeVisible();
    if (await goOn.isVisible()) await goOn.click();
    await expect(show.or(done)).toBeVisible();
    if (await done.isVisible()) break;
    await show.click();
    await saved(page, () => page.getByRole('button', { name: /Knew it/ }).click());
  }
  await expect(done).toBeVisible();

  await page.goto(`/decks/${deckId}`);
  await page.getByRole('link', { name: 'Update this article' }).click();
  await page.waitForURL(/\/update\//);
  await page.getByLabel('Article', { exact: true }).fill(LATER.join(' '));
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('Sentences: 1 changed, 1 new, 1 removed, 1 the same.')).toBeVisible();
  const changes = page.getByRole('list', { name: 'What changed' });
  await expect(changes.locator('del')).toHaveText(['4', SENTENCES[2] ?? '']);
  await expect(changes.locator('ins')).toHaveText([LATER[0] ?? '', '5']);
  await expectAccessible(page);
  await expectNarrowFits(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('button', { name: 'Correct the text' }).click();
  await page.getByRole('button', { name: 'Compare' }).click();
  await page.getByRole('button', { name: 'Update the article' }).click();
  await page.waitForURL(`**/decks/${deckId}`);
  await expect(page.getByText(/updated \d+ \w+ \d{4}/)).toBeVisible();
  await page.getByRole('button', { name: /^Archived/ }).click();
  const list = page.getByRole('list', { name: 'Facts' });
  await expect(list.getByText('The article no longer says:').first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Kept/ }).click();
  await expect(list.getByText('Changed:').first()).toBeVisible();

  await page.goto(`/study?deck=${deckId}`);
  await expect(page.getByText('The article has changed here since your last answer.')).toBeVisible();
  await page.getByRole('button', { name: 'Show answer' }).click();
  await expect(page.locator('del')).toHaveText('4');
  await expect(page.locator('ins')).toHaveText('5');
  await expectAccessible(page);
  await page.getByRole('button', { name: /Knew it/ }).click();
  await expect(done).toBeVisible();
});

test('the same text again changes nothing, and says so', async ({ page }) => {
  await signUp(page);
  await page.goto('/new');
  await page.getByLabel('Article', { exact: true }).fill(SENTENCES.join(' '));
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Read it' }).click();
  await page.waitForURL(/\/decks\//);
  await page.getByRole('link', { name: 'Update this article' }).click();
  await page.waitForURL(/\/update\//);
  await page.getByLabel('Article', { exact: true }).fill(SENTENCES.join(' '));
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('Nothing has changed')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Update the article' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Leave it as it is' }).click();
  await page.waitForURL(/\/decks\//);
});
