import type { Page } from '@playwright/test';
import { anotherUser } from './another-user.ts';
import { expect, test } from './harborlight.ts';
import { patch, post } from './post.ts';

const entries = (page: Page) => page.getByRole('main').getByRole('region').getByRole('listitem');

test('what was changed about a company stands in words, newest first, with before and after', async ({
  page,
  demo,
}) => {
  const { id } = await post(page, demo, '/companies', { name: 'Larkspur Clinics' });
  await patch(page, demo, `/companies/${id}/profile`, { mrrOverride: 425_000, locations: 2 });
  await page.goto(`/customers/${id}/contracts`);
  await page.getByRole('button', { name: 'Add contract' }).click();
  const adding = page.getByRole('dialog', { name: 'Add a contract' });
  await adding.getByLabel('Name').fill('<img src=x onerror=alert(1)> שירות');
  await adding.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(adding).toBeHidden();

  await page.getByRole('link', { name: 'Activity', exact: true }).click();
  await expect(entries(page)).toHaveText([
    /Pat Lindqvist added the contract <img src=x onerror=alert\(1\)> שירות/,
    /Pat Lindqvist set MRR override from calculated to \$4,250\.00 and/,
    /Pat Lindqvist added the company/,
  ]);
  await entries(page).nth(1).getByRole('button', { name: 'Before and after' }).click();
  await expect(page.getByRole('row', { name: 'MRR override calculated $4,250.00' })).toBeVisible();
});

test('older changes are shown on demand', async ({ page, demo }) => {
  const { id } = await post(page, demo, '/companies', { name: 'Tidewater Stone' });
  for (let locations = 1; locations <= 51; locations++)
    await patch(page, demo, `/companies/${id}/profile`, { locations });
  await page.goto(`/customers/${id}/activity`);
  await expect(entries(page)).toHaveCount(50);
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect(entries(page)).toHaveCount(52);
  await expect(entries(page).last()).toContainText('added the company');
  await expect(page.getByRole('button', { name: 'Show more' })).toHaveCount(0);
});

test('administrators read the activity of the whole workspace; for others that page does not exist', async ({
  page,
  browser,
  demo,
}) => {
  await patch(page, demo, '/companies/rosewood-law-group/profile', { locations: 3 });
  const vera = await anotherUser(browser, demo, page, { name: 'Vera Lund', role: 'member' });
  await page.goto('/settings/activity');
  await expect(entries(page).filter({ hasText: 'added the user Vera Lund' })).toHaveCount(1);
  await page.getByRole('combobox', { name: 'What' }).click();
  await page.getByRole('option', { name: 'Update company', exact: true }).click();
  const filters = page.getByRole('search', { name: 'Filter activity' });
  await filters.getByRole('combobox', { name: 'Company' }).fill('Rosewood');
  await page.getByRole('option', { name: 'Rosewood Law Group' }).click();
  await expect(page).toHaveURL(/what=update\+company&company=rosewood-law-group/);
  await expect(entries(page).filter({ hasText: 'added the user' })).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('combobox', { name: 'What' })).toHaveValue('Update company');
  await expect(entries(page)).toHaveText([/Pat Lindqvist set locations/]);
  await entries(page).getByRole('link', { name: 'Rosewood Law Group' }).first().click();
  await expect(page).toHaveURL(/\/customers\/rosewood-law-group\/activity$/);
  await expect(entries(page).first()).toContainText('set locations from');

  await vera.goto('/settings/activity');
  await expect(vera).toHaveURL(/:\d+\/$/);
  await vera.goto('/customers/rosewood-law-group/activity');
  await expect(entries(vera).first()).toContainText('Pat Lindqvist');
  await vera.context().close();
});
