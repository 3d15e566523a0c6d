import { readdirSync } from 'node:fs';
import { defineConfig, devices } from '@playwright/test';
import { chromiumLaunch } from './test/harness/chromium.ts';

const testDir = 'test/e2e';
/** A project a file: no worker serves two projects, so what one file does to its server no other file sees. */
const projects = readdirSync(testDir)
  .filter((file) => file.endsWith('.spec.ts'))
  .map((file) => ({ name: file.replace('.spec.ts', ''), testMatch: `**/${file}` }));

/** The browser tests: real Chromium against the built program (see test/e2e/server.ts); `npm test` builds it first. */
export default defineConfig({
  testDir,
  globalSetup: './test/e2e/global-set-up.ts',
  projects,
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  // a second try tells a slow machine from a broken screen; `npm test` names what needed one
  retries: 1,
  timeout: 180_000,
  expect: { timeout: 30_000, toHaveScreenshot: { maxDiffPixelRatio: 0.01 } },
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    timezoneId: 'UTC',
    // of the second try only: what a trace of every test takes is a third of the whole run
    trace: 'on-first-retry',
    actionTimeout: 30_000,
    launchOptions: chromiumLaunch(),
  },
});
