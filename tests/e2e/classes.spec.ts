import type { Browser, Page } from '@playwright/test';
import { expect, expectAccessible, expectNarrowFits, signUp, test } from './person';

// Several people each, on a machine that may be busy.
test.slow();

/** Makes a class as somebody who is signed in; answers its page and the link that pupils join by. */
const makeClass = async (page: Page, name = 'History 7b'): Promise<{ address: string; link: string }> => {
  await page.goto('/classes');
  await page.getByLabel('Name of the class').fill(name);
  await page.getByLabel('What pupils call you').fill('Ms Okafor');
  await page.getByRole('button', { name: 'Make the class' }).click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
  const link = await page.getByRole('link', { name: /\/c\// }).first().getAttribute('href');
  return { address: new URL(page.url()).pathname, link: link ?? '' };
};

/** Joins without an account on a device of their own; answers the device and the resume code. */
const joinAs = async (
  browser: Browser,
  link: string,
  name: string,
): Promise<{ pupil: Page; code: string }> => {
  const pupil = await (await browser.newContext({ viewport: { width: 360, height: 700 } })).newPage();
  await pupil.goto(link);
  await pupil.getByLabel('Your name in class').fill(name);
  await pupil.getByRole('button', { name: 'Join' }).click();
  const kept = pupil.getByRole('status').filter({ hasText: 'resume code' });
  const code = /[A-Z\d]{4}(-[A-Z\d]{4}){3}/.exec((await kept.textContent()) ?? '')?.[0] ?? '';
  await pupil.getByRole('link', { name: 'I have kept it' }).click();
  await expect(pupil.getByText(`you are ${name} here`)).toBeVisible();
  return { pupil, code };
};

test('a teacher makes a class, pupils join without an account and come back on another device', async ({
  page,
  browser,
}) => {
  await signUp(page);
  const { address, link } = await makeClass(page);
  const { pupil, code } = await joinAs(browser, link, 'Ann');
  await expectNarrowFits(pupil);
  await expectAccessible(pupil);
  const pupilsView = await pupil.content();

  // The same name again is refused, whatever its case.
  const second = await (await browser.newContext()).newPage();
  await second.goto(link);
  await second.getByLabel('Your name in class').fill('ANN');
  await second.getByRole('button', { name: 'Join' }).click();
  await expect(second.getByRole('alert').filter({ hasText: 'this name already' })).toBeVisible();
  await second.getByLabel('Your name in class').fill('Bo');
  await second.getByRole('button', { name: 'Join' }).click();
  await expect(second.getByText('Write this down')).toBeVisible();

  // On another device the code is the way back; nobody else of the class is to be seen.
  const elsewhere = await (await browser.newContext()).newPage();
  await elsewhere.goto('/classes');
  await elsewhere.getByLabel('Your resume code').fill(code.toLowerCase().replaceAll('-', ' '));
  await elsewhere.getByRole('button', { name: 'Come back' }).click();
  await expect(elsewhere.getByRole('heading', { name: 'Your decks' })).toBeVisible();
  await elsewhere.goto(address);
  await expect(elsewhere.getByText('you are Ann here')).toBeVisible();
  expect(pupilsView).not.toContain('>Bo<');

  await page.goto(address);
  await expect(page.getByText('2 pupils')).toBeVisible();
  await expectAccessible(page);
  await expectNarrowFits(page);
  await page.getByRole('link', { name: 'Ann', exact: true }).click();
  await page.getByLabel('More time, in percent').fill('25');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.getByRole('button', { name: 'Take Ann out …' }).click();
  await page.getByRole('button', { name: 'Take out', exact: true }).click();
  await expect(page.getByText('1 pupil', { exact: true })).toBeVisible();
  expect((await elsewhere.goto(address))?.status()).toBe(404);

  // Put away, it lets nobody in.
  await page.getByRole('button', { name: 'Put it in the archive' }).click();
  await expect(page.getByText('in the archive')).toBeVisible();
  await elsewhere.goto(link);
  await expect(elsewhere.getByText('No class has this code.')).toBeVisible();
  for (const each of [pupil, second, elsewhere]) await each.context().close();
});

test('a co-teacher joins by their own code; a stranger finds no class', async ({ page, browser }) => {
  await signUp(page);
  const { address } = await makeClass(page);
  await page.getByRole('button', { name: 'Let co-teachers join' }).click();
  const link = page.getByRole('link', { name: /\/c\// }).nth(1);
  await expect(link).toBeVisible();
  const invitation = (await link.getAttribute('href')) ?? '';
  const colleague = await (await browser.newContext()).newPage();
  await signUp(colleague);
  expect((await colleague.goto(address))?.status()).toBe(404);
  await colleague.goto(invitation);
  await colleague.getByLabel('What pupils call you').fill('Mr Lund');
  await colleague.getByRole('button', { name: 'Join' }).click();
  await expect(colleague.getByRole('heading', { name: 'People', exact: true })).toBeVisible();
  await expect(colleague.getByRole('button', { name: 'Delete the class …' })).toHaveCount(0);
  await colleague.context().close();
});
