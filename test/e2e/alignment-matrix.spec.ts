import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { anotherUser } from './another-user.ts';
import { ADMIN, cents, expect, test } from './harborlight.ts';
import { post } from './post.ts';

async function openMatrix(page: Page, search = ''): Promise<void> {
  await page.goto(`/stack-alignment${search}`);
  await expect(grid(page).getByRole('gridcell').first()).toBeVisible();
}

const grid = (page: Page) => page.getByRole('grid', { name: 'Stack alignment' });
const starting = (name: string) => new RegExp(`^${name}`);
const rowHead = (page: Page, name: string) => grid(page).getByRole('rowheader', { name: starting(name) });
const columnHead = (page: Page, name: string) =>
  grid(page).getByRole('columnheader', { name: starting(name) });
const rowHeads = (page: Page) => grid(page).getByRole('rowheader');

/** The name in a head. */
const nameOf = async (head: Locator) => (await head.locator('span').first().textContent()) ?? '';

/** The cell where a row and a column in sight cross. */
async function cellOf(page: Page, row: string, column: string): Promise<Locator> {
  const index = await columnHead(page, column).getAttribute('aria-colindex');
  return grid(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: starting(row) }) })
    .locator(`[role=gridcell][aria-colindex="${index}"]`);
}

/** What the line below the matrix says. */
const said = (page: Page, text: string | RegExp) => expect(page.getByText(text).last()).toBeVisible();

/** The opportunity of all that is shown, in cents. */
const total = async (page: Page) => cents((await page.getByText(/ · Opportunity \$/).textContent()) ?? '');

/** Money as it stands short in the heads, "$9.3k", as a number. */
function shortAmount(text: string): number {
  const [, amount = '', unit = ''] = /\$([\d.]+)([kM]?)/.exec(text) ?? [];
  return Number(amount) * (unit === 'M' ? 1e6 : unit === 'k' ? 1e3 : 1);
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

test('the stack at every company: filtered as the dashboard is, and downloaded as it is shown', async ({
  page,
}) => {
  await page.goto('/account');
  await page.getByRole('link', { name: 'Stack Alignment' }).click();
  await expect(page.getByText('145 companies × 24 stack items')).toBeVisible();
  await expect(page).toHaveTitle('Stack Alignment – Quarterdeck');
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '146');
  await expect(grid(page)).toHaveAttribute('aria-colcount', '25');
  const whole = await total(page);

  await page.getByRole('button', { name: 'Filters: no filter applied' }).click();
  await choose(page, 'Health', 'At risk');
  await page.keyboard.press('Escape');
  await expect(page.getByText('26 companies × 24 stack items')).toBeVisible();
  await expect(page).toHaveURL(/health=At\+risk/);
  const filtered = await total(page);
  expect(filtered).toBeLessThan(whole);

  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download CSV' }).click();
  const lines = (await readFile(await (await downloading).path(), 'utf8')).trim().split('\r\n').slice(1);
  const sum = lines.reduce((amount, line) => amount + Math.round(Number(line.split(',').at(-1)) * 100), 0);
  expect(sum).toBe(filtered);

  await page.getByRole('switch', { name: 'Weighted' }).click();
  await expect.poll(() => total(page)).toBeLessThan(filtered);
  await page.getByRole('switch', { name: 'Weighted' }).click();

  await choose(page, 'Companies', 'Alder Academy');
  await expect(page.getByRole('heading', { name: 'No company passes these filters' })).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'Clear filters' }).last().click();
  await expect(page.getByText('145 companies × 24 stack items')).toBeVisible();
});

test('axes are swapped, companies and stack items sorted, and the address keeps it', async ({ page }) => {
  await openMatrix(page);
  await expect(rowHeads(page).first()).toContainText('Alder Academy');
  await choose(page, 'Order of companies', 'Companies by opportunity');
  await choose(page, 'Order of stack items', 'Stack items by opportunity');
  await expect(page).toHaveURL(/sortCompanies=amount&sortItems=amount/);
  const amounts = (await rowHeads(page).allTextContents()).map(shortAmount);
  expect(amounts).toEqual([...amounts].sort((a, b) => b - a));
  const largest = await nameOf(rowHeads(page).first());

  await page.getByRole('button', { name: 'Swap axes' }).click();
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '25');
  await expect(grid(page).getByRole('columnheader').nth(1)).toContainText(largest);
  const items = (await rowHeads(page).allTextContents()).map(shortAmount);
  expect(items).toEqual([...items].sort((a, b) => b - a));

  await page.reload();
  await expect(grid(page).getByRole('columnheader').nth(1)).toContainText(largest);
  await choose(page, 'Order of stack items', 'Stack items by gap');
  const gaps = (await rowHeads(page).allTextContents()).map((text) => Number(/(\d+)%$/.exec(text)?.[1]));
  expect(gaps).toEqual([...gaps].sort((a, b) => a - b));
});

test('a cell is opened, changed and seen at once, where it stands', async ({ page }) => {
  await openMatrix(page, '?sortCompanies=gap');
  const company = await nameOf(rowHeads(page).first());
  const before = await total(page);
  const cell = await cellOf(page, company, 'Managed support');
  await cell.click();
  const dialog = page.getByRole('dialog', { name: `${company} × Managed support` });
  await dialog.getByRole('textbox', { name: 'Alignment' }).fill('101');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('A number from 0 to 100 with at most two decimals')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Alignment' }).fill('100');
  await dialog.getByLabel('MRR opportunity').fill('1234.50');
  await dialog.getByLabel('One-time (NRR) opportunity').fill('0');
  await dialog.getByLabel('Provider').fill('Cousin Bob <script>alert(1)</script>');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(cell).toHaveText('A$1.2k');
  await expect(cell).toBeFocused();
  await said(page, `${company} × Managed support: Aligned (100.0%), opportunity $1,234.50`);
  await expect(rowHeads(page).first()).toContainText(company);
  expect(await total(page)).not.toBe(before);

  await cell.click();
  await expect(dialog.getByLabel('Provider')).toHaveValue('Cousin Bob <script>alert(1)</script>');
  await dialog.getByRole('button', { name: 'Reset MRR opportunity to the calculated figure' }).click();
  await dialog.getByRole('combobox', { name: 'Applicable' }).click();
  await page.getByRole('option', { name: 'No', exact: true }).click();
  await expect(dialog.getByLabel('MRR opportunity')).toBeDisabled();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(cell).toHaveText('');
  await said(page, /Managed support: In no figure/);
});

test('the keyboard alone moves, opens, selects and sets many cells', async ({ page }) => {
  await openMatrix(page);
  await page.getByRole('link', { name: 'Download CSV' }).focus();
  await page.keyboard.press('Tab');
  await expect(await cellOf(page, 'Alder Academy', 'Managed support')).toBeFocused();
  await page.keyboard.press('Control+End');
  await expect(grid(page).locator('[aria-rowindex="146"] [aria-colindex="25"]')).toBeFocused();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowUp');
  await expect(columnHead(page, 'Managed support')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('145 cells: 145 companies × 1 stack item')).toBeVisible();
  await page.keyboard.press('Escape');

  for (const key of ['ArrowDown', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
  await expect(page.getByRole('dialog', { name: 'Alder Academy × Monitoring and patching' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(await cellOf(page, 'Alder Academy', 'Monitoring and patching')).toBeFocused();

  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('3 cells: 3 companies × 1 stack item; 3 in the figures')).toBeVisible();
  await expect(grid(page).getByRole('gridcell', { selected: true })).toHaveCount(3);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Edit 3 cells' });
  // the dialog takes the focus once when it opens
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeFocused();
  await dialog.getByRole('combobox', { name: 'Alignment' }).focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
  await expect(dialog.getByRole('textbox', { name: 'Alignment' })).toBeFocused();
  await page.keyboard.type('20');
  await expect(dialog.getByText('This sets in 3 cells: alignment: 20.0%.')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByText('3 cells changed')).toBeVisible();
  for (const company of ['Alder Academy', 'Alder Law Group', 'Alder Orthodontics'])
    await expect(await cellOf(page, company, 'Monitoring and patching')).toContainText('N');
});

test('a dragged range and a whole column are set at once, leaving alone what is not applicable', async ({
  page,
}) => {
  await openMatrix(page);
  await (await cellOf(page, 'Bayview Hotels', 'Firewall')).hover();
  await page.mouse.down();
  await (await cellOf(page, 'Bayview Pediatrics', 'Wireless')).hover();
  await page.mouse.up();
  await expect(page.getByText('6 cells: 2 companies × 3 stack items')).toBeVisible();
  await page.keyboard.down('Shift');
  await (await cellOf(page, 'Bayview Property Management', 'Switches')).click();
  await page.keyboard.up('Shift');
  await expect(page.getByText('6 cells: 3 companies × 2 stack items')).toBeVisible();
  await page.getByRole('button', { name: 'Clear selection' }).click();

  await columnHead(page, 'Internet failover').click();
  await page.getByRole('button', { name: 'Edit 145 cells' }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit 145 cells' });
  await dialog.getByRole('button', { name: 'Set 145 cells' }).click();
  await expect(dialog.getByText('Choose what to set')).toBeVisible();
  await choose(page, 'Alignment', 'Set to …');
  await page.keyboard.type('45');
  await choose(page, 'Current product', 'None');
  await dialog.getByRole('button', { name: 'Set 145 cells' }).click();
  await expect(page.getByText(/\d+ left as they are, because they are not applicable/)).toBeVisible();
  await expect(dialog).toBeHidden();
  await expect(await cellOf(page, 'Bayview Hotels', 'Internet failover')).toContainText('P');
  await expect(await cellOf(page, 'Alder Academy', 'Internet failover')).toHaveText('');
  await expect(columnHead(page, 'Internet failover')).toContainText('0%');

  await columnHead(page, 'Internet failover').click();
  await page.getByRole('button', { name: 'Edit 145 cells' }).click();
  await choose(page, 'Applicable', 'Yes');
  await dialog.getByRole('button', { name: 'Set 145 cells' }).click();
  await expect(dialog).toBeHidden();
  await expect(await cellOf(page, 'Alder Academy', 'Internet failover')).toContainText('N');
});

test('of two who change the same cell both are told, and nobody’s work is lost', async ({
  page,
  browser,
  demo,
}) => {
  const dana = await anotherUser(browser, demo, page, { name: 'Dana Whitlock', role: 'member' });
  const dialogs = [page, dana].map((who) => who.getByRole('dialog', { name: /× Switches$/ }));
  const [mine, theirs] = dialogs as [Locator, Locator];
  for (const who of [page, dana]) {
    await openMatrix(who);
    await (await cellOf(who, 'Birchwood Roofing', 'Switches')).click();
  }
  await theirs.getByRole('textbox', { name: 'Alignment' }).fill('40');
  await theirs.getByLabel('Provider').fill('Northgate');
  await theirs.getByRole('button', { name: 'Save' }).click();
  await expect(theirs).toBeHidden();

  await mine.getByRole('textbox', { name: 'Alignment' }).fill('10');
  await mine.getByRole('button', { name: 'Save' }).click();
  const notice = mine.getByRole('alert');
  await expect(notice).toContainText('Dana Whitlock changed this while you were editing');
  await expect(notice).toContainText('Provider is now Northgate (was nothing).');
  await notice.getByLabel('Take Dana Whitlock’s: 40.0%').check();
  await mine.getByLabel('Threat').check();
  await mine.getByRole('button', { name: 'Save' }).click();
  await expect(mine).toBeHidden();
  await said(page, /Birchwood Roofing × Switches: Partly aligned \(40.0%\)/);
  await dana.context().close();
});

test('a viewer reads every cell and changes none', async ({ page, browser, demo }) => {
  const vera = await anotherUser(browser, demo, page, { name: 'Vera Lund', role: 'viewer' });
  await openMatrix(vera);
  await (await cellOf(vera, 'Alder Law Group', 'Firewall')).click();
  const dialog = vera.getByRole('dialog', { name: 'Alder Law Group × Firewall' });
  await expect(dialog.getByText('Opportunity product')).toBeVisible();
  await expect(dialog.getByRole('textbox')).toHaveCount(0);
  await expect(dialog.getByRole('button', { name: 'Save' })).toHaveCount(0);
  await vera.keyboard.press('Escape');
  await rowHead(vera, 'Alder Law Group').click();
  await expect(vera.getByText('24 cells: 1 company × 24 stack items')).toBeVisible();
  await expect(vera.getByRole('button', { name: /^Edit/ })).toHaveCount(0);
  await vera.context().close();
});

test('without companies or a stack the page says what to do', async ({ browser, freshServer }) => {
  const context = await browser.newContext({
    baseURL: freshServer.url,
    storageState: { cookies: [], origins: [] },
  });
  const page = await context.newPage();
  const answer = await page.request.post('/api/v1/setup', {
    data: { ...ADMIN, workspaceName: 'Northwind IT' },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  await page.goto('/stack-alignment');
  await expect(page.getByRole('heading', { name: 'There is no company yet' })).toBeVisible();
  await page.getByRole('link', { name: 'Fill the workspace' }).click();
  await expect(page).toHaveURL(/\/customers/);

  await post(page, freshServer, '/companies', { name: 'Acme', stage: 'active' });
  await page.goto('/stack-alignment');
  await expect(page.getByRole('heading', { name: 'There is no stack yet' })).toBeVisible();
  await page.getByRole('link', { name: 'Open Stack Manager' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Stack Manager' })).toBeVisible();

  await post(page, freshServer, '/stack-items', { name: 'Phones' });
  await page.goto('/stack-alignment');
  await (await cellOf(page, 'Acme', 'Phones')).click();
  await page.getByRole('combobox', { name: 'Applicable' }).click();
  await page.getByRole('option', { name: 'Yes', exact: true }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(await cellOf(page, 'Acme', 'Phones')).toHaveText('N');
  await context.close();
});
