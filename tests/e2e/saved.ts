import { expect, type Page } from '@playwright/test';

/** Does what saves something, and waits until it is saved. */
export const saved = async (page: Page, act: () => Promise<void>): Promise<void> => {
  const response = page.waitForResponse((answer) => answer.request().method() === 'POST');
  await act();
  expect((await response).ok()).toBe(true);
};
