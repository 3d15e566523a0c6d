import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { findChromium } from '../../tools/set-up/system.mjs';
import { said, timesOf } from './figures.ts';
import { scrollGrid, watchCells } from './in-page.ts';
import { writeLargeBundle } from './large-bundle.ts';

/**
 * The page Stack Alignment in headless Chromium, against the built program with its embedded database, 60 stack items ×
 * 2,000 companies: how long until the first cells are painted, how smoothly it scrolls, and how soon a saved edit is seen.
 *
 *     npm run bench -- alignment-matrix [companies]
 */
const companies = Number(process.argv[2] ?? 2000);
const LOADS = 7;
const EDITS = 15;
const admin = { name: 'A', email: 'a@bench.example', password: 'a long passphrase' };

const scratch = await mkdtemp(path.join(os.tmpdir(), 'quarterdeck-bench-'));
const env = { ...process.env, QUARTERDECK_DATA: path.join(scratch, 'data') };
const program = 'dist/cli/quarterdeck.js';
const bundle = path.join(scratch, 'bundle');
await writeLargeBundle(bundle, companies);
await promisify(execFile)(process.execPath, [program, 'import', bundle], { env, maxBuffer: 1e8 });
const server = spawn(process.execPath, [program, 'serve', '--port', '0'], {
  env,
  stdio: ['ignore', 'pipe', 'inherit'],
});
const url = await new Promise<string>((resolve) =>
  server.stdout.on('data', (data) => {
    const found = /ready on (http:\S+)/.exec(String(data))?.[1];
    if (found) resolve(found);
  }),
);
const executablePath = findChromium();
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
});
try {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1440, height: 900 } });
  await context.addInitScript(watchCells);
  const made = await context.request.post('/api/v1/setup', { data: admin });
  if (!made.ok()) throw new Error(await made.text());
  console.log(`\n60 stack items × ${companies} companies, median / p95`);
  await firstPaint(context);
  const page = await opened(context);
  await scrolling(page, 'down', { down: 400, across: 0, frames: 120 });
  await scrolling(page, 'across', { down: 0, across: 200, frames: 120 });
  await scrolling(page, 'both ways', { down: 250, across: 90, frames: 120 });
  await editing(page);
} finally {
  await browser.close();
  server.kill('SIGKILL');
  await rm(scratch, { recursive: true, force: true });
}

async function opened(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto('/stack-alignment');
  await page.waitForFunction(() => window.firstCell !== undefined);
  return page;
}

/** Every load with an empty browser cache, but a server that has answered before. */
async function firstPaint(context: BrowserContext): Promise<void> {
  const times: number[] = [];
  const within: number[] = [];
  for (let run = -1; run < LOADS; run++) {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
    await page.goto('/stack-alignment');
    await page.waitForFunction(() => window.firstCell !== undefined);
    if (run >= 0) times.push(await page.evaluate(() => window.firstCell!));
    await page.close();
    if (run >= 0) within.push(await fromAnotherPage(context));
  }
  console.log(`first cells painted, page loaded by its address: ${said(timesOf(times))}`);
  console.log(`first cells painted, after a click in the navigation: ${said(timesOf(within))}`);
}

async function fromAnotherPage(context: BrowserContext): Promise<number> {
  const page = await context.newPage();
  await page.goto('/account');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByRole('link', { name: 'Stack Alignment' }).click();
  await page.waitForFunction(() => window.firstCell !== undefined);
  const time = await page.evaluate(() => window.firstCell! - window.lastClick!);
  await page.close();
  return time;
}

async function scrolling(page: Page, way: string, step: Parameters<typeof scrollGrid>[0]): Promise<void> {
  const { frames, blank } = await page.evaluate(scrollGrid, step);
  console.log(`frame while scrolling ${way}: ${said(timesOf(frames))}, ${blank} of ${frames.length} blank`);
}

/** From the click on Save to the cell's new look, with the server's answer between them. */
async function editing(page: Page): Promise<void> {
  const times: number[] = [];
  for (let edit = 0; edit < EDITS; edit++) {
    await page.getByRole('row').nth(3).getByRole('gridcell').nth(2).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Alignment' }).fill(edit % 2 === 0 ? '10' : '100');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.waitForFunction(() => window.lastChange! > window.lastClick!);
    times.push(await page.evaluate(() => window.lastChange! - window.lastClick!));
    await dialog.waitFor({ state: 'hidden' });
    await page.waitForLoadState('networkidle');
  }
  console.log(`from Save to the cell painted anew: ${said(timesOf(times))}`);
}
