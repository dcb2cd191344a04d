import { keepDemoFacts } from './demo-deck';
import { onlyKinds } from './only-kinds';
import { expect, expectAccessible, expectNarrowFits, signUp, test } from './person';

test('a quiz that tells after each question shows the proof, closes the answer, and can be taken again', async ({
  page,
}) => {
  await signUp(page);
  const deckId = await keepDemoFacts(page, 4);
  await page.goto(`/decks/${deckId}/quiz`);
  await page.getByLabel('Number of questions').fill('2');
  await page.getByText('More settings').click();
  await page.getByRole('radio', { name: 'After each question' }).check();
  await page.getByLabel('Time limit, in minutes').fill('20');
  await page.getByLabel('Pass mark, in percent').fill('50');
  await page.getByLabel('How often it may be taken').fill('2');
  await expectAccessible(page);
  await expectNarrowFits(page);
  await page.getByRole('button', { name: 'Start the quiz' }).click();

  await expect(page.getByRole('timer', { name: 'Time left' })).toHaveText(/^(?:20:00|19:\d\d)$/u);
  await page.getByRole('button', { name: 'Check my answer' }).click();
  await expect(page.getByText(/Not answered\. The answer is/u)).toBeVisible();
  await expect(page.locator('mark')).toBeVisible();
  await expectAccessible(page);
  await expectNarrowFits(page);
  // It goes on at the next question, and what was shown stays shown.
  await page.reload();
  await page.getByRole('button', { name: 'Previous' }).click();
  await expect(page.getByText(/Not answered\. The answer is/u)).toBeVisible();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByRole('heading', { name: 'Question 2 of 2' })).toBeVisible();
  await expect(page.getByText(/The answer is/u)).toHaveCount(0);
  await page.getByRole('button', { name: 'Check my answer' }).click();
  await expect(page.getByText(/Not answered\. The answer is/u)).toBeVisible();
  await page.getByRole('button', { name: 'Hand in' }).click();
  await page.getByRole('button', { name: 'Hand in anyway' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '0 of 2 right' })).toBeVisible();
  await expect(page.getByText('Not passed: 50% was asked for')).toBeVisible();

  await page.getByRole('button', { name: 'Take it again (1 left)' }).click();
  await expect(page.getByRole('heading', { name: 'Question 1 of 2' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Check my answer' })).toBeVisible();
  await page.getByRole('button', { name: 'Hand in' }).click();
  await page.getByRole('button', { name: 'Hand in anyway' }).click();
  const loop = page.getByRole('region', { name: 'Test, read, test again' });
  await expect(loop).toContainText('0 of 2 right. This time: 0 of 2. 0 points.');
  await expect(loop).toContainText('So few questions say little');
  await expectAccessible(page);
});

test('a quiz of one kind for the score alone asks in that kind and shows no answers', async ({ page }) => {
  await signUp(page);
  const deckId = await keepDemoFacts(page, 4);
  await page.goto(`/decks/${deckId}/quiz`);
  await page.getByText('More settings').click();
  await onlyKinds(page);
  await page.getByRole('button', { name: 'Start the quiz' }).click();
  await expect(page.getByText('Choose one kind of question at least.').first()).toBeVisible();
  const kinds = page.getByRole('group', { name: 'Kinds of fact' }).getByRole('checkbox');
  // What was chosen stays when the form is refused.
  for (const kind of ['Choice of several answers', 'Typed answers'])
    await expect(page.getByRole('checkbox', { name: kind })).not.toBeChecked();
  await page.getByRole('checkbox', { name: 'Typed answers' }).check();
  for (const kind of await kinds.all()) await kind.uncheck();
  await page.getByRole('button', { name: 'Start the quiz' }).click();
  await expect(page.getByText('Choose one kind of fact at least.').first()).toBeVisible();
  for (const kind of await kinds.all()) await kind.check();
  await page.getByRole('radio', { name: 'The score alone' }).check();
  await page.getByLabel('Number of questions').fill('2');
  await page.getByRole('button', { name: 'Start the quiz' }).click();
  await page.getByLabel('Your answer').fill('something else');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Hand in' }).click();
  await page.getByRole('button', { name: 'Hand in anyway' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '0 of 2 right' })).toBeVisible();
  await expect(page.getByText('This quiz tells the score alone.')).toBeVisible();
  await expect(page.getByText('Right answer')).toHaveCount(0);
});
