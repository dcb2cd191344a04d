import { keepDemoFacts } from './demo-deck';
import { expect, signUp, test } from './person';

test('a sitting by keyboard alone, with evidence, undo, and undo after the last card', async ({ page }) => {
  await signUp(page);
  const deckId = await keepDemoFacts(page, 3);
  await page.goto(`/study?deck=${deckId}`);
  const { keyboard } = page;
  const question = page.getByRole('region', { name: 'Question' });
  const answer = page.getByRole('region', { name: 'Answer' });
  const closing = page.getByRole('heading', { name: 'Done for now' });
  await expect(page.getByText('3 left')).toBeVisible();
  const first = await question.textContent();

  // Evidence waits for the answer, and there is nothing to undo.
  await keyboard.press('u');
  await keyboard.press('e');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await keyboard.press('Space');
  await expect(answer).toBeVisible();
  await expect(page.getByRole('button', { name: 'Forgot, next in 1 min' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Knew it, next in 10 min' })).toBeVisible();

  await keyboard.press('e');
  const evidence = page.getByRole('dialog', { name: 'Where this comes from' });
  await expect(evidence.locator('mark')).toBeVisible();
  await keyboard.press('Escape');
  await expect(evidence).toHaveCount(0);
  await expect(answer).toBeVisible();

  await keyboard.press('1');
  await expect(question).not.toHaveText(first ?? '');
  await keyboard.press('u');
  await expect(question).toHaveText(first ?? '');
  await expect(page.getByText('3 left')).toBeVisible();

  // The first is forgotten once, and every card is answered until it leaves the learning steps.
  let grade = '1';
  for (let steps = 0; steps < 20 && !(await closing.isVisible()); steps++) {
    await keyboard.press(steps % 2 === 0 ? 'Space' : 'Enter');
    await expect(answer).toBeVisible();
    await keyboard.press(grade);
    await expect(question.or(closing)).toBeVisible();
    grade = '2';
  }
  await expect(closing).toBeVisible();
  await expect(page.getByRole('heading', { name: 'What you missed' })).toBeVisible();
  await expect(page.locator('mark')).toHaveCount(1);

  await keyboard.press('u');
  await expect(question).toBeVisible();
  await expect(page.getByText('1 left')).toBeVisible();
  await keyboard.press('Space');
  await keyboard.press('2');
  await expect(closing).toBeVisible();
  await expect(page.getByText(/The next is due/)).toBeVisible();
});
