import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { chromium, type Locator, type Page } from '@playwright/test';
import { type RunningServer, startServer } from '../e2e/server.ts';
import { chromiumLaunch } from '../harness/chromium.ts';
import { said, timesOf } from './figures.ts';
import { writeLargeBundle } from './large-bundle.ts';
import { addScoresAndPeople } from './scores-and-people.ts';

/**
 * What-ifs in headless Chromium over 60 stack items × 2,000 companies on the embedded engine: from opening a page to the
 * first answer, and from an edited field to the frame that shows what saving it would do. Median / 95th percentile.
 *
 *     npm run bench -- what-if [companies]
 */
const companies = Number(process.argv[2] ?? 2000);
const EDITS = 20;
/** Of each field, until the worker's code has run a few times. */
const WARM_UP = 3;
const admin = { name: 'A', email: 'a@bench.example', password: 'a long passphrase' };

interface Edited {
  readonly what: string;
  /** Opens the field. */
  readonly open: (page: Page) => Promise<Locator>;
  /** The n-th value; each gives another answer than the one before. */
  readonly value: (n: number) => string;
}

const EDITED: readonly Edited[] = [
  {
    what: 'the weight of a metric',
    open: async (page) => {
      await page.goto('/settings/metrics');
      return page.getByLabel('Sentiment: weight');
    },
    value: (n) => String(2 + (n % 7)),
  },
  {
    what: 'a cut score',
    open: async (page) => {
      await page.goto('/settings/metrics');
      return page.getByLabel('Satisfactory: lower bound');
    },
    // some company's score lies between any two of them
    value: (n) => ['62', '67', '72', '87'][n % 4]!,
  },
  {
    what: 'the midpoint of effort',
    open: async (page) => {
      await page.goto('/settings/workspace');
      return page.getByLabel('High effort begins at');
    },
    value: (n) => String(15 + 10 * (n % 7)),
  },
  {
    what: 'the price of a product',
    open: async (page) => {
      await page.goto('/settings/stack');
      await page.getByRole('button', { name: 'Products of Service 20' }).click();
      await page.getByRole('button', { name: 'Edit Product 20' }).click();
      return page.getByRole('dialog').getByLabel('One-time per company');
    },
    value: (n) => String(100 + n),
  },
];

const server = await startServer();
const browser = await chromium.launch(chromiumLaunch());
try {
  await fill(server);
  const context = await browser.newContext({ baseURL: server.url, viewport: { width: 1440, height: 900 } });
  await context.addInitScript(watchAnswers);
  const made = await context.request.post('/api/v1/setup', { data: admin });
  if (!made.ok()) throw new Error(await made.text());
  console.log(`\n60 stack items × ${companies} companies, embedded engine`);
  await firstAnswer(await context.newPage());
  for (const edited of EDITED) await editing(await context.newPage(), edited);
} finally {
  await browser.close();
  await server.kill9();
  await rm(server.dataFolder, { recursive: true, force: true });
}

async function fill({ quarterdeck }: RunningServer): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'quarterdeck-bench-'));
  await writeLargeBundle(folder, companies);
  await addScoresAndPeople(folder, companies);
  // a second one, without which a weight weighs nothing
  await appendFile(path.join(folder, 'health_metrics.csv'), 'response,Response,10,1,custom\r\n');
  const scores = Array.from({ length: companies }, (_, i) => `company-${i},response,${(i * 3) % 11}\r\n`);
  await appendFile(path.join(folder, 'health_scores.csv'), scores.join(''));
  const imported = await quarterdeck(['import', folder]);
  await rm(folder, { recursive: true });
  if (imported.code !== 0) throw new Error(imported.stderr);
}

/** The first time the server reads every company; later it answers that nothing has changed. */
async function firstAnswer(page: Page): Promise<void> {
  for (const when of ['for the first time', 'again']) {
    await page.goto('/settings/metrics', { waitUntil: 'commit' });
    await page.evaluate(() => window.answer());
    const time = await page.evaluate(() => performance.now());
    console.log(`from the address to how things stand, ${when}: ${time.toFixed(0)} ms`);
  }
}

async function editing(page: Page, { what, open, value }: Edited): Promise<void> {
  const field = await open(page);
  await field.fill(value(-WARM_UP + EDITS));
  await page.evaluate(() => window.answer());
  const times: number[] = [];
  for (let edit = -WARM_UP; edit < EDITS; edit++) {
    await page.evaluate(() => window.watchEdit());
    await field.fill(value(edit + WARM_UP));
    const time = await page.evaluate(() => window.answerAfterEdit);
    if (edit >= 0) times.push(time);
  }
  console.log(`from editing ${what} to what it would do: ${said(timesOf(times))}`);
  await page.close();
}

declare global {
  interface Window {
    /** Resolves when the page says what saving would do, or how things stand. */
    answer(): Promise<void>;
    /** From now on `answerAfterEdit` is about the next edit. */
    watchEdit(): void;
    /** Milliseconds from the edit to the frame that shows another answer. */
    answerAfterEdit: Promise<number>;
  }
}

/** Runs in the page, before anything else of it. */
function watchAnswers(): void {
  const nextFrame = () =>
    new Promise<number>((resolve) =>
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now()))),
    );
  const shown = () => {
    const panel = [...document.querySelectorAll('section')].find((section) =>
      /^(As it stands|If you save this)/.test(section.textContent ?? ''),
    );
    const text = (panel ?? document.querySelector('[role=dialog] [role=status]'))?.textContent ?? '';
    return /Loading the portfolio|working it out/.test(text) ? '' : text;
  };
  const changed = (before: string) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (shown() === '' || shown() === before) return;
        observer.disconnect();
        resolve();
      };
      const observer = new MutationObserver(look);
      observer.observe(document, { subtree: true, childList: true, characterData: true });
      look();
    });
  window.answer = async () => {
    await changed('');
    await nextFrame();
  };
  window.watchEdit = () => {
    const before = shown();
    window.answerAfterEdit = new Promise((resolve) => {
      const onEdit = async ({ timeStamp }: Event) => {
        await changed(before);
        resolve((await nextFrame()) - timeStamp);
      };
      document.addEventListener('input', onEdit, { capture: true, once: true });
    });
  };
}
