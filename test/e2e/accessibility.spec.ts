import { expectAccessible } from './expect-accessible.ts';
import { chart, expect, test } from './harborlight.ts';

const PAGES: readonly (readonly [path: string, heading: string])[] = [
  ['/?who=all', 'Home'],
  ['/dashboard?ribbon=shown&health=At+risk', 'Dashboard'],
  ['/dashboard?element=health&slice=At+risk', 'Dashboard'],
  ['/customers', 'Customers'],
  ['/recommendations?category=Hardware&status=Planned', 'Recommendations'],
  ['/recommendations?view=board&recommendation=rosewood-law-group-rec-1', 'Recommendations'],
  ['/customers/rosewood-law-group/recommendations?view=board', 'Rosewood Law Group'],
  ['/meetings', 'Meetings'],
  ['/meetings?list=overdue', 'Meetings'],
  ['/meetings?list=month', 'Meetings'],
  ['/customers/rosewood-law-group/goals', 'Rosewood Law Group'],
  ['/meetings/cedar-ridge-catering-escalation-1', 'Escalation meeting: Cedar Ridge Catering'],
  ['/meetings/cedar-ridge-catering-qbr-1', 'vCIO meeting: Cedar Ridge Catering'],
  ['/customers/cedar-ridge-catering/engagement', 'Cedar Ridge Catering'],
  ['/customers/rosewood-law-group', 'Rosewood Law Group'],
  ['/customers/rosewood-law-group/health', 'Rosewood Law Group'],
  ['/customers/rosewood-law-group/effort', 'Rosewood Law Group'],
  ['/customers/rosewood-law-group/contracts?contract=rosewood-law-group-msa', 'Rosewood Law Group'],
  ['/customers/rosewood-law-group/satisfaction', 'Rosewood Law Group'],
  ['/customers/rosewood-law-group/records', 'Rosewood Law Group'],
  [
    '/customers/rosewood-law-group/assessments?compare=rosewood-law-group-technology-standards-2026-11-03&compare=rosewood-law-group-technology-standards-2025-11-18',
    'Rosewood Law Group',
  ],
  [
    '/customers/rosewood-law-group/assessments/rosewood-law-group-technology-standards-2026-11-03',
    'Rosewood Law Group',
  ],
  [
    '/customers/saint-clair-accounting/assessments/saint-clair-accounting-technology-standards-2026-10-08',
    'Saint Clair Accounting',
  ],
  ['/settings/onboarding-template', 'Onboarding Template'],
  ['/settings/assessment-templates', 'Assessment Templates'],
  ['/settings/assessment-templates/technology-standards', 'Technology standards'],
  ['/customers/canyon-accounting/lifecycle', 'Canyon Accounting'],
  ['/lifecycle?ribbon=shown', 'Lifecycle'],
  ['/customers/rosewood-law-group/activity', 'Rosewood Law Group'],
  ['/customers/rosewood-law-group/history?from=2025-11-30', 'Rosewood Law Group'],
  ['/customers/cedar-ridge-catering/roadmap?period=2027', 'Cedar Ridge Catering'],
  ['/customers/cedar-ridge-catering/roadmap/client', 'Cedar Ridge Catering'],
  ['/customers/rosewood-law-group/alignment?group=tag', 'Rosewood Law Group'],
  ['/stack-alignment?ribbon=shown', 'Stack Alignment'],
  ['/renewals?ribbon=shown&within=60', 'Renewals'],
  ['/retention?ribbon=shown&by=health', 'Retention'],
  ['/settings/permissions/company-groups', 'Company Groups'],
  ['/settings/permissions/account-groups', 'Account Groups'],
  ['/settings/permissions/account-managers', 'Account Managers'],
  ['/settings/permissions/users', 'Users'],
  ['/settings/permissions/security-groups', 'Security Groups'],
  ['/settings/permissions/who-sees-what?user=sam&company=rosewood-law-group', 'Who sees what'],
  ['/settings/stack', 'Stack Manager'],
  ['/settings/stack/product-codes', 'Product codes'],
  ['/settings/app', 'App Settings'],
  ['/settings/metrics', 'Health/Effort Admin'],
  ['/settings/workspace', 'Workspace'],
  ['/settings/meeting-records', 'Meeting records'],
  ['/settings/surveys', 'Surveys'],
  ['/settings/spreadsheets', 'Spreadsheets'],
  ['/settings/tags', 'Tags'],
  ['/settings/import-export', 'Import & export'],
  ['/settings/jobs', 'Jobs'],
  ['/settings/activity', 'Activity'],
  ['/account', 'Account'],
];

test.use({ reducedMotion: 'reduce' } as object);

for (const [path, heading] of PAGES) {
  test(`${path} has nothing that stands in anybody's way`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1, name: heading, includeHidden: true })).toBeVisible();
    await page.waitForLoadState('networkidle');
    await expectAccessible(page);
  });
}

test('the dialogs of the matrix have nothing that stands in anybody’s way', async ({ page }) => {
  await page.goto('/stack-alignment');
  const grid = page.getByRole('grid', { name: 'Stack alignment' });
  await grid.getByRole('gridcell').first().click();
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Alignment' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await grid.getByRole('columnheader').nth(1).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Edit \d+ cells$/ }).click();
  await page.getByRole('combobox', { name: 'Alignment' }).click();
  await page.getByRole('option', { name: 'Set to …' }).click();
  await expectAccessible(page);
});

test('signing in has nothing that stands in anybody’s way', async ({ page, context }) => {
  await context.clearCookies();
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('Give your password')).toBeVisible();
  await expectAccessible(page);
});

test('the dialogs about a company have nothing that stands in anybody’s way', async ({ page }) => {
  await page.goto('/customers/alder-academy');
  for (const [opener, field, cancelled] of [
    ['Edit company profile', 'Industry', true],
    ['Add contact', 'Title', true],
    [/^Remove /, undefined, false],
  ] as const) {
    await page.getByRole('button', { name: opener }).first().click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeVisible();
    if (field) await dialog.getByRole('textbox', { name: field }).fill('Something');
    await page.keyboard.press('Escape');
    if (cancelled) await expect(dialog.getByRole('button', { name: 'Discard' })).toBeVisible();
    else await page.getByRole('button', { name: opener }).first().click();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: cancelled ? 'Discard' : 'Cancel' }).click();
    await expect(dialog).toHaveCount(0);
  }
  await page.getByRole('tab', { name: /^MRR \$/ }).click();
  await expect(page.getByRole('region', { name: 'What is in this MRR' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Health Metrics' }).click();
  await page.getByRole('button', { name: 'Override status' }).click();
  await page.getByRole('button', { name: 'Set status' }).click();
  await expect(page.getByText('A day from today on')).toBeVisible();
  await expectAccessible(page);
});

test('permission dialogs and viewing as somebody have nothing that stands in anybody’s way', async ({
  page,
}) => {
  await page.goto('/settings/permissions/account-groups');
  await page.getByRole('button', { name: 'Healthcare', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Tick all' }).click();
  await expect(page.getByRole('status')).toContainText('gains');
  await expectAccessible(page);
  await page.goto('/settings/permissions/users');
  await page.getByRole('button', { name: 'Actions for Sam Ortiz' }).click();
  await page.getByRole('menuitem', { name: 'View as Sam Ortiz' }).click();
  await page.getByRole('button', { name: 'View', exact: true }).click();
  await page.waitForURL(({ pathname }) => pathname === '/');
  await page.goto('/customers');
  const stop = page.getByRole('button', { name: 'Stop viewing' });
  await expect(stop).toBeVisible();
  await expectAccessible(page);
  await stop.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Users' })).toBeVisible();
});

test('open menus, options and the palette have nothing that stands in anybody’s way', async ({ page }) => {
  await page.goto('/dashboard');
  await expect(chart(page, 'Health')).toBeVisible();
  await page.getByRole('button', { name: 'Customer Segments: options' }).click();
  await expect(page.getByText('Render by')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /account, theme, sign out$/ }).click();
  await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('textbox', { name: 'Search and commands' })).toBeVisible();
  await expectAccessible(page);
});

test('the grid’s editors and dialogs have nothing that stands in anybody’s way', async ({ page }) => {
  await page.goto('/customers/rosewood-law-group/alignment');
  await page.getByRole('gridcell', { name: /^Current Product of Firewall/ }).click();
  await expect(page.getByRole('option', { name: /^None/ })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('slider', { name: 'Alignment: Firewall' }).focus();
  await page.keyboard.type('101');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Select Firewall' }).check();
  await expect(page.getByRole('form', { name: 'Set in the selected rows' })).toBeVisible();
  await expectAccessible(page);
  for (const dialog of [/^Notes about Endpoint detection/, /^Recommendations for Managed support/]) {
    await page.getByRole('button', { name: dialog }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.waitForLoadState('networkidle');
    await expectAccessible(page);
    await page.keyboard.press('Escape');
  }
});

test('the keyboard alone reaches the content past the navigation', async ({ page }) => {
  await page.goto('/dashboard');
  await expect(page.getByRole('heading', { name: 'Dashboard', exact: true })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});
