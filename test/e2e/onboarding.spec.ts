import type { Page } from '@playwright/test';
import { anotherUser } from './another-user.ts';
import { expect, test } from './harborlight.ts';
import { post } from './post.ts';
import { expect as expectSmall, openSettings, test as small } from './small-workspace.ts';

const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

small(
  'an administrator builds the onboarding template from the starter tasks, in their own order',
  async ({ page, freshServer, api }) => {
    await openSettings(page, freshServer.url, 'onboarding-template', 'Onboarding Template');
    await page.getByRole('button', { name: 'Begin with the starter tasks' }).click();
    const list = page.getByRole('list', { name: 'Tasks of the template' });
    const items = list.getByRole('listitem');
    await expectSmall(items.first()).toContainText('Hand over from sales');
    const save = page.getByRole('region', { name: 'Save' });
    await expectSmall(save).toContainText('Tasks: 22 added');

    // by the keyboard alone: one place down, then another day and owner
    await page.getByRole('button', { name: 'Move Hand over from sales' }).focus();
    await page.keyboard.press('ArrowDown');
    await expectSmall(items.first()).toContainText('Welcome the client');
    await page.getByRole('button', { name: 'Edit Visit every location' }).click();
    await page.getByLabel('Due on day').fill('12');
    await page.getByLabel('Or by role or name').fill('Field team');
    await expectSmall(items.filter({ hasText: 'Visit every location' })).toContainText('Field teamday 12');
    await page.getByRole('button', { name: 'Edit Tell the former provider' }).click();
    await page.getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('button', { name: 'Add task' }).click();
    await expectSmall(save).toContainText('A task needs its words.');
    await expectSmall(save.getByRole('button', { name: 'Save' })).toBeDisabled();
    await page.getByRole('textbox', { name: 'Task' }).fill('Celebrate');
    await save.getByRole('button', { name: 'Save' }).click();
    await expectSmall(save).toContainText('No changes');

    // an onboarding that begins now has them
    const { id } = await api.post('/companies', { name: 'Dune Dental', stage: 'onboarding' });
    await page.goto(`${freshServer.url}/customers/${id}/lifecycle`);
    const panel = region(page, 'Onboarding');
    await expectSmall(panel).toContainText('0 of 22 done');
    await expectSmall(panel.getByRole('checkbox', { name: 'Celebrate' })).toBeVisible();
    await expectSmall(panel.getByRole('listitem').filter({ hasText: 'Visit every location' })).toContainText(
      'Field team',
    );
  },
);

test('a client who comes back starts over, after a question, and the earlier tasks stay on record', async ({
  page,
  demo,
}) => {
  const { id } = await post(page, demo, '/companies', { name: 'Larkspur Dental', stage: 'onboarding' });
  await page.goto(`/customers/${id}/lifecycle`);
  const panel = region(page, 'Onboarding');
  await panel.getByRole('checkbox', { name: 'Hand over from sales' }).click();
  await expect(panel).toContainText('1 of 22 done');
  await panel.getByRole('button', { name: 'More of the onboarding' }).click();
  await page.getByRole('menuitem', { name: 'Start over' }).click();
  const dialog = page.getByRole('dialog', { name: 'Start the onboarding over?' });
  await expect(dialog).toContainText(
    'The 22 tasks of the earlier onboarding (1 done) give way to the 22 tasks',
  );
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(panel).toContainText('1 of 22 done');
  await panel.getByRole('button', { name: 'More of the onboarding' }).click();
  await page.getByRole('menuitem', { name: 'Start over' }).click();
  await dialog.getByRole('button', { name: 'Start over' }).click();
  await expect(panel).toContainText('0 of 22 done');
  await page.getByRole('link', { name: 'Activity' }).click();
  await expect(page.getByText(/started the onboarding over$/)).toBeVisible();
  await expect(page.getByText(/deleted the onboarding task Hand over from sales$/)).toBeVisible();
});

test('an onboarding is worked off by both sides, and lets the client be active once what is required is done', async ({
  page,
  demo,
  browser,
}) => {
  const { id } = await post(page, demo, '/companies', { name: 'Marshfield Dental', stage: 'onboarding' });
  await post(page, demo, `/companies/${id}/contacts`, { name: 'Ann Reyes' });
  await post(page, demo, `/companies/${id}/meetings`, {
    kind: 'kickoff',
    date: '2026-11-20',
    status: 'held',
  });
  await page.goto(`/customers/${id}/lifecycle`);
  const panel = region(page, 'Onboarding');
  const next = region(page, 'Next: Active');
  await expect(panel).toContainText('0 of 22 done');
  await expect(next).toContainText('Finish 11 of 11 required onboarding tasks');

  // ticked off in place, by keyboard
  const first = panel.getByRole('checkbox', { name: 'Hand over from sales' });
  await first.focus();
  await page.keyboard.press('Space');
  await expect(panel).toContainText('1 of 22 done');
  await expect(first).toBeFocused();
  await expect(next).toContainText('Finish 10 of 11 required onboarding tasks');

  await panel.getByRole('button', { name: 'Edit Name the people to work with' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Contact' }).click();
  await page.getByRole('option', { name: 'Ann Reyes' }).click();
  await expect(dialog.getByLabel('Or by role or name')).toHaveValue('');
  await dialog.getByLabel('Due', { exact: true }).fill('2026-11-20');
  await dialog.getByLabel('Note').fill('She is back on Monday');
  await dialog.getByRole('button', { name: 'Save' }).click();
  const people = panel.getByRole('listitem').filter({ hasText: 'Name the people to work with' });
  await expect(people).toContainText('Ann Reyes');
  await expect(people).toContainText('overdue since Nov 20, 2026');
  await expect(people).toContainText('She is back on Monday');
  await expect(panel).toContainText('1 overdue');

  await panel.getByRole('button', { name: 'Add task' }).click();
  await dialog.getByRole('textbox', { name: 'Task' }).fill('Fix the door reader');
  await dialog.getByRole('button', { name: 'Add task' }).click();
  await expect(panel).toContainText('1 of 23 done');
  await panel.getByRole('button', { name: 'Remove Ask how the onboarding was' }).click();
  await dialog.getByRole('button', { name: 'Remove' }).click();
  await expect(panel).toContainText('1 of 22 done');
  await panel.getByRole('button', { name: 'Move days' }).click();
  await dialog.getByLabel('By so many days').fill('14');
  await expect(dialog.getByRole('status')).toContainText('from Nov 20, 2026 to Dec 4, 2026');
  await dialog.getByRole('button', { name: 'Move 20 tasks' }).click();
  await expect(people).toContainText('due Dec 4, 2026');

  await panel.getByText('Client 7').click();
  await expect(panel.getByRole('checkbox')).toHaveCount(7);
  await expect(panel.getByRole('checkbox', { name: 'Fix the door reader' })).toBeHidden();

  // somebody who only reads sees all of it and is offered nothing
  const vera = await anotherUser(browser, demo, page, { name: 'Vera Marsh', role: 'viewer' });
  await vera.goto(`/customers/${id}/lifecycle`);
  const hers = region(vera, 'Onboarding');
  await expect(hers.getByRole('button', { name: 'Show 1 done' })).toBeVisible();
  await expect(hers.getByRole('checkbox', { name: 'Fix the door reader' })).toBeDisabled();
  await expect(hers.getByRole('button', { name: 'Add task' })).toBeHidden();
  await vera.context().close();

  const { tasks } = await (await page.request.get(`/api/v1/companies/${id}/onboarding`)).json();
  for (const task of tasks)
    if (task.required && !task.done)
      await page.request.patch(`/api/v1/onboarding-tasks/${task.id}`, {
        data: { done: true },
        headers: { origin: demo.url },
      });
  await page.reload();
  await expect(next).toContainText('All 11 required onboarding tasks are done');
  await next.getByRole('button', { name: 'Move to Active' }).click();
  await expect(region(page, 'Stages').locator('[aria-current=step]')).toContainText('Active');
});
