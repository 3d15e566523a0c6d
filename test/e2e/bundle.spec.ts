import { buffer } from 'node:stream/consumers';
import { expect, type Page } from '@playwright/test';
import { ZipFile } from 'yazl';
import { test } from './server.ts';

test('a bundle with errors is refused with every place named; a good one fills the workspace', async ({
  page,
  context,
  freshServer,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.request.post(`${freshServer.url}/api/v1/setup`, {
    data: {
      workspaceName: 'Northwind IT',
      name: 'Dana',
      email: 'dana@n.example',
      password: 'a long passphrase',
    },
  });
  await page.goto(freshServer.url);
  await choose(page, {
    'companies.csv': 'key,name,mrrOverride\r\nacme,Acme,"12,5x"\r\nacme,Acme again,\r\n',
  });
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('Nothing was written.');
  const errors = alert.getByRole('list', { name: 'Errors' }).getByRole('listitem');
  await expect(errors).toHaveCount(2);
  await expect(errors.filter({ hasText: /^companies\.csv:2:/ })).toHaveCount(1);
  await expect(errors.filter({ hasText: /^companies\.csv:3:/ })).toHaveCount(1);

  await alert.getByRole('button', { name: 'Copy all' }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split('\n')).toEqual(await errors.allTextContents());

  await alert.getByRole('button', { name: 'Choose another file' }).click();
  await choose(page, { 'companies.csv': 'key,name\r\nacme,Acme\r\nglobex,Globex\r\n' });
  await expect(page.getByRole('heading', { name: 'Dashboard', exact: true })).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.getByText('2 companies')).toBeVisible();

  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('link', { name: 'Import & export' }).click();
  await choose(page, { 'companies.csv': 'key,name\r\nacme,Acme Ltd\r\nglobex,Globex\r\n' });
  await expect(page.getByRole('row', { name: /^companies\.csv/ })).toHaveText('companies.csv011', {
    timeout: 30_000,
  });

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download bundle' }).click();
  expect((await download).suggestedFilename()).toMatch(/\.zip$/);
});

test('an import that is cancelled writes nothing', async ({ page, freshServer }) => {
  await page.request.post(`${freshServer.url}/api/v1/setup`, {
    data: {
      workspaceName: 'Northwind IT',
      name: 'Dana',
      email: 'dana@n.example',
      password: 'a long passphrase',
    },
  });
  await page.goto(freshServer.url);
  const rows = Array.from({ length: 100_000 }, (_, i) => `client-${i},Client number ${i}\r\n`);
  await choose(page, { 'companies.csv': `key,name\r\n${rows.join('')}` });
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('alert')).toContainText('Nothing was written.');
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Welcome to Northwind IT' })).toBeVisible();
});

async function choose(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  await page.locator('input[type=file]').setInputFiles({
    name: 'bundle.zip',
    mimeType: 'application/zip',
    buffer: await buffer(zip.outputStream),
  });
}
