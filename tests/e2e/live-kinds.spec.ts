import type { Page } from '@playwright/test';
import { keepDemoFacts } from './demo-deck';
import { addCard, CARDS } from './own-kinds';
import { expect, expectAccessible, expectNarrowFits, signUp, test } from './person';
import { joinRoom, numberOfRoom } from './room';

const RIGHT: Readonly<Record<string, string>> = {
  'Which of these are noble gases?': 'Helium; Neon',
  'Order the ages, the oldest first.': 'Stone → Bronze → Iron',
  'Which capital belongs to which country?': 'France – Paris; Italy – Rome',
};

/** Puts an answer together and sends it: the right one, or one that is right in part. */
const answer = async (page: Page, front: string, how: 'right' | 'part'): Promise<void> => {
  if (front.startsWith('Which of these')) {
    await page.getByRole('checkbox', { name: 'Neon' }).check();
    if (how === 'right') await page.getByRole('checkbox', { name: 'Helium' }).check();
  } else if (front.startsWith('Order')) {
    const wanted = how === 'right' ? ['Stone', 'Bronze', 'Iron'] : ['Iron', 'Stone', 'Bronze'];
    const rows = page.getByRole('listitem');
    for (const [place, text] of wanted.entries())
      while ((await rows.allInnerTexts()).findIndex((line) => line.includes(text)) > place)
        await page.getByRole('button', { name: `Move up: ${text}` }).click();
  } else {
    await page.getByLabel('Italy', { exact: true }).selectOption('Rome');
    if (how === 'right') await page.getByLabel('France', { exact: true }).selectOption('Paris');
  }
  await page.getByRole('button', { name: 'Send' }).click();
};

test('several right options, an order and pairs are played in a room, count in part, and tell no key before', async ({
  page: host,
  browser,
}) => {
  await signUp(host);
  const deckId = await keepDemoFacts(host, 0);
  for (const card of CARDS) await addCard(host, card);
  await host.goto(`/decks/${deckId}/live`);
  await host.getByLabel('Also putting in order and matching').check();
  await host.getByLabel('Number of questions').fill('3');
  await host.getByText('More settings').click();
  await host.getByLabel('Seconds to read the question first').fill('0');
  await host.getByLabel('Seconds to answer').fill('300');
  await host.getByRole('button', { name: 'Open the room' }).click();
  await expect(host.getByRole('heading', { name: '0 players' })).toBeVisible();
  const pin = await numberOfRoom(host);
  const [ada, ben] = [
    await joinRoom(browser, { pin, name: 'Ada' }),
    await joinRoom(browser, { pin, name: 'Ben' }),
  ];
  const heard: string[] = [];
  const session = new URL(host.url()).pathname.split('/').at(-1) ?? '';
  await ben.page.exposeFunction('heard', (frame: string) => heard.push(frame));
  await ben.page.evaluate((path) => {
    const tell = (globalThis as unknown as { heard: (frame: string) => void }).heard;
    new EventSource(path).onmessage = ({ data }: MessageEvent<string>) => {
      tell(data);
    };
  }, `/api/live/${session}/player`);
  await host.getByRole('button', { name: 'Start', exact: true }).click();
  for (let number = 1; number <= 3; number += 1) {
    await expect(ada.page.getByRole('heading', { name: `Question ${number} of 3` })).toBeVisible();
    const fronts = await Promise.all(
      Object.keys(RIGHT).map(async (front) => ((await ada.page.getByText(front).isVisible()) ? [front] : [])),
    );
    const [front = ''] = fronts.flat();
    if (number === 1) {
      await expectAccessible(ada.page);
      await expectAccessible(host);
    }
    await expectNarrowFits(ada.page);
    await answer(ada.page, front, 'right');
    await expect(ada.page.getByText('Your answer is saved. The first one counts.')).toBeVisible();
    // The answer is there again after a reload, and cannot be changed.
    await ada.page.reload();
    await expect(ada.page.getByText('Your answer is saved. The first one counts.')).toBeVisible();
    await expect(ada.page.getByRole('button', { name: 'Send' })).toBeDisabled();
    await answer(ben.page, front, 'part');
    await expect(ada.page.getByText('Right: 1000 points')).toBeVisible();
    await expect(ben.page.getByText(/^◐ Partly right: \d+ points$/)).toBeVisible();
    const right = RIGHT[front] ?? '';
    await expect(ben.page.getByText('Right answer:')).toContainText(right);
    await expectAccessible(ben.page);
    await expectNarrowFits(ben.page);
    if (number < 3) {
      await host.getByRole('button', { name: 'Show the standings' }).click();
      await host.getByRole('button', { name: 'Next question' }).click();
    }
  }
  const before = heard.filter((frame) => frame.includes('"name":"answering"'));
  expect(before.length).toBeGreaterThan(2);
  for (const frame of before) expect(frame).not.toMatch(/isAnswer|"answer":|"proof"|statement|→| – /);
  await host.getByRole('button', { name: 'Show the podium' }).click();
  await expect(host.getByRole('region', { name: 'The podium' })).toBeVisible();
  await expect(host.getByText('Late? The number is')).toBeHidden();
  for (const { context } of [ada, ben]) await context.close();
});
