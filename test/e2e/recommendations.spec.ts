import type { Page } from '@playwright/test';
import { expect, test } from './northwind.ts';
import { patch, post } from './post.ts';

const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name });
const column = (page: Page, status: string) => page.getByRole('list', { name: new RegExp(`^${status}`) });
const card = (page: Page, status: string, title: string) =>
  column(page, status).getByRole('listitem').filter({ hasText: title });

async function pick(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

test('something is recommended line by line, moved through its statuses, and sets the cell once it is completed', async ({
  page,
  browser,
  northwind,
}) => {
  const { server } = northwind;
  const { id } = await post(page, server, '/companies', {
    name: 'Larch Legal',
    tags: ['Standard'],
    employeesOverride: 10,
  });
  await page.goto(`/customers/${id}`);
  await page
    .getByRole('navigation', { name: 'Customer Detail' })
    .getByRole('link', { name: 'Recommendations' })
    .click();
  await expect(page.getByRole('heading', { name: 'Nothing is recommended yet' })).toBeVisible();
  await page.getByRole('button', { name: 'Recommend something' }).click();

  // a line for a stack item begins with what it costs this company, and the money adds up while one types
  const recommend = dialog(page, 'Recommend');
  await recommend.getByRole('button', { name: 'Create' }).click();
  await expect(recommend.getByText('Give it a title')).toBeVisible();
  await recommend.getByRole('textbox', { name: 'Title' }).fill('Protect the inbox');
  await pick(page, 'Target quarter', 'Q1 2027');
  await recommend.getByRole('textbox', { name: 'Win probability' }).fill('50');
  await recommend.getByRole('button', { name: 'Add a line' }).click();
  await pick(page, 'Stack item of line 1', 'Email security');
  await expect(recommend.getByText('Uses nothing of it yet, should use Avanan · 0.0% aligned')).toBeVisible();
  await expect(recommend.getByRole('textbox', { name: 'MRR of Email security' })).toHaveValue('$40');
  await recommend.getByRole('button', { name: 'Add a line' }).click();
  await recommend.getByRole('textbox', { name: 'One-time of line 2' }).fill('900.50');
  await expect(recommend.getByLabel('What it comes to')).toContainText('MRR$40.00');
  await expect(recommend.getByLabel('What it comes to')).toContainText(
    'Weighted (50%)$20.00 MRR $500.25 one-time',
  );
  await recommend.getByRole('button', { name: 'Create' }).click();
  await expect(recommend).toBeHidden();
  const row = page.getByRole('row', { name: /^Protect the inbox/ });
  await expect(row).toContainText('Proposed');
  await expect(row).toContainText('$1,000.50');

  // on the board it goes on by keyboard, by mouse and by menu
  await page.getByText('Board', { exact: true }).click();
  await expect(card(page, 'Proposed', 'Protect the inbox')).toContainText('$40.00 MRR');
  await page.getByRole('button', { name: 'Move Protect the inbox' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(card(page, 'Planned', 'Protect the inbox')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Move Protect the inbox' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(card(page, 'In Progress', 'Protect the inbox')).toBeVisible();

  // somebody else was faster: their change stands, and is said
  const riley = await browser.newContext({ baseURL: server.url, storageState: northwind.riley });
  const other = await riley.newPage();
  await other.goto(`/customers/${id}/recommendations`);
  // just before this page's move arrives
  await page.route(
    /\/api\/v1\/recommendations\/[^/?]+$/,
    async (route) => {
      const path = new URL(route.request().url()).pathname.replace('/api/v1', '');
      await patch(other, server, path, { status: 'On Hold' });
      await route.continue();
    },
    { times: 1 },
  );
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('alert').filter({ hasText: 'was not moved' })).toContainText(
    'Riley Chen changed it meanwhile: it is now On Hold.',
  );
  await expect(card(page, 'On Hold', 'Protect the inbox')).toBeVisible();

  const held = (await card(page, 'On Hold', 'Protect the inbox').boundingBox())!;
  const target = (await page.locator('[data-column="In Progress"]').boundingBox())!;
  await page.mouse.move(held.x + 40, held.y + held.height - 12);
  await page.mouse.down();
  await page.mouse.move(target.x + target.width / 2, target.y + 120, { steps: 8 });
  await page.mouse.up();
  await expect(card(page, 'In Progress', 'Protect the inbox')).toBeVisible();

  await page.getByRole('button', { name: 'More for Protect the inbox' }).click();
  await page.getByRole('menuitem', { name: 'Completed' }).click();
  const complete = dialog(page, 'Complete: Protect the inbox');
  await expect(complete.getByRole('checkbox', { name: 'Email security' })).toBeChecked();
  await expect(complete).toContainText(
    'Nothing → Avanan · alignment 0.0% → 100.0% · opportunity of $40.00 MRR and $100.00 one-time gone',
  );
  await complete.getByRole('button', { name: 'Complete and set 1 cell' }).click();
  await expect(card(page, 'Completed', 'Protect the inbox')).toBeVisible();
  await page.getByRole('link', { name: 'Stack Alignment' }).last().click();
  await expect(
    page.getByRole('gridcell', { name: /^Current Product of Email security: Avanan/ }),
  ).toBeVisible();

  // the cell leads back to it
  await page.getByRole('button', { name: /^Recommendations for Email security/ }).click();
  await dialog(page, /Email security/)
    .getByRole('link', { name: 'Protect the inbox' })
    .click();
  const editor = dialog(page, 'Recommendation for Larch Legal');
  await expect(editor.getByRole('combobox', { name: 'Status' })).toHaveValue('Completed');
  await editor.getByRole('button', { name: 'Delete this recommendation' }).click();
  await dialog(page, 'Delete this recommendation?').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing is recommended yet' })).toBeVisible();
  await riley.close();
});

test('whoever may only read finds, narrows and opens recommendations of the portfolio, and changes nothing', async ({
  browser,
  northwind,
}) => {
  const context = await browser.newContext({
    baseURL: northwind.server.url,
    storageState: northwind.vera,
  });
  const page = await context.newPage();
  await page.goto('/dashboard');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Recommendations' }).click();
  await expect(page.getByRole('row', { name: /^Security uplift/ }).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Recommend', exact: true })).toHaveCount(0);
  await page.getByRole('searchbox', { name: 'Find a title or company' }).fill('kaur');
  await expect(page.getByRole('row', { name: /^Security uplift/ })).toHaveCount(1);
  await page.getByRole('button', { name: 'Filters' }).click();
  await page.getByRole('combobox', { name: 'Status' }).click();
  await page.getByRole('option', { name: 'Planned' }).click();
  await expect(page.getByRole('heading', { name: 'No recommendation fits these filters' })).toBeVisible();
  await expect(page).toHaveURL(/search=kaur&status=Planned/);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Filters (2)' })).toBeVisible();
  await page.getByRole('heading', { name: 'No recommendation fits' }).waitFor();
  await page.getByRole('button', { name: 'Clear filters' }).last().click();
  await page.getByText('Board', { exact: true }).click();
  await expect(card(page, 'Proposed', 'Kauri')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Move / })).toHaveCount(0);
  await card(page, 'Proposed', 'Kauri').getByRole('link', { name: 'Security uplift' }).click();
  await expect(dialog(page, 'Security uplift')).toContainText('For Kauri');
  await expect(dialog(page, 'Security uplift')).toContainText('Nothing is priced yet.');
  await context.close();
});
