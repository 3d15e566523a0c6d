import type { Page } from '@playwright/test';
import { cents, expect, test } from './harborlight.ts';

const ledger = (page: Page) => page.getByRole('region', { name: 'What moved MRR' });
const line = (page: Page, name: string) =>
  ledger(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${name}`) }) });

/** What a line of the ledger says: clients, and MRR in cents. */
async function saidBy(page: Page, name: string): Promise<{ clients: number; mrr: number }> {
  const [clients = '', mrr = ''] = await line(page, name).getByRole('cell').allTextContents();
  return { clients: Number(clients), mrr: cents(mrr) };
}

test('a month’s movements add up, and every figure opens the companies behind it', async ({ page }) => {
  await page.goto('/retention?month=2026-03&by=health');
  await expect(page.getByText('March 2026: from Feb 28, 2026 to Mar 31, 2026')).toBeVisible();
  const [start, ...moved] = await Promise.all(
    ['Starting MRR', 'New', 'Returning', 'Expansion', 'Contraction', 'Churn'].map((name) =>
      saidBy(page, name),
    ),
  );
  const end = await saidBy(page, 'Ending MRR');
  expect(moved.reduce((sum, { mrr }) => sum + mrr, start!.mrr)).toBe(end.mrr);
  expect(end.clients).toBeGreaterThan(100);

  // what the figure means stands beside it
  await expect(line(page, 'Churn')).toContainText('who bring in nothing any more');
  await ledger(page).getByRole('button', { name: 'Churn' }).click();
  const rows = page.getByRole('dialog').getByRole('table');
  await expect(rows.getByRole('rowheader')).toHaveText('1 company');
  await expect(rows.getByRole('link', { name: 'Inverness Plastics' })).toBeVisible();
  await expect(rows).toContainText('-$8,466.00');
  await expect(page.getByRole('dialog').getByRole('link', { name: 'Download CSV' })).toHaveAttribute(
    'href',
    '/api/v1/retention/rows.csv?over=month&by=health&month=2026-03&figure=churn',
  );
  await page.keyboard.press('Escape');

  // health at the time: the client who left is lost where it stood
  const where = page.getByRole('region', { name: 'By health' });
  await where
    .getByRole('button', { name: /^At risk, churn|^Needs attention, churn/ })
    .first()
    .click();
  await expect(rows.getByRole('link', { name: 'Inverness Plastics' })).toBeVisible();
  await page.keyboard.press('Escape');
});

test('month, period, breakdown and filters stand in the address; charts open by keyboard', async ({
  page,
}) => {
  await page.goto('/retention?month=2026-03&company=acme');
  await expect(page.getByRole('alert').filter({ hasText: 'means nothing here' })).toContainText(
    'company: acme',
  );
  await expect(page).toHaveURL(/\/retention\?month=2026-03$/);
  await page.getByRole('button', { name: 'Month before' }).click();
  await expect(page).toHaveURL(/month=2026-02$/);
  await page.getByText('Over twelve months').click();
  await expect(page.getByText('February 2026: from Feb 28, 2025 to Feb 28, 2026')).toBeVisible();
  await page.getByRole('combobox', { name: 'Break down by' }).click();
  await page.getByRole('option', { name: 'Segment' }).click();
  await expect(page).toHaveURL(/\?over=year&by=segment&month=2026-02$/);
  await expect(page.getByRole('region', { name: 'By segment' }).getByText('Most profitable')).toBeVisible();

  const chart = page.getByRole('application', { name: /^Retention rates\./ });
  await chart.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('columnheader', { name: 'Positive' })).toBeVisible();
});
