import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { keepDemoFacts } from './demo-deck';
import { joinRoom, numberOfRoom, PHONE } from './room';
import { freePort, startOwnServer } from './own-server';
import { saved as saving } from './saved';
import { expect, expectAccessible, expectNarrowFits, signUp, test } from './person';

/** A host who has signed up and opened a room; answers its number. */
const openRoom = async (host: Page, settings?: (form: Page) => Promise<void>): Promise<string> => {
  await signUp(host);
  const deckId = await keepDemoFacts(host, 0);
  await saving(host, () => host.getByRole('button', { name: 'Keep all that are proposed' }).click());
  await host.goto(`/decks/${deckId}/quiz`);
  await host.getByRole('link', { name: 'Play in class' }).click();
  await expect(host).toHaveURL(/\/live$/);
  await host.getByLabel('Number of questions').fill('4');
  await host.getByText('More settings').click();
  await host.getByLabel('Seconds to read the question first').fill('0');
  await host.getByLabel('Seconds to answer').fill('300');
  await settings?.(host);
  await host.getByRole('button', { name: 'Open the room' }).click();
  await expect(host.getByRole('heading', { name: '0 players' })).toBeVisible();
  return numberOfRoom(host);
};

const options = (page: Page) => page.getByRole('list', { name: 'Options' }).getByRole('button');
const saved = (page: Page) =>
  expect(page.getByText('Your answer is saved. The first one counts.')).toBeVisible();
const closeAll = async (contexts: readonly BrowserContext[]): Promise<void> => {
  for (const context of contexts) await context.close();
};

test('a lesson from the first pupil to the podium, on laptop, projector and phones', async ({
  page: host,
  browser,
}) => {
  test.setTimeout(120_000);
  const pin = await openRoom(host);
  await expect(host.getByRole('img', { name: /QR code for/ })).toBeVisible();
  await expectAccessible(host);
  const [ada, li] = [
    await joinRoom(browser, { pin, name: 'Ada' }),
    await joinRoom(browser, { pin, name: '李' }),
  ];
  await expect(host.getByRole('heading', { name: '2 players' })).toBeVisible();
  const screen = await host.context().newPage();
  await screen.goto(`${new URL(host.url()).pathname}/screen`);
  await expect(screen.getByRole('list', { name: 'Players' }).getByText('李')).toBeVisible();

  // A name is one person's.
  const twin = await (await browser.newContext()).newPage();
  await twin.goto(`/join?pin=${pin}`);
  await twin.getByLabel('Your name in this room').fill('ADA');
  await twin.getByRole('button', { name: 'Join' }).click();
  await expect(
    twin.getByRole('alert').filter({ hasText: 'Someone here has this name already' }),
  ).toBeVisible();

  await host.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(ada.page.getByRole('heading', { name: /Question 1 of \d/ })).toBeVisible();
  await expect(ada.page.getByRole('timer', { name: 'Seconds left' })).toBeVisible();
  await expectAccessible(ada.page);
  await expectNarrowFits(ada.page);
  await expect(screen.getByRole('list', { name: 'Options' })).toBeVisible();
  await expectAccessible(screen);
  await options(ada.page).first().click();
  await saved(ada.page);
  await expect(host.getByText('1 of 2 answered')).toBeVisible();
  // A reload, a second tab: the same person with the same answer.
  await ada.page.reload();
  await saved(ada.page);
  const second = await ada.context.newPage();
  await second.goto(ada.page.url());
  await saved(second);
  await second.close();
  await li.page.keyboard.press('b');
  await saved(li.page).catch(() => undefined); // the last answer ends the question at once
  for (const page of [host, screen, ada.page, li.page])
    await expect(page.getByRole('heading', { name: 'The sentence that proves it' })).toBeVisible();
  await expect(ada.page.locator('mark')).toHaveCount(1);
  await expectAccessible(ada.page);
  await expectNarrowFits(ada.page);
  await expectAccessible(host);

  await host.getByRole('button', { name: 'Show the standings' }).click();
  await expect(ada.page.getByText(/Place \d of 2/)).toBeVisible();
  await expectAccessible(ada.page);
  await host.getByRole('button', { name: 'Next question' }).click();
  await expect(ada.page.getByRole('heading', { name: /Question 2 of/ })).toBeVisible();
  await host.getByRole('button', { name: 'Pause' }).click();
  await expect(ada.page.getByText('Paused: nobody loses time.')).toBeVisible();
  await expect(options(ada.page).first()).toBeDisabled();
  await host.getByRole('button', { name: 'Go on' }).click();
  await expect(options(ada.page).first()).toBeEnabled();
  await host.getByRole('button', { name: 'Skip this question' }).click();
  await expect(ada.page.getByRole('heading', { name: /Question 3 of|Place/ }).first()).toBeVisible();
  await host.getByRole('button', { name: '李' }).click();
  await host.getByRole('button', { name: 'Take out of the room' }).click();
  await expect(li.page.getByText('The host has taken you out of this session.')).toBeVisible();
  const finish = host.getByRole('button', { name: 'Finish now' });
  if (await finish.isVisible()) await finish.click();
  for (const page of [host, screen, ada.page]) {
    const podium = page.getByRole('region', { name: 'The podium' });
    await expect(podium.getByRole('list', { name: 'Players' }).getByRole('listitem')).toHaveCount(1);
  }
  await expectNarrowFits(host);
  await host.getByRole('button', { name: 'Close the room' }).click();
  await expect(ada.page.getByRole('heading', { name: 'The session is over' })).toBeVisible();
  await closeAll([ada.context, li.context, twin.context()]);
});

test('a player is told no key before the reveal, and may do nothing that the host may', async ({
  page: host,
  browser,
}) => {
  const pin = await openRoom(host, async (form) => {
    await form.getByLabel('After each answer: tap the sentence that proves it').check();
  });
  const eve = await joinRoom(browser, { pin, name: 'Eve' });
  const ann = await joinRoom(browser, { pin, name: 'Ann' });
  const session = new URL(host.url()).pathname.split('/').at(-1) ?? '';
  // Every frame that Eve's device gets, read beside her page.
  await eve.page.evaluate((path) => {
    const frames: string[] = [];
    Object.assign(globalThis, { frames });
    new EventSource(path).onmessage = ({ data }: MessageEvent<string>) => frames.push(data);
  }, `/api/live/${session}/player`);
  await host.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(options(eve.page).first()).toBeVisible();
  const give = async (command: object, page = eve.page): Promise<number> =>
    (await page.request.post(`/api/live/${session}/commands`, { data: command })).status();
  const forbidden = [
    { name: 'next', step: 1 },
    { name: 'skip', step: 1 },
    { name: 'pause' },
    { name: 'resume' },
    { name: 'add-time', step: 1, seconds: 10 },
    { name: 'lock' },
    { name: 'unlock' },
    { name: 'remove', player: 'x' },
    { name: 'give-time', player: 'x', factor: 2 },
    { name: 'finish' },
    { name: 'close' },
  ];
  for (const command of forbidden) expect(await give(command), command.name).toBe(403);
  for (const as of ['host', 'screen'])
    expect((await eve.page.request.get(`/api/live/${session}/${as}`)).status()).toBe(403);
  expect(await give({ name: 'answer', question: 0, option: 99 })).toBe(400);
  expect(await give({ name: 'answer', question: 0, option: -1 })).toBe(400);
  expect(await give({ name: 'tick' })).toBe(400);
  const stranger = await (await browser.newContext()).newPage();
  expect(await give({ name: 'answer', question: 0, option: 0 }, stranger)).toBe(403);
  expect((await stranger.request.get(`/api/live/${session}/player`)).status()).toBe(403);

  await options(eve.page).first().click();
  await saved(eve.page);
  expect(await give({ name: 'answer', question: 0, option: 1 })).toBe(200);
  await ann.page.getByRole('list', { name: 'Options' }).getByRole('button').nth(1).click();
  const proving = eve.page.getByRole('heading', { name: 'Which sentence proves it?' });
  const revealed = eve.page.getByRole('heading', { name: 'The sentence that proves it' });
  await expect(proving.or(revealed)).toBeVisible();
  if (await proving.isVisible()) {
    await expectAccessible(eve.page);
    await eve.page.getByRole('listitem').getByRole('button').first().click();
    await ann.page.getByRole('listitem').getByRole('button').first().click();
  }
  await expect(revealed).toBeVisible();
  const frames = await eve.page.evaluate(() => (globalThis as unknown as { frames: string[] }).frames);
  const kinds = frames.map(
    (frame) => (JSON.parse(frame) as { view: { phase: { name: string } } }).view.phase.name,
  );
  expect(kinds).toContain('answering');
  expect(kinds).toContain('revealed');
  for (const [index, frame] of frames.entries()) {
    expect(frame).not.toMatch(/factId|questionId|rivals|userId|token/);
    if (kinds[index] !== 'revealed') expect(frame).not.toMatch(/isAnswer|"answer":|"proof"|statement/);
  }
  await closeAll([eve.context, ann.context, stranger.context()]);
});

test('drops, a closed laptop and a killed server: nobody is lost', async ({ browser }) => {
  test.setTimeout(240_000);
  const data = await mkdtemp(join(tmpdir(), 'quizwright-live-'));
  const port = await freePort();
  const base = `http://localhost:${port}`;
  let server = await startOwnServer(port, data);
  try {
    const hostContext = await browser.newContext({ baseURL: base });
    let host = await hostContext.newPage();
    const pin = await openRoom(host);
    const ada = await joinRoom(browser, { pin, name: 'Ada', base });
    const bob = await joinRoom(browser, { pin, name: 'Bob', base });
    await host.getByRole('button', { name: 'Start', exact: true }).click();
    await options(ada.page).first().click();
    await saved(ada.page);

    await server.kill();
    await expect(bob.page.getByText('Connecting … your answers are safe.')).toBeVisible();
    // Answered while nobody listens: it is sent until it is saved.
    await options(bob.page).nth(1).click();
    server = await startOwnServer(port, data);
    for (const page of [host, ada.page, bob.page])
      await expect(page.getByRole('heading', { name: 'The sentence that proves it' })).toBeVisible();
    await host.getByRole('button', { name: 'Show the standings' }).click();
    await host.getByRole('button', { name: 'Next question' }).click();
    await expect(ada.page.getByRole('heading', { name: /Question 2 of/ })).toBeVisible();

    // The laptop is closed: the session stands still until it is opened again.
    const address = host.url();
    await host.close();
    await expect(ada.page.getByText('Paused: nobody loses time.')).toBeVisible({ timeout: 15_000 });
    host = await hostContext.newPage();
    await host.goto(address);
    await expect(options(ada.page).first()).toBeEnabled();

    // A phone that is gone is not waited for; when it is back, it is still Ada's.
    const play = ada.page.url();
    await ada.page.close();
    await options(bob.page).first().click();
    await expect(host.getByRole('heading', { name: 'The sentence that proves it' })).toBeVisible();
    const back = await ada.context.newPage();
    await back.goto(play);
    await expect(back.getByText('You did not answer')).toBeVisible();
    await expect(back.getByText('Ada', { exact: true })).toBeVisible();
    await expect(host.getByRole('heading', { name: '2 players' })).toBeVisible();
    await closeAll([ada.context, bob.context, hostContext]);
  } finally {
    await server.kill();
    await rm(data, { recursive: true, force: true });
  }
});

test('given names, teams, own pace, typed answers, a locked room, a linked memory, and the report', async ({
  page: host,
  browser,
}) => {
  const pin = await openRoom(host, async (form) => {
    await form.getByLabel('Also questions whose answer is typed').check();
    await form.getByLabel('Everyone at their own pace').check();
    await form.getByLabel('Give out names from this list').check();
    await form.getByLabel('Names to give out, one a line').fill('Otter');
    await form.getByLabel('Teams, one a line').fill('Red\nBlue');
  });
  const phone = await browser.newContext({ viewport: PHONE });
  const pupil = await phone.newPage();
  await signUp(pupil);
  await pupil.goto(`/join?pin=${pin}`);
  await pupil.getByRole('checkbox', { name: /memory|miss/i }).check();
  await pupil.getByRole('button', { name: 'Join' }).click();
  await expect(pupil.getByRole('heading', { name: 'You are in, Otter' })).toBeVisible();
  await expect(pupil.getByText('Red')).toBeVisible();
  await expect(pupil.getByText('What you miss will come up in your study.')).toBeVisible();

  await host.getByRole('button', { name: 'Lock the room' }).click();
  await expect(host.getByRole('button', { name: 'Open the room' })).toBeVisible();
  const late = await (await browser.newContext({ viewport: PHONE })).newPage();
  await late.goto(`/join?pin=${pin}`);
  await late.getByRole('button', { name: 'Join' }).click();
  await expect(late.getByRole('alert').filter({ hasText: /closed|lock/i })).toBeVisible();

  await host.getByRole('button', { name: 'Start', exact: true }).click();
  for (let question = 1; question <= 4; question += 1) {
    await expect(pupil.getByRole('heading', { name: `Question ${question} of 4` })).toBeVisible();
    const typed = pupil.getByLabel('Your answer');
    await expect(typed.or(options(pupil).first())).toBeVisible();
    if (await typed.isVisible()) {
      await typed.fill('nothing of the kind');
      await pupil.getByRole('button', { name: 'Send' }).click();
    } else {
      await options(pupil).first().click();
    }
    await expect(pupil.getByRole('heading', { name: 'The sentence that proves it' })).toBeVisible();
    await pupil.getByRole('button', { name: /Next question|Finish/ }).click();
  }
  await expect(pupil.getByRole('heading', { name: 'You have answered all 4' })).toBeVisible();
  await host.getByRole('button', { name: 'End and show the podium' }).click();
  await expect(host.getByRole('list', { name: 'Teams' }).getByText('Red')).toBeVisible();
  await host.getByRole('link', { name: 'Report' }).click();
  await expect(host.getByRole('heading', { name: 'Who answered what' })).toBeVisible();
  await expect(host.getByRole('rowheader', { name: 'Otter' }).first()).toBeVisible();
  await expectAccessible(host);
  await closeAll([phone, late.context()]);
});
