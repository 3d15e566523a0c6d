import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { addQuarters, quarterOf } from '../../domain/recommendations/quarter.ts';
import { anotherUser } from './another-user.ts';
import { type Api, expect, test } from './small-workspace.ts';

const column = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Roadmap by quarter' }).getByRole('listitem', { name, exact: true });
const card = (page: Page, name: string, title: string) =>
  column(page, name).getByRole('listitem').filter({ hasText: title });
const handle = (page: Page, title: string) => page.getByRole('button', { name: `Move ${title}` });
const budgetRow = (page: Page, name: string) =>
  page
    .getByRole('region', { name: 'Budget by quarter and year' })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) });

/** The quarter so many after this one, as the API and as people write it. */
async function quarters(api: Api) {
  const me = (await api.get('/me')) as { workspace: { asOf: string } };
  const at = (count: number) => addQuarters(quarterOf(me.workspace.asOf), count);
  const name = (count: number) => at(count).split('-').reverse().join(' ');
  return { at, name };
}

test('a vCIO plans a client’s quarters by keyboard, menu and mouse, the budget follows, and the client is shown no more than theirs', async ({
  page,
  api,
  freshServer,
  browser,
}) => {
  const { at, name } = await quarters(api);
  const recommend = (title: string, count: number | null, more: object, mrr: number, oneTime: number) =>
    api.post('/companies/acme-dental/recommendations', {
      title,
      targetQuarter: count === null ? null : at(count),
      lines: [{ stackItem: null, mrr, oneTime }],
      ...more,
    });
  const { id: firewall } = await recommend('New firewall', 0, { winProbability: 50 }, 10_001, 100_000);
  await recommend('Cloud backup', 0, { priority: 'High', description: 'Kept for a year.' }, 2500, 0);
  await recommend('Left over', -1, {}, 0, 38_050);
  await recommend('Long done', -1, { status: 'Completed' }, 900, 0);
  await recommend('Turned down', 1, { status: 'Declined' }, 900, 0);
  await page.goto(`${freshServer.url}/customers/acme-dental/roadmap`);

  const now = `${name(0)}, now`;
  await expect(card(page, now, 'New firewall')).toContainText('$100.01 MRR$1,000.00 one-time');
  await expect(card(page, 'Earlier quarters', 'Left over')).toContainText(`Was planned for ${name(-1)}`);
  await expect(column(page, 'Earlier quarters').getByText('1 completed')).toBeVisible();
  await expect(page.getByText('Turned down')).toHaveCount(0);
  await expect(column(page, now).getByRole('row', { name: 'MRR' })).toHaveText('MRR$125.01$65.01');

  // a card opens the recommendation
  await card(page, now, 'Cloud backup').getByRole('link', { name: 'Cloud backup' }).click();
  await expect(page.getByRole('dialog').getByLabel('Description')).toHaveValue('Kept for a year.');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  // by keyboard: seen at once, the handle keeps the focus, and the last wish is what is saved
  await handle(page, 'New firewall').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await expect(card(page, name(1), 'New firewall')).toBeVisible();
  await expect(handle(page, 'New firewall')).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: `New firewall: ${name(1)}` })).toHaveCount(1);
  await expect.poll(async () => (await api.get(`/recommendations/${firewall}`)).targetQuarter).toBe(at(1));
  await expect(budgetRow(page, name(0))).toHaveText(`${name(0)}$25.00$0.00$25.00$75.00$75.00`);
  await expect(budgetRow(page, name(1))).toHaveText(`${name(1)}$100.01$1,000.00$125.01$375.03$1,375.03`);

  // by menu
  await page.getByRole('button', { name: 'More for Cloud backup' }).click();
  await page.getByRole('menuitem', { name: 'No quarter yet' }).click();
  await expect(card(page, 'No quarter yet', 'Cloud backup')).toBeVisible();
  await expect(budgetRow(page, 'No quarter yet')).toHaveText('No quarter yet$25.00$0.00');

  // by mouse; Escape lets go
  const drag = async (to: string) => {
    await card(page, 'Earlier quarters', 'Left over').getByText('Left over').hover();
    await page.mouse.down();
    const box = (await column(page, to).boundingBox())!;
    await page.mouse.move(box.x + 60, box.y + 100, { steps: 6 });
    await expect(column(page, to)).toHaveAttribute('data-over', 'yes');
  };
  await drag(name(2));
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(card(page, 'Earlier quarters', 'Left over')).toBeVisible();
  await drag(name(2));
  await page.mouse.up();
  await expect(card(page, name(2), 'Left over')).toBeVisible();
  await expect(column(page, 'Earlier quarters').getByText('Nothing is left open.')).toBeVisible();

  // another has moved it meanwhile: theirs stands until that is decided; what else they changed is no clash
  await page.route('**/companies/acme-dental/roadmap', (route) => route.abort());
  await api.patch(`/recommendations/${firewall}`, { targetQuarter: at(3), priority: 'Critical' });
  await handle(page, 'New firewall').focus();
  await page.keyboard.press('ArrowRight');
  const clash = page.getByRole('alert').filter({ hasText: 'New firewall was changed by somebody else' });
  await expect(clash).toContainText(`put it into ${name(3)}. You moved it to ${name(2)}.`);
  await expect(card(page, name(3), 'New firewall')).toBeVisible();
  await api.patch(`/recommendations/${firewall}`, { title: 'New firewalls' });
  await clash.getByRole('button', { name: `Move it to ${name(2)}` }).click();
  await expect(card(page, name(2), 'New firewalls')).toContainText('Critical');
  await expect(clash).toHaveCount(0);
  await page.unroute('**/companies/acme-dental/roadmap');

  // weighted, and what a quarter is made of
  await page.getByText('Weighted', { exact: true }).last().click();
  await expect(budgetRow(page, name(2))).toHaveText(`${name(2)}$50.01$728.30$50.01$150.03$878.33`);
  await budgetRow(page, name(2)).getByRole('button').click();
  await expect(page).toHaveURL(new RegExp(`weighing=weighted&period=${at(2)}`));
  const shares = page.getByRole('dialog', { name: `What ${name(2)} costs` });
  await expect(shares.getByRole('row').filter({ hasText: 'New firewalls' })).toContainText(
    '3$150.03$500.00$650.03',
  );
  await expect(shares.getByRole('row').last()).toHaveText(`${name(2)}$150.03$728.30$878.33`);
  await page.keyboard.press('Escape');

  // what the client is shown, on the screen and on paper
  await page.getByRole('link', { name: 'Client view' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Acme Dental' })).toBeVisible();
  const sheet = page.getByRole('main');
  await expect(sheet).toContainText('Harborlight IT');
  await expect(sheet.getByRole('region', { name: name(2) })).toContainText(
    '$100.01 a month · $1,000.00 once',
  );
  await expect(sheet.getByRole('region', { name: 'To be scheduled' })).toContainText('Kept for a year.');
  await expect(sheet.getByRole('region', { name: 'Completed' })).toContainText('Long done');
  await expect(budgetRow(page, name(2))).toHaveText(`${name(2)}$100.01$1,380.50$100.01$300.03$1,680.53`);
  await expect(sheet).not.toContainText(/Turned down|[Ww]eighted|%|MRR|Pat Lindqvist/);
  await page.getByRole('switch', { name: 'Descriptions' }).click();
  await expect(sheet).not.toContainText('Kept for a year.');
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Budget as CSV' }).click();
  const file = await downloading;
  expect(file.suggestedFilename()).toBe('Acme Dental budget.csv');
  expect(await readFile(await file.path(), 'utf8')).toContain(`${at(2)},Quarter,100.01,1380.5,`);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
  await expect(sheet).toBeVisible();
  await page.emulateMedia({ media: 'screen' });

  // who may only read moves nothing
  const viewer = await anotherUser(browser, freshServer, page, { name: 'Vera Lund', role: 'viewer' });
  await viewer.goto('/customers/acme-dental/roadmap');
  await expect(card(viewer, name(2), 'New firewalls')).toBeVisible();
  await expect(handle(viewer, 'New firewalls')).toHaveCount(0);
  await viewer.context().close();
});
