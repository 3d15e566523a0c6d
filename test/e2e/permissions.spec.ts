import type { Page } from '@playwright/test';
import { ADMIN, expect, test } from './harborlight.ts';

const pages = '/settings/permissions/';
const dialog = (page: Page) => page.getByRole('dialog');
const preview = (page: Page) => dialog(page).getByRole('status');
const save = (page: Page) => dialog(page).getByRole('button', { name: 'Save' }).click();

/** Goes to another page by the selector at the upper right. */
async function turnTo(page: Page, name: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Permissions page' }).click();
  await page.getByRole('option', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

const row = (page: Page, name: string | RegExp) => page.getByRole('row', { name });

test('companies, account groups and account managers are put together, and it is said who gains and loses', async ({
  page,
}) => {
  await page.goto('/settings');
  await expect(page.getByRole('heading', { level: 1, name: 'Company Groups' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Search companies' }).fill('rosewood law');
  await page.getByRole('button', { name: 'Rosewood Law Group' }).click();
  await expect(preview(page)).toContainText('Nothing has been changed yet.');
  await dialog(page).getByRole('checkbox', { name: 'Community' }).check();
  await expect(preview(page)).toContainText('Casey Nguyen gains 1 company: Rosewood Law Group');
  await save(page);
  await expect(row(page, /Rosewood Law Group/)).toContainText('Community, Professional services');

  await turnTo(page, 'Account Groups');
  await page.getByRole('button', { name: 'Add New Account Group' }).click();
  await dialog(page).getByRole('textbox', { name: 'Group name' }).fill('Alder family');
  await dialog(page).getByRole('textbox', { name: 'Description' }).fill('One owner, four clients');
  await dialog(page).getByRole('textbox', { name: 'Search companies' }).fill('alder');
  for (const key of ['Tab', 'Tab', 'End', 'Space']) await page.keyboard.press(key);
  await expect(dialog(page).getByText('1 of 162 companies')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(dialog(page).getByRole('combobox', { name: 'Account managers' })).toBeFocused();
  await dialog(page).getByRole('button', { name: 'Tick those found' }).click();
  await expect(dialog(page).getByText('4 of 162 companies')).toBeVisible();
  await dialog(page).getByRole('combobox', { name: 'Account managers' }).fill('Riley');
  await page.getByRole('option', { name: 'Riley Chen' }).click();
  await expect(preview(page)).toContainText('Riley Chen gains 3 companies: Alder Academy');
  await page.keyboard.press('Escape');
  await save(page);
  await expect(row(page, /Alder family/)).toContainText('One owner, four clients');
  await expect(row(page, /Alder family/)).toContainText('Riley Chen');

  await turnTo(page, 'Account Managers');
  await page.getByRole('button', { name: 'Add New Account Manager' }).click();
  await dialog(page).getByRole('combobox', { name: 'User' }).fill('Sam');
  await page.getByRole('option', { name: 'Sam Ortiz' }).click();
  await dialog(page).getByRole('checkbox', { name: 'User is a manager' }).check();
  await expect(preview(page)).toContainText('Nobody gains or loses a company.');
  await save(page);
  await expect(row(page, /Sam Ortiz/)).toContainText('yes');
  await page.getByRole('button', { name: 'Remove Sam Ortiz' }).click();
  await dialog(page).getByRole('button', { name: 'Remove' }).click();
  await expect(row(page, /Sam Ortiz/)).toHaveCount(0);

  await turnTo(page, 'Account Groups');
  await page.getByRole('button', { name: 'Delete Alder family' }).click();
  await expect(preview(page)).toContainText('Riley Chen loses 3 companies');
  await dialog(page).getByRole('button', { name: 'Delete' }).click();
  await expect(row(page, /Alder family/)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Delete All companies' })).toHaveCount(0);
});

test('two administrators at the same group: the slower one learns of it, and loses nothing', async ({
  page,
  demo,
}) => {
  await page.goto(`${pages}account-groups`);
  await page.getByRole('button', { name: 'Industry', exact: true }).click();
  await dialog(page).getByRole('textbox', { name: 'Description' }).fill('Plants and yards');
  const meanwhile = await page.request.patch('/api/v1/account-groups/industry', {
    data: { name: 'Industry & trade' },
    headers: { origin: demo.url },
  });
  expect(meanwhile.status(), await meanwhile.text()).toBe(200);
  await save(page);
  await expect(dialog(page).getByText(`${ADMIN.name} changed this while you were editing`)).toBeVisible();
  await expect(dialog(page).getByRole('textbox', { name: 'Group name' })).toHaveValue('Industry & trade');
  await save(page);
  await expect(row(page, /Industry & trade/)).toContainText('Plants and yards');
});

test('security groups go first, and why somebody does not see a company is told in words', async ({
  page,
}) => {
  await page.goto(`${pages}who-sees-what`);
  await page.getByRole('combobox', { name: 'Can this user' }).fill('Sam');
  await page.getByRole('option', { name: 'Sam Ortiz' }).click();
  await page.getByRole('combobox', { name: 'see this company?' }).fill('Bluestone Brewing');
  await page.getByRole('option', { name: 'Bluestone Brewing' }).click();
  const answer = page.getByRole('region', { name: 'Answer' });
  await expect(answer).toContainText('Sam Ortiz does not see Bluestone Brewing');
  await expect(answer).toContainText('Their security group Healthcare only does not list Bluestone Brewing.');
  await expect(answer).toContainText('Put Sam Ortiz into a security group that holds Bluestone Brewing');

  await turnTo(page, 'Security Groups');
  await page.getByRole('button', { name: 'Add New Security Group' }).click();
  await dialog(page).getByRole('textbox', { name: 'Group name' }).fill('Brewers');
  await dialog(page).getByRole('textbox', { name: 'Search companies' }).fill('brewing');
  await dialog(page).getByRole('checkbox', { name: 'Bluestone Brewing' }).check();
  await dialog(page).getByRole('combobox', { name: 'Users' }).fill('Sam');
  await page.getByRole('option', { name: 'Sam Ortiz' }).click();
  await expect(preview(page)).toContainText('Nobody gains or loses a company.');
  await page.keyboard.press('Escape');
  await save(page);
  await expect(row(page, /Brewers/)).toContainText('Sam Ortiz');

  await page.getByRole('button', { name: 'Delete Brewers' }).click();
  await dialog(page).getByRole('button', { name: 'Delete' }).click();
  await expect(row(page, /Brewers/)).toHaveCount(0);
});

test('a user is edited, viewed as, and deactivated; the last administrator stays one', async ({
  page,
  demo,
}) => {
  const act = async (user: string, action: string) => {
    await page.getByRole('button', { name: `Actions for ${user}` }).click();
    await page.getByRole('menuitem', { name: action }).click();
  };
  await page.goto(`${pages}users`);
  await act('Morgan Patel', 'Edit');
  await dialog(page).getByRole('combobox', { name: 'Account groups' }).fill('Community');
  await page.getByRole('option', { name: 'Community' }).click();
  await expect(preview(page)).toContainText(/Morgan Patel gains \d+ companies/);
  await page.keyboard.press('Escape');
  await save(page);
  await expect(row(page, /Morgan Patel/)).toContainText('Community');

  await act('Sam Ortiz', 'View as Sam Ortiz');
  await dialog(page).getByRole('button', { name: 'View', exact: true }).click();
  const banner = page.getByRole('region', { name: 'Viewing as somebody else' });
  await expect(banner).toContainText('You are viewing as Sam Ortiz');
  await expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Settings' })).toHaveCount(0);
  const refused = await page.request.patch('/api/v1/companies/bayview-pediatrics/profile', {
    data: { industry: 'Law' },
    headers: { origin: demo.url },
  });
  expect([refused.status(), (await refused.json()).error.message]).toEqual([
    403,
    'You are viewing as Sam Ortiz, and can change nothing until you stop.',
  ]);
  await page.goto('/account');
  await expect(banner).toBeVisible();
  await expect(page.getByText('Password, sessions and API keys of Sam Ortiz are not shown')).toBeVisible();
  await banner.getByRole('button', { name: 'Stop viewing' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Users' })).toBeVisible();
  await expect(banner).toHaveCount(0);

  await act('Morgan Patel', 'Deactivate');
  await expect(preview(page)).toContainText(/Morgan Patel loses \d+ companies/);
  await dialog(page).getByRole('button', { name: 'Deactivate' }).click();
  await expect(row(page, /Morgan Patel/)).toContainText('deactivated');
  await act('Morgan Patel', 'Reactivate');
  await dialog(page).getByRole('button', { name: 'Reactivate' }).click();
  await expect(row(page, /Morgan Patel/)).not.toContainText('deactivated');

  await act(ADMIN.name, 'Sessions');
  await expect(dialog(page).getByRole('button', { name: 'Sign out everywhere' })).toBeVisible();
  await page.keyboard.press('Escape');
  await act(ADMIN.name, 'Deactivate');
  await expect(preview(page)).toContainText('This is the last active admin who can sign in.');
  await dialog(page).getByRole('button', { name: 'Deactivate' }).click();
  await expect(dialog(page).getByRole('alert').last()).toContainText('the last active admin');
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();

  await page.getByRole('link', { name: 'Activity' }).click();
  await expect(page.getByText(`${ADMIN.name} stopped viewing as Sam Ortiz`)).toBeVisible();
});
