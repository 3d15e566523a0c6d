import type { Page } from '@playwright/test';
import { anotherUser } from './another-user.ts';
import { expect, test } from './harborlight.ts';

const metric = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const points = (page: Page, name: string) => page.getByRole('combobox', { name: `${name}: points` });
const note = (page: Page, name: string) => page.getByRole('textbox', { name: `${name}: note` });
const figure = (page: Page, name: string) => page.getByRole('tab', { name: new RegExp(`^${name} `) });

async function pick(page: Page, name: string, option: RegExp): Promise<void> {
  await points(page, name).click();
  await page.getByRole('option', { name: option }).click();
}

test('a judgement is picked, explained and taken back; every figure follows at once', async ({ page }) => {
  await page.goto('/customers/alder-academy/health');
  await pick(page, 'Sentiment', /^10 – Raving fan/);
  await expect(metric(page, 'Sentiment')).toContainText('Set Nov 22, 2026 by Pat Lindqvist, today');
  await note(page, 'Sentiment').fill('Sent us two new clients. <b>🎉</b> שלום');
  await metric(page, 'Sentiment').getByRole('button', { name: 'Save note' }).click();
  await expect(metric(page, 'Sentiment').getByRole('button', { name: 'Save note' })).toHaveCount(0);
  const happy = await scoreShown(page);

  await pick(page, 'Sentiment', /^0 – Looking elsewhere/);
  await expect.poll(() => scoreShown(page)).toBeLessThan(happy);
  const unhappy = await scoreShown(page);
  await expect(figure(page, 'Health')).toContainText(String(unhappy));
  await expect(note(page, 'Sentiment')).toHaveValue('Sent us two new clients. <b>🎉</b> שלום');
  await figure(page, 'Health').click();
  await expect(page.getByRole('region', { name: 'Parts of the health score' })).toContainText(
    'Set to "Looking elsewhere"',
  );

  await metric(page, 'Sentiment').getByRole('button', { name: 'Clear Sentiment' }).click();
  await expect(metric(page, 'Sentiment')).toContainText('Not set yet');
  await expect(note(page, 'Sentiment')).toHaveCount(0);
  await page.reload();
  await expect(metric(page, 'Sentiment')).toContainText('Not set yet');
});

async function scoreShown(page: Page): Promise<number> {
  const parts = page.getByRole('region', { name: 'How the health score adds up' });
  return Number((await parts.getByRole('row', { name: /^Score/ }).textContent())?.replace('Score', ''));
}

test('picks in quick succession all count, the last one last', async ({ page }) => {
  await page.goto('/customers/alder-law-group/effort');
  await expect(page.getByText('Higher means more effort')).toBeVisible();
  await points(page, 'Segment Effort').focus();
  for (const option of ['2', '9', '4', '7']) await pick(page, 'Segment Effort', new RegExp(`^${option}\\b`));
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.reload();
  await expect(points(page, 'Segment Effort')).toHaveValue('7 – Demanding');
  const activity = await page.request.get('/api/v1/companies/alder-law-group/activity');
  const { items } = (await activity.json()) as { items: { sentence: string }[] };
  expect(items.filter(({ sentence }) => sentence.includes('Segment Effort'))).toHaveLength(4);
});

test('what was measured says from what, how much and when; what a person judges looks different', async ({
  page,
}) => {
  await page.goto('/customers/rosewood-law-group/effort');
  await expect(metric(page, 'Tickets per seat')).toContainText('tickets a month per seat');
  await expect(metric(page, 'Tickets per seat')).toContainText('Computed from tickets per seat');
  await expect(metric(page, 'Tickets per seat')).toContainText(/As of \w+ \d+, 2026, \d+ days ago/);
  await expect(metric(page, 'Locations')).toContainText('1 location');
  await expect(metric(page, 'Locations').getByRole('combobox')).toHaveCount(0);
  const surface = (name: string) =>
    metric(page, name).evaluate(
      (card) => getComputedStyle(card).backgroundColor + getComputedStyle(card).borderStyle,
    );
  expect(await surface('Locations')).toBe(await surface('Tickets per seat'));
  expect(await surface('Locations')).not.toBe(await surface('Segment Effort'));
  await page.getByRole('link', { name: 'Health Metrics' }).click();
  await expect(metric(page, 'Security posture')).toContainText('Assessment "Security baseline"');
  await expect(page.getByText(/of the weight rests on fresh values/)).toBeVisible();
  await expect(page.getByText(/^Oldest input:/)).toBeVisible();
});

test('a status is set by hand with a reason and a last day, never changes the score, and is ended', async ({
  page,
}) => {
  await page.goto('/customers/canyon-hotels/health');
  const computed = (await figure(page, 'Health').textContent()) ?? '';
  expect(computed).toContain('Satisfactory');
  const score = await scoreShown(page);
  const form = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Override status' }).click();
  await form.getByRole('button', { name: 'Set status' }).click();
  await expect(form.getByText('Say why')).toBeVisible();
  await form.getByLabel('Last day').fill('2026-11-21');
  await form.getByLabel('Reason').fill('The owner is selling.');
  await form.getByRole('button', { name: 'Set status' }).click();
  await expect(form.getByText('A day from today on')).toBeVisible();
  await form.getByLabel('Last day').fill('2026-12-31');
  await form.getByRole('button', { name: 'Set status' }).click();
  await expect(page.getByText('Status set by hand: At risk')).toBeVisible();
  await expect(
    page.getByText('Pat Lindqvist, Nov 22, 2026 to Dec 31, 2026. Without it: Satisfactory.'),
  ).toBeVisible();
  await expect(figure(page, 'Health')).toContainText(`${score}At risk set by hand`);

  await page.getByRole('button', { name: 'End the override' }).click();
  await expect(page.getByText('Status set by hand')).toHaveCount(0);
  await expect(figure(page, 'Health')).toHaveText(computed);
});

test('two who judge at once are both told, and what is being typed stays', async ({
  page,
  browser,
  demo,
}) => {
  const other = await anotherUser(browser, demo, page, { name: 'Ivo Quick', role: 'member' });
  for (const one of [page, other]) {
    await one.goto('/customers/bluestone-cpas/health');
    await expect(points(one, 'Org')).toBeVisible();
  }
  await pick(other, 'Org', /^5 – All/);
  await expect(metric(other, 'Org')).toContainText('by Ivo Quick');
  await pick(page, 'Org', /^2 – Some/);
  const told = metric(page, 'Org').getByRole('alert');
  await expect(told).toContainText('Ivo Quick changed this');
  await expect(told).toContainText('Theirs: 5');
  await expect(told).toContainText('Yours, not saved: 2');
  await told.getByRole('button', { name: 'Take theirs' }).click();
  await expect(points(page, 'Org')).toHaveValue('5 – All');

  await note(page, 'Org').fill('All of them, says Pat');
  await note(other, 'Org').fill('Ask again in May');
  await metric(other, 'Org').getByRole('button', { name: 'Save note' }).click();
  await expect(metric(other, 'Org').getByRole('button', { name: 'Save note' })).toHaveCount(0);
  await metric(page, 'Org').getByRole('button', { name: 'Save note' }).click();
  await expect(told).toContainText('Theirs: 5, “Ask again in May”');
  await expect(note(page, 'Org')).toHaveValue('All of them, says Pat');
  await told.getByRole('button', { name: 'Save mine' }).click();
  await expect(told).toHaveCount(0);
  await page.reload();
  await expect(note(page, 'Org')).toHaveValue('All of them, says Pat');

  await page.getByRole('button', { name: 'Override status' }).click();
  await other.getByRole('button', { name: 'Override status' }).click();
  for (const [one, reason] of [
    [other, 'Ivo was first'],
    [page, 'Pat insists'],
  ] as const) {
    await one.getByRole('dialog').getByLabel('Reason').fill(reason);
    await one.getByRole('dialog').getByLabel('Last day').fill('2027-01-31');
  }
  await other.getByRole('button', { name: 'Set status' }).click();
  await expect(other.getByText('Status set by hand')).toBeVisible();
  await page.getByRole('button', { name: 'Set status' }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('Ivo Quick changed the status');
  await page.getByRole('button', { name: 'Set status' }).click();
  await expect(page.getByText('Pat insists')).toBeVisible();
  await other.getByRole('button', { name: 'End the override' }).click();
  await expect(other.getByRole('alert')).toContainText('Pat Lindqvist has changed this');
  await expect(other.getByText('Pat insists')).toBeVisible();
  await other.context().close();
});

test('the keyboard alone picks points', async ({ page }) => {
  await page.goto('/customers/bluestone-brewing/effort');
  const field = points(page, 'Segment Effort');
  await expect(field).toHaveValue('7 – Demanding');
  for (let presses = 0; presses < 60; presses++) {
    if (await field.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue('6');
  await expect(metric(page, 'Segment Effort')).toContainText('by Pat Lindqvist, today');
});
