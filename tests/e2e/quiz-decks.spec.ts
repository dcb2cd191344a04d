import { addOwnCard, keepDemoFacts } from './demo-deck';
import { expect, expectAccessible, expectNarrowFits, signUp, test } from './person';

test('a quiz of two decks is begun by its link, which shows a stranger nothing', async ({
  page,
  browser,
}) => {
  await signUp(page);
  const deckId = await keepDemoFacts(page, 4);
  await page.goto('/new');
  await page.getByLabel('Article', { exact: true }).fill('Mali lies in West Africa. Its capital is Bamako.');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Title').fill('Mali');
  await page.getByRole('button', { name: 'Read it' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mali');
  const other = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await addOwnCard(page, 'What is the capital of Mali?', 'Bamako');
  await page.goto(`/decks/${deckId}/quiz`);
  await expect(page.getByText('Up to 4, each on another fact.')).toBeVisible();
  await page.getByText('More settings').click();
  await page.getByRole('radio', { name: 'After each question' }).check();
  await page.getByText('From other decks too').click();
  const also = page.getByRole('group', { name: 'Also from these decks' });
  await also.getByRole('checkbox').check();
  await expect(page.getByText('Up to 5, each on another fact.')).toBeVisible();
  // What was filled in before stays.
  await expect(page.getByRole('radio', { name: 'After each question' })).toBeChecked();
  await page.getByRole('radio', { name: 'Harder ones first' }).check();
  await expect(page.getByText('There are none yet, so chance decides.')).toBeVisible();
  await page.getByLabel('Number of questions').fill('5');
  await page.getByRole('button', { name: 'Copy link with these settings' }).click();
  const link = await page.getByLabel('Link with these settings').inputValue();
  expect(link).toContain(`/decks/${deckId}/quiz?also=${other}&count=5&prefer=harder&feedback=each`);
  await expectAccessible(page);
  await expectNarrowFits(page);

  await page.goto(link);
  await expect(page.getByRole('radio', { name: 'Harder ones first' })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'After each question' })).toBeChecked();
  await expect(also.getByRole('checkbox')).toBeChecked();
  await page.getByRole('button', { name: 'Start the quiz' }).click();
  await expect(page.getByRole('heading', { name: 'Question 1 of 5' })).toBeVisible();

  await page.goto(`${link}&minutes=never`);
  await expect(page.getByText('Part of this link is no setting of a quiz')).toBeVisible();

  const stranger = await browser.newPage();
  await signUp(stranger);
  await stranger.goto(link);
  await expect(stranger.getByRole('heading', { name: 'No quiz for you here' })).toBeVisible();
  await expectAccessible(stranger);
  await stranger.close();
});
