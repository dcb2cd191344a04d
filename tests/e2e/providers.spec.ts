import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startOidcProvider } from './oidc-provider';
import { freePort, startOwnServer } from './own-server';
import { expect, test } from './person';

test('a provider that the environment switches on signs people in, and a visitor keeps what they made', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const data = await mkdtemp(join(tmpdir(), 'quizwright-providers-'));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const person = { sub: 'ada-1815', email: 'ada@example.org', name: 'Ada' };
  const provider = await startOidcProvider(await freePort(), person);
  const server = await startOwnServer(port, data, {
    BASE_URL: url,
    OIDC_ISSUER: provider.issuer,
    OIDC_ID: 'quizwright',
    OIDC_SECRET: 'a secret between the two',
    OIDC_NAME: 'the school',
  });
  try {
    await page.goto(url);
    await page.getByRole('button', { name: 'Add the demo deck' }).click();
    await expect(page.getByRole('heading', { level: 1, name: /RELOS/ })).toBeVisible();

    await page.goto(`${url}/sign-in`);
    await page.getByRole('button', { name: 'Continue with the school' }).click();
    await expect(page.getByRole('link', { name: 'Account' })).toBeVisible();
    await page.goto(url);
    await expect(page.getByRole('heading', { name: /RELOS/ })).toBeVisible();

    await page.getByRole('link', { name: 'Account' }).click();
    await expect(page.getByText(person.email).first()).toBeVisible();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page.getByRole('link', { name: 'Sign in', exact: true })).toBeVisible();

    await page.goto(`${url}/sign-in`);
    await page.getByRole('button', { name: 'Continue with the school' }).click();
    await page.getByRole('link', { name: 'Account' }).waitFor();
    await page.goto(url);
    await expect(page.getByRole('heading', { name: /RELOS/ })).toBeVisible();
  } finally {
    await server.kill();
    provider.close();
    await rm(data, { recursive: true, force: true });
  }
});
