import { expect } from '@playwright/test';
import { test } from './server.ts';

test('an administrator sets up the workspace, loads the demo, and finds the dashboard', async ({
  page,
  freshServer,
}) => {
  await page.goto(freshServer.url);
  await expect(page.getByRole('heading', { name: 'Set up Quarterdeck' })).toBeVisible();
  await expect(page).toHaveTitle('Set up Quarterdeck – Quarterdeck');

  await page.getByLabel('Workspace').fill('Northwind IT');
  await page.getByLabel('Your name').fill('Dana Reyes');
  await page.getByLabel('E-mail').fill('dana');
  await page.getByLabel('Password', { exact: true }).fill('short');
  await page.getByRole('button', { name: 'Create workspace' }).click();
  await expect(page.getByText('Give an e-mail address such as dana@example.com')).toBeVisible();
  await expect(page.getByText('At least 8 characters', { exact: true })).toBeVisible();

  await page.getByLabel('E-mail').fill('dana@northwind.example');
  await page.getByLabel('Password', { exact: true }).fill('a long passphrase');
  await page.getByRole('button', { name: 'Create workspace' }).click();
  await expect(page.getByRole('heading', { name: 'Welcome to Northwind IT' })).toBeVisible();

  await page.getByRole('button', { name: 'Load the demo portfolio' }).click();
  await expect(page.getByRole('heading', { name: 'Dashboard', exact: true })).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.getByText('145 companies')).toBeVisible();
  for (const element of [
    'Customer Segments',
    'Health',
    'Opportunity by Health',
    'Stack by Customer',
    'Stack Opportunity',
    'Stack Alignment',
  ]) {
    await expect(page.getByRole('heading', { name: element, exact: true })).toBeVisible();
  }
});

test('signing in: a wrong password is refused, the right one leads to the page that was asked for', async ({
  page,
  freshServer,
}) => {
  const email = 'dana@northwind.example';
  const password = 'a long passphrase';
  await page.request.post(`${freshServer.url}/api/v1/setup`, {
    data: { workspaceName: 'Northwind IT', name: 'Dana Reyes', email, password },
  });
  await page.goto(`${freshServer.url}/account`);
  await page.getByRole('button', { name: 'Dana Reyes: account, theme, sign out' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();

  await page.goto(`${freshServer.url}/account`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill('a wrong passphrase');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toHaveText('The e-mail or the password is not right.');

  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Account' })).toBeVisible();
  await expect(page).toHaveURL(`${freshServer.url}/account`);
});
