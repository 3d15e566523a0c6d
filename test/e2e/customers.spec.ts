import { cents, expect, test } from './harborlight.ts';

test('the list of customers is searched, sorted, and leads to a company', async ({ page }) => {
  await page.goto('/customers');
  const table = page.getByRole('table');
  await expect(page.getByText('162 companies, in any stage')).toBeVisible();
  await table.getByRole('button', { name: 'MRR', exact: true }).click();
  await expect(page).toHaveURL(/sort=mrr&order=desc/);
  await expect(table.getByRole('columnheader', { name: 'MRR', exact: true })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  await expect
    .poll(async () => {
      const rows = await table.locator('tbody tr[aria-rowindex]').allTextContents();
      const mrr = rows.slice(0, 10).map(cents);
      return mrr.every((amount, index) => index === 0 || amount <= (mrr[index - 1] ?? 0));
    })
    .toBe(true);

  await page.getByRole('searchbox', { name: 'Find a company' }).fill('rosewod');
  await expect(table.getByRole('link', { name: 'Rosewood Law Group' })).toBeVisible();
  await table.getByRole('link', { name: 'Rosewood Law Group' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Rosewood Law Group' })).toBeVisible();
});

test('every figure of a company opens into how it came about', async ({ page }) => {
  await page.goto('/customers/rosewood-law-group');
  const mrr = page.getByRole('tab', { name: /^MRR \$/ });
  await expect(page.getByRole('tabpanel')).toHaveCount(0);
  await mrr.click();
  const contracts = page.getByRole('region', { name: 'What is in this MRR' });
  await expect(contracts.getByRole('row', { name: /excluded/ })).toBeVisible();
  const counted = await contracts.getByRole('row').filter({ hasText: 'Yes' }).allTextContents();
  const sum = counted.map(cents).reduce((a, b) => a + b, 0);
  expect(sum).toBe(cents((await mrr.textContent()) ?? ''));

  await mrr.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: /^One-time \(NRR\)/ })).toBeFocused();
  await page.getByRole('tab', { name: /^Health/ }).click();
  await expect(page.getByRole('region', { name: 'Parts of the health score' })).toContainText('Sentiment');
  await page.getByRole('tab', { name: /^Effort/ }).click();
  await expect(page.getByRole('region', { name: 'Parts of the effort score' })).toBeVisible();
  await page.getByRole('tab', { name: /^Segment/ }).click();
  await expect(page.getByText('the median of the current clients')).toBeVisible();
  await page.getByRole('tab', { name: /^Alignment/ }).click();
  await expect(page.getByRole('region', { name: 'Alignment, item by item' })).toContainText(
    'Managed support',
  );
  await page.getByRole('tab', { name: /^MRR opportunity/ }).click();
  await expect(page.getByRole('region', { name: 'Opportunity, item by item' })).toContainText('Opportunity');
  await page.getByRole('tab', { name: /^Seats/ }).click();
  await expect(page.getByText('the number from the PSA')).toBeVisible();
  await page.getByRole('tab', { name: /^Seats/ }).click();
  await expect(page.getByRole('tabpanel')).toHaveCount(0);
});

test('a company that does not exist says so', async ({ page }) => {
  await page.goto('/customers/nobody');
  await expect(page.getByRole('heading', { name: 'There is no such company' })).toBeVisible();
});

test('the company selector finds by name, remembers, and works by keyboard', async ({ page }) => {
  await page.goto('/dashboard');
  const selector = page.getByRole('combobox', { name: 'Company', exact: true });
  await selector.focus();
  await page.keyboard.type('canyon log');
  await expect(page.getByRole('option', { name: 'Canyon Logistics' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Canyon Logistics' })).toBeVisible();
  await expect(selector).toHaveValue('Canyon Logistics');

  await page.goto('/dashboard');
  await expect(page.getByRole('button', { name: /^Opportunity of Canyon Logistics/ })).toBeVisible();
  await selector.click();
  await expect(page.getByRole('option').first()).toHaveText('Canyon Logistics');
});

test('the command palette opens with Ctrl+K, finds pages and companies, and changes the theme', async ({
  page,
}) => {
  await page.goto('/dashboard');
  await expect(page.getByRole('heading', { name: 'Dashboard', exact: true })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('theme: dark');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');

  await page.keyboard.press('Control+k');
  await page.keyboard.type('rosewood law');
  await page.getByRole('button', { name: 'Rosewood Law Group' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Rosewood Law Group' })).toBeVisible();
});
