import type { Page } from '@playwright/test';
import { anotherUser } from './another-user.ts';
import { expectAccessible } from './expect-accessible.ts';
import { expect, test } from './harborlight.ts';
import { post } from './post.ts';
import type { RunningServer } from './server.ts';

/** A company of its own for each test; its id. */
const newCompany = async (page: Page, demo: RunningServer, name: string): Promise<string> =>
  (await post(page, demo, '/companies', { name, stage: 'active' })).id;

const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

test('a vCIO meeting is planned, prepared from what is open, held with notes and action items, and the next one is proposed', async ({
  page,
  demo,
}) => {
  const company = await newCompany(page, demo, 'Quillfeather Dental');
  const { id: earlier } = await post(page, demo, `/companies/${company}/meetings`, {
    kind: 'pulse',
    date: '2026-11-02',
    status: 'held',
  });
  await post(page, demo, `/meetings/${earlier}/action-items`, {
    title: 'Order two laptops',
    dueDate: '2026-11-20',
  });
  await page.goto(`/customers/${company}/engagement`);

  const cadence = region(page, 'vCIO meeting');
  await cadence.getByText('Proposed: quarterly').click();
  await expect(cadence.getByText('vCIO meetings are quarterly to begin with.')).toBeVisible();
  await cadence.getByRole('button', { name: 'Accept' }).click();
  await expect(cadence).toContainText('Due by Feb 22, 2027');

  await page.getByRole('button', { name: 'Plan a meeting' }).click();
  const dialog = page.getByRole('dialog', { name: 'Plan a meeting' });
  await dialog.getByRole('combobox', { name: 'Kind' }).click();
  await page.getByRole('option', { name: 'vCIO meeting' }).click();
  await dialog.getByLabel('Date').fill('2026-11-22');
  await dialog.getByLabel('Time').fill('14:30');
  await dialog.getByRole('button', { name: 'Plan meeting' }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: 'vCIO meeting: Quillfeather Dental' }),
  ).toBeVisible();

  await page.getByRole('button', { name: 'Add to the agenda: Order two laptops' }).click();
  await expect(page.getByRole('textbox', { name: 'Agenda' })).toHaveValue('Order two laptops');
  await page.getByRole('textbox', { name: 'Notes' }).fill('They open a second practice in spring.');
  const entry = page.getByRole('textbox', { name: 'New action item' });
  await entry.fill('Send the quote @riley friday');
  await expect(page.getByText('Send the quote · Riley Chen · due Nov 27, 2026')).toBeVisible();
  await entry.press('Enter');
  const items = region(page, 'Action items');
  await expect(items.getByRole('checkbox', { name: 'Send the quote' })).toBeVisible();
  await expect(region(page, 'Notes').getByRole('status')).toHaveText('Saved');

  await page.getByRole('button', { name: 'Mark held' }).click();
  await expect(page.getByText('Quarterly: due by Feb 22, 2027')).toBeVisible();
  await page.getByRole('button', { name: 'Plan it' }).click();
  await expect(dialog.getByLabel('Date')).toHaveValue('2027-02-22');
  await dialog.getByRole('button', { name: 'Plan meeting' }).click();
  await expect(page.getByText('Feb 22, 2027, 14:30')).toBeVisible();

  await page.getByRole('link', { name: 'Engagement of Quillfeather Dental' }).click();
  const open = region(page, 'Open action items');
  // what is done is not listed any more
  await open.getByRole('checkbox', { name: 'Order two laptops' }).click();
  await expect(open.getByRole('checkbox', { name: 'Order two laptops' })).toBeHidden();
  await expect(open.getByRole('checkbox', { name: 'Send the quote' })).toBeVisible();
  await expect(cadence).toContainText('Planned for Feb 22, 2027');
});

test('a month shows meetings and what is due by cadence day by day, by mouse and by keys', async ({
  page,
  demo,
}) => {
  const company = await newCompany(page, demo, 'Brambleside Optics');
  await post(page, demo, `/companies/${company}/meetings`, {
    kind: 'vcio',
    date: '2027-01-12',
    startTime: '14:30',
  });
  await post(page, demo, `/companies/${company}/meetings`, {
    kind: 'pulse',
    date: '2026-11-03',
    status: 'held',
  });
  await post(page, demo, `/companies/${company}/meetings`, { kind: 'ice', date: '2026-11-20' });
  for (const startTime of ['08:00', '09:00', '10:00', '11:00'])
    await post(page, demo, `/companies/${company}/meetings`, {
      kind: 'internal',
      date: '2026-12-22',
      startTime,
    });
  await page.goto(`/customers/${company}/engagement`);
  await region(page, 'Pulse check').getByText('Proposed').click();
  await region(page, 'Pulse check').getByRole('button', { name: 'Accept' }).click();
  await expect(region(page, 'Pulse check')).toContainText('Due by');

  await page.goto('/meetings');
  await page.getByRole('radiogroup', { name: 'List' }).getByText('Month', { exact: true }).click();
  await page.getByPlaceholder('Every company').fill('Brambleside');
  await page.getByRole('option', { name: 'Brambleside Optics' }).click();
  const month = (name: string) => page.getByRole('table', { name });
  const november = month('November 2026');
  const named = (title: string) => ({ name: `Brambleside Optics ${title}` });
  await expect(november.getByRole('link', named('Pulse check held'))).toBeVisible();
  await expect(november.getByRole('link', named('ICE meeting overdue'))).toBeVisible();
  await expect(november.getByRole('button', { name: /^Sunday, November 22, 2026/ })).toHaveAttribute(
    'aria-current',
    'date',
  );
  await expect(november.getByRole('button', { name: 'Monday, November 23, 2026: nothing' })).toBeVisible();

  await november.getByRole('button', { name: /^Sunday, November 22, 2026/ }).focus();
  await page.keyboard.press('PageDown');
  const december = month('December 2026');
  await expect(december.getByRole('button', { name: 'Tuesday, December 22, 2026: 4 entries' })).toBeFocused();
  await expect(page).toHaveURL(/list=month&company=brambleside-optics&month=2026-12$/);
  await expect(december.getByRole('link', { name: /^Brambleside Optics Pulse check due/ })).toBeVisible();
  await page.getByRole('button', { name: '1 more on Tuesday, December 22, 2026' }).click();
  const day = page.getByRole('dialog', { name: 'Tuesday, December 22, 2026' });
  await expect(day.getByRole('link')).toHaveCount(4);
  await expectAccessible(page);
  await page.reload();
  await day.getByRole('button', { name: 'Plan a meeting on this day' }).click();
  await expect(page.getByRole('dialog', { name: 'Plan a meeting' }).getByLabel('Date')).toHaveValue(
    '2026-12-22',
  );
  await page.keyboard.press('Escape');
  await day.getByRole('button', { name: 'Close' }).click();

  await page.getByRole('button', { name: 'Next month' }).click();
  await month('January 2027').getByRole('link', named('14:30 vCIO meeting planned')).click();
  await expect(
    page.getByRole('heading', { level: 1, name: 'vCIO meeting: Brambleside Optics' }),
  ).toBeVisible();

  await page.goto(`/meetings?list=month&company=${company}&month=2031-05`);
  await expect(
    page.getByText('No meeting and nothing due by cadence in this month, with these filters.'),
  ).toBeVisible();
  await page.getByRole('button', { name: 'This month' }).click();
  await page.setViewportSize({ width: 390, height: 844 });
  const agenda = region(page, 'Friday, November 20, 2026');
  await expect(agenda.getByRole('link', named('ICE meeting overdue'))).toBeVisible();
  await expect(november).toBeHidden();
  await page.route('**/api/v1/meeting-calendar?*', (route) => route.abort());
  await page.getByRole('button', { name: 'Previous month' }).click();
  await expect(page.getByRole('alert')).toContainText('This could not be loaded');
});

test('two who note the same meeting lose nothing; a viewer reads and is offered nothing to change', async ({
  page,
  demo,
  browser,
}) => {
  const company = await newCompany(page, demo, 'Thistlewood Legal');
  const { id } = await post(page, demo, `/companies/${company}/meetings`, {
    kind: 'vcio',
    date: '2026-11-22',
  });
  const kim = await anotherUser(browser, demo, page, { name: 'Kim Aldous', role: 'member' });
  const notes = (of: Page) => of.getByRole('textbox', { name: 'Notes' });
  await page.goto(`/meetings/${id}`);
  await kim.goto(`/meetings/${id}`);
  await expect(notes(kim)).toBeVisible();
  await notes(page).fill('They want Wi-Fi in the yard.');
  await notes(kim).fill('Budget is decided in December.');
  for (const one of [page, kim]) {
    await expect(notes(one)).toHaveValue(/They want Wi-Fi in the yard\./);
    await expect(notes(one)).toHaveValue(/Budget is decided in December\./);
  }

  const vera = await anotherUser(browser, demo, page, { name: 'Vera Aldous', role: 'viewer' });
  await vera.goto(`/meetings/${id}`);
  await expect(vera.getByText('They want Wi-Fi in the yard.')).toBeVisible();
  await expect(notes(vera)).toBeHidden();
  await expect(vera.getByRole('button', { name: 'Mark held' })).toBeHidden();
  await expect(vera.getByRole('textbox', { name: 'New action item' })).toBeHidden();
  await Promise.all([kim.context().close(), vera.context().close()]);
});

test('an escalation is opened, talked about and resolved, and stands in the header meanwhile', async ({
  page,
  demo,
}) => {
  const company = await newCompany(page, demo, 'Gorsehill Freight');
  await page.goto(`/customers/${company}/engagement`);
  await page.getByRole('button', { name: 'Open an escalation' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What has gone wrong').fill('Mail outage');
  await dialog.getByLabel('Next update by').fill('2026-11-20');
  await dialog.getByRole('button', { name: 'Open', exact: true }).click();
  const header = region(page, 'Open escalations');
  await expect(header).toContainText('Mail outage (an update was due on Nov 20, 2026)');

  const card = page.getByRole('article', { name: 'Mail outage' });
  await card.getByRole('button', { name: 'Note what was said' }).click();
  await card.getByLabel('What was said').fill('Cause by Friday.');
  await card.getByLabel('Next update by').fill('2026-11-27');
  await card.getByRole('button', { name: 'Save' }).click();
  await expect(card.getByText('Cause by Friday.')).toBeVisible();
  await expect(card).toContainText('next update by Nov 27, 2026');

  await card.getByRole('button', { name: 'Edit Mail outage' }).click();
  await dialog.getByRole('combobox', { name: 'Status' }).click();
  await page.getByRole('option', { name: 'Resolved' }).click();
  await dialog.getByLabel('Resolution').fill('Another gateway');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(card.getByText('Resolved', { exact: true })).toBeVisible();
  await expect(header).toBeHidden();
});

test('a private calendar link is made and ended', async ({ page }) => {
  await page.goto('/account');
  const panel = region(page, 'Calendar');
  await panel.getByRole('button', { name: 'Make a calendar link' }).click();
  const link = (await panel.locator('code').textContent()) ?? '';
  const read = async () => (await page.request.get(new URL(link).pathname)).status();
  expect(await read()).toBe(200);
  await panel.getByRole('button', { name: 'End the link' }).click();
  await expect(panel.getByText('There is no link.')).toBeVisible();
  expect(await read()).toBe(404);
});
