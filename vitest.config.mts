import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));
const alias = {
  '@': root,
  // The marker package throws outside a server bundle, and tests are none.
  'server-only': `${root}tests/support/empty.ts`,
};

export default defineConfig({
  resolve: { alias },
  test: {
    // Vitest leaves one core to itself; of the two that we have, that is half of the machine.
    maxWorkers: availableParallelism(),
    projects: [
      {
        resolve: { alias },
        // What takes a second alone may take five beside others.
        test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], testTimeout: 20_000 },
      },
      {
        resolve: { alias },
        test: {
          name: 'data',
          include: ['tests/data/**/*.test.ts'],
          globalSetup: ['tests/support/migrated.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
