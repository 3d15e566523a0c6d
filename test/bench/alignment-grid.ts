import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { chromium, type Page, request } from '@playwright/test';
import { findChromium } from '../../tools/set-up/system.mjs';
import { type RunningServer, startServer } from '../e2e/server.ts';
import { said, timesOf } from './figures.ts';

/**
 * A company's stack alignment in a browser without a GPU, at 200 stack items: from a key or the mouse to the picture that
 * shows the change, and how smoothly the grid scrolls, in milliseconds (median / 95th percentile).
 *
 *     npm run bench -- alignment-grid [stack items]
 */
const ITEMS = Number(process.argv[2] ?? 200);
const EDITS = 40;
const PASSWORD = 'a long passphrase';

/** What a person does to a cell, and the event from which its time runs. */
interface Edit {
  readonly what: string;
  readonly event: string;
  readonly column: string;
  /** Brings the cell to where the last event follows; that is sent by `last`. */
  readonly before: (page: Page, run: number) => Promise<void>;
  readonly last: (page: Page) => Promise<void>;
}

const EDITS_TIMED: readonly Edit[] = [
  {
    what: 'a box checked with the Space bar',
    event: 'click',
    column: 'threat',
    before: async () => undefined,
    last: (page) => page.keyboard.press('Space'),
  },
  {
    what: 'the first character typed into a cell, which opens its editor',
    event: 'keydown',
    column: 'provider',
    before: async () => undefined,
    last: (page) => page.keyboard.press('x'),
  },
  {
    what: 'a typed amount saved with Enter',
    event: 'keydown',
    column: 'mrrOpportunity',
    before: (page, run) => page.keyboard.type(String(100 + run)),
    last: (page) => page.keyboard.press('Enter'),
  },
  {
    what: 'a typed alignment saved with Enter',
    event: 'keydown',
    column: 'alignment',
    before: (page, run) => page.keyboard.type(String(run % 101)),
    last: (page) => page.keyboard.press('Enter'),
  },
  {
    what: 'an arrow to the next row',
    event: 'keydown',
    column: 'opportunityProduct',
    before: async () => undefined,
    last: (page) => page.keyboard.press('ArrowDown'),
  },
];

/** Puts the keyboard into a column of the n-th row in sight whose cells can be edited. */
const focusCell = (page: Page, row: number, column: string) =>
  page.evaluate(
    ([n, id]) => {
      const lines = [...document.querySelectorAll('[data-line]:not([data-off])')];
      const cell = lines[n % lines.length]?.querySelector<HTMLElement>(`[data-column="${id}"]`);
      (cell?.querySelector<HTMLElement>('[data-stop]') ?? cell)?.focus();
    },
    [row, column] as const,
  );

declare global {
  interface Window {
    /** How long the event that is waited for took to be painted. */
    painted: Promise<number>;
  }
}

/** In the page: from now on waits for such an event, and for what follows from it to be painted. */
const awaitPaint = (event: string) => {
  window.painted = new Promise((resolve) => {
    window.addEventListener(
      event,
      ({ timeStamp }) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now() - timeStamp);
          port2.postMessage(null);
        });
      },
      { capture: true, once: true },
    );
  });
};

/** In the page: scrolls the grid from end to end and back; a frame is blank if a place in it would be painted without a row. */
const scrollThrough = async (pixels: number) => {
  const grid = document.querySelector('[role="grid"]')!;
  grid.scrollIntoView({ block: 'end' });
  const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const isBlank = () => {
    const box = grid.getBoundingClientRect();
    for (let y = box.top + 60; y < Math.min(box.bottom, innerHeight) - 8; y += 30)
      if (!document.elementFromPoint(box.left + 150, y)?.closest('[data-line]')) return true;
    return false;
  };
  const frames: number[] = [];
  let blank = 0;
  let before = await nextFrame();
  for (const step of [pixels, -pixels]) {
    const ended = () =>
      step > 0 ? grid.scrollTop + grid.clientHeight >= grid.scrollHeight - 1 : grid.scrollTop <= 0;
    while (!ended()) {
      grid.scrollTop += step;
      if (isBlank()) blank++;
      const now = await nextFrame();
      frames.push(now - before);
      before = now;
    }
  }
  return { frames, blank };
};

const server = await startServer();
const browser = await chromium.launch({
  executablePath: findChromium()!,
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  await fill(server);
  const page = await signedIn(server);
  console.log(`${ITEMS} stack items`);
  await timeOpening(page);
  await timeEdits(page);
  await timeScrolling(page, 400);
  await timeScrolling(page, 1000);
} finally {
  await browser.close();
  await server.kill9();
  await rm(server.dataFolder, { recursive: true, force: true });
}

/** One company, and a stack of which it uses a part, with prices, notes and values set by hand. */
async function fill({ quarterdeck }: RunningServer): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'quarterdeck-bench-'));
  const items = Array.from({ length: ITEMS }, (_, n) => n);
  const files: Readonly<Record<string, readonly string[]>> = {
    companies: ['key,name,employeesOverride,tags', 'acme,Acme,40,Standard'],
    stack_items: [
      'key,name,definition,category,order,tags',
      ...items.map(
        (n) =>
          `item-${n},Service number ${n},What it is for,Category ${n % 8},${n},${n % 9 ? 'Standard' : ''}`,
      ),
    ],
    products: [
      'key,stackItem,name,standing,mrrPerSeat,oneTimePerCompany',
      ...items.flatMap((n) =>
        ['preferred', 'supported', 'other'].map(
          (standing, i) => `p-${n}-${i},item-${n},Product ${n}.${i},${standing},3.50,250`,
        ),
      ),
    ],
    alignments: [
      'company,stackItem,currentProduct,alignment,setOn,setBy',
      ...items
        .filter((n) => n % 2)
        .map((n) => `acme,item-${n},p-${n}-${n % 3},${n % 4 ? '' : n % 101},2026-03-12,Riley Chen`),
    ],
    alignment_notes: [
      'key,company,stackItem,text',
      ...items
        .filter((n) => n % 5 === 0)
        .map((n) => `note-${n},acme,item-${n},They asked to wait until spring`),
    ],
  };
  for (const [name, lines] of Object.entries(files))
    await writeFile(path.join(folder, `${name}.csv`), `${lines.join('\r\n')}\r\n`);
  const imported = await quarterdeck(['import', folder]);
  await rm(folder, { recursive: true });
  const user = [
    'user',
    'add',
    '--email',
    'a@bench.example',
    '--name',
    'A',
    '--role',
    'admin',
    '--password-stdin',
  ];
  const added = await quarterdeck(user, `${PASSWORD}\n`);
  if (imported.code !== 0 || added.code !== 0) throw new Error(imported.stderr + added.stderr);
}

async function signedIn({ url }: RunningServer): Promise<Page> {
  const api = await request.newContext({ baseURL: url, extraHTTPHeaders: { origin: url } });
  await api.post('/api/auth/sign-in/email', { data: { email: 'a@bench.example', password: PASSWORD } });
  const storageState = await api.storageState();
  await api.dispose();
  const context = await browser.newContext({
    baseURL: url,
    storageState,
    viewport: { width: 1440, height: 900 },
  });
  return context.newPage();
}

async function timeOpening(page: Page): Promise<void> {
  const times: number[] = [];
  for (let run = 0; run < 6; run++) {
    await page.goto('/customers/acme/contracts');
    await page.waitForLoadState('networkidle');
    const start = performance.now();
    const menu = page.getByRole('navigation', { name: 'Customer Detail' });
    await menu.getByRole('link', { name: 'Stack Alignment' }).click();
    await page.getByRole('grid').waitFor();
    if (run > 0) times.push(performance.now() - start);
  }
  await page.waitForLoadState('networkidle');
  console.log(`from the click on its menu entry to the grid: ${said(timesOf(times))}`);
}

async function timeEdits(page: Page): Promise<void> {
  for (const { what, event, column, before, last } of EDITS_TIMED) {
    const times: number[] = [];
    for (let run = -5; run < EDITS; run++) {
      await focusCell(page, (run + 5) % 12, column);
      await before(page, run + 5);
      await page.evaluate(awaitPaint, event);
      await last(page);
      const time = await page.evaluate(() => window.painted);
      if (run >= 0) times.push(time);
      await page.keyboard.press('Escape');
      await page.waitForLoadState('networkidle');
    }
    console.log(`${what}: ${said(timesOf(times))}`);
  }
}

async function timeScrolling(page: Page, pixels: number): Promise<void> {
  const { frames, blank } = await page.evaluate(scrollThrough, pixels);
  const { median, p95 } = timesOf(frames);
  console.log(
    `scrolled ${pixels} px a frame, down and up: ${said({ median, p95 })} a frame; ${blank} of ${frames.length} frames with a blank row`,
  );
}
