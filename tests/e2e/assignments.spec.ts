import type { Browser, Page } from '@playwright/test';
import { addOwnCard, keepDemoFacts } from './demo-deck';
import { expect, expectAccessible, expectNarrowFits, signUp, test } from './person';

// Several people each, on a machine that may be busy.
test.slow();

/** A class of somebody who is signed in, with a pupil at a phone who has no account. */
const classWithPupil = async (page: Page, browser: Browser): Promise<{ address: string; pupil: Page }> => {
  await page.goto('/classes');
  await page.getByLabel('Name of the class').fill('History 7b');
  await page.getByLabel('What pupils call you').fill('Ms Okafor');
  await page.getByRole('button', { name: 'Make the class' }).click();
  await expect(page.getByRole('heading', { name: 'History 7b', level: 1 })).toBeVisible();
  const link = await page.getByRole('link', { name: /\/c\// }).getAttribute('href');
  const address = new URL(page.url()).pathname;
  const pupil = await (await browser.newContext({ viewport: { width: 360, height: 700 } })).newPage();
  await pupil.goto(link ?? '');
  await pupil.getByLabel('Your name in class').fill('Ann');
  await pupil.getByRole('button', { name: 'Join' }).click();
  await pupil.getByRole('link', { name: 'I have kept it' }).click();
  await expect(pupil.getByText('you are Ann here')).toBeVisible();
  return { address, pupil };
};

test('a quiz is given, taken on a phone, reminded of, and told once it is closed', async ({
  page,
  browser,
}) => {
  await signUp(page);
  await keepDemoFacts(page, 3);
  const { address, pupil } = await classWithPupil(page, browser);
  await page.goto(`${address}/give`);
  await page.getByLabel('Title').fill('Towers, test');
  await expectAccessible(page);
  await expectNarrowFits(page);
  await page.getByRole('button', { name: 'Give it to the class' }).click();
  await expect(page.getByText('0 of 1 handed in')).toBeVisible();
  const assignment = new URL(page.url()).pathname;
  await page.getByRole('button', { name: 'Remind who is not done' }).click();
  await expect(page.getByText('They find a reminder')).toBeVisible();

  await pupil.goto('/');
  const open = pupil.getByRole('list', { name: 'Open for you' });
  await expect(open).toContainText('Your teacher reminds you');
  await expectAccessible(pupil);
  await expectNarrowFits(pupil);
  await open.getByRole('link', { name: 'Towers, test' }).click();
  await pupil.getByRole('button', { name: 'Begin' }).click();
  await expect(pupil).toHaveURL(/\/attempts\//);
  await pupil.getByRole('button', { name: 'Hand in' }).click();
  await pupil.getByRole('button', { name: 'Hand in anyway' }).click();
  await expect(pupil.getByRole('heading', { name: '0 of 3 right' })).toBeVisible();
  await expect(pupil.getByText('when it is closed for all')).toBeVisible();
  await expect(pupil.getByRole('link', { name: 'Study what I missed' })).toHaveCount(0);
  const result = pupil.url();

  await page.reload();
  await expect(page.getByText('1 of 1 handed in')).toBeVisible();
  await expectAccessible(page);
  await expectNarrowFits(page);
  await page.getByRole('button', { name: 'Close it now' }).click();
  await expect(page.getByText(/Closed \d/)).toBeVisible();
  await pupil.goto(result);
  await expect(pupil.getByRole('listitem').filter({ hasText: 'Right answer' }).first()).toBeVisible();
  // Nobody else finds it, its class or its answers.
  const stranger = await (await browser.newContext()).newPage();
  await signUp(stranger);
  for (const hidden of [assignment, `${assignment}/edit`, `${address}/give`, result]) {
    expect((await stranger.goto(hidden))?.status(), hidden).toBe(404);
  }
  expect((await pupil.goto(`${assignment}/edit`))?.status()).toBe(404);
  await stranger.context().close();
  await pupil.context().close();
});

test('a deck is given and studied; the cards are the teacher’s, the memory the pupil’s', async ({
  page,
  browser,
}) => {
  await signUp(page);
  const deckId = await keepDemoFacts(page, 2);
  const { address, pupil } = await classWithPupil(page, browser);
  await page.goto(`${address}/give`);
  await page.getByLabel('Title').fill('Towers, to learn');
  await page.getByLabel('Study the deck').check();
  await page.getByRole('button', { name: 'Give it to the class' }).click();
  // The form says so of its choice, too: it is given once its page stands there.
  await expect(page).toHaveURL(/\/assignments\/[^/]+$/);
  await expect(page.getByText('Each at their own pace')).toBeVisible();
  await pupil.goto('/');
  await pupil.getByRole('link', { name: 'Towers, to learn' }).click();
  await pupil.getByRole('link', { name: 'Study it' }).click();
  await pupil.getByRole('button', { name: 'Show answer' }).click();
  await expect(pupil.getByRole('button', { name: 'Bury' })).toHaveCount(0);
  const saved = pupil.waitForResponse('**/api/reviews');
  await pupil.getByRole('button', { name: /Knew it/ }).click();
  expect((await saved).ok()).toBe(true);
  await pupil.goto('/');
  await expect(pupil.getByRole('list', { name: 'Open for you' })).toContainText('1 of 2 facts met');
  expect((await pupil.goto(`/decks/${deckId}`))?.status()).toBe(404);
  await pupil.context().close();
});

test('a teacher reads the report of a quiz and of the class, and takes the data out', async ({
  page,
  browser,
}) => {
  await signUp(page);
  await keepDemoFacts(page, 2);
  await addOwnCard(page, 'What is the colour of the test sky?', 'ultramarine');
  const { address, pupil } = await classWithPupil(page, browser);
  await page.goto(`${address}/give`);
  await page.getByLabel('Title').fill('Towers, test');
  await page.getByRole('button', { name: 'Give it to the class' }).click();
  await expect(page.getByText('0 of 1 handed in')).toBeVisible();
  const assignment = new URL(page.url()).pathname;
  await pupil.goto(assignment);
  await pupil.getByRole('button', { name: 'Begin' }).click();
  await expect(pupil).toHaveURL(/\/attempts\//);
  for (let question = 1; question <= 3; question++) {
    await expect(pupil.getByRole('heading', { name: `Question ${question} of 3` })).toBeVisible();
    const option = pupil.getByRole('radio').first();
    const saved = pupil.waitForResponse('**/answers');
    if ((await option.count()) > 0) await option.check();
    else {
      const isOwn = await pupil.getByText('What is the colour of the test sky?').isVisible();
      await pupil.getByRole('textbox').fill(isOwn ? 'deep blue' : '=1+1');
    }
    if (question < 3) await pupil.getByRole('button', { name: 'Next' }).click();
    else await pupil.getByRole('textbox').or(option).first().blur();
    expect((await saved).ok()).toBe(true);
  }
  await pupil.getByRole('button', { name: 'Hand in' }).click();
  await expect(pupil.getByRole('heading', { name: /of 3 right/ })).toBeVisible();
  const scored = await pupil.getByRole('heading', { name: /of 3 right/ }).textContent();

  await page.goto(assignment);
  await expect(page.getByRole('heading', { name: 'Questions, hardest first' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Who answered what' })).toContainText('Ann');
  await expectAccessible(page);
  await expectNarrowFits(page);
  const list = page.getByRole('list', { name: 'Typed answers' });
  const blue = list.getByRole('listitem').filter({ hasText: '“deep blue” for “ultramarine”' });
  await blue.getByRole('button', { name: 'Let it pass' }).click();
  await expect(blue.getByRole('button', { name: 'It is wrong after all' })).toBeVisible();
  await pupil.reload();
  const right = /^(\d) of 3 right$/;
  const rightOf = (heading: string | null) => Number(right.exec(heading ?? '')?.[1]);
  expect(rightOf(await pupil.getByRole('heading', { name: right }).textContent())).toBe(rightOf(scored) + 1);
  const csv = await (await page.request.get(`/api${assignment}/results`)).text();
  expect(csv.split('\r\n')).toHaveLength(5);
  expect(csv).not.toMatch(/[,\n]=/);
  expect((await pupil.request.get(`/api${assignment}/results`)).status()).toBe(404);

  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`${address}/report`);
  await expect(page.getByRole('region', { name: 'Development' })).toContainText('Ann');
  await expectAccessible(page);
  await page.getByRole('link', { name: /Memory map of/ }).click();
  await expect(page.getByText('A pupil would recall about')).toBeVisible();
  await expectAccessible(page);
  await expectNarrowFits(page);

  await page.goto(address);
  await page.getByRole('link', { name: 'Ann', exact: true }).click();
  await expectAccessible(page);
  const exported = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download it (JSON)' }).click();
  expect((await exported).suggestedFilename()).toBe('pupil.json');
  await page.getByRole('button', { name: 'Erase it …' }).click();
  await page.getByRole('button', { name: 'Erase it', exact: true }).click();
  await expect(page.getByText('0 pupils')).toBeVisible();
  await pupil.goto(address);
  await expect(pupil.getByText('you are Ann here')).toHaveCount(0);
  await pupil.context().close();
});
