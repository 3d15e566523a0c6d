import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { ADMIN } from './harborlight.ts';
import { test as base } from './server.ts';

/** An empty workspace with its first administrator, who stands in the Stack Manager. */
const test = base.extend<object>({
  baseURL: ({ freshServer }, use) => use(freshServer.url),
  page: async ({ page }, use) => {
    const answer = await page.request.post('/api/v1/setup', {
      data: { ...ADMIN, workspaceName: 'Harborlight IT' },
    });
    expect(answer.status(), await answer.text()).toBe(201);
    await page.goto('/settings/stack');
    await expect(page.getByRole('heading', { level: 1, name: 'Stack Manager' })).toBeVisible();
    await use(page);
  },
});

const row = (page: Page, name: string): Locator =>
  page.getByRole('list', { name: 'Stack items' }).getByRole('listitem', { name, exact: true });

const names = (page: Page): Locator =>
  page.getByRole('list', { name: 'Stack items' }).getByRole('button', { name: /^Move / });

/** The items by name, in the order in which they stand. */
async function expectOrder(page: Page, order: readonly string[]): Promise<void> {
  await expect
    .poll(() => names(page).evaluateAll((handles) => handles.map((handle) => handle.ariaLabel)))
    .toEqual(order.map((name) => `Move ${name}`));
}

async function addItem(page: Page, name: string, more?: (dialog: Locator) => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: 'Add item' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a stack item' });
  await dialog.getByLabel('Name').fill(name);
  await more?.(dialog);
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(row(page, name)).toBeVisible();
}

test('a stack is built by hand: items with their products, edited, retired, restored and deleted', async ({
  page,
}) => {
  await expect(page.getByRole('heading', { name: 'There is no stack yet' })).toBeVisible();
  await addItem(page, 'Web filtering', async (dialog) => {
    await dialog.getByLabel('Quick definition').fill('Keeps staff from harmful sites');
    await dialog.getByLabel('Category').fill('Security');
    await dialog.getByLabel('Weight').fill('2.5');
    await dialog.getByLabel('Tags', { exact: true }).fill('Standard');
    await dialog.getByLabel('Tags', { exact: true }).press('Enter');
    await dialog.getByLabel('Included in agreements by default').check();
  });
  const item = row(page, 'Web filtering');
  for (const words of ['Keeps staff from harmful sites', 'Security', '2.5', 'Standard', 'In agreements'])
    await expect(item.getByText(words, { exact: true })).toBeVisible();

  await item.getByRole('button', { name: 'Add a product to Web filtering' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a product to Web filtering' });
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog.getByText('Give the product a name')).toBeVisible();
  await dialog.getByLabel('Name').fill('DNSFilter');
  await expect(dialog.getByRole('radio', { name: 'Preferred' })).toBeChecked();
  await dialog.getByLabel('Product codes').fill('DNS');
  await dialog.getByLabel('Product codes').press('Enter');
  await dialog.getByLabel('MRR per seat').fill('1.5');
  await dialog.getByLabel('One-time per company').fill('250');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  const product = item.getByRole('list', { name: 'Products of Web filtering' }).getByRole('listitem');
  await expect(product).toHaveText(/DNSFilter.*Preferred.*DNS.*\$1\.50 per seat.*\$250\.00 per company/);

  await product.getByRole('button', { name: 'Edit DNSFilter' }).click();
  const edit = page.getByRole('dialog', { name: 'Edit DNSFilter' });
  await edit.getByLabel('MRR per seat').fill('');
  await edit.getByText('Supported', { exact: true }).click();
  await expect(edit.getByRole('status')).toHaveText('If you save this: Nothing moves.');
  await edit.getByRole('button', { name: 'Save' }).click();
  await expect(product).toHaveText(/DNSFilter.*Supported/);
  await expect(product).not.toHaveText(/per seat/);

  const choose = async (action: string) => {
    await item.getByRole('button', { name: 'More for Web filtering' }).click();
    await page.getByRole('menuitem', { name: action }).click();
  };
  for (const [action, shown] of [
    ['Retire', true],
    ['Restore', false],
  ] as const) {
    await choose(`${action}…`);
    await page.getByRole('dialog').getByRole('button', { name: action, exact: true }).click();
    await expect(item.getByText('Retired')).toBeVisible({ visible: shown });
  }
  await choose('Delete…');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('heading', { name: 'There is no stack yet' })).toBeVisible();
});

test('items are put into order with the mouse, the keyboard and the menu, and stay so', async ({ page }) => {
  for (const name of ['Backup', 'Firewall', 'Switches', 'Wireless']) await addItem(page, name);
  const handle = (name: string) => page.getByRole('button', { name: `Move ${name}`, exact: true });
  const drag = async (name: string, to: string) => {
    await handle(name).hover();
    await page.mouse.down();
    const box = (await row(page, to).boundingBox())!;
    await page.mouse.move(box.x + 30, box.y + 2, { steps: 4 });
  };
  await drag('Wireless', 'Firewall');
  await page.mouse.up();
  await expectOrder(page, ['Backup', 'Wireless', 'Firewall', 'Switches']);
  await drag('Switches', 'Backup');
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expectOrder(page, ['Backup', 'Wireless', 'Firewall', 'Switches']);

  await handle('Backup').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('status').getByText('Backup: place 3 of 4')).toBeAttached();
  await expect(handle('Backup')).toBeFocused();
  await expectOrder(page, ['Wireless', 'Firewall', 'Backup', 'Switches']);
  await page.keyboard.press('End');
  await page.getByRole('button', { name: 'More for Switches' }).click();
  await page.getByRole('menuitem', { name: 'Move to the top' }).click();
  const order = ['Switches', 'Wireless', 'Firewall', 'Backup'];
  await expectOrder(page, order);
  await expect
    .poll(async () => {
      const stored = await page.request.get('/api/v1/stack-items');
      return (await stored.json()).items.map(({ name }: { name: string }) => name);
    })
    .toEqual(order);
  await page.reload();
  await expectOrder(page, order);
});

test('a starter stack is offered where there is none, and later only what is missing', async ({ page }) => {
  await page.getByRole('button', { name: 'Begin with a starter stack' }).click();
  const dialog = page.getByRole('dialog', { name: 'Starter stack' });
  await dialog.getByLabel('Firewall', { exact: true }).uncheck();
  await dialog.getByRole('button', { name: 'Add 29 items' }).click();
  await expect(page.getByText('The standard stack: 29 items')).toBeVisible();
  await expect(row(page, 'Multi-factor sign-in')).toBeVisible();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Starter stack…' }).click();
  await expect(dialog.getByLabel('Switches', { exact: true })).toBeDisabled();
  await dialog.getByRole('button', { name: 'Add 1 item' }).click();
  await row(page, 'Firewall').getByRole('button', { name: 'Products of Firewall' }).click();
  await expect(row(page, 'Firewall').getByText('SonicWall')).toBeVisible();
});

test('product codes of contract lines are mapped in one click, to what they say or to a new product', async ({
  page,
  baseURL,
}) => {
  await addItem(page, 'Web filtering');
  await row(page, 'Web filtering').getByRole('button', { name: 'Add a product to Web filtering' }).click();
  const product = page.getByRole('dialog', { name: 'Add a product to Web filtering' });
  await product.getByLabel('Name').fill('DNSFilter');
  await product.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(row(page, 'Web filtering').getByText('DNSFilter', { exact: true })).toBeVisible();
  const api = async (path: string, data: object) => {
    const answer = await page.request.post(`/api/v1${path}`, { data, headers: { origin: baseURL! } });
    expect(answer.status(), await answer.text()).toBe(201);
    return (await answer.json()) as { id: string };
  };
  const company = await api('/companies', { name: 'Acme' });
  const contract = await api(`/companies/${company.id}/contracts`, { name: 'Managed services' });
  for (const line of [
    { productCode: 'DNS-U', description: 'DNSFilter per user', quantity: '10', unitPrice: 150 },
    { productCode: 'PRN', description: 'Managed print', unitPrice: 4000 },
  ])
    await api(`/contracts/${contract.id}/lines`, line);

  await page.reload();
  await page.getByRole('link', { name: 'Product codes (2 unmapped)' }).click();
  await expect(page.getByText('2 codes, $55.00 of MRR a month')).toBeVisible();
  await page.getByRole('button', { name: 'Map DNS-U to DNSFilter' }).click();
  await expect(page.getByText('DNS-U now means DNSFilter.')).toBeVisible();
  await expect(page.getByText('1 code, $40.00 of MRR a month')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Map DNS-U to DNSFilter' }).click();

  await page.getByLabel('Product of PRN').first().click();
  await page.getByRole('option', { name: 'New product…' }).click();
  const made = page.getByRole('dialog', { name: 'New product for PRN' });
  await page.getByRole('option', { name: 'Web filtering' }).click();
  await expect(made.getByLabel('Name')).toHaveValue('Managed print');
  await made.getByRole('button', { name: 'Add and map' }).click();
  await expect(page.getByRole('heading', { name: 'Every code is mapped' })).toBeVisible();

  const dnsfilter = await page.request.get('/api/v1/stack-items');
  const [item] = (await dnsfilter.json()).items;
  const patched = await page.request.patch(`/api/v1/products/${item.products[0].id}/product-codes`, {
    data: { add: ['PRN'] },
    headers: { origin: baseURL! },
  });
  expect(patched.status()).toBe(200);
  await page.reload();
  await page.getByText('Several products (1)').click();
  await expect(page.getByText('Clients are taken to use the first, DNSFilter')).toBeVisible();
  await page.getByRole('button', { name: 'PRN does not mean DNSFilter' }).click();
  await expect(page.getByRole('heading', { name: 'No code means several products' })).toBeVisible();
});

test('the stack comes in from CSV after a preview, with every error by line and column, and goes out again', async ({
  page,
}) => {
  const file = (name: string, text: string | Buffer) => ({
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(text as string),
  });
  await page.getByRole('button', { name: 'Import CSV' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import stack from CSV' });
  const [items, products] = [0, 1].map((at) => dialog.locator('input[type=file]').nth(at));
  await items!.setInputFiles(file('mine.csv', 'key,name,weight\nweb,Web filtering,heavy\n'));
  await expect(dialog.getByText('1 error in the files. Nothing was written.')).toBeVisible();
  await expect(dialog.getByText(/^stack_items\.csv:2:3: weight is "heavy"/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Choose another file' }).click();
  await items!.setInputFiles(file('mine.csv', Buffer.from('key,name\nx,Gr\xf6\xdfe\n', 'latin1')));
  await expect(dialog.getByText(/^stack_items\.csv:2:2: a character is not UTF-8/)).toBeVisible();
  await items!.setInputFiles(file('mine.csv', 'key,name,weight\nweb,Web filtering,2\n'));
  await products!.setInputFiles(
    file('products.csv', 'key,stackItem,name,mrrPerSeat\ndnsfilter,web,DNSFilter,1.5\n'),
  );
  await expect(dialog.getByRole('row', { name: 'stack_items.csv 1 0 0' })).toBeVisible();
  await expect(dialog.getByRole('row', { name: 'products.csv 1 0 0' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await row(page, 'Web filtering').getByRole('button', { name: 'Products of Web filtering' }).click();
  await expect(row(page, 'Web filtering').getByText('$1.50 per seat')).toBeVisible();

  await page.getByRole('button', { name: 'More', exact: true }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Download stack_items.csv' }).click();
  expect((await download).suggestedFilename()).toBe('stack_items.csv');
  const out = await page.request.get('/api/v1/stack-items.csv');
  expect(await out.text()).toContain('web,Web filtering,,,,,2,,,');
});

test('two items become one after it was said what moves; who was faster meanwhile loses nothing', async ({
  page,
  baseURL,
}) => {
  const headers = { origin: baseURL! };
  const api = async (method: 'post' | 'patch', path: string, data: object) => {
    const answer = await page.request[method](`/api/v1${path}`, { data, headers });
    expect(answer.ok(), await answer.text()).toBe(true);
    return (await answer.json()) as { id: string };
  };
  const company = await api('post', '/companies', { name: 'Acme', tags: ['Standard'] });
  const cell = (item: string) => `/companies/${company.id}/alignments/${item}`;
  await api('post', '/stack-items', { name: 'Web filtering', tags: ['Standard'] });
  const products = [{ name: 'Umbrella' }, { name: 'Cisco Umbrella', productCodes: ['UMB'] }];
  await api('post', '/stack-items', { name: 'DNS security', tags: ['Standard'], products });
  await api('patch', cell('web-filtering'), { alignment: 80 });
  await api('patch', cell('dns-security'), { alignment: 40, currentProduct: 'umbrella' });
  await page.reload();

  await row(page, 'DNS security').getByRole('button', { name: 'Products of DNS security' }).click();
  await row(page, 'DNS security').getByRole('button', { name: 'Merge Cisco Umbrella into another' }).click();
  const products2 = page.getByRole('dialog', { name: 'Merge Cisco Umbrella into another' });
  await products2.getByLabel('Merge Cisco Umbrella into').first().click();
  await page.getByRole('option', { name: 'Umbrella', exact: true }).click();
  await expect(products2.getByText('Umbrella gets the codes UMB')).toBeVisible();
  await products2.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(row(page, 'DNS security').getByText('UMB', { exact: true })).toBeVisible();

  await row(page, 'DNS security').getByRole('button', { name: 'More for DNS security' }).click();
  await page.getByRole('menuitem', { name: 'Merge into another…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Merge DNS security into another' });
  await dialog.getByLabel('Merge DNS security into').first().click();
  await page.getByRole('option', { name: 'Web filtering' }).click();
  await expect(dialog.getByText('Products that move: Umbrella')).toBeVisible();
  await expect(
    dialog.getByText('Acme, DNS security: current product Umbrella, alignment 40 %'),
  ).toBeVisible();
  await api('patch', cell('dns-security'), { alignment: 45 });
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(dialog.getByText('Somebody else changed something meanwhile')).toBeVisible();
  await expect(
    dialog.getByText('Acme, DNS security: current product Umbrella, alignment 45 %'),
  ).toBeVisible();
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(row(page, 'DNS security')).toBeHidden();

  const web = row(page, 'Web filtering');
  await web.getByRole('button', { name: 'Edit Web filtering' }).click();
  const edit = page.getByRole('dialog', { name: 'Edit Web filtering' });
  await edit.getByLabel('Category').fill('Security');
  await api('patch', '/stack-items/web-filtering', { weight: 3 });
  await edit.getByRole('button', { name: 'Save' }).click();
  await expect(edit.getByText(/^Pat Lindqvist changed this while you were editing/)).toBeVisible();
  await expect(edit.getByText('Weight is now 3 (was 1).')).toBeVisible();
  await edit.getByRole('button', { name: 'Save' }).click();
  await expect(web.getByText('Security', { exact: true })).toBeVisible();
  await expect(web.getByText('3', { exact: true })).toBeVisible();

  await web.getByRole('button', { name: 'More for Web filtering' }).click();
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  const remove = page.getByRole('dialog', { name: 'Delete Web filtering?' });
  await remove.getByRole('button', { name: 'Delete' }).click();
  await expect(
    remove.getByText('"Web filtering" is in use by 1 alignment cell and 1 note of 1 company.'),
  ).toBeVisible();
  await remove.getByRole('button', { name: 'Retire it' }).click();
  await expect(web.getByText('Retired', { exact: true })).toBeVisible();
});
