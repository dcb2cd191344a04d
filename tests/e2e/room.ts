/** Into a room: its number, and players on phones of their own. */
import type { Browser, Page } from '@playwright/test';
import { expect } from './person';

export const PHONE = { width: 360, height: 740 };

/** The number that stands on the page of a room's host. */
export const numberOfRoom = async (host: Page): Promise<string> =>
  (
    (await host
      .locator('strong')
      .filter({ hasText: /^\d{3} \d{3}$/ })
      .textContent()) ?? ''
  ).replace(' ', '');

/** A player on a phone of their own, in the room. */
export const joinRoom = async (
  browser: Browser,
  { pin, name, base }: { pin: string; name: string; base?: string },
) => {
  const context = await browser.newContext({
    viewport: PHONE,
    ...(base === undefined ? {} : { baseURL: base }),
  });
  const page = await context.newPage();
  await page.goto('/join');
  await page.getByLabel('Number of the session').fill(`${pin.slice(0, 3)} ${pin.slice(3)}`);
  await page.getByRole('button', { name: 'Enter' }).click();
  await page.getByLabel('Your name in this room').fill(name);
  await page.getByRole('button', { name: 'Join' }).click();
  await expect(page.getByRole('heading', { name: `You are in, ${name}` })).toBeVisible();
  return { context, page };
};
