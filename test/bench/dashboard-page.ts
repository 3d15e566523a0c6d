import { rm } from 'node:fs/promises';
import { chromium, type Page } from '@playwright/test';
import { startServer } from '../e2e/server.ts';
import { chromiumLaunch } from '../harness/chromium.ts';
import { said, timesOf } from './figures.ts';

/**
 * The dashboard in headless Chromium, with the demo portfolio's 145 current companies on the embedded engine: from the click on
 * "Sign in", and from opening the address when signed in, to the first frame with all six elements; from choosing a
 * filter's value to the first frame with the new figures. Median / 95th percentile.
 *
 *     npm run bench -- dashboard-page
 */
const RUNS = 10;
/** Of choosing a filter's value: until the page's code has run a few times. */
const WARM_UP = 3;
const user = { email: 'pat@bench.example', password: 'a long passphrase', name: 'Pat' };

const server = await startServer();
const browser = await chromium.launch(chromiumLaunch());
try {
  const demo = await server.quarterdeck(['demo']);
  if (demo.code !== 0) throw new Error(demo.stderr);
  await fetch(`${server.url}/api/v1/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(user),
  });
  console.log('145 current companies, embedded engine');
  console.log(`from "Sign in" to the figures: ${said(timesOf(await repeated(signInToFigures)))}`);
  const page = await signedIn();
  await page.evaluate(() => window.figuresAfter('click'));
  console.log(`from the address to the figures: ${said(timesOf(await repeated(() => openToFigures(page))))}`);
  console.log(`from a filter to the new figures: ${said(timesOf(await filterToFigures(page)))}`);
} finally {
  await browser.close();
  await server.kill9();
  await rm(server.dataFolder, { recursive: true, force: true });
}

async function repeated(measure: () => Promise<number>): Promise<number[]> {
  await measure();
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) times.push(await measure());
  return times;
}

async function newPage(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(watch);
  return page;
}

async function signInToFigures(): Promise<number> {
  const page = await signedIn();
  const time = await page.evaluate(() => window.figuresAfter('click'));
  await page.context().close();
  return time;
}

async function signedIn(): Promise<Page> {
  const page = await newPage();
  await page.goto(`${server.url}/sign-in?next=/dashboard`);
  await page.getByRole('textbox', { name: 'E-mail' }).fill(user.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(user.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  return page;
}

async function openToFigures(page: Page): Promise<number> {
  await page.goto(`${server.url}/dashboard`, { waitUntil: 'commit' });
  return page.evaluate(() => window.figuresAfter('start'));
}

/** Each run narrows by another value, one that the server has not been asked for since the page was opened. */
async function filterToFigures(page: Page): Promise<number[]> {
  const narrowing = await narrowingValues(page);
  await page.goto(`${server.url}/dashboard?ribbon=shown`);
  await page.evaluate(() => window.figuresAfter('start'));
  const times: number[] = [];
  for (const { filter, steps } of narrowing) {
    const box = page.getByRole('combobox', { name: filter }).or(page.getByRole('textbox', { name: filter }));
    await box.first().click();
    for (let step = 0; step < steps; step++) await page.keyboard.press('ArrowDown');
    await page.evaluate(() => window.watchEnter());
    await page.keyboard.press('Enter');
    times.push(await page.evaluate(() => window.noteAfterEnter));
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.getByText('145 companies').waitFor();
  }
  return times.slice(WARM_UP);
}

/** Values that leave some companies out, and how many times the down arrow is pressed to reach each. */
async function narrowingValues(page: Page) {
  const get = async (path: string) =>
    (await page.request.get(`${server.url}/api/v1/dashboard${path}`)).json();
  const { companies } = await get('');
  const { accountManagers, accountGroups, tags, healthStatuses } = await get('/choices');
  const filters = [
    ['Account managers', 'accountManager', accountManagers.map(({ id }: { id: string }) => id)],
    ['Account groups', 'accountGroup', accountGroups.map(({ id }: { id: string }) => id)],
    ['Tags', 'tag', tags],
    ['Health', 'health', healthStatuses.map(({ name }: { name: string }) => name)],
  ] as const;
  const found: { filter: string; steps: number }[] = [];
  for (const [filter, parameter, values] of filters) {
    for (const [index, value] of values.entries()) {
      const left = (await get(`?${parameter}=${encodeURIComponent(value)}`)).companies;
      if (left < companies) found.push({ filter, steps: index + 1 });
    }
  }
  return found;
}

declare global {
  interface Window {
    /** Milliseconds from the last click, or from the start of the page, to the frame that shows six drawn charts. */
    figuresAfter(from: 'click' | 'start'): Promise<number>;
    /** From now on `noteAfterEnter` is about the next Enter. */
    watchEnter(): void;
    /** Milliseconds from Enter to the frame in which the page says another number of companies, with the charts in sight drawn. */
    noteAfterEnter: Promise<number>;
  }
}

/** Runs in the page, before anything else of it. */
function watch(): void {
  let clicked = 0;
  document.addEventListener('click', () => (clicked = performance.now()), true);
  const nextFrame = () =>
    new Promise<number>((resolve) =>
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now()))),
    );
  const drawn = () =>
    document.querySelectorAll('[role=application] svg, [role=application] canvas').length >= 6;
  const note = () =>
    /\d+ compan(?:y|ies)/.exec(document.querySelector('main h1')?.parentElement?.textContent ?? '')?.[0];
  window.figuresAfter = async (from) => {
    while (!drawn()) await nextFrame();
    return (await nextFrame()) - (from === 'click' ? clicked : 0);
  };
  window.watchEnter = () => {
    window.noteAfterEnter = new Promise((resolve) => {
      const before = note();
      const onEnter = ({ key, timeStamp }: KeyboardEvent) => {
        if (key !== 'Enter') return;
        document.removeEventListener('keydown', onEnter, true);
        const observer = new MutationObserver(async () => {
          if (note() === before) return;
          observer.disconnect();
          resolve((await nextFrame()) - timeStamp);
        });
        observer.observe(document, { subtree: true, childList: true, characterData: true });
      };
      document.addEventListener('keydown', onEnter, true);
    });
  };
}
