import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { EnvironmentError, readEnvironment } from '@/lib/server/env';
import { modelSettings } from '@/lib/server/model/settings';

const problemsOf = (source: Record<string, string>): string => {
  try {
    readEnvironment(source);
    return '';
  } catch (error) {
    expect(error).toBeInstanceOf(EnvironmentError);
    return error instanceof Error ? error.message : '';
  }
};

test('nothing needs to be set', () => {
  expect(readEnvironment({})).toMatchObject({
    NODE_ENV: 'development',
    PORT: 3000,
    HOST: '0.0.0.0',
    QUIZWRIGHT_DATA: resolve('data'),
    TRUST_PROXY: false,
  });
});

test('an empty variable is one that is not set', () => {
  expect(problemsOf({ DATABASE_URL: '', AUTH_SECRET: ' ', GITHUB_ID: '', BASE_URL: '' })).toBe('');
});

test.each([
  [{ GITHUB_ID: 'x' }, ['GITHUB_SECRET is missing']],
  [{ GOOGLE_SECRET: 'x' }, ['GOOGLE_ID is missing']],
  [{ OIDC_ID: 'x' }, ['OIDC_ISSUER is missing', 'OIDC_SECRET is missing']],
  [{ DATABASE_URL: 'mysql://x' }, ['DATABASE_URL: starts with postgres://']],
  [{ AUTH_SECRET: 'short' }, ['AUTH_SECRET: has at least 32 characters']],
  [{ BASE_URL: 'javascript:alert(1)' }, ['BASE_URL: is an http or https address']],
  [{ PORT: 'eighty', AUTH_SECRET: 'short' }, ['PORT: ', 'AUTH_SECRET: ']],
  [{ PORT: '70000' }, ['PORT: ']],
  [{ MODEL_URL: 'http://localhost:11434/v1' }, ['MODEL_NAME is missing']],
  [{ MODEL_NAME: 'small', MODEL_URL: 'ftp://x' }, ['MODEL_URL: is an http or https address']],
  [{ MODEL_NAME: 'small', MODEL_URL: 'http://me:secret@x/v1' }, ['MODEL_URL: holds no name and no password']],
  [{ MODEL_KEY: 'two words' }, ['MODEL_KEY: ']],
  [{ MODEL_TIMEOUT_SECONDS: '0' }, ['MODEL_TIMEOUT_SECONDS: ']],
  [{ MODEL_TOKEN_BUDGET: 'much' }, ['MODEL_TOKEN_BUDGET: ']],
])('%o is named as what needs mending', (source, problems) => {
  const said = problemsOf(source);
  for (const problem of problems) expect(said).toContain(problem);
});

test('what is wrong with a key or an address is said without repeating it', () => {
  const said = problemsOf({
    MODEL_NAME: 'small',
    MODEL_URL: 'http://me:hidden@x/v1',
    MODEL_KEY: 'hidden key',
  });
  expect(said).toContain('MODEL_KEY');
  expect(said).not.toContain('hidden');
});

test('there is a language model once its address and its name are set, with limits of its own', () => {
  expect(modelSettings(readEnvironment({ MODEL_KEY: 'k' }))).toBeNull();
  const source = { MODEL_URL: 'http://localhost:11434/v1/', MODEL_NAME: 'small' };
  expect(modelSettings(readEnvironment(source))).toEqual({
    url: 'http://localhost:11434/v1',
    name: 'small',
    key: null,
    seconds: 180,
    tokens: 60_000,
  });
});
