import { defineConfig, devices } from '@playwright/test';

const PORT = Number(process.env.QUIZWRIGHT_E2E_PORT ?? 3187);
const executablePath = process.env.CHROMIUM_PATH;

export default defineConfig({
  testDir: 'tests/e2e',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env.CI !== undefined,
  // A quiz's paper is drawn by chance; what passes only the second time is listed as flaky.
  retries: process.env.CI === undefined ? 0 : 1,
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME === undefined ? [['list']] : [['list'], ['json']],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: `http://localhost:${PORT}`,
    // To record every test takes a fifth of the machine; where a failure is tried again, that try is recorded.
    trace: process.env.CI === undefined ? 'retain-on-failure' : 'on-first-retry',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: 'npm start',
    url: `http://localhost:${PORT}/sign-in`,
    timeout: 240_000,
    env: { PORT: `${PORT}`, QUIZWRIGHT_DATA: process.env.QUIZWRIGHT_E2E_DATA ?? 'test-results/data' },
  },
});
