import type { Page } from '@playwright/test';
import { anotherUser } from './another-user.ts';
import { expect, test } from './harborlight.ts';
import { patch } from './post.ts';

const client = 'Otterbrook Labs';
const home = '/customers/otterbrook-labs';

const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const dialog = (page: Page) => page.getByRole('dialog');
const condition = (page: Page, words: string) =>
  page.getByRole('list', { name: 'What it asks for' }).getByRole('listitem').filter({ hasText: words });

async function goTo(page: Page, section: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Customer Detail' })
    .getByRole('link', { name: section, exact: true })
    .click();
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await dialog(page).getByRole('combobox', { name: label, exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** Presses the button that moves on, and sees the stage in the header. */
async function moveOn(page: Page, stage: string): Promise<void> {
  await expect(page.getByText('Nothing is missing.')).toBeVisible();
  await page.getByRole('button', { name: `Move to ${stage}` }).click();
  await expect(
    page.getByRole('list', { name: 'Stages' }).getByRole('listitem').filter({ hasText: stage }),
  ).toHaveAttribute('aria-current', 'step');
}

/** Tries the short cut, reads why not, and lets it be. */
async function refused(page: Page, stage: string, why: readonly (string | RegExp)[]): Promise<void> {
  await page.getByRole('button', { name: 'Move to another stage' }).click();
  await choose(page, 'Stage', stage);
  await expect(dialog(page).getByRole('list', { name: 'What is missing' }).getByRole('listitem')).toHaveText([
    ...why,
  ]);
  await dialog(page).getByRole('button', { name: 'Move', exact: true }).click();
  await expect(dialog(page).getByRole('alert').last()).toContainText(`"${client}" cannot move yet: `);
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
}

/** From the meeting's page back to where the client stands. */
async function held(page: Page, notes: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Notes' }).fill(notes);
  await expect(region(page, 'Notes').getByRole('status')).toHaveText('Saved');
  await page.getByRole('button', { name: 'Mark held' }).click();
  await expect(page.getByText('Held', { exact: true }).first()).toBeVisible();
  await page.getByRole('link', { name: `Engagement of ${client}` }).click();
}

test('a vCIO takes a client from prospect to the second quarterly meeting, and no stage is skipped', async ({
  page: director,
  browser,
  demo,
}) => {
  const vcio = await anotherUser(browser, demo, director, { name: 'Val Iversen', role: 'member' });

  await test.step('sales engages a prospect', async () => {
    await vcio.goto('/lifecycle');
    await vcio.getByRole('button', { name: 'Add prospect' }).click();
    await dialog(vcio).getByRole('textbox', { name: 'Name' }).fill(client);
    await dialog(vcio).getByRole('textbox', { name: 'Number of Employees' }).fill('24');
    await dialog(vcio).getByRole('combobox', { name: 'Tags' }).fill('Standard');
    await vcio.keyboard.press('Enter');
    await dialog(vcio).getByRole('button', { name: 'Add company' }).click();
    await expect(vcio.getByRole('heading', { level: 1, name: client })).toBeVisible();
    await vcio.getByRole('button', { name: 'Add contact' }).click();
    await dialog(vcio).getByLabel('Name').fill('Ann Otter');
    await dialog(vcio).getByRole('button', { name: 'Add contact' }).click();
    await expect(dialog(vcio)).toBeHidden();
    await vcio.getByRole('button', { name: 'Edit company profile' }).click();
    await choose(vcio, 'Primary Contact', 'Ann Otter');
    await choose(vcio, 'Preferred method', 'Phone');
    await dialog(vcio).getByRole('button', { name: 'Save' }).click();
    await expect(dialog(vcio)).toBeHidden();
    await goTo(vcio, 'Lifecycle');
    await refused(vcio, 'Sales engaged', ['Assign a vCIO']);
    await refused(vcio, 'Active', [
      'Assign a vCIO',
      'Hold the ICE meeting',
      'Add the signed contract',
      'Plan the kick-off meeting',
      'Hold the kick-off meeting',
    ]);
    await expect(condition(vcio, 'Assign a vCIO')).toContainText('By an administrator or a manager');
  });

  await test.step('the Director of Client Success assigns the vCIO', async () => {
    await director.goto(`${home}/lifecycle`);
    await director.getByRole('button', { name: 'Assign a vCIO' }).click();
    await choose(director, 'vCIO', 'Val Iversen');
    await dialog(director).getByRole('button', { name: 'Assign' }).click();
    await expect(condition(director, 'A vCIO is assigned')).toContainText('Val Iversen');
    await moveOn(director, 'Sales engaged');
  });

  await test.step('the vCIO explains roadmapping and ongoing engagement in the ICE meeting', async () => {
    await vcio.reload();
    await refused(vcio, 'Onboarding', [
      'Hold the ICE meeting',
      'Add the signed contract',
      'Plan the kick-off meeting',
    ]);
    await vcio.getByRole('button', { name: 'Plan the ICE meeting' }).click();
    await choose(vcio, 'Method', 'In person');
    await dialog(vcio).getByRole('button', { name: 'Plan meeting' }).click();
    await condition(vcio, 'Hold the ICE meeting')
      .getByRole('link', { name: /^Planned for/ })
      .click();
    await expect(vcio.getByRole('heading', { level: 1, name: `ICE meeting: ${client}` })).toBeVisible();
    await held(vcio, 'Explained the roadmap, the budget by quarter and how we keep in touch.');
    await goTo(vcio, 'Lifecycle');
    await moveOn(vcio, 'ICE meeting held');
  });

  await test.step('the agreement is signed', async () => {
    await condition(vcio, 'Add the signed contract').getByRole('link', { name: 'Contracts' }).click();
    await vcio.getByRole('button', { name: 'Add contract' }).click();
    await dialog(vcio).getByLabel('Name').fill('Managed services agreement');
    await dialog(vcio).getByLabel('Start', { exact: true }).fill('2026-11-01');
    await dialog(vcio).getByLabel('Amount').fill('2900');
    await dialog(vcio).getByRole('button', { name: 'Add', exact: true }).click();
    await expect(dialog(vcio)).toBeHidden();
    await goTo(vcio, 'Lifecycle');
    await moveOn(vcio, 'Agreement signed');
  });

  await test.step('the onboarding kick-off is scheduled', async () => {
    await refused(vcio, 'Onboarding', ['Plan the kick-off meeting']);
    await vcio.getByRole('button', { name: 'Plan the kick-off' }).click();
    await choose(vcio, 'Method', 'Video');
    await dialog(vcio).getByRole('button', { name: 'Plan meeting' }).click();
    await expect(condition(vcio, 'The kick-off meeting is planned')).toContainText('Planned for');
    await moveOn(vcio, 'Onboarding');
  });

  await test.step('the tasks of the project plan are done by both sides', async () => {
    await refused(vcio, 'Active', [
      /^Finish \d+ of \d+ required onboarding tasks$/,
      'Hold the kick-off meeting',
    ]);
    const plan = region(vcio, 'Onboarding');
    await expect(plan.getByRole('listitem').filter({ hasText: 'Ann Otter' }).first()).toBeVisible();
    const open = plan
      .getByRole('listitem')
      .filter({ hasText: 'Required' })
      .getByRole('checkbox', { checked: false });
    for (let left = await open.count(); left > 0; left--) {
      await open.first().click();
      await expect(open).toHaveCount(left - 1);
    }
    await expect(condition(vcio, 'required onboarding tasks are done')).toBeVisible();
  });

  await test.step('onboarding is completed once the kick-off is conducted', async () => {
    await refused(vcio, 'Active', ['Hold the kick-off meeting']);
    await condition(vcio, 'Hold the kick-off meeting')
      .getByRole('link', { name: /^Planned for/ })
      .click();
    await held(vcio, 'Everybody knows whom to call.');
    await goTo(vcio, 'Lifecycle');
    await moveOn(vcio, 'Active');
    await expect(region(vcio, 'A client')).toContainText('Every stage lies behind.');
    const history = vcio.getByRole('list', { name: 'Changes of stage' }).getByRole('listitem');
    await expect(history).toHaveCount(6);
    await expect(history.first()).toContainText(/Onboarding → Active.*Val Iversen/);
    await expect(history.filter({ hasText: 'Forced' })).toHaveCount(0);
  });

  await test.step('pulse checks follow a cadence, by the way that the client prefers', async () => {
    await goTo(vcio, 'Engagement');
    const pulse = region(vcio, 'Pulse check');
    await pulse.getByText(/^Proposed: /).click();
    await pulse.getByRole('button', { name: 'Accept' }).click();
    await expect(pulse).toContainText('Due by');
    await vcio.getByRole('button', { name: 'Plan a meeting' }).click();
    await choose(vcio, 'Method', 'Phone');
    await dialog(vcio).getByRole('button', { name: 'Plan meeting' }).click();
    await expect(vcio.getByRole('heading', { level: 1, name: `Pulse check: ${client}` })).toBeVisible();
    await held(vcio, 'All quiet; two people start in January.');
    await expect(pulse).toContainText('Last held Nov 22, 2026');
  });

  await test.step('an escalation is kept up with until it is resolved', async () => {
    await vcio.getByRole('button', { name: 'Open an escalation' }).click();
    await dialog(vcio).getByLabel('What has gone wrong').fill('Printers down');
    await dialog(vcio).getByLabel('Next update by').fill('2026-11-24');
    await dialog(vcio).getByRole('button', { name: 'Open', exact: true }).click();
    await expect(region(vcio, 'Open escalations')).toContainText('Printers down');
    const card = vcio.getByRole('article', { name: 'Printers down' });
    await card.getByRole('button', { name: 'Note what was said' }).click();
    await card.getByLabel('What was said').fill('New driver tonight.');
    await card.getByRole('button', { name: 'Save' }).click();
    await expect(card.getByText('New driver tonight.')).toBeVisible();
    await card.getByRole('button', { name: 'Edit Printers down' }).click();
    await choose(vcio, 'Status', 'Resolved');
    await dialog(vcio).getByRole('button', { name: 'Save' }).click();
    await expect(region(vcio, 'Open escalations')).toBeHidden();
  });

  await test.step('what the quarterly meeting is about is prepared: technology for the business', async () => {
    await goTo(vcio, 'Recommendations');
    await vcio.getByRole('button', { name: 'Recommend' }).first().click();
    await dialog(vcio).getByLabel('Title').fill('Firewall for the new lab');
    await choose(vcio, 'Target quarter', 'Q1 2027');
    await dialog(vcio).getByRole('button', { name: 'Add a line' }).click();
    await dialog(vcio).getByLabel('One-time of line 1').fill('1200');
    await dialog(vcio).getByRole('button', { name: 'Create' }).click();
    await expect(dialog(vcio)).toBeHidden();
    await expect(vcio.getByText('Firewall for the new lab').first()).toBeVisible();
    await goTo(vcio, 'Goals');
    await vcio.getByRole('button', { name: 'Add goal' }).first().click();
    await dialog(vcio).getByLabel('Goal').fill('Open the second lab');
    await dialog(vcio).getByRole('button', { name: 'Add goal' }).click();
    await expect(vcio.getByRole('article', { name: 'Open the second lab' })).toBeVisible();
  });

  await test.step('the first quarterly vCIO meeting is held with its records', async () => {
    await goTo(vcio, 'Engagement');
    const quarterly = region(vcio, 'vCIO meeting');
    await quarterly.getByRole('button', { name: 'Change the cadence: vCIO meeting' }).click();
    await choose(vcio, 'How often', 'Quarterly');
    await dialog(vcio).getByRole('button', { name: 'Save' }).click();
    await expect(quarterly).toContainText('Due by');
    await vcio.getByRole('button', { name: 'Plan a meeting' }).click();
    await choose(vcio, 'Kind', 'vCIO meeting');
    await dialog(vcio).getByRole('button', { name: 'Plan meeting' }).click();
    await expect(vcio.getByRole('heading', { level: 1, name: `vCIO meeting: ${client}` })).toBeVisible();
    await vcio
      .getByRole('button', { name: 'Add to the agenda: Recommendation: Firewall for the new lab' })
      .click();
    await records(vcio);
    await vcio.getByRole('textbox', { name: 'New action item' }).fill('Send the quote @val friday');
    await vcio.getByRole('textbox', { name: 'New action item' }).press('Enter');
    await expect(vcio.getByRole('checkbox', { name: 'Send the quote' })).toBeVisible();
    await held(vcio, 'Firewall agreed for January; the budget is decided in December.');
    await expect(quarterly).toContainText('Due by Feb 22, 2027');
  });

  await test.step('a quarter later the second one is held', async () => {
    await patch(director, demo, '/workspace-settings', { asOf: '2027-02-23' });
    await vcio.goto('/meetings?list=overdue&company=otterbrook-labs');
    await expect(vcio.getByRole('main')).toContainText(client);
    await vcio.goto(`${home}/engagement`);
    await region(vcio, 'vCIO meeting').getByRole('link', { name: 'Last held Nov 22, 2026' }).click();
    await vcio.getByRole('button', { name: 'Plan it' }).click();
    await dialog(vcio).getByRole('button', { name: 'Plan meeting' }).click();
    // the page of the first one says as well when the next is planned; it gives way to that of the second
    await expect(vcio.getByText('Planned', { exact: true })).toBeVisible();
    await expect(vcio.getByText('Feb 23, 2027').first()).toBeVisible();
    await records(vcio);
    await held(vcio, 'The new lab is open.');
    await expect(region(vcio, 'vCIO meeting')).toContainText('Due by May 23, 2027');
    await goTo(vcio, 'Lifecycle');
    await expect(vcio.getByText(/^On its way for \d+ days?, since /)).toBeVisible();
    await vcio.context().close();
  });
});

/** Gives a vCIO meeting the records that it requires: the deck, service desk metrics, the assessment and the warranty report. */
async function records(page: Page): Promise<void> {
  const panel = page.getByRole('region', { name: /^Records/ });
  await panel.getByLabel('File for Slide deck').setInputFiles({
    name: 'deck.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7\n%%EOF\n'),
  });
  await expect(panel.getByRole('link', { name: 'deck.pdf' })).toBeVisible();
  for (const kind of ['Assessment', 'Service desk metrics', 'Hardware warranty report']) {
    await panel.getByRole('button', { name: `Link ${kind}` }).click();
    const address = dialog(page).getByLabel('Address');
    await address.fill(`https://records.otterbrook.example/${encodeURIComponent(kind)}`);
    await address.press('Enter');
    await expect(dialog(page)).toBeHidden();
  }
  await expect(panel.getByText('Missing')).toHaveCount(0);
}
