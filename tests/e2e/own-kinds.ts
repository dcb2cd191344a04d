/** Cards of one's own, of the kinds that a person alone writes. */
import type { Page } from '@playwright/test';
import { expect } from './person';

export type Card = {
  readonly kind: string;
  readonly front: string;
  readonly answer: string;
  readonly others?: string;
};

/** A card of each kind that has more than one line to be right. */
export const CARDS: readonly Card[] = [
  {
    kind: 'Choice, several are right',
    front: 'Which of these are noble gases?',
    answer: 'Helium\nNeon',
    others: 'Iron\nGold',
  },
  { kind: 'A number', front: 'How tall is the test tower?', answer: '330 ± 5 m' },
  { kind: 'A date', front: 'When did the test tower open?', answer: '18 February 1889' },
  { kind: 'Put in order', front: 'Order the ages, the oldest first.', answer: 'Stone\nBronze\nIron' },
  {
    kind: 'Match',
    front: 'Which capital belongs to which country?',
    answer: 'France = Paris\nItaly = Rome',
    others: 'Lisbon',
  },
];

/** Writes a card in the deck that is open. */
export const addCard = async (page: Page, { kind, front, answer, others }: Card): Promise<void> => {
  await page.getByRole('button', { name: 'New card' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Kind').selectOption(kind);
  await dialog.getByLabel('Front').fill(front);
  await dialog.getByLabel(/^(Right options|Answer|In the right order|What belongs together)/).fill(answer);
  if (others !== undefined) await dialog.getByLabel(/^(Wrong options|Options that belong)/).fill(others);
  await dialog.getByRole('button', { name: 'Add the card' }).click();
  await expect(dialog).toBeHidden();
};
