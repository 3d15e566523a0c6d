import type { Locator, Page } from '@playwright/test';
import { anotherUser } from './another-user.ts';
import { cents, expect, test } from './harborlight.ts';
import { patch, post } from './post.ts';
import type { RunningServer } from './server.ts';

/** A company of its own for each test, so that none meets another's contracts; its id. */
const newCompany = async (page: Page, demo: RunningServer, name: string): Promise<string> =>
  (await post(page, demo, '/companies', { name, stage: 'active' })).id;

const openContracts = (page: Page, company: string, search = '') =>
  page.goto(`/customers/${company}/contracts${search}`);

const list = (page: Page) => page.getByRole('region', { name: 'List of contracts' });
const rowOf = (page: Page, name: string) =>
  list(page)
    .getByRole('row', { name: new RegExp(`^${name}`) })
    .first();
const linesOf = (page: Page, name: string) =>
  page.getByRole('region', { name: `Lines of ${name}, one by one` });
const figure = (page: Page, name: RegExp) => page.getByRole('tab', { name });

async function choose(dialog: Locator, label: string, option: string): Promise<void> {
  await dialog.getByRole('combobox', { name: label, exact: true }).click();
  await dialog.page().getByRole('option', { name: option, exact: true }).click();
}

test('contracts and lines are added, changed, excluded and deleted by hand; the header follows at once', async ({
  page,
  demo,
}) => {
  const company = await newCompany(page, demo, 'Bellwether Freight');
  await openContracts(page, company);
  await expect(page.getByRole('heading', { name: 'No contracts yet' })).toBeVisible();
  await page.getByRole('button', { name: 'Add contract' }).click();
  const adding = page.getByRole('dialog', { name: 'Add a contract' });
  await adding.getByLabel('Name').fill('Managed services <b>שירות</b> 🛠');
  await adding.getByLabel('Vendor').fill('Northgate');
  await adding.getByLabel('Start', { exact: true }).fill('2026-01-01');
  await adding.getByLabel('End', { exact: true }).fill('2026-12-31');
  await adding.getByLabel('Amount').fill('300');
  await choose(adding, 'Billed', 'quarterly');
  await adding.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(adding).toBeHidden();
  const contract = 'Managed services <b>שירות</b> 🛠';
  const row = rowOf(page, 'Managed services');
  for (const words of [
    contract,
    'Northgate',
    'Active',
    'by hand',
    'Jan 1, 2026',
    'to Dec 31, 2026',
    '$300.00',
    'quarterly',
    '$100.00',
    'In In force',
  ])
    await expect(row).toContainText(words);
  await expect(figure(page, /^MRR \$100\.00/)).toBeVisible();

  const lines = linesOf(page, contract);
  await expect(
    lines.getByRole('row', { name: /^The contract’s own amount.*\$100\.00 a month/ }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Add line' }).click();
  const line = page.getByRole('dialog', { name: `Add a line to ${contract}` });
  await line.getByLabel('Description').fill('Backup per server');
  await line.getByLabel('Quantity').fill('4');
  await line.getByLabel('Unit price').fill('45');
  await choose(line, 'Billed', 'monthly');
  await line.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(
    lines.getByRole('row', { name: /^Backup per server 4 \$45\.00 monthly.*\$180\.00 a month/ }),
  ).toBeVisible();
  await expect(lines.getByRole('row', { name: /Out The contract counts by its lines/ })).toBeVisible();
  await expect(figure(page, /^MRR \$180\.00/)).toBeVisible();

  await page.getByRole('button', { name: 'Edit line Backup per server' }).click();
  const edit = page.getByRole('dialog', { name: `Edit a line of ${contract}` });
  await edit.getByLabel('Cancelled on').fill('2026-11-01');
  await edit.getByRole('button', { name: 'Save' }).click();
  await expect(lines.getByRole('row', { name: /Out The line was cancelled on 2026-11-01/ })).toBeVisible();
  await expect(figure(page, /^MRR \$0\.00/)).toBeVisible();

  await page.getByRole('button', { name: 'Add line' }).click();
  await line.getByLabel('Description').fill('Migration');
  await line.getByLabel('Unit price').fill('2500');
  await choose(line, 'Billed', 'one-time');
  await line.getByLabel('Start', { exact: true }).fill('2026-05-04');
  await line.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(figure(page, /^One-time \(NRR\) \$2,500\.00/)).toBeVisible();

  await page.getByRole('button', { name: `Edit ${contract}` }).click();
  const dialog = page.getByRole('dialog', { name: `Edit ${contract}` });
  await dialog.getByLabel('Exclude this contract').check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(row).toContainText('Out This contract is excluded');
  await expect(figure(page, /^One-time \(NRR\) \$0\.00/)).toBeVisible();

  await page.getByRole('button', { name: 'Delete line Migration' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(lines.getByRole('row', { name: /^Migration/ })).toHaveCount(0);
  await page.getByRole('button', { name: `Delete ${contract}` }).click();
  await expect(page.getByRole('dialog')).toContainText('Its 1 line goes with it.');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('heading', { name: 'No contracts yet' })).toBeVisible();
});

test('what nobody can mean is refused at its field, and nothing is stored', async ({ page, demo }) => {
  const company = await newCompany(page, demo, 'Quillon Press');
  await openContracts(page, company);
  await page.getByRole('button', { name: 'Add contract' }).click();
  const adding = page.getByRole('dialog', { name: 'Add a contract' });
  const add = adding.getByRole('button', { name: 'Add', exact: true });
  await add.click();
  await expect(adding.getByText('Give the contract a name')).toBeVisible();
  await expect(adding.getByLabel('Name')).toBeFocused();
  await adding.getByLabel('Name').fill('Wrong');
  await adding.getByLabel('Start', { exact: true }).fill('2026-02-01');
  await adding.getByLabel('End', { exact: true }).fill('2026-01-31');
  await adding.getByLabel('Amount').fill('1000000000000000');
  await add.click();
  await expect(adding.getByText('On or after the start')).toBeVisible();
  await expect(adding.getByText(/^An amount up to 10,000,000,000,000\.00/)).toBeVisible();
  await adding.getByLabel('Amount').fill('');
  await adding.getByLabel('End', { exact: true }).clear();
  await adding.getByLabel('End', { exact: true }).focus();
  await page.keyboard.type('02302026');
  await add.click();
  await expect(adding.getByText('A date that exists, or nothing')).toBeVisible();
  await adding.getByRole('button', { name: 'Cancel' }).click();
  await adding.getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByRole('heading', { name: 'No contracts yet' })).toBeVisible();

  await post(page, demo, `/companies/${company}/contracts`, { name: 'Backup', amount: -5000 });
  await openContracts(page, company, `?contract=${company}-backup`);
  await expect(rowOf(page, 'Backup')).toContainText('-$50.00');
  await page.getByRole('button', { name: 'Add line' }).click();
  const line = page.getByRole('dialog', { name: 'Add a line to Backup' });
  await line.getByLabel('Quantity').fill('a dozen');
  await line.getByLabel('Start', { exact: true }).fill('2026-02-01');
  await line.getByLabel('Cancelled on').fill('2026-01-01');
  await line.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(line.getByText('A number such as 12.5, or nothing')).toBeVisible();
  await expect(line.getByText('On or after the start')).toBeVisible();
  await line.getByLabel('Quantity').fill('99999999999');
  await line.getByLabel('Unit price').fill('1000');
  await line.getByLabel('Cancelled on').fill('');
  await line.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(line.getByText(/^Quantity times unit price may be/)).toBeVisible();
});

test('what counts adds up to the company’s revenue; the active contracts alone can be shown', async ({
  page,
}) => {
  await page.goto('/customers/fernwood-manufacturing');
  await page.getByRole('link', { name: 'Active contracts' }).click();
  await expect(page).toHaveURL(/\/contracts\?show=active$/);
  await expect(page.getByRole('radio', { name: 'Active (3)' })).toBeChecked();
  await expect(
    list(page).getByRole('row', { name: /The vendor Bayline Internet is excluded/ }),
  ).toBeVisible();
  await expect(list(page).getByText('The contract ended on 2025-12-31')).toHaveCount(0);
  await expectSum(page);

  await page.getByText('All (4)').click();
  await expect(list(page).getByText('The contract ended on 2025-12-31')).toBeVisible();
  await expect(page).toHaveURL(/\/contracts$/);
  await expectSum(page);
  await list(page).getByRole('button', { name: 'MRR', exact: true }).click();
  const mrr = await columnOf(list(page), 'MRR');
  expect(mrr).toEqual([...mrr].sort((a, b) => b - a));
});

test('a contract in another currency is shown in it and left out; an override stands beside the sum', async ({
  page,
  demo,
}) => {
  const company = await newCompany(page, demo, 'Osprey Interiors');
  await post(page, demo, `/companies/${company}/contracts`, {
    name: 'Zürich',
    amount: 64_000,
    currency: 'CHF',
  });
  await post(page, demo, `/companies/${company}/contracts`, { name: 'Support', amount: 50_000 });
  await patch(page, demo, `/companies/${company}/profile`, { mrrOverride: 12_345 });
  await openContracts(page, company);
  await expect(rowOf(page, 'Zürich')).toContainText(/CHF\s640\.00/);
  await expect(rowOf(page, 'Zürich')).toContainText('In CHF, not USD');
  await expect(list(page).getByRole('row', { name: /^From contracts/ })).toContainText('$500.00');
  await expect(list(page).getByRole('row', { name: /^Set by hand instead/ })).toContainText('$123.45');
  await expect(figure(page, /^MRR \$123\.45/)).toBeVisible();
});

test('two people who edit the same contract lose nothing and are told of each other', async ({
  page,
  browser,
  demo,
}) => {
  const company = await newCompany(page, demo, 'Ironbark Legal');
  await post(page, demo, `/companies/${company}/contracts`, { name: 'Backup', amount: 10_000 });
  const dana = await anotherUser(browser, demo, page, { name: 'Dana Whitlock', role: 'admin' });
  const dialogs = [page, dana].map((who) => who.getByRole('dialog', { name: 'Edit Backup' }));
  const [mine, theirs] = dialogs as [Locator, Locator];
  await dana.clock.install();
  for (const who of [page, dana]) {
    await openContracts(who, company);
    await who.getByRole('button', { name: 'Edit Backup' }).click();
  }
  await theirs.getByLabel('Amount').fill('120');
  await theirs.getByLabel('Vendor').fill('Northgate');
  await theirs.getByRole('button', { name: 'Save' }).click();
  await expect(theirs).toBeHidden();

  await mine.getByLabel('Amount').fill('150');
  await mine.getByLabel('End', { exact: true }).fill('2026-12-31');
  await mine.getByRole('button', { name: 'Save' }).click();
  const notice = mine.getByRole('alert');
  await expect(notice).toContainText('Dana Whitlock changed this while you were editing');
  await expect(notice).toContainText('Vendor is now Northgate (was nothing).');
  await expect(notice.getByLabel('Keep mine: $150.00')).toBeChecked();
  await expect(notice.getByLabel('Take Dana Whitlock’s: $120.00')).toBeVisible();
  await mine.getByRole('button', { name: 'Save' }).click();
  await expect(mine).toBeHidden();
  for (const words of ['Northgate', '$150.00', 'to Dec 31, 2026'])
    await expect(rowOf(page, 'Backup')).toContainText(words);
  // the page looks by itself for what others have changed
  await dana.clock.fastForward('00:20');
  await expect(rowOf(dana, 'Backup')).toContainText('$150.00');

  const deleting = dana.getByRole('dialog', { name: 'Delete Backup?' });
  await dana.getByRole('button', { name: 'Delete Backup' }).click();
  await page.getByRole('button', { name: 'Edit Backup' }).click();
  await mine.getByLabel('Exclude this contract').check();
  await mine.getByRole('button', { name: 'Save' }).click();
  await expect(mine).toBeHidden();
  await deleting.getByRole('button', { name: 'Delete' }).click();
  await expect(deleting.getByRole('alert')).toHaveText('Pat Lindqvist has changed this since you read it.');
  await page.getByRole('button', { name: 'Edit Backup' }).click();
  await deleting.getByRole('button', { name: 'Delete' }).click();
  await expect(dana.getByRole('heading', { name: 'No contracts yet' })).toBeVisible();
  await mine.getByLabel('Amount').fill('160');
  await mine.getByRole('button', { name: 'Save' }).click();
  await expect(mine.getByRole('alert')).toContainText('There is no contract');
  await dana.context().close();
});

test('a viewer reads contracts and their lines, and is offered nothing to change', async ({
  page,
  browser,
  demo,
}) => {
  const vera = await anotherUser(browser, demo, page, { name: 'Vera Moss', role: 'viewer' });
  await openContracts(vera, 'fernwood-manufacturing');
  await vera.getByRole('button', { name: 'Managed services agreement' }).click();
  await expect(linesOf(vera, 'Managed services agreement').getByText('a month').first()).toBeVisible();
  await expect(vera.getByRole('button', { name: /^(Add|Edit|Delete)/ })).toHaveCount(0);
  await vera.context().close();
});

/** The amounts of a column, row by row, in cents. */
async function columnOf(table: Locator, header: string): Promise<number[]> {
  const headers = await table.getByRole('columnheader').allTextContents();
  const cells = await table
    .locator(`tbody tr > :nth-child(${headers.indexOf(header) + 1})`)
    .allTextContents();
  return cells.filter((text) => text.includes('$')).map(cents);
}

/** The contracts' MRR and one-time add up to what stands at the bottom and in the header. */
async function expectSum(page: Page): Promise<void> {
  const bottom = await list(page)
    .getByRole('row', { name: /^From contracts/ })
    .getByRole('cell')
    .allTextContents();
  const totals = bottom.filter((text) => text.includes('$')).map(cents);
  for (const [index, [header, tab]] of (
    [
      ['MRR', /^MRR \$/],
      ['One-time', /^One-time/],
    ] as const
  ).entries()) {
    const sum = (await columnOf(list(page), header)).reduce((a, b) => a + b, 0);
    expect(sum, header).toBe(totals[index]);
    expect(cents((await figure(page, tab).textContent()) ?? '')).toBe(sum);
  }
}
