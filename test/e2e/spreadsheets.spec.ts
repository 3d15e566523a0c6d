import type { Page } from '@playwright/test';
import writeXlsxFile, { type Cell } from 'write-excel-file/node';
import { expectAccessibleNow } from './expect-accessible.ts';
import { expect, test } from './harborlight.ts';

const row = (...cells: (string | number | Date | null)[]): Cell[] =>
  cells.map((value) => (value instanceof Date ? { value, format: 'mm/dd/yyyy' } : value));

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
}

test('a workbook of clients is mapped, checked, mended, brought in, known again, and undone', async ({
  page,
}) => {
  await page.goto('/settings/spreadsheets');
  const book = (seats: string | number) =>
    writeXlsxFile([
      row('Client', 'Seats', 'Client since', 'Yearly revenue', 'Remark'),
      row('Rosewood Law Group', seats, new Date('2014-05-01T00:00:00Z'), 1250000.5, 'ours'),
      row(null, null, null, null, null),
      row('Tern & Gull Coffee', 12, null, '$480,000', null),
    ]).toBuffer();
  await choose(page, 'clients.xlsx', await book('a dozen'));
  await expect(page.getByRole('combobox', { name: 'What a row is' })).toHaveValue('Companies');
  await expect(page.getByRole('combobox', { name: 'Client fills' })).toHaveValue('Name *');
  await expect(page.getByRole('combobox', { name: 'Seats fills' })).toHaveValue('Employees');
  await expect(page.getByRole('combobox', { name: 'Client since fills' })).toHaveValue('Date acquired');
  await expect(page.getByRole('combobox', { name: 'Remark fills' })).toHaveValue('');
  await page.getByRole('button', { name: 'Check 3 rows' }).click();
  await expect(page.getByRole('list', { name: 'Problems' })).toHaveText(
    /Row 2, Seats is "a dozen"; expected a number/,
  );
  await expect(page.getByRole('button', { name: /Bring in/ })).toBeHidden();
  await page.getByRole('button', { name: 'Cancel' }).click();

  await choose(page, 'clients.xlsx', await book(31));
  await page.getByRole('button', { name: 'Check 3 rows' }).click();
  const changes = page.getByRole('region', { name: 'What would change' });
  await expect(changes.getByRole('row', { name: /Rosewood Law Group/ })).toContainText(
    'Date acquired: Jun 3, 2010 May 1, 2014Yearly company revenue: $2,050,000.00 $1,250,000.50',
  );
  await expect(changes.getByRole('row', { name: /Tern & Gull Coffee New/ })).toContainText('$480,000.00');
  await expectAccessibleNow(page);
  await page.getByRole('button', { name: 'Bring in 2 rows' }).click();
  await expect(
    page.getByRole('status').getByText('clients.xlsx: 1 created, 1 changed, 0 as they were.'),
  ).toBeVisible();
  await page.goto('/customers/tern-gull-coffee');
  await expect(page.getByRole('heading', { level: 1, name: 'Tern & Gull Coffee' })).toBeVisible();

  await page.goto('/settings/spreadsheets');
  await choose(page, 'again.xlsx', await book(31));
  await expect(page.getByText('Columns as in the import of clients.xlsx')).toBeVisible();
  await page.getByRole('button', { name: 'Check 3 rows' }).click();
  await expect(page.getByText('0 new, 0 changed, 2 as they are.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Nothing to bring in' })).toBeDisabled();
  await page.getByRole('button', { name: 'Close' }).click();

  await page.getByRole('button', { name: 'Undo clients.xlsx' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Undo import' }).click();
  await expect(page.getByText(/^Undone/)).toBeVisible();
  await page.goto('/customers/tern-gull-coffee');
  await expect(page.getByRole('heading', { name: 'There is no such company' })).toBeVisible();
});

test('a CSV as Windows writes it is read, and what is no spreadsheet is refused in words', async ({
  page,
}) => {
  await page.goto('/settings/spreadsheets');
  await choose(page, 'notes.pdf', Buffer.from('%PDF-1.7'));
  await expect(page.getByRole('alert')).toContainText('notes.pdf is no .xlsx or .csv file');
  await choose(page, 'broken.xlsx', Buffer.from('PK\u0003\u0004 not really'));
  await expect(page.getByRole('alert')).toContainText('broken.xlsx is no readable .xlsx file');
  await choose(page, 'empty.csv', Buffer.from('Name,Seats\r\n'));
  await expect(page.getByRole('alert')).toContainText('has no rows below a row of headings');
  const windows = Buffer.from('Firma;Betrag\r\nCaf\xe9 M\xfcller;1.234,50\r\n', 'latin1');
  await choose(page, 'liste.csv', windows);
  await expect(page.getByRole('row', { name: /Firma/ })).toContainText('Café Müller');
  await page.getByRole('combobox', { name: 'Firma fills' }).click();
  await page.getByRole('option', { name: 'Name *' }).click();
  await page.getByRole('combobox', { name: 'Betrag fills' }).click();
  await page.getByRole('option', { name: 'MRR override' }).click();
  await page.getByText('1.234,50', { exact: true }).first().click();
  await page.getByRole('button', { name: 'Check 1 row' }).click();
  await expect(page.getByRole('region', { name: 'What would change' })).toContainText('$1,234.50');
});
