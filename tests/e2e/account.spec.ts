import { expect, expectAccessible, PASSWORD, signUp, test } from './person';

test('someone signs up, signs out and signs in again', async ({ page }) => {
  const email = await signUp(page);
  await page.getByRole('link', { name: 'Account' }).click();
  await expect(page.getByText(email)).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('link', { name: 'Account' })).toHaveCount(0);

  await page.goto('/sign-in?next=/history');
  await page.getByLabel('Email').fill(email.toUpperCase());
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL('/history');
  await expect(page.getByRole('link', { name: 'Account' })).toBeVisible();
});

test('a refusal says what is wrong, keeps what was typed and moves to the field', async ({ page }) => {
  await page.goto('/sign-up');
  await page.getByLabel('Email').fill('ada');
  await page.getByLabel('Password', { exact: true }).fill('short');
  await page.getByRole('button', { name: 'Sign up' }).click();
  await expect(page.getByText('Write an email address such as ada@example.org.')).toBeVisible();
  await expect(page.getByText('Use at least 10 characters')).toBeVisible();
  await expect(page.getByLabel('Email')).toHaveValue('ada');
  await expect(page.getByLabel('Email')).toBeFocused();
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue('short');
  await expectAccessible(page);
});
