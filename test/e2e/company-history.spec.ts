import { card, chart, expect, test } from './harborlight.ts';
import { post } from './post.ts';

test('a customer’s figures are followed over the days, and what changed between two of them is said in words', async ({
  page,
}) => {
  await page.goto('/customers/rosewood-law-group');
  await page
    .getByRole('navigation', { name: 'Customer Detail' })
    .getByRole('link', { name: 'History' })
    .click();
  const changes = card(page, 'What changed');
  await expect(changes).toContainText('On record: from Oct 24, 2026 to Nov 21, 2026.');
  const health = changes.getByRole('listitem').filter({ hasText: 'Health fell by 6, from 37 to 31' });
  await expect(health).toContainText(/Data changed\s*Something about this customer was entered/);
  await health.getByText('3 steps').click();
  await expect(health.getByText('Oct 31, 2026 – Nov 7, 2026')).toBeVisible();

  const scores = chart(page, 'Scores over time');
  await scores.focus();
  await page.keyboard.press('Home');
  await expect(scores).toContainText('Nov 30, 2025: Health 64, Effort 66, Alignment 34.8%');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/history\?from=2025-11-30$/);
  await expect(changes).toContainText('Health fell by 33, from 64 to 31');
  await expect(changes).toContainText('MRR fell by $85.00, from $1,554.00 to $1,469.00');

  await card(page, 'MRR over time').getByRole('button', { name: 'MRR over time as table' }).click();
  await card(page, 'MRR over time').getByRole('button', { name: 'Oct 31, 2026' }).click();
  await expect(page).toHaveURL(/history\?from=2026-10-31$/);
  await page.getByRole('button', { name: 'To', exact: true }).click();
  await page.getByRole('button', { name: '14 November 2026' }).click();
  await expect(page).toHaveURL(/history\?from=2026-10-31&to=2026-11-14$/);
  await expect(changes).toContainText('Health fell by 2, from 35 to 33');
  await page.goto('/customers/rosewood-law-group/history?from=2026-11-15&to=2026-11-22');
  await expect(changes).toContainText('Only Nov 21, 2026 is on record between these two');
});

test('without a day on record the page says from when on there is one', async ({ page, demo }) => {
  const { id } = await post(page, demo, '/companies', { name: 'Mossbank Joinery', stage: 'active' });
  await page.goto(`/customers/${id}/history`);
  await expect(page.getByRole('heading', { name: 'No day of this customer is on record yet' })).toBeVisible();
  await page.route('**/history?*', (route) => route.abort());
  await page.goto('/customers/rosewood-law-group/history');
  await expect(page.getByRole('alert')).toContainText('This could not be loaded');
});
