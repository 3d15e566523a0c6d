import type { Browser, BrowserContextOptions, Locator, Page } from '@playwright/test';
import { expect, test } from './northwind.ts';

const grid = (page: Page): Locator => page.getByRole('grid');

/** A cell by its column and service; what it says follows in its name. */
const cell = (page: Page, column: string, service: string): Locator =>
  grid(page).getByRole('gridcell', { name: new RegExp(`^${column} of ${service}: `) });

const box = (page: Page, column: string, service: string): Locator =>
  grid(page).getByRole('checkbox', { name: new RegExp(`^${column}: ${service}(,|$)`) });

const slider = (page: Page, service: string): Locator =>
  grid(page).getByRole('slider', { name: `Alignment: ${service}` });

const notesOf = (page: Page, service: string): Locator =>
  grid(page).getByRole('button', { name: new RegExp(`^Notes about ${service}:`) });

const total = (page: Page, term: string): Locator =>
  page
    .getByLabel('Totals', { exact: true })
    .locator('div', { has: page.getByText(term, { exact: true }) })
    .locator('dd');

const status = (page: Page): Locator =>
  page.getByRole('region', { name: 'Stack Alignment' }).getByRole('status');

async function openGrid(page: Page, company: string): Promise<void> {
  await page.goto(`/customers/${company}/alignment`);
  await expect(grid(page)).toBeVisible();
}

/** Another person's browser on the same grid. */
async function secondBrowser(
  browser: Browser,
  url: string,
  storageState: BrowserContextOptions['storageState'],
  company: string,
): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, ...(storageState ? { storageState } : {}) });
  const page = await context.newPage();
  await openGrid(page, company);
  return page;
}

test('a tag makes a service applicable; another is made so by hand, and only then can be edited', async ({
  page,
}) => {
  await page.goto('/customers/acme');
  await page
    .getByRole('navigation', { name: 'Customer Detail' })
    .getByRole('link', { name: 'Stack Alignment' })
    .click();
  await expect(box(page, 'Applicable', 'Email security')).toBeChecked();
  await expect(box(page, 'Applicable', 'Email security')).toHaveAccessibleName(/by tag$/);
  await expect(box(page, 'Agreement Inclusion', 'Email security')).toBeChecked();
  await expect(box(page, 'Agreement Inclusion', 'Endpoint detection')).not.toBeChecked();

  const print = box(page, 'Applicable', 'Print management');
  await expect(print).not.toBeChecked();
  await expect(box(page, 'Agreement Inclusion', 'Print management')).toBeDisabled();
  await cell(page, 'Provider', 'Print management').click();
  await page.keyboard.type('Bay Net');
  await expect(status(page)).toHaveText('Check Applicable of Print management first');
  await expect(cell(page, 'Provider', 'Print management')).toHaveAccessibleName(/: none$/);

  await expect(total(page, 'Applicable')).toHaveText('3 of 4 items');
  await print.check();
  await expect(print).toHaveAccessibleName(/by hand$/);
  await expect(total(page, 'Applicable')).toHaveText('4 of 4 items');
  await expect(total(page, 'MRR Opportunity')).toHaveText('$160.00');
  await cell(page, 'Provider', 'Print management').click();
  await page.keyboard.type('Bay Net');
  await page.keyboard.press('Enter');
  await expect(cell(page, 'Provider', 'Print management')).toHaveText('Bay Net');

  await print.uncheck();
  await expect(total(page, 'MRR Opportunity')).toHaveText('$150.00');
  await expect(cell(page, 'Provider', 'Print management')).toHaveText('Bay Net');
  await page.getByRole('button', { name: 'Reset Applicable of Print management' }).click();
  await expect(print).toHaveAccessibleName('Applicable: Print management');
});

test('the note icon turns from green to blue with the number of notes; each note is deleted by itself', async ({
  page,
}) => {
  await openGrid(page, 'birch');
  const icon = notesOf(page, 'Endpoint detection');
  const colour = () => icon.evaluate((element) => getComputedStyle(element).color);
  const green = await colour();
  await icon.click();
  const dialog = page.getByRole('dialog', { name: 'Notes about Endpoint detection' });
  await expect(dialog).toContainText('Watches every device');
  const script = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
  await dialog.getByRole('textbox').fill(script);
  await dialog.getByRole('button', { name: 'Another note' }).click();
  await dialog.getByRole('textbox').last().fill('מדברים עם בזק 🛰️ ﷽');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(icon).toHaveText('2');
  expect(await colour()).not.toBe(green);

  await icon.hover();
  await expect(page.getByRole('tooltip')).toContainText(script);
  await expect(page.getByRole('tooltip')).toContainText('Dana Reyes');
  await icon.click();
  const saved = dialog.getByRole('list', { name: 'Saved notes' }).getByRole('listitem');
  await expect(saved).toHaveCount(2);
  await expect(saved.first()).toContainText('מדברים עם בזק 🛰️ ﷽');
  await expect(saved.last()).toContainText(script);
  await expect(page).toHaveTitle(/^Birch: Stack Alignment/);

  await saved
    .first()
    .getByRole('button', { name: /^Delete the note/ })
    .click();
  await saved.first().getByRole('button', { name: 'Delete for good' }).click();
  await expect(saved).toHaveCount(1);
  await dialog.getByRole('textbox').fill('x'.repeat(1_000_000));
  await expect(dialog).toContainText('A note has at most 100,000 characters');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.keyboard.press('Escape');
  await expect(dialog).toContainText('What you wrote is not saved yet.');
  await dialog.getByRole('button', { name: 'Discard what I wrote' }).click();
  await expect(icon).toHaveText('1');
});

test('products, slider and price book: what is used and what should be make the figures', async ({
  page,
}) => {
  await openGrid(page, 'cedar');
  const mrr = cell(page, 'MRR Opportunity', 'Email security');
  await expect(mrr).toHaveAccessibleName(/\$40\.00, from the price book$/);
  await expect(total(page, 'Alignment')).toHaveText('0.0%');

  await cell(page, 'Current Product', 'Email security').click();
  await page.getByRole('option', { name: /^Proofpoint/ }).click();
  await expect(cell(page, 'Current Product', 'Email security')).toHaveAccessibleName(
    /Proofpoint, set by hand$/,
  );
  await expect(slider(page, 'Email security')).toHaveAttribute(
    'aria-valuetext',
    '50%, Partly aligned, by product',
  );
  await expect(total(page, 'Alignment')).toHaveText('16.7%');
  await expect(mrr).toHaveText('$40.00');

  await cell(page, 'Current Product', 'Email security').click();
  await page.getByRole('combobox', { name: 'Current Product of Email security' }).fill('Barracuda 🐟 <b>');
  await page.getByRole('option', { name: /^Add “Barracuda 🐟 <b>”/ }).click();
  await expect(cell(page, 'Current Product', 'Email security')).toHaveText('Barracuda 🐟 <b>');
  await expect(slider(page, 'Email security')).toHaveAttribute('aria-valuetext', /^0%, Not aligned/);

  await cell(page, 'Opportunity', 'Email security').click();
  await expect(page.getByRole('option')).toHaveText([
    /^Avanan/,
    /^Barracuda/,
    /^Proofpoint/,
    /^By the rules/,
  ]);
  await page.getByRole('option', { name: /^Barracuda/ }).click();
  await expect(mrr).toHaveAccessibleName(/: none$/);
  await page.getByRole('button', { name: 'Reset Opportunity of Email security' }).click();
  await expect(mrr).toHaveText('$40.00');

  await dragTo(page, slider(page, 'Email security'), 0.8);
  await expect(slider(page, 'Email security')).toHaveAttribute(
    'aria-valuetext',
    /^8\d%, Aligned, set by hand$/,
  );
  await expect(mrr).toHaveAccessibleName(/: none$/);
  await expect(total(page, 'MRR Opportunity')).toHaveText('$110.00');
  await expect(total(page, 'Gaps')).toHaveText('2');
  await page.getByRole('button', { name: 'Reset Alignment of Email security' }).click();
  await expect(total(page, 'MRR Opportunity')).toHaveText('$150.00');
  await expect(page.getByRole('tab', { name: /^MRR opportunity \$150\.00/ })).toBeVisible();
});

test('a typed amount stands, as typed, until it is reset to what is derived', async ({ page }) => {
  await openGrid(page, 'dogwood');
  const oneTime = cell(page, 'One-time \\(NRR\\) Opportunity', 'Endpoint detection');
  await expect(oneTime).toHaveAccessibleName(/\$250\.00, from the price book$/);
  await oneTime.click();
  await page.keyboard.type('1,200.5');
  await page.keyboard.press('Enter');
  await expect(oneTime).toHaveAccessibleName(/\$1,200\.50, set by hand$/);
  await expect(total(page, 'One-time (NRR) Opportunity')).toHaveText('$1,300.50');
  await oneTime.hover();
  await expect(page.getByRole('tooltip')).toContainText('Typed by hand');
  await page.getByRole('button', { name: 'Reset One-time (NRR) Opportunity of Endpoint detection' }).click();
  await expect(oneTime).toHaveAccessibleName(/\$250\.00, from the price book$/);
  await expect(total(page, 'One-time (NRR) Opportunity')).toHaveText('$350.00');
  await expect(grid(page).getByText('Dana Reyes')).toHaveCount(1);

  for (const amount of ['1000000000000000', '-5', '1e9', 'lots']) {
    await oneTime.click();
    await page.keyboard.type(amount);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toContainText(`“${amount}” is no amount`);
    await page.keyboard.press('Escape');
    await expect(oneTime).toHaveText('$250.00');
  }
  await slider(page, 'Endpoint detection').focus();
  await page.keyboard.type('101');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('alert')).toHaveText('“101” is no alignment: type a number from 0 to 100.');
  await page.getByRole('searchbox', { name: 'Search the stack' }).click();
  await expect(page.getByText('Endpoint detection was not changed')).toBeVisible();
  await expect(slider(page, 'Endpoint detection')).toHaveAttribute('aria-valuetext', /^0%/);
});

test('recommendations are created, linked and unlinked in place, and move the opportunity', async ({
  page,
}) => {
  await openGrid(page, 'elm');
  const links = grid(page).getByRole('button', { name: /^Recommendations for Server backup/ });
  const mrr = cell(page, 'MRR Opportunity', 'Server backup');
  await expect(mrr).toHaveText('$60.00');
  await links.click();
  const dialog = page.getByRole('dialog', { name: 'Recommendations for Server backup' });
  await dialog.getByRole('button', { name: 'Create and link' }).click();
  await expect(dialog.getByText('Give it a title')).toBeVisible();
  await dialog.getByLabel('Title').fill('Move to Datto 💾');
  await dialog.getByLabel('MRR', { exact: true }).fill('75.25');
  await dialog.getByLabel('One-time (NRR)').fill('900');
  await dialog.getByLabel('Win probability (%)').fill('75');
  await dialog.getByRole('button', { name: 'Create and link' }).click();
  const linked = dialog.getByRole('list', { name: 'Linked recommendations' }).getByRole('listitem');
  await expect(linked).toContainText(['Move to Datto 💾']);
  await expect(dialog).toContainText('Opportunity now: MRR $75.25 (from recommendations), one-time $900.00');

  await dialog.getByText('Link an existing one').click();
  await dialog.getByRole('combobox', { name: 'Recommendation' }).click();
  await page.getByRole('option', { name: 'Security uplift' }).click();
  await dialog.getByLabel('MRR', { exact: true }).fill('10');
  await dialog.getByRole('button', { name: 'Link', exact: true }).click();
  await expect(linked).toHaveCount(2);
  await page.keyboard.press('Escape');
  await expect(links).toHaveAccessibleName(/: 2 open$/);
  await expect(mrr).toHaveAccessibleName(/\$85\.25, from recommendations$/);
  await expect(total(page, 'MRR Opportunity')).toHaveText('$175.25');
  await mrr.hover();
  await expect(page.getByRole('tooltip')).toContainText('Move to Datto 💾: $75.25, won with 75%');

  await links.click();
  for (const title of ['Move to Datto 💾', 'Security uplift'])
    await dialog.getByRole('button', { name: `Unlink ${title}` }).click();
  await expect(dialog).toContainText('No recommendation is linked yet.');
  await page.keyboard.press('Escape');
  await expect(mrr).toHaveAccessibleName(/\$60\.00, from the price book$/);
});

test('the keyboard alone walks, edits and undoes', async ({ page }) => {
  await openGrid(page, 'fir');
  await page.getByRole('button', { name: 'Keys of the grid' }).focus();
  await page.keyboard.press('Tab');
  // the box that selects all, then the cell where the cursor stands
  await page.keyboard.press('Tab');
  await expect(notesOf(page, 'Email security')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(box(page, 'Applicable', 'Email security')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(box(page, 'Applicable', 'Email security')).not.toBeChecked();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('proof');
  await page.keyboard.press('Enter');
  await expect(cell(page, 'Current Product', 'Email security')).toHaveText('Proofpoint');
  await expect(cell(page, 'Current Product', 'Endpoint detection')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(cell(page, 'Current Product', 'Endpoint detection')).toHaveText('SentinelOne');

  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(slider(page, 'Server backup')).toBeFocused();
  await page.keyboard.press('F2');
  await page.keyboard.press('PageUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Tab');
  await expect(slider(page, 'Server backup')).toHaveAttribute('aria-valuetext', /^11%/);
  await expect(box(page, 'Agreement Inclusion', 'Server backup')).toBeFocused();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(cell(page, 'Provider', 'Email security')).toBeFocused();
  await page.keyboard.type('Bay Net');
  await page.keyboard.press('Escape');
  await expect(cell(page, 'Provider', 'Email security')).toBeFocused();
  await expect(cell(page, 'Provider', 'Email security')).toHaveText('–');

  await page.keyboard.press('Control+z');
  await expect(status(page)).toHaveText('Undone: Alignment of Server backup');
  await expect(slider(page, 'Server backup')).toHaveAttribute('aria-valuetext', /^0%.*by product$/);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(cell(page, 'Current Product', 'Email security')).toHaveText('–');
  await page.keyboard.press('Control+z');
  await expect(box(page, 'Applicable', 'Email security')).not.toBeChecked();
  await page.keyboard.press('Control+z');
  await expect(box(page, 'Applicable', 'Email security')).toHaveAccessibleName(/by tag$/);
  await expect(page.getByRole('button', { name: 'Undo the last change' })).toBeDisabled();

  await page.keyboard.press('End');
  await page.keyboard.press('Tab');
  await expect(grid(page).locator(':focus')).toHaveCount(0);
});

test('two people on one cell: both are told, and neither loses anything unasked', async ({
  page,
  browser,
  northwind,
}) => {
  await openGrid(page, 'gum');
  const riley = await secondBrowser(browser, northwind.server.url, northwind.riley, 'gum');
  const set = async (who: Page, percent: string) => {
    await slider(who, 'Endpoint detection').focus();
    await who.keyboard.type(percent);
    await who.keyboard.press('Enter');
  };
  await set(page, '40');
  await expect(status(page)).toHaveText('Everything is saved');
  await set(riley, '90');
  const clash = riley.getByRole('dialog', { name: 'Dana Reyes changed Endpoint detection at the same time' });
  await expect(clash.getByRole('row', { name: 'Alignment 40.0% 90.0%' })).toBeVisible();
  await clash.getByRole('button', { name: 'Save mine' }).click();
  await expect(slider(riley, 'Endpoint detection')).toHaveAttribute('aria-valuetext', /^90%/);
  // Dana's browser looks for news by itself
  await expect(page.getByText('Riley Chen changed what you had set')).toBeVisible();
  await expect(page.getByText('Alignment of Endpoint detection is now 90.0% (was 40.0%)')).toBeVisible();
  await expect(slider(page, 'Endpoint detection')).toHaveAttribute('aria-valuetext', /^90%/);

  // different fields of one cell: both stand, and the second is told
  await box(riley, 'Threat', 'Email security').check();
  await expect(status(riley)).toHaveText('Everything is saved');
  await cell(page, 'Provider', 'Email security').click();
  await page.keyboard.type('Bay Net');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Riley Chen changed Email security at the same time')).toBeVisible();
  await expect(box(page, 'Threat', 'Email security')).toBeChecked();
  await page.reload();
  await expect(cell(page, 'Provider', 'Email security')).toHaveText('Bay Net');
  await expect(box(page, 'Threat', 'Email security')).toBeChecked();
  await expect(page.getByRole('region', { name: 'Threats' })).toContainText('Bay Net (Email security)');
  await riley.context().close();
});

test('what cannot be saved stays in sight until it is tried again or given up', async ({ page, context }) => {
  await openGrid(page, 'hazel');
  await context.setOffline(true);
  await box(page, 'Threat', 'Server backup').check();
  await cell(page, 'MRR Opportunity', 'Server backup').click();
  await page.keyboard.type('77');
  await page.keyboard.press('Enter');
  const alert = page.getByRole('alert').filter({ hasText: 'not saved' });
  await expect(alert).toContainText('2 changes are not saved');
  await expect(alert).toContainText('MRR Opportunity to $77.00. The server cannot be reached.');
  await expect(cell(page, 'MRR Opportunity', 'Server backup')).toHaveText('$77.00');
  await page.getByRole('link', { name: 'Contracts' }).click();
  await page
    .getByRole('dialog', { name: 'Leave with changes that are not saved?' })
    .getByRole('button', { name: 'Cancel' })
    .click();

  await context.setOffline(false);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(alert).toBeHidden();
  await expect(total(page, 'MRR Opportunity')).toHaveText('$167.00');
  await page.reload();
  await expect(box(page, 'Threat', 'Server backup')).toBeChecked();

  await context.setOffline(true);
  await box(page, 'Threat', 'Server backup').uncheck();
  await alert.getByRole('button', { name: 'Give up' }).click();
  await expect(box(page, 'Threat', 'Server backup')).toBeChecked();
  await context.setOffline(false);
});

test('rows are found, grouped and set together; what has just been edited stays in sight', async ({
  page,
}) => {
  await openGrid(page, 'ivy');
  await page.getByText('By category').click();
  await expect(page).toHaveURL(/group=category/);
  await expect(grid(page).getByRole('gridcell', { name: 'Security 2 items' })).toBeVisible();
  await page.getByText('By tag').click();
  await expect(grid(page).getByRole('rowheader', { name: /^Server backup/ })).toHaveCount(2);
  await page.getByText('No groups').click();
  await page.getByRole('searchbox', { name: 'Search the stack' }).fill('sentinel');
  await expect(grid(page).getByRole('rowheader')).toHaveCount(1);
  await page.getByRole('searchbox', { name: 'Search the stack' }).fill('');
  await page.getByRole('switch', { name: 'Only gaps' }).click();
  await expect(grid(page).getByRole('rowheader')).toHaveCount(3);
  await slider(page, 'Email security').focus();
  await page.keyboard.type('100');
  await page.keyboard.press('Enter');
  await expect(total(page, 'Gaps')).toHaveText('2');
  await expect(grid(page).getByRole('rowheader')).toHaveCount(3);
  await page.getByRole('switch', { name: 'Only gaps' }).click();

  await page.getByRole('checkbox', { name: 'Select Email security' }).check();
  await page.getByRole('checkbox', { name: 'Select Print management' }).click({ modifiers: ['Shift'] });
  const bulk = page.getByRole('form', { name: 'Set in the selected rows' });
  await expect(bulk).toContainText('4 rows selected.');
  await bulk.getByRole('combobox', { name: 'Set' }).fill('alignment: a per');
  await page.getByRole('option', { name: 'Alignment: a percentage' }).click();
  await expect(bulk).toContainText('1 is not applicable and will stay as it is.');
  await bulk.getByLabel('To').fill('101');
  await bulk.getByRole('button', { name: 'Set in 3 rows' }).click();
  await expect(bulk).toContainText('“101” is no alignment');
  await bulk.getByLabel('To').fill('35');
  await bulk.getByRole('button', { name: 'Set in 3 rows' }).click();
  await expect(total(page, 'Alignment')).toHaveText('35.0%');
  await page.getByRole('button', { name: 'Undo the last change' }).click();
  await expect(total(page, 'Alignment')).toHaveText('33.3%');
  await expect(status(page)).toHaveText('Undone: Alignment of 3 rows');
});

test('a viewer sees everything and can change nothing', async ({ browser, northwind }) => {
  const vera = await secondBrowser(browser, northwind.server.url, northwind.vera, 'juniper');
  await expect(box(vera, 'Applicable', 'Email security')).toBeDisabled();
  await expect(vera.getByRole('checkbox', { name: /^Select/ })).toHaveCount(0);
  await expect(vera.getByRole('slider', { name: 'Alignment: Email security' })).toBeDisabled();
  await cell(vera, 'MRR Opportunity', 'Email security').click();
  await vera.keyboard.type('5');
  await expect(grid(vera).getByRole('textbox')).toHaveCount(0);
  await vera.keyboard.press('ArrowDown');
  await expect(cell(vera, 'MRR Opportunity', 'Endpoint detection')).toBeFocused();
  await notesOf(vera, 'Email security').click();
  const dialog = vera.getByRole('dialog', { name: 'Notes about Email security' });
  await expect(dialog).toContainText('There are no notes yet.');
  await expect(dialog.getByRole('textbox')).toHaveCount(0);
  await vera.context().close();
});

test('on a phone a finger edits: the service stays in sight, and the alignment has a wide slider', async ({
  browser,
  northwind,
}) => {
  const context = await browser.newContext({
    baseURL: northwind.server.url,
    storageState: northwind.dana,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  await openGrid(page, 'kauri');
  await cell(page, 'MRR Opportunity', 'Server backup').tap();
  await page.getByRole('textbox', { name: 'MRR Opportunity of Server backup' }).fill('99');
  await page.keyboard.press('Enter');
  await expect(cell(page, 'MRR Opportunity', 'Server backup')).toHaveText('$99.00');
  await expect(grid(page).getByRole('rowheader', { name: /^Server backup/ })).toBeInViewport();

  await grid(page).locator('[data-column="alignment"]').nth(2).tap();
  const wide = page.getByRole('slider', { name: 'Alignment of Server backup' });
  await wide.fill('70');
  await page.getByRole('textbox', { name: 'Alignment of Server backup' }).press('Enter');
  await expect(slider(page, 'Server backup')).toHaveAttribute('aria-valuetext', /^70%, Aligned/);
  await context.close();
});

/** Drags a slider's thumb with the mouse, to a share of its track. */
async function dragTo(page: Page, track: Locator, share: number): Promise<void> {
  const bounds = (await track.boundingBox())!;
  const y = bounds.y + bounds.height / 2;
  await page.mouse.move(bounds.x + 7, y);
  await page.mouse.down();
  await page.mouse.move(bounds.x + bounds.width * share, y, { steps: 5 });
  await page.mouse.up();
}
