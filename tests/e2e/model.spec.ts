import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { goodModel } from '../support/good-model';
import { type ModelRequest, say, startModelServer } from '../support/model-server';
import { freePort, startOwnServer } from './own-server';
import { expect, signUp, test } from './person';

/** The same text is not read twice. */
const articleOf = (reading: string): string => `A tower by the sea: ${reading}

The lighthouse at Corren Point was designed by the engineer Ida Marsh in 1874. Its lamp was first fed with whale oil.

The harbour of Corren was closed to large ships because sand had filled its entrance. This is the ${reading} reading.`;
const SAND = {
  quote: 'The harbour of Corren was closed to large ships because sand had filled its entrance.',
  question: 'To what was the harbour of Corren closed after sand had filled its entrance?',
  answer: 'large ships',
  wrong: ['small boats', 'fishing crews', 'foreign traders'],
};
const LIE = { ...SAND, quote: 'The harbour was closed to nobody.', question: 'To whom was it closed?' };

test('a language model that the environment names proposes on request, and what it makes up is dropped', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const data = await mkdtemp(join(tmpdir(), 'quizwright-model-'));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const answer = goodModel({ proposals: [SAND, LIE] });
  let isDown = false;
  const model = await startModelServer((request: ModelRequest) =>
    isDown ? say('I would rather not.') : answer(request),
  );
  const server = await startOwnServer(port, data, { MODEL_URL: model.url, MODEL_NAME: 'the small model' });
  const readIt = async (reading: string, told: RegExp | null): Promise<void> => {
    await page.goto(`${url}/new`);
    await page.getByLabel('Article', { exact: true }).fill(articleOf(reading));
    await page.getByRole('button', { name: 'Continue' }).click();
    const choice = page.getByRole('checkbox', { name: 'Let the language model propose more' });
    await choice.setChecked(told !== null);
    await expect(page.getByText('The text is sent to the small model.')).toBeVisible();
    await page.getByRole('button', { name: 'Read it' }).click();
    if (told !== null) {
      await expect(page.getByText(told)).toBeVisible();
      await page.getByRole('link', { name: 'Open the deck' }).click();
    }
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`A tower by the sea: ${reading}`);
  };
  try {
    await signUp(page, undefined, url);
    await readIt('first', null);
    expect(model.requests).toHaveLength(0);
    await expect(page.getByText(SAND.question)).toHaveCount(0);

    isDown = true;
    await readIt('second', /^The language model proposed nothing/u);
    await expect(page.getByText(SAND.question)).toHaveCount(0);
    const asked = model.requests.length;
    expect(asked).toBeGreaterThan(0);

    isDown = false;
    await readIt('third', /^The language model made 2 proposals; the checks kept \d questions?/u);
    await expect(page.getByText(SAND.question).first()).toBeVisible();
    await expect(page.getByText(LIE.question)).toHaveCount(0);
    expect(model.requests.length).toBeGreaterThan(asked);
  } finally {
    await server.kill();
    await model.close();
    await rm(data, { recursive: true, force: true });
  }
});
