import { buffer } from 'node:stream/consumers';
import { expect, type Locator, type Page } from '@playwright/test';
import { fromBufferPromise } from 'yauzl';
import { moneyIn } from '../../web/ui/money.ts';
import { oracleDashboard } from '../oracle/dashboard.ts';
import { bundleOf } from '../oracle/read-bundle.ts';
import { rounded } from '../oracle/rounded.ts';
import { test } from './server.ts';

/** The stack: of each item its tags, its weight where that is not 1, and its products, the preferred one first. */
const STACK: readonly StackItem[] = [
  {
    name: 'Managed support',
    tags: ['Standard', 'Premium'],
    weight: '3',
    products: [{ name: 'Support Plus', code: 'MSP', prices: { 'MRR per seat': '45' } }],
  },
  {
    name: 'Endpoint detection',
    tags: ['Standard'],
    products: [
      { name: 'SentinelOne', prices: { 'MRR per seat': '5', 'One-time per company': '250' } },
      { name: 'Defender', prices: {} },
    ],
  },
  {
    name: 'Email security',
    tags: ['Standard', 'Premium'],
    products: [{ name: 'Avanan', prices: { 'MRR per seat': '4', 'One-time per seat': '1.25' } }],
  },
  {
    name: 'Server backup',
    tags: ['Premium'],
    products: [{ name: 'Datto SIRIS', prices: { 'MRR per company': '199', 'MRR per location': '50' } }],
  },
  {
    name: 'Firewall',
    tags: [],
    weight: '0.5',
    products: [{ name: 'Meraki MX', prices: { 'One-time per location': '900' } }],
  },
  {
    name: 'Web filtering',
    tags: ['Standard'],
    products: [{ name: 'DNSFilter', prices: { 'MRR per seat': '1.5' } }],
  },
];

interface StackItem {
  readonly name: string;
  readonly tags: readonly string[];
  readonly weight?: string;
  readonly products: readonly Product[];
}

interface Product {
  readonly name: string;
  readonly code?: string;
  readonly prices: Readonly<Record<string, string>>;
}

test('a workspace that starts empty is filled by hand alone, and its figures are those of its bundle', async ({
  page,
  freshServer,
}) => {
  test.setTimeout(600_000);
  await setUp(page, freshServer.url);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('link', { name: 'Stack Manager' }).click();
  for (const item of STACK) await addItem(page, item);

  await harborDental(page);
  await ridgeLaw(page);
  await pineFoods(page);

  await expectFiguresOfBundle(page);
});

async function setUp(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByLabel('Workspace').fill('Northwind IT');
  await page.getByLabel('Your name').fill('Dana Reyes');
  await page.getByLabel('E-mail').fill('dana@northwind.example');
  await page.getByLabel('Password', { exact: true }).fill('a long passphrase');
  await page.getByRole('button', { name: 'Create workspace' }).click();
  await expect(page.getByRole('heading', { name: 'Welcome to Northwind IT' })).toBeVisible();
}

async function addItem(page: Page, { name, tags, weight, products }: StackItem): Promise<void> {
  await page.getByRole('button', { name: 'Add item' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a stack item' });
  await dialog.getByLabel('Name').fill(name);
  if (weight) await dialog.getByLabel('Weight').fill(weight);
  await typeTags(dialog, tags);
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  for (const product of products) await addProduct(page, name, product);
}

async function addProduct(page: Page, item: string, { name, code, prices }: Product): Promise<void> {
  await page.getByRole('button', { name: `Add a product to ${item}` }).click();
  const dialog = page.getByRole('dialog', { name: `Add a product to ${item}` });
  await dialog.getByLabel('Name').fill(name);
  if (code) {
    await dialog.getByLabel('Product codes').fill(code);
    await dialog.getByLabel('Product codes').press('Enter');
  }
  for (const [label, price] of Object.entries(prices)) await dialog.getByLabel(label).fill(price);
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog).toHaveCount(0);
}

async function typeTags(dialog: Locator, tags: readonly string[]): Promise<void> {
  const field = dialog.getByRole('combobox', { name: 'Tags' });
  for (const tag of tags) {
    await field.fill(tag);
    await field.press('Enter');
  }
}

/** Twenty seats, billed by lines; half of the stack in place, one opportunity typed. */
async function harborDental(page: Page): Promise<void> {
  await addCompany(page, 'Harbor Dental', ['Standard'], {
    'Number of Employees': '20',
    'Number of Locations': '2',
  });
  await section(page, 'Contracts');
  await addContract(page, 'Managed services', {});
  await addLine(page, 'Managed services', {
    Description: 'Support per seat',
    'Product code': 'MSP',
    Quantity: '20',
    'Unit price': '45',
  });
  await addLine(
    page,
    'Managed services',
    { Description: 'Migration', 'Unit price': '2500', Start: dayFromNow(-30) },
    'one-time',
  );
  await judge(page, 'Health Metrics', { Sentiment: '9', Renewals: '7' });
  await judge(page, 'Effort Metrics', { 'Segment Effort': '3' });
  await section(page, 'Stack Alignment');
  await cell(page, 'Current Product', 'Endpoint detection').click();
  await page.getByRole('option', { name: /^Defender/ }).click();
  await typeAlignment(page, 'Email security', '70');
  await typeCell(page, 'MRR Opportunity', 'Web filtering', '33.33');
}

/** Three people, a quarterly amount, an excluded contract; a provider who is a threat, and a recommendation. */
async function ridgeLaw(page: Page): Promise<void> {
  await addCompany(page, 'Ridge Law', ['Standard', 'Premium'], { 'Number of Locations': '1' });
  for (const name of ['Ann Ridge', 'Bo Ridge', 'Cy Ridge']) {
    await page.getByRole('button', { name: 'Add contact' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill(name);
    await page.getByRole('dialog').getByRole('button', { name: 'Add contact' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await section(page, 'Contracts');
  await addContract(page, 'All you can eat', { Amount: '1800', End: dayFromNow(45) }, 'quarterly');
  await addContract(page, 'Copier', { Amount: '99' });
  await page.getByRole('button', { name: 'Edit Copier' }).click();
  const edit = page.getByRole('dialog', { name: 'Edit Copier' });
  await edit.getByLabel('Exclude this contract').check();
  await edit.getByRole('button', { name: 'Save' }).click();
  await expect(edit).toHaveCount(0);
  await judge(page, 'Health Metrics', { Sentiment: '4', Org: '2' });
  await judge(page, 'Effort Metrics', { 'Segment Effort': '8' });
  await section(page, 'Stack Alignment');
  await page.getByRole('checkbox', { name: /^Applicable: Firewall/ }).check();
  await typeCell(page, 'Provider', 'Firewall', 'Bay Net');
  await page.getByRole('checkbox', { name: /^Threat: Firewall/ }).check();
  await page.getByRole('button', { name: /^Recommendations for Server backup/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Recommendations for Server backup' });
  await dialog.getByLabel('Title').fill('Back up the servers');
  await dialog.getByLabel('MRR', { exact: true }).fill('75.25');
  await dialog.getByLabel('One-time (NRR)').fill('900');
  await dialog.getByRole('button', { name: 'Create and link' }).click();
  await expect(dialog).toContainText('Opportunity now: MRR $75.25');
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(page.getByRole('region', { name: 'Threats' })).toContainText('Bay Net (Firewall)');
}

/** No tag, an ended and a yearly contract, an overridden MRR, and a status set by hand. */
async function pineFoods(page: Page): Promise<void> {
  await addCompany(page, 'Pine Foods', [], { 'Number of Employees': '7' });
  await section(page, 'Contracts');
  await addContract(page, 'Old support', { Amount: '500', End: dayFromNow(-1) });
  await addContract(page, 'Hosting', { Amount: '1200' }, 'yearly');
  await expect(page.getByRole('tab', { name: /^MRR \$100\.00/ })).toBeVisible();
  await section(page, 'Company Profile');
  await page.getByRole('button', { name: 'Edit company profile' }).click();
  const form = page.getByRole('dialog', { name: 'Edit company profile' });
  await form.getByRole('textbox', { name: 'Monthly Recurring Revenue Override' }).fill('1234.56');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('tab', { name: /^MRR \$1,234\.56/ })).toBeVisible();
  await judge(page, 'Health Metrics', { Sentiment: '10' });
  await page.getByRole('button', { name: 'Override status' }).click();
  await page.getByRole('dialog').getByLabel('Reason').fill('Their owner is leaving.');
  await page.getByRole('dialog').getByLabel('Last day').fill(dayFromNow(60));
  await page.getByRole('button', { name: 'Set status' }).click();
  await expect(page.getByText('Status set by hand: At risk')).toBeVisible();
  await judge(page, 'Effort Metrics', { 'Segment Effort': '5' });
  await section(page, 'Stack Alignment');
  for (const service of ['Firewall', 'Server backup']) {
    const applicable = page.getByRole('checkbox', { name: new RegExp(`^Applicable: ${service}`) });
    await applicable.check();
    await expect(applicable).toHaveAccessibleName(/by hand$/);
  }
}

async function addCompany(
  page: Page,
  name: string,
  tags: readonly string[],
  fields: Readonly<Record<string, string>>,
): Promise<void> {
  await page.getByRole('link', { name: 'Customers' }).click();
  await page.getByRole('button', { name: 'Add company' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add company' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  for (const [label, text] of Object.entries(fields))
    await dialog.getByRole('textbox', { name: label }).fill(text);
  await typeTags(dialog, tags);
  await dialog.getByRole('button', { name: 'Add company' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

const section = (page: Page, name: string): Promise<void> =>
  page.getByRole('navigation', { name: 'Customer Detail' }).getByRole('link', { name, exact: true }).click();

async function addContract(
  page: Page,
  name: string,
  fields: Readonly<Record<string, string>>,
  billed?: string,
): Promise<void> {
  await page.getByRole('button', { name: 'Add contract' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Add a contract' });
  await dialog.getByLabel('Name').fill(name);
  await fillAndAdd(dialog, fields, billed);
  await expect(page.getByRole('row', { name: new RegExp(`^${name}`) }).first()).toBeVisible();
}

async function addLine(
  page: Page,
  contract: string,
  fields: Readonly<Record<string, string>>,
  billed?: string,
): Promise<void> {
  await page.getByRole('button', { name: 'Add line' }).click();
  await fillAndAdd(page.getByRole('dialog', { name: `Add a line to ${contract}` }), fields, billed);
}

async function fillAndAdd(
  dialog: Locator,
  fields: Readonly<Record<string, string>>,
  billed: string | undefined,
): Promise<void> {
  for (const [label, text] of Object.entries(fields))
    await dialog.getByLabel(label, { exact: true }).fill(text);
  if (billed) {
    await dialog.getByRole('combobox', { name: 'Billed' }).click();
    await dialog.page().getByRole('option', { name: billed, exact: true }).click();
  }
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog).toHaveCount(0);
}

/** Picks the points of metrics; goes on when the server has them. */
async function judge(page: Page, where: string, points: Readonly<Record<string, string>>): Promise<void> {
  await section(page, where);
  for (const [metric, value] of Object.entries(points)) {
    await page.getByRole('combobox', { name: `${metric}: points` }).click();
    await page.getByRole('option', { name: value, exact: true }).click();
    await expect(page.getByRole('region', { name: metric, exact: true })).toContainText(
      'by Dana Reyes, today',
    );
  }
}

const cell = (page: Page, column: string, service: string): Locator =>
  page.getByRole('gridcell', { name: new RegExp(`^${column} of ${service}: `) });

async function typeCell(page: Page, column: string, service: string, text: string): Promise<void> {
  await cell(page, column, service).click();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await expect(cell(page, column, service)).toContainText(text);
  await gridIsSaved(page);
}

async function typeAlignment(page: Page, service: string, percent: string): Promise<void> {
  const slider = page.getByRole('slider', { name: `Alignment: ${service}` });
  await slider.focus();
  await page.keyboard.type(percent);
  await page.keyboard.press('Enter');
  await expect(slider).toHaveAttribute('aria-valuetext', /set by hand$/);
  await gridIsSaved(page);
}

const gridIsSaved = (page: Page): Promise<void> =>
  expect(page.getByRole('region', { name: 'Stack Alignment' }).getByRole('status')).toHaveText(
    'Everything is saved',
  );

/** A day as a date field takes it. */
const dayFromNow = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** The dashboard, and every company's row on it, against a second opinion that knows nothing but the downloaded bundle. */
async function expectFiguresOfBundle(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('link', { name: 'Import & export' }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download bundle' }).click();
  const bundle = bundleOf(await textsOf(await buffer(await (await downloading).createReadStream())));
  expect(bundle.companies).toHaveLength(3);
  expect(bundle.stack_items).toHaveLength(STACK.length);
  expect(bundle.contracts).toHaveLength(5);

  const answer = await page.request.get(new URL('/api/v1/dashboard', page.url()).href);
  const dashboard = await answer.json();
  const user = bundle.users![0]!.key!;
  const expected = oracleDashboard(bundle, user, {}, dashboard.asOf);
  expect(rounded(dashboard)).toEqual(rounded(expected));

  await page.getByRole('link', { name: 'Dashboard' }).click();
  await expect(page.getByText('3 companies')).toBeVisible();
  await page.getByRole('button', { name: 'Stack by Customer as table' }).click();
  const money = moneyIn('USD', 'en-US');
  for (const row of expected.stackByCustomer.rows) {
    const figures = [row.mrr, row.oneTime, row.mrrOpportunity, row.oneTimeOpportunity]
      .map(money.full)
      .join('');
    await expect(
      page.getByRole('region', { name: 'Stack by Customer' }).getByRole('row', { name: row.name }).first(),
    ).toContainText(`${row.name}${figures}`);
  }
  const { totals } = expected.stackByCustomer;
  expect(totals.total).toBeGreaterThan(0);
  await expect(
    page.getByRole('button', { name: `Total opportunity of these companies: ${money.full(totals.total)}` }),
  ).toBeVisible();
}

/** The files of a zip, by name without extension. */
async function textsOf(zip: Buffer): Promise<Record<string, string>> {
  const file = await fromBufferPromise(zip);
  const texts: Record<string, string> = {};
  for await (const entry of file.eachEntry())
    texts[entry.fileName.replace(/^.*\/|\.csv$/g, '')] = String(
      await buffer(await file.openReadStreamPromise(entry)),
    );
  return texts;
}
