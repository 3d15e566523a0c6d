import type { Page } from '@playwright/test';
import { anotherUser } from './another-user.ts';
import { expect, test } from './harborlight.ts';
import { post } from './post.ts';

const column = (page: Page, name: string) => page.getByRole('listitem', { name: new RegExp(`^${name}`) });
const card = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name }).last();

test('a card that may go is moved by hand; one that lacks something comes back with the reason', async ({
  page,
  demo,
}) => {
  const { id } = await post(page, demo, '/companies', {
    name: 'Aardvark Robotics',
    stage: 'prospect',
    owner: 'riley',
  });
  await page.goto('/lifecycle');
  const mine = card(page, 'Aardvark Robotics');
  await expect(column(page, 'Prospect')).toContainText('Aardvark Robotics');
  await expect(mine).toContainText('Since today');
  await expect(mine).toContainText('Ready: Sales engaged');

  const from = (await mine.boundingBox())!;
  const to = (await column(page, 'Sales engaged').boundingBox())!;
  await page.mouse.move(from.x + 20, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + 120, { steps: 5 });
  await page.mouse.up();
  await expect(page.getByText('Aardvark Robotics is now at “Sales engaged”.')).toBeVisible();
  await expect(column(page, 'Sales engaged')).toContainText('Aardvark Robotics');
  await expect(mine).toContainText('Hold the ICE meeting');

  const handle = mine.getByRole('button', { name: 'Move Aardvark Robotics' });
  await handle.focus();
  await page.keyboard.press('ArrowRight');
  const dialog = page.getByRole('dialog', { name: 'Move Aardvark Robotics' });
  await expect(dialog.getByRole('list', { name: 'What is missing' })).toHaveText('Hold the ICE meeting');
  await dialog.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(dialog.getByRole('alert').last()).toHaveText(
    '"Aardvark Robotics" cannot move yet: hold the ICE meeting.',
  );
  await dialog.getByLabel('Move it all the same').check();
  await dialog.getByRole('button', { name: 'Move anyway' }).click();
  await expect(dialog.getByRole('alert').last()).toHaveText('A forced move needs a note that says why.');
  await dialog.getByLabel('Why it moves anyway').fill('Met them at the fair');
  await dialog.getByRole('button', { name: 'Move anyway' }).click();
  await expect(column(page, 'ICE meeting held')).toContainText('Aardvark Robotics');

  await mine.getByRole('button', { name: 'More for Aardvark Robotics' }).click();
  await page.getByRole('menuitem', { name: 'Prospect' }).click();
  await dialog.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(dialog.getByRole('alert')).toHaveText('"Aardvark Robotics" cannot move yet: give a note.');
  await dialog.getByLabel('Why it goes back').fill('Wrong company');
  await dialog.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(column(page, 'Prospect')).toContainText('Aardvark Robotics');

  await page.goto(`/customers/${id}/lifecycle`);
  const history = page.getByRole('list', { name: 'Changes of stage' });
  await expect(history.getByRole('listitem').nth(0)).toContainText('Wrong company');
  await expect(history.getByRole('listitem').nth(1)).toContainText(
    /Forced.*Met them at the fair.*Pat Lindqvist/,
  );
  await page.getByRole('button', { name: 'Move to another stage' }).click();
  await dialog.getByRole('combobox', { name: 'Stage' }).click();
  await page.getByRole('option', { name: 'Offboarded' }).click();
  await dialog.getByLabel('Why it leaves').fill('Was a mistake');
  await dialog.getByLabel('Last day of the business').fill('2026-11-20');
  await dialog.getByRole('button', { name: 'Offboard' }).click();
  await expect(page.getByText('It left on Nov 20, 2026.')).toBeVisible();
});

test('the filters stand in the address, and nobody left is said so', async ({ page }) => {
  await page.goto('/lifecycle?tag=Compliance');
  await expect(page.getByRole('button', { name: 'Filters: 1 filter applied' })).toBeVisible();
  await page.getByRole('combobox', { name: 'vCIO' }).click();
  await page.getByRole('option', { name: 'Riley Chen' }).click();
  await expect(page).toHaveURL(/tag=Compliance&owner=riley/);
  await expect(column(page, 'Active').getByText('Riley Chen').first()).toBeVisible();
  await expect(column(page, 'Active').getByText('Jordan Okafor')).toHaveCount(0);
  await page.goto('/lifecycle?owner=pat-lindqvist');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(page).toHaveURL(/\/lifecycle$/);
  await expect(column(page, 'Active')).toContainText('141');
  await page.getByRole('button', { name: 'Show 50 more' }).click();
  await expect(column(page, 'Active').getByRole('listitem')).toHaveCount(100);
});

test('a viewer sees the board and its companies, and is offered nothing that changes them', async ({
  page,
  demo,
  browser,
}) => {
  const viewer = await anotherUser(browser, demo, page, { name: 'Vic Looker', role: 'viewer' });
  await viewer.goto('/lifecycle');
  await expect(column(viewer, 'Onboarding')).toContainText('Canyon Accounting');
  await expect(viewer.getByRole('button', { name: /^Move |^More for / })).toHaveCount(0);
  await expect(viewer.getByRole('button', { name: 'Add prospect' })).toHaveCount(0);
  await viewer.getByRole('link', { name: 'Canyon Accounting' }).click();
  await expect(viewer.getByRole('listitem').filter({ hasText: 'Hold the kick-off meeting' })).toBeVisible();
  await expect(viewer.getByRole('button', { name: /Move to/ })).toHaveCount(0);
  const tried = await viewer.request.post(`${demo.url}/api/v1/companies/canyon-accounting/lifecycle/move`, {
    headers: { origin: demo.url },
    data: { to: 'active', force: true, note: 'Mine' },
  });
  expect(tried.status()).toBe(403);
  await viewer.context().close();
});
