import { afterEach, describe, expect, test } from 'vitest';
import { planApply } from '../../../domain/sync/plan-apply.ts';
import type { RecordKind } from '../../../domain/sync/records.ts';
import { applyInput, mirror as mirrorOf } from '../../../domain/sync/testing/some-records.ts';
import { expectedRecords } from '../../../test/psa/autotask/expected.ts';
import {
  closeAutotasks,
  FROM,
  fieldsOf,
  openAutotask,
  readFull,
  TODAY,
} from '../../../test/psa/autotask/open-autotask.ts';
import { type Mirror, readRun } from '../../../test/psa/mirror.ts';
import { putRecord, TENANT_SIZES, type Tenant } from '../../../test/psa/tenant.ts';
import { trueMrr } from '../../../test/psa/truth.ts';
import { autotask } from './connector.ts';

afterEach(closeAutotasks);

/** From which an incremental run reads: just after the tenant's newest change. */
const SINCE = new Date('2026-11-29T10:00:01Z');

/** What was read, in the place of the truth. */
const mrrOf = ({ records }: Mirror) => trueMrr(records as unknown as Tenant, TODAY);

describe('A full run', () => {
  test('brings all that a tenant holds, as it is', async () => {
    const opened = await openAutotask({ size: 'S' });
    const mirror = await readFull(opened);
    const expected = expectedRecords(opened.tenant);
    for (const kind of [
      'sites',
      'contacts',
      'contracts',
      'tickets',
      'timeEntries',
      'opportunities',
      'surveys',
    ] as const)
      expect([kind, fieldsOf(mirror, kind)]).toEqual([kind, expected[kind]]);

    // The vendors of services are companies too.
    const companies = fieldsOf(mirror, 'companies');
    const vendors = [...companies.keys()].filter((id) => !expected.companies.has(id));
    expect(vendors.map((id) => mirror.records.companies.get(id)!.fields)).toEqual(
      ['Datto', 'Fortinet', 'Microsoft', 'SentinelOne'].map((name) =>
        expect.objectContaining({ name, types: ['Vendor'] }),
      ),
    );
    for (const id of vendors) companies.delete(id);
    expect(companies).toEqual(expected.companies);
    expect(mirror.problems).toEqual([]);
    expect(opened.fake.problems).toEqual([]);
  });

  test.each(['XS', 'S'] as const)(
    'brings MRR that is right to the cent, company by company: %s',
    async (size) => {
      const opened = await openAutotask({ size });
      const mirror = await readFull(opened);
      expect(mrrOf(mirror)).toEqual(trueMrr(opened.tenant, TODAY));
      const lines = [...mirror.records.contractLines.values()].map(({ fields }) => fields);
      const truth = [...opened.tenant.contractLines.values()].map(({ fields }) => fields);
      const names = (of: typeof lines) =>
        of.map(({ sku, description, vendor }) => `${sku} ${description} ${vendor}`).sort();
      expect(names(lines)).toEqual(names(truth));
      expect(lines.some(({ notice }) => notice?.startsWith('Future'))).toBe(true);
      expect(lines.some(({ period }) => period?.label === 'Every 10 weeks' && period.cycle === null)).toBe(
        true,
      );
    },
  );
});

test('A first run at a usual size costs no more than 250 calls, and an incremental one without changes 5', async () => {
  const opened = await openAutotask({ size: 'M' });
  const mirror = await readFull(opened);
  expect(opened.fake.calls.length).toBeLessThanOrEqual(250);
  const first = opened.fake.calls.length;
  await readRun(mirror, autotask, await opened.open(), { since: SINCE, from: FROM });
  expect(opened.fake.calls.length - first).toBeLessThanOrEqual(5);
  const { contacts, tickets, timeEntries } = TENANT_SIZES.M;
  expect(mirror.records.contacts.size).toBe(contacts);
  expect(mirror.records.tickets.size).toBe(tickets);
  expect(mirror.records.timeEntries.size).toBe(timeEntries);
});

test('What a sync would write is MRR to the cent, company by company', async () => {
  const opened = await openAutotask({ size: 'S' });
  const { records } = await readFull(opened);
  const fields = <K extends RecordKind>(kind: K) =>
    Object.fromEntries([...records[kind]].map(([id, record]) => [id, record.fields]));
  const mirror = mirrorOf({
    companies: fields('companies'),
    contracts: fields('contracts'),
    contractLines: fields('contractLines'),
  });
  const clients = planApply(applyInput({ mirror, today: TODAY })).companies.filter(({ mrr }) => mrr !== null);
  const truth = trueMrr(opened.tenant, TODAY);
  expect(clients.length).toBeGreaterThan(30);
  for (const { record, mrr } of clients) expect([record, mrr]).toEqual([record, truth.get(record) ?? 0]);
});

describe('An incremental run', () => {
  test('costs five calls when nothing has changed, and none of them is new for the mirror', async () => {
    const opened = await openAutotask();
    const mirror = await readFull(opened);
    const before = structuredClone(mirror.records);
    const calls = opened.fake.calls.length;
    await readRun(mirror, autotask, await opened.open(), { since: SINCE, from: FROM });
    expect(opened.fake.calls.slice(calls)).toEqual([
      'POST /V1.0/Companies/query',
      'POST /V1.0/Contacts/query',
      'POST /V1.0/Contracts/query',
      'POST /V1.0/Tickets/query',
      'POST /V1.0/TimeEntries/query',
    ]);
    expect(mirror.records).toEqual(before);
  });

  test('brings what is new or different, and the lines of contracts that changed', async () => {
    const opened = await openAutotask();
    const mirror = await readFull(opened);
    const { tenant, fake } = opened;
    const later = new Date('2026-11-29T11:00:00Z');
    const change = <K extends RecordKind>(
      kind: K,
      id: string,
      fields: Partial<Tenant[K] extends Map<string, { fields: infer F }> ? F : never>,
    ) => {
      const record = tenant[kind].get(id)!;
      putRecord(tenant, kind, id, { ...record.fields, ...fields } as never, later);
    };
    change('companies', '2', { name: 'Renamed' });
    change('contacts', '4', { active: false });
    change('tickets', '150', { title: 'Changed' });
    change('timeEntries', '260', { hours: '7.75' });
    const contract = [...tenant.contracts].find(
      ([id, { fields }]) =>
        fields.active &&
        [...tenant.contractLines.values()].filter((line) => line.fields.contract === id).length > 2,
    )![0];
    change('contracts', contract, { name: 'More of it' });
    const [gone, kept] = [...tenant.contractLines.values()].filter(
      ({ fields }) => fields.contract === contract,
    );
    tenant.contractLines.delete(gone!.id);
    change('contractLines', kept!.id, { quantity: '99', cancelledOn: null, startOn: '2026-01-01' });
    fake.show(tenant);
    await readRun(mirror, autotask, await opened.open(), {
      since: new Date('2026-11-29T10:30:00Z'),
      from: FROM,
    });

    const expected = expectedRecords(tenant);
    for (const kind of ['contacts', 'contracts', 'tickets', 'timeEntries'] as const)
      expect([kind, fieldsOf(mirror, kind)]).toEqual([kind, expected[kind]]);
    expect(mirror.records.companies.get('2')?.fields.name).toBe('Renamed');
    expect(mrrOf(mirror)).toEqual(trueMrr(tenant, TODAY));
    expect(mirror.records.contractLines.size).toBe(tenant.contractLines.size);
  });
});
