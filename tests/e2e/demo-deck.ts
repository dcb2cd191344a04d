import type { Page } from '@playwright/test';
import { saved } from './saved';

/** Adds the demo deck of a person who is signed in and keeps `count` of its facts; answers the deck's id. */
export const keepDemoFacts = async (page: Page, count: number): Promise<string> => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Add the demo deck' }).click();
  await page.waitForURL(/\/decks\/[^/]+$/);
  // Only facts that are asked: a few may have no question.
  const asked = page
    .getByRole('list', { name: 'Facts' })
    .getByRole('listitem')
    .filter({ hasText: 'Card' })
    .getByRole('button', { name: 'Keep', exact: true });
  // Without the first: another stands in its sentence, and the two are not met in one sitting.
  for (let kept = 0; kept < count; kept++) await saved(page, () => asked.nth(1).click());
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
};

/** Adds a card of one's own to the deck that is open. */
export const addOwnCard = async (page: Page, front: string, back: string): Promise<void> => {
  await page.getByRole('button', { name: 'New card' }).click();
  await page.getByLabel('Front: what is asked').fill(front);
  await page.getByLabel('Back: the answer').fill(back);
  await saved(page, () => page.getByRole('button', { name: 'Add the card' }).click());
};
