import type { Page } from '@playwright/test';
import { cents, expect, test } from './harborlight.ts';

const table = (page: Page) => page.getByRole('region', { name: 'Renewals', exact: true }).getByRole('table');
const tile = (page: Page, days: number) =>
  page.getByRole('radiogroup', { name: 'Ending within' }).getByRole('radio', { name: `Within ${days} days` });

/** What a tile says: how many contracts, and their MRR in cents. */
async function saidBy(page: Page, days: number): Promise<{ contracts: number; mrr: number }> {
  const words = (await tile(page, days).locator('..').textContent()) ?? '';
  return { contracts: Number(/(\d+) contract/.exec(words)?.[1]), mrr: cents(words) };
}

test('renewals within 30, 60 and 90 days add up to the MRR at stake, can be sorted, and lead to their contract', async ({
  page,
}) => {
  await page.goto('/renewals');
  await expect(tile(page, 90)).toBeChecked();
  const [short, long] = [await saidBy(page, 30), await saidBy(page, 90)];
  expect(short.contracts).toBeLessThan(long.contracts);
  await expect(table(page).getByRole('rowheader')).toHaveText(`${long.contracts} contracts`);
  expect(cents((await table(page).locator('tfoot').textContent()) ?? '')).toBe(long.mrr);

  await tile(page, 30).check();
  await expect(page).toHaveURL(/\/renewals\?within=30$/);
  await expect(table(page).getByRole('rowheader')).toHaveText(`${short.contracts} contracts`);
  await table(page).getByRole('button', { name: 'MRR at stake' }).click();
  await expect(page).toHaveURL(/within=30&sort=mrr&order=desc$/);
  const amounts = (await table(page).locator('tbody tr[aria-rowindex]').allTextContents()).map(cents);
  expect(amounts.length).toBeGreaterThan(10);
  expect(amounts).toEqual([...amounts].sort((a, b) => b - a));

  const first = table(page).locator('tr[aria-rowindex="2"]');
  const [company = '', contract = ''] = await first.getByRole('link').allTextContents();
  await first.getByRole('link', { name: contract, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: company })).toBeVisible();
  await expect(page.getByRole('button', { name: contract, exact: true })).toHaveAttribute(
    'aria-expanded',
    'true',
  );
  const ofCompany = page.getByRole('region', { name: 'Contracts that end within 90 days' });
  await expect(ofCompany.getByRole('link', { name: contract, exact: true })).toBeVisible();
});

test('the dashboard’s filters narrow the renewals, stand in the address, and can be cleared', async ({
  page,
}) => {
  await page.goto('/renewals?health=At+risk&stackItem=firewall&within=30');
  await expect(page.getByRole('alert').filter({ hasText: 'means nothing here' })).toContainText(
    'stackItem: firewall',
  );
  await expect(page).toHaveURL(/\/renewals\?health=At\+risk&within=30$/);
  await expect(page.getByRole('button', { name: 'Filters: 1 filter applied' })).toBeVisible();
  await expect(table(page).getByRole('cell', { name: 'At risk' }).first()).toBeVisible();
  await expect(table(page).getByRole('cell', { name: 'Satisfactory' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Download CSV' })).toHaveAttribute(
    'href',
    '/api/v1/renewals.csv?health=At+risk&within=30',
  );
  const narrowed = await saidBy(page, 30);

  await page.getByRole('button', { name: /^Filters:/ }).click();
  await expect(page.getByRole('combobox', { name: 'Stack items' })).toHaveCount(0);
  await page.getByRole('combobox', { name: 'Segments' }).click();
  await page.getByRole('option', { name: 'Not placed' }).click();
  await expect(page.getByRole('heading', { name: 'No contract ends within 30 days' })).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).last().click();
  await expect(table(page)).toBeVisible();
  expect((await saidBy(page, 30)).contracts).toBeGreaterThan(narrowed.contracts);
});
