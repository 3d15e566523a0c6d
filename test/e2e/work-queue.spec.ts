import type { Page } from '@playwright/test';
import { expectAccessible } from './expect-accessible.ts';
import { expect, test } from './harborlight.ts';

const rows = (page: Page) => page.getByRole('main').getByRole('listitem');
const choose = (page: Page, group: string, name: RegExp) =>
  page.getByRole('group', { name: group }).getByText(name).click();

test('an account manager sees what to do next and why, and sets things aside with mouse and keyboard', async ({
  page,
}) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
  const overdue = page.getByRole('region', { name: /^Overdue/ });
  const escalation = overdue.getByRole('listitem').filter({ hasText: 'Escalation: Mail outage' }).first();
  await expect(escalation).toContainText(/an update was promised by Nov \d+, 2026, \d+ days? ago\./);
  await expect(escalation.getByRole('link', { name: /^Open: / })).toHaveAttribute('href', /\/engagement$/);

  // what is chosen stands in the address, and is there after a reload
  await choose(page, 'Kinds', /^Renewals/);
  await choose(page, 'How soon', /^Later/);
  await expect(page).toHaveURL(/\?kind=renewal&urgency=later$/);
  await page.reload();
  await expect(page.getByRole('region', { name: /^Overdue/ })).toHaveCount(0);
  await expect(rows(page).first()).toContainText(
    /Renewal: .*It ends on .*, 2027, in \d+ days; renewals are settled 30 days before\./,
  );

  // the keyboard alone: to the second row, dismissed with a reason
  const [first, second] = await Promise.all([
    rows(page).first().getAttribute('aria-label'),
    rows(page).nth(1).getAttribute('aria-label'),
  ]);
  await rows(page).first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(rows(page).nth(1)).toBeFocused();
  await page.keyboard.press('x');
  await expectAccessible(page);
  const dialog = page.getByRole('dialog', { name: 'Dismiss' });
  await expect(dialog.getByRole('button', { name: 'Dismiss' })).toBeDisabled();
  await dialog.getByLabel('Why is there nothing to do?').fill('They move to another office');
  await page.keyboard.press('Enter');
  await expect(rows(page).filter({ has: page.getByRole('button', { name: `Done: ${second}` }) })).toHaveCount(
    0,
  );

  // put off by mouse
  await page.getByRole('button', { name: `Snooze: ${first}` }).click();
  await page.getByRole('menuitem', { name: /^Until tomorrow/ }).click();
  await expect(page.getByRole('button', { name: `Snooze: ${first}` })).toHaveCount(0);
  await expect(page.getByRole('alert').filter({ hasText: 'Snoozed until' })).toContainText(
    'Snoozed until Nov 23, 2026',
  );
  await page
    .getByRole('alert')
    .filter({ hasText: 'Snoozed until' })
    .getByRole('button', { name: 'Undo' })
    .click();
  await expect(page.getByRole('button', { name: `Snooze: ${first}` })).toBeVisible();

  // what is set aside says by whom and why, and can be brought back
  await page.getByText(/^Set aside 1$/).click();
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText('Dismissed: They move to another office · Pat Lindqvist');
  await page.getByRole('button', { name: `Bring back: ${second}` }).click();
  await expect(page.getByText(/^Set aside 0$/)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Nothing passes these filters' })).toBeVisible();

  await page.goto('/?who=mine');
  await expect(page.getByRole('heading', { name: 'All clear' })).toBeVisible();
  await page.getByRole('button', { name: 'Show everybody’s' }).click();
  await choose(page, 'Kinds', /^Pulse checks/);
  await rows(page)
    .first()
    .getByRole('button', { name: /^Plan: Pulse check/ })
    .click();
  await expect(page.getByRole('dialog', { name: /meeting/i })).toBeVisible();
});
