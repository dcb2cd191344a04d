import type { Page } from '@playwright/test';
import { keepDemoFacts } from './demo-deck';
import { onlyKinds } from './only-kinds';
import { addCard, CARDS } from './own-kinds';
import { expect, expectAccessible, expectNarrowFits, signUp, test } from './person';

/** Signs up, writes a card of each kind and begins a quiz on them; some settings are changed by `change`. */
const begin = async (page: Page, change?: () => Promise<void>): Promise<void> => {
  await signUp(page);
  const deckId = await keepDemoFacts(page, 1);
  for (const card of CARDS) await addCard(page, card);
  await page.goto(`/decks/${deckId}/quiz`);
  await page.getByText('More settings').click();
  await onlyKinds(page, 'Several right answers', 'Numbers and dates', 'Put in order, match');
  await change?.();
  await page.getByRole('button', { name: 'Start the quiz' }).click();
  await expect(page).toHaveURL(/\/attempts\//);
};

const saved = (page: Page) => page.getByRole('status').filter({ hasText: 'Saved' });
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });

/** Answers the question that stands there, rightly by the keyboard, or in part. */
const answer = async (page: Page, how: 'right' | 'part'): Promise<void> => {
  const isAsked = (front: string) => page.getByText(front).isVisible();
  const stage = page.getByRole('group', { name: /^Question / });
  if (await isAsked('Which of these are noble gases?')) {
    // By its key, as it stands; a second stroke takes it back.
    const keyOf = async (text: string) => {
      const texts = await stage
        .getByRole('checkbox')
        .evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value));
      return String(texts.indexOf(text) + 1);
    };
    await page.keyboard.press(await keyOf('Neon'));
    if (how === 'right') await page.keyboard.press(await keyOf('Helium'));
    await page.keyboard.press(await keyOf('Iron'));
    await page.keyboard.press(await keyOf('Iron'));
    await expect(stage.getByRole('checkbox', { checked: true })).toHaveCount(how === 'right' ? 2 : 1);
  } else if (await isAsked('How tall is the test tower?')) {
    await expect(stage.getByText('m', { exact: true })).toBeVisible();
    await stage.getByLabel('Your answer, a number').fill(how === 'right' ? '0.333 km' : '340');
  } else if (await isAsked('When did the test tower open?')) {
    await field(page, 'Day').fill('18');
    await field(page, 'Month').selectOption(how === 'right' ? 'February' : 'March');
    await field(page, 'Year').fill('1889');
  } else if (await isAsked('Order the ages, the oldest first.')) {
    const wanted = how === 'right' ? ['Stone', 'Bronze', 'Iron'] : ['Iron', 'Stone', 'Bronze'];
    for (const [place, text] of wanted.entries()) {
      const row = stage.getByRole('listitem').filter({ hasText: text });
      await row.getByRole('button', { name: `Move up: ${text}` }).focus();
      for (;;) {
        const texts = await stage.getByRole('listitem').allInnerTexts();
        const at = texts.findIndex((line) => line.includes(text));
        if (at <= place) break;
        await page.keyboard.press('ArrowUp');
        await expect(stage.getByRole('status')).toHaveText(`${text}: now ${at} of 3`);
      }
    }
    // They may have stood so from the start.
    const keep = stage.getByRole('button', { name: 'Keep this order' });
    if (await keep.isVisible()) await keep.click();
  } else {
    await field(page, 'Italy').selectOption('Rome');
    await field(page, 'France').selectOption(how === 'right' ? 'Paris' : 'Lisbon');
  }
  await expect(saved(page)).toBeVisible();
};

test('cards of every kind are written, asked without their key, answered by keyboard and proved right', async ({
  page,
}) => {
  await begin(page);
  for (let number = 1; number <= CARDS.length; number += 1) {
    await expect(page.getByRole('heading', { name: `Question ${number} of 5` })).toBeVisible();
    await expectAccessible(page);
    await answer(page, 'right');
    if (number === 3) {
      await page.reload();
      await expect(page.getByRole('heading', { name: 'Question 3 of 5' })).toBeVisible();
    }
    if (number < CARDS.length) await page.getByRole('button', { name: 'Next', exact: true }).click();
  }
  await page.getByRole('button', { name: 'Hand in' }).click();
  await expect(page.getByRole('heading', { name: '5 of 5 right' })).toBeVisible();
  await expect(page.getByText('Worth 5 points of 5.')).toBeVisible();
  await expectAccessible(page);
  await expectNarrowFits(page);
});

test('answers right in part count in part, and how sure one was stands beside them', async ({ page }) => {
  await begin(page, async () => {
    await page.getByLabel(/Is asked, to see/).check();
    await page.getByLabel(/^What a wrong answer costs/).fill('50');
  });
  await expect(page.getByText('A wrong answer costs 50% of a point')).toBeVisible();
  for (let number = 1; number <= CARDS.length; number += 1) {
    await expect(page.getByRole('heading', { name: `Question ${number} of 5` })).toBeVisible();
    await answer(page, 'part');
    await page.getByRole('radio', { name: /^Sure/ }).check();
    await expect(saved(page)).toBeVisible();
    if (number === 1) await expectAccessible(page);
    if (number < CARDS.length) await page.getByRole('button', { name: 'Next', exact: true }).click();
  }
  await page.getByRole('button', { name: 'Hand in' }).click();
  await expect(page.getByRole('heading', { name: '0 of 5 right' })).toBeVisible();
  // A half each for three, and half a point less for each of two.
  await expect(page.getByText('Worth 0.5 points of 5.')).toBeVisible();
  await expect(page.getByText('Right in part, 0.5 points')).toHaveCount(3);
  await expect(page.getByText('Wrong, −0.5 points')).toHaveCount(2);
  await expect(page.getByText('sure', { exact: true })).toHaveCount(5);
  await expectAccessible(page);
});
