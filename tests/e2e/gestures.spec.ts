import { keepDemoFacts } from './demo-deck';
import { expect, expectAccessible, signUp, test } from './person';

test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

test('on a phone a tap shows the answer and a swipe grades it; all keys and gestures are listed', async ({
  page,
}) => {
  await signUp(page);
  const deckId = await keepDemoFacts(page, 2);
  await page.goto(`/study?deck=${deckId}`);
  const finger = await page.context().newCDPSession(page);
  const swipe = async (dx: number): Promise<void> => {
    const box = await page.getByRole('region', { name: /Question|Answer/ }).boundingBox();
    const at = { x: (box?.x ?? 0) + 150, y: (box?.y ?? 0) + 30 };
    await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] });
    for (let step = 1; step <= 4; step += 1)
      await finger.send('Input.dispatchTouchEvent', {
        type: 'touchMove',
        touchPoints: [{ x: at.x + (dx * step) / 4, y: at.y }],
      });
    await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  };
  await expect(page.getByText('2 left')).toBeVisible();
  const first = await page.getByRole('region', { name: 'Question' }).textContent();
  // A swipe before the answer does nothing.
  await swipe(120);
  await expect(page.getByRole('region', { name: 'Question' })).toHaveText(first ?? '');
  await swipe(0);
  await expect(page.getByRole('region', { name: 'Answer' })).toBeVisible();
  await swipe(-120);
  await expect(page.getByRole('region', { name: 'Question' })).not.toHaveText(first ?? '');
  await expect(page.getByText('2 left')).toBeVisible();

  await page.getByRole('button', { name: 'Keys' }).click();
  const sheet = page.getByRole('dialog', { name: 'Keys and gestures' });
  await expect(sheet.getByText('Left: forgot. Right: knew it')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  await page.keyboard.press('?');
  await expect(sheet).toBeVisible();
});

test('hands-free shows the answer by itself, and grades nothing', async ({ page }) => {
  test.setTimeout(90_000);
  await signUp(page);
  const deckId = await keepDemoFacts(page, 2);
  await page.goto(`/study?deck=${deckId}`);
  const first = await page.getByRole('region', { name: 'Question' }).textContent();
  await page.keyboard.press('h');
  await expect(page.getByRole('button', { name: 'Hands-free: on' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Answer' })).toBeVisible({ timeout: 40_000 });
  await expect(page.getByRole('region', { name: 'Question' })).toBeVisible({ timeout: 40_000 });
  await expect(page.getByRole('region', { name: 'Question' })).not.toHaveText(first ?? '');
  await page.keyboard.press('h');
  await page.reload();
  await expect(page.getByText('2 left')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Question' })).toHaveText(first ?? '');
});
