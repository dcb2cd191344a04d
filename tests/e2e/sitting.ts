import { expect, type Page } from '@playwright/test';

/** Studies a deck from its first card on, one grade for each card, and waits until each is saved. */
export const study = async (page: Page, deckId: string, grades: readonly RegExp[]): Promise<void> => {
  await page.goto(`/study?deck=${deckId}`);
  for (const grade of grades) {
    await page.getByRole('button', { name: 'Show answer' }).click();
    const saved = page.waitForResponse('**/api/reviews');
    await page.getByRole('button', { name: grade }).click();
    expect((await saved).ok()).toBe(true);
  }
};
