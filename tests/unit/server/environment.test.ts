import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { EnvironmentError, readEnvironment } from '@/lib/server/env';

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
])('%o is named as what needs mending', (source, problems) => {
  const said = problemsOf(source);
  for (const problem of problems) expect(said).toContain(problem);
});
