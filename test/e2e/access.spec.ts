import { expect, test } from './harborlight.ts';

test('an administrator invites a viewer, who chooses a password and sees no settings', async ({
  page,
  browser,
  demo,
}) => {
  await page.goto('/settings/permissions/users');
  await page.getByRole('button', { name: 'Add user' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Vera Ortiz');
  await dialog.getByLabel('E-mail').fill('vera@harborlight.example');
  await dialog.getByRole('combobox', { name: 'Role' }).click();
  await page.getByRole('option', { name: /^Viewer/ }).click();
  await dialog.getByRole('button', { name: 'Add and make the invitation link' }).click();
  const link = await dialog.getByText(/\/invitations\//).textContent();

  const context = await browser.newContext({ baseURL: demo.url, storageState: { cookies: [], origins: [] } });
  const vera = await context.newPage();
  await vera.goto(new URL(link ?? '').pathname);
  await expect(vera.getByRole('heading', { name: 'Welcome, Vera Ortiz' })).toBeVisible();
  await vera.getByLabel('Password', { exact: true }).fill('another long passphrase');
  await vera.getByRole('button', { name: 'Set password and sign in' }).click();
  await expect(vera.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
  await vera.getByRole('link', { name: 'Dashboard' }).click();
  await expect(vera.getByText('145 companies')).toBeVisible();

  await expect(vera.getByRole('link', { name: 'Customers' })).toBeVisible();
  await expect(vera.getByRole('link', { name: 'Settings' })).toHaveCount(0);
  for (const hidden of ['/settings', '/settings/permissions/users', '/settings/import-export']) {
    await vera.goto(hidden);
    await expect(vera).toHaveURL(/:\d+\/$/);
  }
  await vera.goto(new URL(link ?? '').pathname);
  await expect(vera.getByRole('heading', { name: 'This invitation has ended' })).toBeVisible();
  await context.close();
});

test('one sees one’s sessions and makes an API key that is shown once', async ({ page }) => {
  await page.goto('/account');
  await expect(page.getByText('This session')).toBeVisible();
  await page.getByLabel('New key for').fill('Power BI');
  await page.getByRole('button', { name: 'Make key' }).click();
  await expect(page.getByText('Copy it now: it is shown only this once.')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Copy it now')).toHaveCount(0);
  await page.getByRole('button', { name: 'Revoke Power BI' }).click();
  await expect(page.getByRole('button', { name: 'Revoke Power BI' })).toHaveCount(0);
});

test('an address that leads nowhere says so', async ({ page }) => {
  await page.goto('/no-such-page');
  await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible();
});
