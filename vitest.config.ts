import { defineConfig } from 'vitest/config';

/** Two projects: `unit` needs nothing; `database` runs on the embedded engine and on PostgreSQL (see test/harness). */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            '{domain,contract,web}/**/*.test.{ts,tsx}',
            'server/**/*.unit.test.ts',
            'tools/**/*.test.mjs',
          ],
          // a slow machine is no failure
          testTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'database',
          include: ['{server,cli,test}/**/*.test.ts'],
          exclude: ['**/*.unit.test.ts', 'test/e2e/**', '**/node_modules/**'],
          globalSetup: ['test/harness/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
