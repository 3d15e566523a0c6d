import type { LaunchOptions } from '@playwright/test';
import { findChromium } from '../../tools/set-up/system.mjs';

/** How tests and benches start the system's Chromium: drawn in software, and alike on every machine. */
export function chromiumLaunch(): LaunchOptions {
  const executablePath = findChromium();
  if (!executablePath) {
    throw new Error('No Chromium found: install chromium, or name one with CHROMIUM=/path/to/chromium.');
  }
  return {
    executablePath,
    args: [
      '--no-sandbox',
      '--force-color-profile=srgb',
      '--font-render-hinting=none',
      '--disable-lcd-text',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--disable-gpu',
      '--disable-quic',
    ],
  };
}
