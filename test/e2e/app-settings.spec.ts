import type { Page } from '@playwright/test';
import { expect, openSettings, test } from './small-workspace.ts';

async function choose(page: Page, list: 'vendor' | 'account', option: RegExp): Promise<void> {
  await page.getByRole('combobox', { name: `Exclude contracts by ${list}` }).click();
  await page.getByRole('option', { name: option }).click();
}

const excluded = (page: Page) => page.getByRole('region', { name: 'Excluded', exact: true });

test('contracts are excluded from either list, and a vendor for good; all of it counts once saved', async ({
  page,
  api,
  freshServer,
}) => {
  await openSettings(page, freshServer.url, 'app', 'App Settings');
  await expect(excluded(page).getByText('Nothing is excluded')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled();

  await choose(page, 'vendor', /^Printworks/);
  await page.getByRole('checkbox', { name: 'Exclude Copier lease of Birch Law' }).check();
  await choose(page, 'account', /^Acme Dental/);
  await page.getByRole('checkbox', { name: 'Exclude Internet line of Acme Dental' }).check();
  for (const words of ['Copier lease', 'Internet line', '2 single contracts'])
    await expect(excluded(page).getByText(words, { exact: true })).toBeVisible();
  await expect(page.getByText('Excludes 2 contracts')).toBeVisible();
  await expect(page.getByText(/^MRR −\$270\./)).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('No changes')).toBeVisible();
  const mrr = async (id: string) => (await api.get(`/companies/${id}`)).mrr;
  expect([await mrr('acme-dental'), await mrr('birch-law')]).toEqual([100_000, 80_000]);

  await choose(page, 'vendor', /^Bayline/);
  await page.getByLabel('Always exclude Bayline').check({ force: true });
  await excluded(page).getByRole('button', { name: 'Take Copier lease of Birch Law in again' }).click();
  await expect(page.getByText('Excludes 1 vendor; takes 1 contract in again')).toBeVisible();
  await page.getByRole('link', { name: 'Activity' }).click();
  const asked = page.getByRole('dialog', { name: 'Leave without saving?' });
  await asked.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('No changes')).toBeVisible();
  expect([await mrr('acme-dental'), await mrr('birch-law')]).toEqual([100_000, 57_000]);
});

test('what another administrator excludes meanwhile stays, and is told before saving again', async ({
  page,
  api,
  freshServer,
}) => {
  await openSettings(page, freshServer.url, 'app', 'App Settings');
  await choose(page, 'account', /^Birch Law/);
  await page.getByRole('checkbox', { name: 'Exclude Copier lease of Birch Law' }).check();
  await api.patch('/exclusions', { excludeVendors: ['Bayline'] });
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(/Pat Lindqvist changed the exclusions while you were editing/)).toBeVisible();
  const list = excluded(page).getByRole('list', { name: 'Vendors, always' });
  await expect(list.getByRole('listitem')).toHaveText(/Bayline/);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('No changes')).toBeVisible();
  expect((await api.get('/companies/birch-law')).mrr).toBe(50_000);
});
