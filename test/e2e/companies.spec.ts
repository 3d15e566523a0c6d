import type { Page } from '@playwright/test';
import { anotherUser } from './another-user.ts';
import { expect, test } from './harborlight.ts';

const adding = (page: Page) => page.getByRole('dialog', { name: 'Add company' });

async function addCompany(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Add company' }).click();
  await adding(page).getByRole('textbox', { name: 'Name' }).fill(name);
  await adding(page).getByRole('button', { name: 'Add company' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

async function act(page: Page, deed: 'Archive' | 'Restore' | 'Delete'): Promise<void> {
  await page.getByRole('button', { name: 'Actions' }).click();
  await page.getByRole('menuitem', { name: `${deed} company` }).click();
  await page.getByRole('dialog').getByRole('button', { name: deed }).click();
}

test('a company is added, found, archived, restored, and deleted once nothing hangs on it', async ({
  page,
}) => {
  await page.goto('/customers');
  await expect(page.getByText('162 companies, in any stage')).toBeVisible();
  await page.getByRole('button', { name: 'Add company' }).click();
  await adding(page).getByRole('button', { name: 'Add company' }).click();
  await expect(adding(page).getByText('Give the company a name')).toBeVisible();
  await adding(page).getByRole('textbox', { name: 'Name' }).fill('Quokka Shipping');
  await adding(page).getByRole('textbox', { name: 'Industry' }).fill('Logistics');
  await adding(page).getByRole('textbox', { name: 'Number of Employees' }).fill('12');
  await adding(page).getByRole('combobox', { name: 'Tags' }).fill('Standard');
  await page.keyboard.press('Enter');
  await adding(page).getByRole('button', { name: 'Add company' }).click();
  await expect(page).toHaveURL(/\/customers\/quokka-shipping$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Quokka Shipping' })).toBeVisible();
  await expect(page.getByRole('tab', { name: /^Seats 12/ })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Company', exact: true })).toHaveValue('Quokka Shipping');

  await page.getByRole('link', { name: 'Dashboard' }).click();
  await expect(page.getByText('146 companies')).toBeVisible();
  await page.goBack();
  await act(page, 'Archive');
  await expect(page.getByText('Offboarded', { exact: true }).first()).toBeVisible();
  await page.getByRole('link', { name: 'Dashboard' }).click();
  await expect(page.getByText('145 companies')).toBeVisible();
  await page.goBack();
  await act(page, 'Restore');
  await expect(page.getByText('Offboarded', { exact: true })).toHaveCount(0);

  await page.getByRole('button', { name: 'Add contact' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Ann');
  await page.getByRole('dialog').getByRole('button', { name: 'Add contact' }).click();
  await expect(page.getByRole('button', { name: 'Remove Ann' })).toBeVisible();
  await act(page, 'Delete');
  await expect(page.getByRole('dialog').getByRole('alert')).toHaveText(
    '"Quokka Shipping" has 1 contact. Archive it instead.',
  );
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Remove Ann' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await act(page, 'Delete');
  await expect(page.getByText('162 companies, in any stage')).toBeVisible();
  await page.goto('/customers/quokka-shipping');
  await expect(page.getByRole('heading', { name: 'There is no such company' })).toBeVisible();
});

test('who sees only their groups adds a company to one of them', async ({ page, browser, demo }) => {
  const member = await anotherUser(browser, demo, page, {
    name: 'Mel Groups',
    role: 'member',
    accountGroups: ['healthcare', 'community'],
  });
  await member.goto('/customers');
  await member.getByRole('button', { name: 'Add company' }).click();
  await adding(member).getByRole('textbox', { name: 'Name' }).fill('Beyond The Hills Clinic');
  await expect(adding(member).getByRole('combobox', { name: 'Owner (vCIO)' })).toHaveCount(0);
  await adding(member).getByRole('button', { name: 'Add company' }).click();
  await expect(
    adding(member).getByText('Choose one: you see the companies of your account groups'),
  ).toBeVisible();
  await adding(member).getByRole('combobox', { name: 'Account Group(s)' }).click();
  await expect(member.getByRole('option')).toHaveText(['Community', 'Healthcare']);
  await member.getByRole('option', { name: 'Healthcare' }).click();
  await member.keyboard.press('Escape');
  await adding(member).getByRole('button', { name: 'Add company' }).click();
  await expect(member.getByRole('heading', { level: 1, name: 'Beyond The Hills Clinic' })).toBeVisible();
  await member.context().close();
  await page.goto('/customers/beyond-the-hills-clinic');
  await act(page, 'Delete');
  await expect(page).toHaveURL(/\/customers$/);
});

test('who would not see a new company is told why there can be none', async ({ page, browser, demo }) => {
  const member = await anotherUser(browser, demo, page, {
    name: 'Cid Ceiling',
    role: 'member',
    securityGroups: ['healthcare-only'],
  });
  await member.goto('/customers');
  await member.getByRole('button', { name: 'Add company' }).click();
  await expect(adding(member)).toContainText('Your security groups hold only the companies that they list');
  await member.context().close();
});

test('an empty workspace begins with a company made by hand', async ({ page, freshServer }) => {
  await page.context().clearCookies();
  await page.request.post(`${freshServer.url}/api/v1/setup`, {
    data: {
      workspaceName: 'Northwind IT',
      name: 'Dana',
      email: 'dana@n.example',
      password: 'a long passphrase',
    },
  });
  await page.goto(`${freshServer.url}/customers`);
  await expect(page.getByRole('heading', { name: 'Welcome to Northwind IT' })).toBeVisible();
  await addCompany(page, 'First Client');
  await page.getByRole('link', { name: 'Customers' }).click();
  await expect(page.getByText('1 company, in any stage')).toBeVisible();
});
