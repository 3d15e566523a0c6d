import type { Locator, Page } from '@playwright/test';
import { anotherUser } from './another-user.ts';
import { cents, expect, test } from './harborlight.ts';

const edit = (page: Page) => page.getByRole('button', { name: 'Edit company profile' });
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Edit company profile' });
const save = (page: Page) => dialog(page).getByRole('button', { name: 'Save' });

/** What stands beside a term of the profile. */
const fact = (page: Page, term: string): Locator =>
  page
    .locator('dl > div')
    .filter({ has: page.getByText(term, { exact: true }) })
    .getByRole('definition');

async function open(page: Page, company: string): Promise<void> {
  await page.goto(`/customers/${company}`);
  await edit(page).click();
  await expect(dialog(page)).toBeVisible();
}

async function saved(page: Page): Promise<void> {
  await save(page).click();
  await expect(dialog(page)).toHaveCount(0);
}

test('every field stands behind the green icon by its name, and is kept', async ({ page }) => {
  await page.goto('/customers/canyon-hotels');
  const [red, green, blue] = await edit(page).evaluate((button) =>
    getComputedStyle(button).backgroundColor.match(/\d+/g)!.map(Number),
  );
  expect(green).toBeGreaterThan(Math.max(red!, blue!));

  await edit(page).click();
  const form = dialog(page);
  await form
    .getByRole('textbox', { name: 'Executive Summary' })
    .fill('Two hotels.\nWants one system for both.');
  await form.getByLabel('Name').fill('Canyon Hotels & Spa');
  await form.getByRole('textbox', { name: 'Monthly Recurring Revenue Override' }).fill('15000.50');
  await form.getByRole('textbox', { name: 'One-time (NRR) override' }).fill('2500');
  await form.getByRole('textbox', { name: 'Number of Employees' }).fill('123');
  await form.getByRole('combobox', { name: 'Tags' }).fill('Hospitality');
  await page.keyboard.press('Enter');
  await form.getByRole('combobox', { name: 'Account Group(s)' }).click();
  await page.getByRole('option', { name: 'Healthcare' }).click();
  await page.keyboard.press('Escape');
  await form.getByRole('combobox', { name: 'Owner (vCIO)' }).click();
  await page.getByRole('option', { name: 'Dana Whitfield' }).click();
  await form.getByRole('combobox', { name: 'Primary Contact' }).click();
  await page.getByRole('option').nth(1).click();
  const contact = await form.getByRole('combobox', { name: 'Primary Contact' }).inputValue();
  await form.getByRole('textbox', { name: 'Industry' }).fill('Hotels');
  await form.getByRole('textbox', { name: 'Number of Locations' }).fill('2');
  await saved(page);

  // what is left is optional, and moves no score
  const figures = page.getByRole('tablist', { name: 'Figures' });
  await expect(figures).toContainText('$15,000.50');
  const before = await figures.textContent();
  await edit(page).click();
  await form.getByLabel('Date Customer Acquired').fill('2015-06-30');
  await form.getByRole('textbox', { name: 'Yearly Company Revenue' }).fill('12000000');
  await form.getByRole('textbox', { name: 'Year Company Established' }).fill('1987');
  await saved(page);
  await expect(fact(page, 'Year Company Established')).toHaveText('1987');
  await page.reload();
  await expect(figures).toHaveText(before ?? '');

  await expect(page.getByRole('heading', { level: 1, name: 'Canyon Hotels & Spa' })).toBeVisible();
  await expect(page.getByText('Wants one system for both.')).toBeVisible();
  for (const [term, text] of [
    ['Monthly Recurring Revenue', '$15,000.50'],
    ['One-time (NRR), last 12 months', '$2,500.00'],
    ['Number of Employees', '123'],
    ['Tags', 'Hospitality'],
    ['Account Group(s)', 'Healthcare'],
    ['Owner (vCIO)', 'Dana Whitfield'],
    ['Primary Contact', contact],
    ['Lifecycle stage', 'Active'],
    ['Industry', 'Hotels'],
    ['Number of Locations', '2'],
    ['Date Customer Acquired', 'Jun 30, 2015'],
    ['Yearly Company Revenue', '$12,000,000.00'],
    ['Year Company Established', '1987'],
    ['PSA links', 'None yet'],
  ] as const)
    await expect(fact(page, term)).toContainText(text);
});

test('an override shows the calculated figure beside it, changes the figures, and is reset', async ({
  page,
}) => {
  await page.goto('/customers/canyon-logistics');
  const header = page.getByRole('tab', { name: /^MRR \$/ });
  const calculated = cents((await header.textContent()) ?? '');
  const amount = await fact(page, 'Monthly Recurring Revenue').textContent();
  expect(cents(amount ?? '')).toBe(calculated);
  expect(amount).toContain('calculated from active contracts');

  await edit(page).click();
  await dialog(page).getByRole('textbox', { name: 'Monthly Recurring Revenue Override' }).fill('9999.99');
  await dialog(page).getByRole('textbox', { name: 'Number of Employees' }).fill('77');
  await saved(page);
  await expect(header).toContainText('$9,999.99');
  await expect(page.getByRole('tab', { name: /^Seats 77/ })).toBeVisible();
  await expect(fact(page, 'Monthly Recurring Revenue')).toContainText(/set by hand; calculated: \$[\d,.]+/);
  await expect(fact(page, 'Number of Employees')).toContainText(
    /77 ?set by hand; 29 from the PSA, \d active contacts?/,
  );

  await edit(page).click();
  await expect(
    dialog(page).getByText(/^Empty: \$[\d,.]+, calculated from the active contracts$/),
  ).toBeVisible();
  await dialog(page)
    .getByRole('button', { name: 'Reset Monthly Recurring Revenue Override to the calculated figure' })
    .click();
  await saved(page);
  await expect.poll(async () => cents((await header.textContent()) ?? '')).toBe(calculated);
});

test('the contracts behind the figure are one click away, from the page and from the dialog', async ({
  page,
}) => {
  await page.goto('/customers/canyon-logistics');
  await fact(page, 'Monthly Recurring Revenue').getByRole('link', { name: 'Active contracts' }).click();
  await expect(page).toHaveURL(/\/customers\/canyon-logistics\/contracts\?show=active$/);
  await page.goBack();
  await edit(page).click();
  const opened = page.waitForEvent('popup');
  await dialog(page).getByRole('link', { name: 'active contracts' }).click();
  await expect(await opened).toHaveURL(/\/customers\/canyon-logistics\/contracts\?show=active$/);
  await expect(dialog(page)).toBeVisible();
});

test('what cannot be is refused where it was typed, and nothing is lost', async ({ page }) => {
  await open(page, 'alder-academy');
  const form = dialog(page);
  await form.getByLabel('Name').fill(' ');
  await form.getByRole('textbox', { name: 'Number of Employees' }).fill('-3');
  await form.getByRole('textbox', { name: 'Monthly Recurring Revenue Override' }).fill('1000000000000000');
  await form.getByLabel('Year Company Established').fill('20260');
  await form.getByRole('textbox', { name: 'Executive Summary' }).fill('x'.repeat(2 ** 20));
  await save(page).click();
  for (const message of [
    'Give the company a name',
    'A whole number from 0 up, or nothing',
    'An amount from 0 to 10,000,000,000,000.00, or nothing',
    'A year from 0 to 9999, or nothing',
    'At most 100,000 characters',
  ])
    await expect(form.getByText(message)).toBeVisible();
  await expect(form.getByRole('textbox', { name: 'Executive Summary' })).toBeFocused();
  await form.getByRole('button', { name: 'Cancel' }).click();
  await expect(form.getByText('Discard your changes?')).toBeVisible();
  await form.getByRole('button', { name: 'Keep editing' }).click();
  await expect(form.getByRole('textbox', { name: 'Number of Employees' })).toHaveValue('-3');
  await form.getByRole('button', { name: 'Cancel' }).click();
  await form.getByRole('button', { name: 'Discard' }).click();
  await expect(form).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1, name: 'Alder Academy' })).toBeVisible();
});

test('scripts, emoji and right-to-left text are kept as they were typed, and shown as text', async ({
  page,
}) => {
  page.on('dialog', () => {
    throw new Error('a script ran');
  });
  const summary = '<img src=x onerror=alert(1)> 🦷 שלום עולם\n=1+1';
  await open(page, 'alder-law-group');
  await dialog(page).getByRole('textbox', { name: 'Executive Summary' }).fill(summary);
  await dialog(page).getByLabel('Name').fill('<script>alert(1)</script> مكتب المحاماة 😀');
  await saved(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    '<script>alert(1)</script> مكتب المحاماة 😀',
  );
  await edit(page).click();
  await expect(dialog(page).getByRole('textbox', { name: 'Executive Summary' })).toHaveValue(summary);
});

test('two who edit the same profile are both told, and nothing is lost', async ({ page, browser, demo }) => {
  const other = await anotherUser(browser, demo, page, { name: 'Ola Berg', role: 'admin' });
  await open(page, 'bayview-hotels');
  await open(other, 'bayview-hotels');
  await dialog(other).getByRole('textbox', { name: 'Industry' }).fill('Resorts');
  await dialog(other).getByRole('textbox', { name: 'Number of Locations' }).fill('7');
  await saved(other);

  await dialog(page).getByRole('textbox', { name: 'Industry' }).fill('Hotels by the sea');
  await dialog(page).getByRole('textbox', { name: 'Executive Summary' }).fill('Written by Pat.');
  await save(page).click();
  const notice = dialog(page).getByRole('alert');
  await expect(notice).toContainText('Ola Berg changed this while you were editing');
  await expect(notice).toContainText('Number of Locations is now 7');
  await expect(dialog(page).getByRole('textbox', { name: 'Number of Locations' })).toHaveValue('7');
  await notice.getByRole('radio', { name: 'Take Ola Berg’s: Resorts' }).check();
  await expect(dialog(page).getByRole('textbox', { name: 'Industry' })).toHaveValue('Resorts');
  await notice.getByRole('radio', { name: 'Keep mine: Hotels by the sea' }).check();
  await saved(page);

  await expect(fact(page, 'Industry')).toHaveText('Hotels by the sea');
  await expect(fact(page, 'Number of Locations')).toHaveText('7');
  await open(other, 'bayview-hotels');
  await expect(dialog(other).getByRole('textbox', { name: 'Executive Summary' })).toHaveValue(
    'Written by Pat.',
  );
  await expect(dialog(other).getByRole('textbox', { name: 'Industry' })).toHaveValue('Hotels by the sea');
  await other.context().close();
});

test('a viewer reads everything and changes nothing', async ({ page, browser, demo }) => {
  const viewer = await anotherUser(browser, demo, page, { name: 'Vic Reader', role: 'viewer' });
  await viewer.goto('/customers/bluestone-cpas');
  await expect(fact(viewer, 'Lifecycle stage')).toBeVisible();
  await expect(viewer.getByRole('region', { name: 'Contacts' })).toBeVisible();
  for (const name of ['Edit company profile', 'Actions', 'Add contact', 'Add company', /^(Edit|Remove) /])
    await expect(viewer.getByRole('button', { name })).toHaveCount(0);
  const answer = await viewer.request.patch('/api/v1/companies/bluestone-cpas/profile', {
    data: { industry: 'Mine' },
    headers: { origin: demo.url },
  });
  expect(answer.status()).toBe(403);
  await viewer.goto('/customers/bluestone-cpas/health');
  await expect(viewer.getByRole('heading', { name: 'Sentiment' })).toBeVisible();
  await expect(viewer.getByRole('combobox', { name: /points$/ })).toHaveCount(0);
  await expect(viewer.getByRole('button', { name: 'Override status' })).toHaveCount(0);
  await viewer.context().close();
});

test('the keyboard alone opens the dialog, changes a field, saves, and comes back to the icon', async ({
  page,
}) => {
  await page.goto('/customers/bluestone-brewing');
  await expect(edit(page)).toBeVisible();
  await tabTo(page, edit(page));
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('textbox', { name: 'Executive Summary' })).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Typed without a mouse.');
  await tabTo(page, dialog(page).getByRole('combobox', { name: 'Lifecycle stage' }));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await tabTo(page, save(page));
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByText('Typed without a mouse.')).toBeVisible();
  await expect(edit(page)).toBeFocused();
});

async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('the keyboard does not get there');
}

test('contacts are added, changed, counted, made the primary one, and removed', async ({ page, demo }) => {
  const made = await page.request.post('/api/v1/companies', {
    data: { name: 'Hand Made' },
    headers: { origin: demo.url },
  });
  expect(made.status()).toBe(201);
  await page.goto('/customers/hand-made');
  const contacts = page.getByRole('region', { name: 'Contacts' });
  await expect(contacts).toContainText('No contacts yet.');
  const form = page.getByRole('dialog');
  for (const [name, title] of [
    ['Ann Lee', 'Owner'],
    ['Bo Ray', 'Controller'],
  ] as const) {
    await contacts.getByRole('button', { name: 'Add contact' }).click();
    await form.getByLabel('Name').fill(name);
    await form.getByLabel('Title').fill(title);
    await form.getByLabel('E-mail').fill(`${title.toLowerCase()}@hand.example`);
    await form.getByLabel('Decision maker').setChecked(title === 'Owner');
    await form.getByRole('button', { name: 'Add contact' }).click();
    await expect(contacts.getByRole('row', { name: new RegExp(name) })).toContainText('Yes');
  }
  await expect(page.getByRole('tab', { name: /^Seats 2/ })).toBeVisible();
  await expect(contacts.getByRole('link', { name: 'owner@hand.example' })).toHaveAttribute(
    'href',
    /^mailto:/,
  );

  await contacts.getByRole('button', { name: 'Edit Bo Ray' }).click();
  await form.getByLabel('Active').uncheck();
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(contacts.getByRole('row', { name: /Bo Ray/ })).toContainText('No, inactive');
  await expect(contacts).toContainText('1 of 2 active');
  await expect(page.getByRole('tab', { name: /^Seats 1/ })).toBeVisible();

  await edit(page).click();
  await dialog(page).getByRole('combobox', { name: 'Primary Contact' }).click();
  await page.getByRole('option', { name: 'Ann Lee' }).click();
  await saved(page);
  await expect(contacts.getByRole('row', { name: /Ann Lee/ })).toContainText('Primary');
  await expect(fact(page, 'Primary Contact')).toContainText('Owner');

  await contacts.getByRole('button', { name: 'Remove Ann Lee' }).click();
  await form.getByRole('button', { name: 'Remove' }).click();
  await expect(contacts.getByRole('row', { name: /Ann Lee/ })).toHaveCount(0);
  await expect(fact(page, 'Primary Contact')).toHaveText('–');
});

test('two who change the same contact are both told; one who removes it is asked again', async ({
  page,
  browser,
  demo,
}) => {
  const other = await anotherUser(browser, demo, page, { name: 'Uma Holt', role: 'admin' });
  const [mine, theirs] = [page, other].map((one) => one.getByRole('region', { name: 'Contacts' }));
  const first = (region: Locator, what: RegExp) => region.getByRole('button', { name: what }).first();
  for (const one of [page, other]) await one.goto('/customers/bayview-pediatrics');
  await first(theirs!, /^Edit /).click();
  await first(mine!, /^Edit /).click();
  await other.getByRole('dialog').getByLabel('Title').fill('Head of everything');
  await other.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(theirs!).toContainText('Head of everything');
  await page.getByRole('dialog').getByLabel('E-mail').fill('new@bayview.example');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert')).toContainText('Title is now Head of everything');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(mine!).toContainText('Head of everything');
  await expect(mine!).toContainText('new@bayview.example');

  await first(theirs!, /^Remove /).click();
  await other.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(other.getByRole('alert')).toContainText('has changed this since you read it');
  await other.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(theirs!).not.toContainText('Head of everything');
  await other.context().close();
});
