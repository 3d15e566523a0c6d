import type { Page } from '@playwright/test';
import { ADMIN, expect, test } from './harborlight.ts';

const panel = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true });
const statusRow = (page: Page, title: string, status: string) =>
  panel(page, title)
    .getByRole('table', { name: 'Health status: companies' })
    .getByRole('row', { name: status });

/** Of a row such as "At risk 26 → 28 +2", how many there would be. */
const after = (text: string): number =>
  Number(/(\d+)(?:[+−]\d+)?\s*$/.exec(text.replace(/[+−]\d+\s*$/, ''))![1]);

/** How many companies have points of the metric Org. */
async function scoresOfOrg(page: Page): Promise<number> {
  const { metrics } = await (await page.request.get('/api/v1/metrics/health')).json();
  return metrics.find(({ name }: { name: string }) => name === 'Org').scores;
}

test('an administrator moves a cut score by keyboard, sees who changes status, saves, and the dashboard says the same', async ({
  page,
}) => {
  await page.goto('/settings/metrics');
  await expect(panel(page, 'As it stands').getByText('145 current clients')).toBeVisible();
  const handle = page.getByRole('slider', { name: 'Satisfactory starts at' });
  await expect(handle).toHaveAttribute('aria-valuenow', '75');
  await handle.focus();
  await page.keyboard.press('PageUp');
  await expect(handle).toHaveAttribute('aria-valuenow', '85');
  const preview = panel(page, 'If you save this');
  await expect(preview.getByRole('status')).toHaveText(/^\d+ companies change status\.$/);
  const expected = after((await statusRow(page, 'If you save this', 'Satisfactory').textContent()) ?? '');
  await expect(preview.getByRole('list', { name: 'Companies that move' })).toContainText(
    /Satisfactory\W+to Needs attention/,
  );

  await page.getByRole('region', { name: 'Save' }).getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(/^Version \d+, changed by Pat Lindqvist/)).toBeVisible();
  await expect(statusRow(page, 'As it stands', 'Satisfactory')).toContainText(String(expected));
  const dashboard = await (await page.request.get('/api/v1/dashboard')).json();
  expect(
    dashboard.health.find((slice: { status: string }) => slice.status === 'Satisfactory').companies,
  ).toBe(expected);
});

test('a metric is weighed, retired, and comes back with what companies have of it', async ({ page }) => {
  const scores = await scoresOfOrg(page);
  expect(scores).toBeGreaterThan(0);
  await page.goto('/settings/metrics');
  const metrics = page.getByRole('list', { name: 'Health metrics' });
  await metrics.getByLabel('Sentiment: weight').fill('6');
  await expect(metrics.getByRole('listitem', { name: 'Sentiment' })).toContainText('50.0%');
  await metrics.getByRole('button', { name: 'Retire Org' }).click();
  const retired = page.getByRole('list', { name: 'Retired metrics' });
  await expect(retired.getByRole('listitem', { name: 'Org' })).toBeVisible();
  const save = page.getByRole('region', { name: 'Save' });
  await expect(save.getByText('Changes 1 metric, retires 1 metric')).toBeVisible();
  await save.getByRole('button', { name: 'Save' }).click();
  await expect(save.getByText('No changes')).toBeVisible();

  await page.goto('/customers/rosewood-law-group/health');
  await expect(page.getByRole('region', { name: 'Sentiment' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Org' })).toHaveCount(0);
  await page.goto('/settings/metrics');
  await retired.getByRole('button', { name: 'Restore Org' }).click();
  await save.getByRole('button', { name: 'Save' }).click();
  await expect(save.getByText('No changes')).toBeVisible();
  await page.goto('/customers/rosewood-law-group/health');
  await expect(page.getByRole('region', { name: 'Org' })).toBeVisible();
  expect(await scoresOfOrg(page)).toBe(scores);
});

test('a computed metric is added over the distribution of its fact, and asks before it is left unsaved', async ({
  page,
}) => {
  await page.goto('/settings/metrics/effort');
  await expect(page.getByText('Higher means more effort')).toBeVisible();
  await page.getByRole('button', { name: 'Add metric' }).click();
  const metric = page.getByRole('list', { name: 'Effort metrics' }).getByRole('listitem').last();
  const save = page.getByRole('region', { name: 'Save' });
  await expect(save.getByRole('button', { name: 'Save' })).toBeDisabled();
  await metric.getByRole('textbox', { name: 'Name' }).fill('Size of the client');
  await metric.getByRole('combobox', { name: 'Kind' }).click();
  await page.getByRole('option', { name: 'Computed' }).click();
  await expect(metric.getByText(/\d+ clients from \d+ to \d+, half of them up to/)).toBeVisible();
  await metric.getByRole('button', { name: 'Add band' }).click();
  await metric.getByLabel('Band 1: limit').fill('25');
  await metric.getByLabel('Band 1: points').fill('2');
  await expect(metric.getByText(/^\d+ clients?$/)).toHaveCount(2);
  await expect(panel(page, 'If you save this').getByRole('status')).toHaveText(/compan/);

  await page.getByRole('link', { name: 'Dashboard' }).click();
  await page
    .getByRole('dialog', { name: 'Leave without saving?' })
    .getByRole('button', { name: 'Cancel' })
    .click();
  await save.getByRole('button', { name: 'Save' }).click();
  await expect(save.getByText('No changes')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('listitem', { name: 'Size of the client' })).toBeVisible();
});

test('of two administrators the slower is told, and keeps both their edits', async ({ page, demo }) => {
  await page.goto('/settings/metrics');
  const save = page.getByRole('region', { name: 'Save' });
  await page.getByLabel('CSAT: weight').fill('4');
  await expect(save.getByText('Changes 1 metric')).toBeVisible();
  const stored = await (await page.request.get('/api/v1/metrics/health')).json();
  const metrics = stored.metrics.map(
    ({ order: _, scores: __, highest: ___, ...metric }: Record<string, unknown>) =>
      metric.id === stored.metrics[0].id ? { ...metric, name: 'Mood' } : metric,
  );
  const faster = await page.request.put('/api/v1/metrics/health', {
    data: { metrics, bands: stored.bands, minimumCoverage: null },
    headers: { origin: demo.url },
  });
  expect(faster.status(), await faster.text()).toBe(200);
  await save.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert')).toContainText(
    `${ADMIN.name} changed the health metrics while you were editing`,
  );
  await expect(page.getByRole('listitem', { name: 'Mood' })).toBeVisible();
  await expect(page.getByLabel('CSAT: weight')).toHaveValue('4');
  await save.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  const both = await (await page.request.get('/api/v1/metrics/health')).json();
  expect(both.metrics.map(({ name }: { name: string }) => name)).toContain('Mood');
  expect(both.metrics.find(({ id }: { id: string }) => id === 'csat').weight).toBe('4');
});
