import type { Locator, Page } from '@playwright/test';
import { card, cents, chart, expect, test } from './harborlight.ts';

test.describe('filters', () => {
  test('narrow all six elements, turn the funnel green with their number, and can be cleared', async ({
    page,
  }) => {
    await page.goto('/dashboard');
    await expect(page.getByText('145 companies')).toBeVisible();
    const funnel = page.getByRole('button', { name: /^Filters:/ });
    await expect(funnel).toHaveAccessibleName('Filters: no filter applied');

    await funnel.click();
    await pick(page, 'Health', 'At risk');
    await pick(page, 'Tags', 'Premium');
    await expect(funnel).toHaveAccessibleName('Filters: 2 filters applied');
    await expect(page).toHaveURL(/health=At\+risk/);
    await expect(page).toHaveURL(/tag=Premium/);
    await expect(page.getByText('145 companies')).toBeHidden();

    const narrowed = await page
      .getByText(/\d+ compan/)
      .first()
      .textContent();
    await funnel.click();
    await expect(page.getByRole('region', { name: 'Filters' })).toBeHidden();
    await funnel.hover();
    await expect(page.getByText('Health: At risk')).toBeVisible();
    await expect(page.getByText('Tags: Premium')).toBeVisible();
    await expect(page.getByText(narrowed ?? '').first()).toBeVisible();

    await page.reload();
    await expect(page.getByText(narrowed ?? '').first()).toBeVisible();
    await funnel.click();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect(page.getByText('145 companies')).toBeVisible();
    await expect(page).not.toHaveURL(/health=/);
  });

  test('a link with values that mean nothing says so, leaves them out and shows the rest', async ({
    page,
  }) => {
    await page.goto('/dashboard?health=At+risk&company=nobody&rank=luck');
    const notice = page.getByRole('alert').filter({ hasText: 'means nothing here' });
    await expect(notice).toContainText('company: nobody, rank: luck');
    await expect(page).toHaveURL(/\/dashboard\?health=At\+risk$/);
  });

  test('when no company passes, the page says so and offers to clear', async ({ page }) => {
    await page.goto('/dashboard?segment=not_placed&health=Satisfactory&tag=Cloud&tag=Co-managed');
    await expect(page.getByRole('heading', { name: 'No company passes these filters' })).toBeVisible();
    await page.getByRole('button', { name: 'Clear filters' }).last().click();
    await expect(card(page, 'Customer Segments')).toBeVisible();
  });
});

test.describe('behind the figures', () => {
  test('the rows of a health slice: as many as the chart says, their sum at the bottom', async ({ page }) => {
    await page.goto('/dashboard');
    await asTable(page, 'Opportunity by Health');
    const row = card(page, 'Opportunity by Health').getByRole('row', { name: /^At risk/ });
    const [mrr, oneTime, total] = await amounts(row);
    await row.getByRole('button').click();
    await expectSum(page, 'Opportunity', total);
    await expectSum(page, 'MRR opp.', mrr);
    await expectSum(page, 'One-time opp.', oneTime);
    await expect(page.getByRole('link', { name: 'Download CSV' })).toHaveAttribute(
      'href',
      /rows\.csv\?.*slice=At\+risk/,
    );
  });

  test('the rows of a stack item within its tag', async ({ page }) => {
    await page.goto('/dashboard');
    await asTable(page, 'Stack Opportunity');
    const row = card(page, 'Stack Opportunity').getByRole('row').nth(3);
    const [, , total] = await amounts(row);
    await row.getByRole('button').click();
    await expectSum(page, 'Opportunity', total);
  });

  test('the contracts behind a company’s current MRR', async ({ page }) => {
    await page.goto('/dashboard?rank=mrr');
    await chart(page, 'Stack by Customer').focus();
    await page.keyboard.press('ArrowRight');
    const said = await card(page, 'Stack by Customer').locator('[aria-live]').textContent();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toContainText('MRR');
    await expectSum(page, 'Amount', cents(said ?? ''));
  });

  test('rows can be sorted, lead to their company, and stay in the address', async ({ page }) => {
    await page.goto('/dashboard?element=health&slice=At+risk');
    const table = page.getByRole('dialog').getByRole('table');
    await table.getByRole('button', { name: 'Company' }).click();
    const names = await table.getByRole('link').allTextContents();
    expect(names.length).toBeGreaterThan(3);
    expect(names).toEqual([...names].sort());
    await table.getByRole('link').first().click();
    await expect(page.getByRole('heading', { level: 1, name: names[0] ?? '' })).toBeVisible();
  });

  test('Escape closes the rows', async ({ page }) => {
    await page.goto('/dashboard?element=health&slice=At+risk');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page).toHaveURL(/\/dashboard$/);
  });
});

test.describe('the charts', () => {
  test('are walked with the keyboard; Enter on a dot opens its company', async ({ page }) => {
    await page.goto('/dashboard');
    await chart(page, 'Customer Segments').focus();
    const said = card(page, 'Customer Segments').locator('[aria-live]');
    await page.keyboard.press('ArrowRight');
    await expect(said).toContainText(/: MRR \$.*Effort \d+/);
    const first = await said.textContent();
    await page.keyboard.press('ArrowRight');
    await expect(said).not.toHaveText(first ?? '');
    await page.keyboard.press('ArrowLeft');
    await expect(said).toHaveText(first ?? '');
    await page.keyboard.press('Escape');
    await expect(said).toBeEmpty();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText((first ?? '').split(':')[0] ?? '');
  });

  test('Health: the middle counts the companies of the status that is hovered; clicking opens them', async ({
    page,
  }) => {
    await page.goto('/dashboard');
    const health = card(page, 'Health');
    await expect(health.locator('svg text', { hasText: /^145$/ })).toBeVisible();
    const slice = health.locator('svg path[fill="#D55E00" i]').first();
    const box = await slice.boundingBox();
    if (!box) throw new Error('The slice "At risk" is not drawn');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await expect(health.locator('svg text', { hasText: /^145$/ })).toHaveCount(0);
    await page.mouse.click(x, y);
    await expect(page.getByRole('dialog')).toContainText('At risk');
  });

  test('Customer Segments: value per seat, size by employees and the counts of the quadrants', async ({
    page,
  }) => {
    await page.goto('/dashboard');
    await page.getByRole('button', { name: 'Customer Segments: options' }).click();
    await page.getByText('Value per seat').click();
    await page.getByRole('switch', { name: 'Size by relative number of employees' }).click();
    await expect(page).toHaveURL(/value=perSeat/);
    await expect(page).toHaveURL(/size=employees/);
    await page.keyboard.press('Escape');
    const notPlaced = card(page, 'Customer Segments').getByRole('button', { name: /^Not placed:/ });
    const count = Number(/\d+/.exec((await notPlaced.getAttribute('aria-label')) ?? '')?.[0]);
    await notPlaced.click();
    await expect(page.getByRole('dialog').getByRole('rowheader')).toHaveText(new RegExp(`^${count} compan`));
  });

  test('Stack by Customer: the rank is chosen; the tiles split MRR and one-time', async ({ page, demo }) => {
    await page.request.post('/api/v1/me/recent-companies', {
      data: { company: 'rosewood-law-group' },
      headers: { origin: demo.url },
    });
    await page.goto('/dashboard');
    await page.getByRole('combobox', { name: 'Top ten by' }).click();
    await page.getByRole('option', { name: 'Least aligned' }).click();
    await expect(page).toHaveURL(/rank=alignment/);
    const tile = page.getByRole('button', { name: /^Opportunity of Rosewood Law Group:/ });
    await tile.hover();
    const split = await page.getByRole('tooltip').textContent();
    const [mrr, oneTime] = (split ?? '').split('·').map(cents);
    expect((mrr ?? 0) + (oneTime ?? 0)).toBe(cents((await tile.textContent()) ?? ''));
  });

  test('Stack Opportunity: weighted counts less', async ({ page }) => {
    await page.goto('/dashboard');
    await asTable(page, 'Stack Opportunity');
    const all = card(page, 'Stack Opportunity').getByRole('row', { name: /^Everything/ });
    const [, , before = 0] = await amounts(all);
    await page.getByRole('button', { name: 'Stack Opportunity: options' }).click();
    await page.getByRole('switch', { name: 'Weighted' }).click();
    await expect(page).toHaveURL(/weighted=true/);
    await expect.poll(async () => (await amounts(all))[2]).toBeLessThan(before);
  });
});

test('a view is saved under a name, chosen, renamed and deleted', async ({ page }) => {
  await page.goto('/dashboard?health=At+risk&value=perSeat');
  const menu = page.getByRole('button', { name: /^Saved views/ });
  await menu.click();
  await page.getByRole('textbox', { name: 'Save this view as' }).fill('Red ones');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(menu).toHaveText('Red ones');

  await page.goto('/dashboard');
  await menu.click();
  await page.getByRole('button', { name: 'Red ones', exact: true }).click();
  await expect(page).toHaveURL(/health=At\+risk&value=perSeat/);

  await menu.click();
  await page.getByRole('button', { name: 'Rename Red ones' }).click();
  await page.getByRole('textbox', { name: 'New name of Red ones' }).fill('At risk, per seat');
  await page.getByRole('button', { name: 'Rename', exact: true }).click();
  await expect(menu).toHaveText('At risk, per seat');
  await page.getByRole('button', { name: 'Delete At risk, per seat' }).click();
  await expect(menu).toHaveText('Views');
});

async function pick(page: Page, filter: string, value: string): Promise<void> {
  await page.getByRole('combobox', { name: filter, exact: true }).click();
  await page.getByRole('option', { name: value, exact: true }).click();
  await page.keyboard.press('Escape');
}

async function asTable(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: `${title} as table` }).click();
}

async function amounts(row: Locator): Promise<number[]> {
  const cells = await row.getByRole('cell').allTextContents();
  return cells.filter((text) => text.includes('$')).map(cents);
}

/** The column's rows add up to what stands at its bottom, which is the figure that was opened. */
async function expectSum(page: Page, column: string, figure: number | undefined): Promise<void> {
  const table = page.getByRole('dialog').getByRole('table');
  await expect(table).toBeVisible();
  const headers = await table.getByRole('columnheader').allTextContents();
  const at = headers.indexOf(column);
  const bottom = await table.locator('tfoot tr > *').nth(at).textContent();
  expect(cents(bottom ?? '')).toBe(figure);
}
