import type { Page } from '@playwright/test';
import { type FakeConnectWise, startFakeConnectWise } from '../psa/connectwise/fake.ts';
import { faultsOf, noFaults } from '../psa/faults.ts';
import { generateTenant, putRecord, TENANT_SIZES } from '../psa/tenant.ts';
import { trueMrr } from '../psa/truth.ts';
import { expectAccessible } from './expect-accessible.ts';
import { ADMIN } from './harborlight.ts';
import { test as base, type RunningServer, startServer } from './server.ts';
import { expect } from './small-workspace.ts';

/** A workspace without companies, its administrator's page, and a PSA beside it that holds forty. */
const test = base.extend<{ psa: FakeConnectWise; open: (path: string) => Promise<void> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
  psa: async ({}, use) => {
    const tenant = generateTenant({ size: TENANT_SIZES.S, now: new Date(), flatAmounts: true });
    const psa = await startFakeConnectWise(tenant);
    await use(psa);
    await psa.close();
  },
  open: async ({ page, freshServer }, use) => {
    const made = await page.request.post(`${freshServer.url}/api/v1/setup`, {
      data: { ...ADMIN, workspaceName: 'Harborlight IT' },
    });
    expect(made.status(), await made.text()).toBe(201);
    await use(async (path) => {
      await page.goto(`${freshServer.url}${path}`);
    });
  },
});

/** Types what the fake takes, in the dialog of a new connection. */
async function connect(page: Page, { credentials }: FakeConnectWise): Promise<void> {
  await page.getByRole('button', { name: 'Connect a system' }).click();
  const dialog = page.getByRole('dialog', { name: 'Connect a system' });
  await dialog.getByRole('radio', { name: 'ConnectWise PSA' }).check();
  await dialog.getByLabel('Site').fill(credentials.site!);
  await dialog.getByLabel('Company id').fill(credentials.companyId!);
  await dialog.getByRole('textbox', { name: 'Public key' }).fill(credentials.publicKey!);
  await dialog.getByRole('textbox', { name: 'Private key' }).fill(credentials.privateKey!);
  await dialog.getByRole('textbox', { name: 'Client id' }).fill(credentials.clientId!);
  await dialog.getByRole('checkbox', { name: 'It stands in our own network' }).check();
  await dialog.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'ConnectWise PSA' })).toBeVisible();
}

const syncPanel = (page: Page) => page.getByRole('region', { name: 'Sync', exact: true });

/** Of all clients that the dashboard would show. */
async function mrrOf(page: Page, server: RunningServer): Promise<number> {
  let sum = 0;
  for (let next = ''; ; ) {
    const answer = await page.request.get(`${server.url}/api/v1/companies?limit=200${next}`);
    const list = (await answer.json()) as { items: { mrr: number }[]; next: string | null };
    sum += list.items.reduce((total, { mrr }) => total + mrr, 0);
    if (list.next === null) return sum;
    next = `&cursor=${encodeURIComponent(list.next)}`;
  }
}

test.setTimeout(420_000);

test('a PSA is connected, tested, looked over, synced with visible progress, cancelled and resumed; the dashboard follows', async ({
  page,
  psa,
  open,
  freshServer,
}) => {
  await open('/settings/connections');
  await expect(page.getByRole('heading', { name: 'Nothing is connected yet' })).toBeVisible();
  await expectAccessible(page);
  await connect(page, psa);

  await page.getByRole('button', { name: 'Test connection' }).click();
  const report = page.getByRole('list', { name: 'What the credentials may read' });
  await expect(report.getByRole('listitem')).toHaveCount(11);
  await expect(report.getByRole('img', { name: 'Not allowed' })).toHaveCount(0);

  // The PSA is busy for a while when it is asked for additions, so that somebody can see how far it is and stop it.
  psa.faults = faultsOf('/additions', { kind: 'busy', retryAfterSeconds: 2 });
  await page.getByRole('button', { name: 'Read what it holds' }).click();
  await expect(syncPanel(page).getByRole('row', { name: /^Contacts/ })).toContainText('1,000');
  await expect(syncPanel(page).getByRole('row', { name: /^Contract lines reading/ })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel the sync' }).click();
  psa.faults = noFaults;
  await expect(syncPanel(page).getByText('Cancelled', { exact: true })).toBeVisible();
  expect(await mrrOf(page, freshServer)).toBe(0);

  await page.getByRole('button', { name: 'Read it again' }).click();
  await expect(syncPanel(page).getByText('Waits for you')).toBeVisible();
  const preview = page.getByRole('region', { name: 'What the first sync would do' });
  await preview.getByRole('button', { name: 'What becomes of it' }).click();
  const companies = preview.getByRole('region', { name: 'Companies of the system' });
  await expect(companies).toContainText('Left out because its type is "Vendor"');
  await expect(companies).toContainText('Left out because its type is "Prospect"');
  await expect(preview.getByRole('alert').first()).toContainText('make no MRR');
  expect(await mrrOf(page, freshServer)).toBe(0);
  await expectAccessible(page);

  await page.getByRole('combobox', { name: 'Every 10 weeks is billed' }).click();
  await page.getByRole('option', { name: 'Every quarter' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(preview.getByText('make no MRR')).toBeHidden();
  // The server dies in the middle of it; the next one goes on where it was.
  psa.faults = faultsOf('/time/entries', { kind: 'busy', retryAfterSeconds: 2 });
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(syncPanel(page).getByRole('row', { name: /^Hours reading/ })).toBeVisible();
  await freshServer.kill9();
  psa.faults = noFaults;
  const read = psa.calls.filter((call) => call.includes('/company/contacts')).length;
  const next = await startServer({ dataFolder: freshServer.dataFolder });
  try {
    await page.goto(`${next.url}${new URL(page.url()).pathname}`);
    await expect(syncPanel(page).getByText('Succeeded', { exact: true })).toBeVisible({ timeout: 120_000 });
    expect(psa.calls.filter((call) => call.includes('/company/contacts'))).toHaveLength(read);

    const clients = [...psa.tenant.companies.values()].filter(
      ({ fields }) => fields.types.includes('Client') && fields.active,
    );
    const truth = trueMrr(mappedTo(psa, 'quarterly'), new Date().toISOString().slice(0, 10));
    const worth = clients.reduce((sum, { id }) => sum + (truth.get(id) ?? 0), 0);
    expect(await mrrOf(page, next)).toBe(worth);

    // Somebody buys more in the PSA.
    const line = [...psa.tenant.contractLines.values()].find(
      ({ fields }) => fields.billable && fields.cancelledOn === null && fields.startOn! < '2026-01-01',
    )!;
    const contract = psa.tenant.contracts.get(line.fields.contract!)!;
    const later = new Date();
    putRecord(psa.tenant, 'contractLines', line.id, { ...line.fields, quantity: '1000' }, later);
    putRecord(psa.tenant, 'contracts', contract.id, contract.fields, later);
    await page.getByRole('button', { name: 'Sync now' }).click();
    await expect(
      page.getByRole('table', { name: 'Syncs so far' }).getByText('What has changed'),
    ).toBeVisible();
    await expect(syncPanel(page).getByText('Succeeded', { exact: true })).toBeVisible();
    const more = trueMrr(mappedTo(psa, 'quarterly'), later.toISOString().slice(0, 10));
    await expect
      .poll(() => mrrOf(page, next))
      .toBe(clients.reduce((sum, { id }) => sum + (more.get(id) ?? 0), 0));
    await page.goto(`${next.url}/dashboard`);
    const health = page.getByRole('region', { name: 'Health', exact: true });
    await expect(health).toContainText(`${clients.length}`);
    await expect(health).toContainText('No score');
    await expectAccessible(page);
  } finally {
    await next.kill9();
  }
});

/** The tenant with what nobody knows read as an admin has said. */
function mappedTo({ tenant }: FakeConnectWise, cycle: 'quarterly'): FakeConnectWise['tenant'] {
  const contracts = new Map(
    [...tenant.contracts].map(([id, one]) => {
      const { period } = one.fields;
      const known = period && period.cycle === null ? { ...period, cycle } : period;
      return [id, { ...one, fields: { ...one.fields, period: known } }] as const;
    }),
  );
  const contractLines = new Map(
    [...tenant.contractLines].map(([id, one]) => [id, { ...one, fields: { ...one.fields, period: null } }]),
  );
  return { ...tenant, contracts, contractLines };
}
