import { card, expect, test } from './harborlight.ts';

test.use({ viewport: { width: 390, height: 844 } });

test('on a phone nothing is cut off, and the navigation opens from the menu', async ({ page }) => {
  for (const path of [
    '/?who=all',
    '/dashboard?ribbon=shown',
    '/customers',
    '/customers/rosewood-law-group',
    '/customers/rosewood-law-group/health',
    '/customers/rosewood-law-group/effort',
    '/customers/rosewood-law-group/contracts?contract=rosewood-law-group-msa',
    '/customers/rosewood-law-group/alignment',
    '/customers/rosewood-law-group/satisfaction',
    '/customers/rosewood-law-group/records',
    '/customers/rosewood-law-group/history',
    '/customers/rosewood-law-group/assessments?compare=rosewood-law-group-technology-standards-2026-11-03&compare=rosewood-law-group-technology-standards-2025-11-18',
    '/customers/rosewood-law-group/assessments/rosewood-law-group-technology-standards-2026-11-03',
    '/customers/saint-clair-accounting/assessments/saint-clair-accounting-technology-standards-2026-10-08',
    '/settings/onboarding-template',
    '/settings/assessment-templates',
    '/settings/assessment-templates/technology-standards',
    '/recommendations?category=Hardware',
    '/recommendations?view=board',
    '/customers/rosewood-law-group/recommendations?recommendation=rosewood-law-group-rec-1',
    '/meetings',
    '/meetings?list=overdue',
    '/meetings?list=month',
    '/meetings/cedar-ridge-catering-escalation-1',
    '/customers/rosewood-law-group/goals',
    '/customers/cedar-ridge-catering/engagement',
    '/customers/cedar-ridge-catering/roadmap',
    '/customers/cedar-ridge-catering/roadmap/client',
    '/customers/canyon-accounting/lifecycle',
    '/lifecycle?ribbon=shown',
    '/stack-alignment',
    '/settings/permissions/company-groups',
    '/settings/permissions/account-groups',
    '/settings/permissions/account-managers',
    '/settings/permissions/users',
    '/settings/permissions/security-groups',
    '/settings/permissions/who-sees-what?user=sam&company=rosewood-law-group',
    '/settings/stack',
    '/settings/stack/product-codes',
    '/settings/app',
    '/renewals?ribbon=shown',
    '/retention',
    '/settings/metrics',
    '/settings/workspace',
    '/settings/meeting-records',
    '/settings/surveys',
    '/settings/spreadsheets',
    '/settings/tags',
    '/settings/jobs',
    '/settings/activity',
    '/account',
  ]) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390);
  }
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
  await page.getByRole('button', { name: 'Open navigation' }).click();
  await page.getByRole('link', { name: 'Dashboard' }).click();
  await expect(card(page, 'Customer Segments')).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
});

test('on a phone one selector leads through the settings, by keyboard too', async ({ page }) => {
  await page.goto('/settings/tags');
  const selector = page.getByRole('combobox', { name: 'Settings page' });
  await expect(selector).toHaveValue('Tags');
  await selector.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { name: 'Tags' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'App Settings' })).toBeVisible();
  await expect(selector).toHaveValue('App Settings');
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(selector).toBeHidden();
  const part = page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'App Settings' });
  await expect(part).toHaveAttribute('aria-current', 'page');
});
