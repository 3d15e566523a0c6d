import type { Page } from '@playwright/test';
import { expect, test } from './harborlight.ts';

const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

test('a goal is set, moved on by what serves it, reached, and another one removed', async ({ page }) => {
  await page.goto('/customers/rosewood-law-group/goals');
  await page.getByRole('button', { name: 'Add goal' }).click();
  const adding = page.getByRole('dialog', { name: 'Add a goal' });
  await adding.getByLabel('What success looks like').fill('Day one as smooth as at the first one');
  await page.keyboard.press('Tab');
  await adding.getByRole('button', { name: 'Add goal' }).click();
  await expect(adding.getByText('Say what the client wants to reach')).toBeVisible();
  await adding.getByLabel('Goal').fill('Open the second office');
  await adding.getByLabel('Category').fill('Growth');
  await adding.getByLabel('Target date').fill('2026-01-31');
  await adding.getByLabel('Recommendations that serve it').click();
  await page.getByRole('option').first().click();
  await page.keyboard.press('Escape');
  await adding.getByRole('button', { name: 'Add goal' }).click();
  await expect(adding).toBeHidden();

  const goal = panel(page, 'Open goals').getByRole('article', { name: 'Open the second office' });
  await expect(goal).toContainText('Not started');
  await expect(goal).toContainText('By Jan 31, 2026');
  await expect(goal).toContainText(/days past its date/);
  await expect(goal).toContainText('0 of 1 recommendation completed');

  await goal.getByRole('button', { name: 'Edit Open the second office' }).click();
  const editing = page.getByRole('dialog', { name: 'Edit goal' });
  await editing.getByLabel('Status').click();
  await page.getByRole('option', { name: 'Achieved' }).click();
  await editing.getByLabel('Progress').fill('100');
  await page.keyboard.press('Enter');
  await expect(editing).toBeHidden();
  await expect(goal).toBeHidden();
  const reached = panel(page, 'Reached and dropped').getByRole('article', { name: 'Open the second office' });
  await expect(reached.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '100');

  await reached.getByRole('button', { name: 'Remove Open the second office' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(reached).toBeHidden();
  await page.goto('/customers/rosewood-law-group/activity');
  await expect(page.getByText(/deleted the goal Open the second office/)).toBeVisible();
});
