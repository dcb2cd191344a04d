/** What every browser test starts from: a page that fails its test on a console error, and people who sign up. */
import { randomUUID } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type Page } from '@playwright/test';

export const PASSWORD = 'a long enough password';

type Fixtures = { readonly noConsoleErrors: undefined };

/** Waits until a page answers to keys and clicks: what a person does some tenths of a second after they see it. */
const untilAlive = (page: Page) =>
  page.waitForFunction(
    () =>
      document.querySelector('script[src*="/_next/"]') === null ||
      Object.keys(document.body).some((key) => key.startsWith('__react')),
  );

export const test = base.extend<Fixtures>({
  page: async ({ page }, use) => {
    const [goto, reload, waitForURL] = [
      page.goto.bind(page),
      page.reload.bind(page),
      page.waitForURL.bind(page),
    ];
    page.goto = async (...asked) => {
      const response = await goto(...asked);
      await untilAlive(page);
      return response;
    };
    page.reload = async (...asked) => {
      const response = await reload(...asked);
      await untilAlive(page);
      return response;
    };
    page.waitForURL = async (...asked) => {
      await waitForURL(...asked);
      await untilAlive(page);
    };
    await use(page);
  },
  noConsoleErrors: [
    async ({ page }, use) => {
      const errors: string[] = [];
      page.on('console', (message) => {
        // A refused request (a 4xx that a test provokes) is the browser's own note, not an error of ours.
        if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
          errors.push(message.text());
        }
      });
      page.on('pageerror', (error) => errors.push(error.message));
      await use(undefined);
      expect(errors, 'errors in the console').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Signs a new person up through the form (of the server at `base`); they arrive signed in on the first page. */
export const signUp = async (
  page: Page,
  email = `${randomUUID()}@example.org`,
  base = '',
): Promise<string> => {
  await page.goto(`${base}/sign-up`);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign up' }).click();
  await expect(page.getByRole('link', { name: 'Account' })).toBeVisible();
  return email;
};

/** axe finds nothing on the page as it stands, in light and in dark. */
export const expectAccessible = async (page: Page): Promise<void> => {
  await expect(page).toHaveTitle(/Quizwright/); // a page's title may stream in after its content
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // Without the page of its own that gathers what frames of other sites say: we have none.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
    expect(found, `axe in ${colorScheme}`).toEqual([]);
  }
};

/** On a phone nothing of the page lies beyond its edge. */
export const expectNarrowFits = async (page: Page): Promise<void> => {
  await page.setViewportSize({ width: 360, height: 700 });
  // With reduced motion a change of layout is a transition of next to no time: it stands a frame later.
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
};
