import { keepDemoFacts } from './demo-deck';
import { expect, signUp, test } from './person';
import { joinRoom, numberOfRoom } from './room';
import { saved } from './saved';

/** A name that the school's network gives the server: over plain http the browser then withholds what it deems unsafe. */
const NAME = 'quiz.school.test';

test('over plain http on a school’s network people sign up, study, and play in class', async ({
  playwright,
  baseURL,
}) => {
  const { launchOptions = {} } = test.info().project.use;
  const browser = await playwright.chromium.launch({
    ...launchOptions,
    args: [...(launchOptions.args ?? []), `--host-resolver-rules=MAP ${NAME} 127.0.0.1`],
  });
  const base = `http://${NAME}:${new URL(baseURL ?? '').port}`;
  const host = await (await browser.newContext({ baseURL: base })).newPage();
  await signUp(host);
  expect(await host.evaluate(() => isSecureContext || 'randomUUID' in crypto)).toBe(false);
  const deckId = await keepDemoFacts(host, 0);
  await saved(host, () => host.getByRole('button', { name: 'Keep all that are proposed' }).click());
  await host.goto(`/study?deck=${deckId}`);
  await host.getByRole('button', { name: 'Show answer' }).click();
  await expect(host.getByRole('region', { name: 'Answer' })).toBeVisible();
  await saved(host, () => host.getByRole('button', { name: /^Knew it/ }).click());

  await host.goto(`/decks/${deckId}/live`);
  await host.getByText('More settings').click();
  await host.getByLabel('Seconds to read the question first').fill('0');
  await host.getByRole('button', { name: 'Open the room' }).click();
  await expect(host.getByRole('heading', { name: '0 players' })).toBeVisible();
  const player = await joinRoom(browser, { pin: await numberOfRoom(host), name: 'Ada', base });
  await host.getByRole('button', { name: 'Start', exact: true }).click();
  await player.page.getByRole('list', { name: 'Options' }).getByRole('button').first().click();
  await expect(player.page.getByRole('heading', { name: 'The sentence that proves it' })).toBeVisible();
  await browser.close();
});
