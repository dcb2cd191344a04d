import { expect, expectAccessible, expectNarrowFits, signUp, test } from './person';

test('how one studies is chosen on the account page, what is wrong is said, and what is right stays', async ({
  page,
}) => {
  await signUp(page);
  await page.goto('/account');
  await expect(page.getByLabel('New facts a day')).toHaveValue('20');
  await expect(page.getByLabel('Desired retention').getByRole('option', { name: /^95%/ })).toHaveText(
    /^95%: about \d+% more reviews$/,
  );
  await page.getByLabel('New facts a day').fill('many');
  await page.getByRole('button', { name: 'Save how you study' }).click();
  await expect(page.getByText('Write a number from 0 to 999.')).toBeVisible();
  await page.getByLabel('New facts a day').fill('5');
  await page.getByLabel('Reviews a day, at most').fill('');
  await page.getByLabel('Desired retention').selectOption('95');
  await page.getByLabel('Sunday').selectOption('None');
  await page.getByLabel('Answer buttons').selectOption('four');
  await page.getByRole('button', { name: 'Save how you study' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('New facts a day')).toHaveValue('5');
  await expect(page.getByLabel('Reviews a day, at most')).toHaveValue('');
  await expect(page.getByLabel('Desired retention')).toHaveValue('95');
  await expect(page.getByLabel('Sunday')).toHaveValue('none');
  await expect(page.getByLabel('Answer buttons')).toHaveValue('four');
  await expectAccessible(page);
  await expectNarrowFits(page);
});
