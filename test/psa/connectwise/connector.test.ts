import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { RECORD_KINDS, type RecordKind } from '../../../domain/sync/records.ts';
import type { Session } from '../../../server/connectors/connector.ts';
import { connectWise } from '../../../server/connectors/connectwise/connector.ts';
import { openHttp } from '../../../server/connectors/http-client.ts';
import { type Fault, faultAt, faultEvery, faultsOf } from '../faults.ts';
import { type Memory, readAll } from '../memory.ts';
import { generateTenant, putRecord, TENANT_SIZES, type Tenant, type TenantRecord } from '../tenant.ts';
import { type FakeConnectWise, startFakeConnectWise } from './fake.ts';

const NOW = new Date('2026-11-29T10:00:00Z');
const FROM = new Date('2025-10-29T00:00:00Z');
const tenantOf = (size: keyof typeof TENANT_SIZES) =>
  generateTenant({ size: TENANT_SIZES[size], now: NOW, flatAmounts: true });

let fake: FakeConnectWise;
beforeEach(async () => {
  fake = await startFakeConnectWise(tenantOf('XS'));
});
afterEach(() => fake.close());

async function connected(
  credentials: Readonly<Record<string, string>> = {},
  remembered: Record<string, string> = {},
): Promise<Session> {
  // Pauses pass at once, and no minute is full.
  let ahead = 0;
  const http = openHttp({
    limits: { ...connectWise.limits, perMinute: 1e9 },
    allowPrivate: true,
    timeout: 2_000,
    clock: {
      now: () => Date.now() + ahead,
      wait: async (ms) => {
        ahead += ms;
      },
    },
  });
  return connectWise.connect({
    credentials: { ...fake.credentials, ...credentials },
    http,
    now: () => NOW,
    remembered,
    remember: (found) => Object.assign(remembered, found),
  });
}

/** What has to arrive: the truth, in so far as ConnectWise can say it. */
const ARRIVES: {
  readonly [K in RecordKind]?: (fields: TenantRecord<K>['fields'], tenant: Tenant) => object;
} = {
  contracts: (fields) => ({
    ...fields,
    number: null,
    period: fields.period && { ...fields.period, code: expect.any(String) },
  }),
  contractLines: (fields) => ({ ...fields, period: null }),
  opportunities: (fields) => (fields.state === 'open' ? fields : { ...fields, oneTime: null, monthly: null }),
};

function expectTruth(memory: Memory, tenant: Tenant): void {
  for (const kind of RECORD_KINDS) {
    const arrives = (ARRIVES[kind] ?? ((fields: object) => fields)) as (
      fields: object,
      tenant: Tenant,
    ) => object;
    const truth = [...tenant[kind].values()].map(({ id, fields }) => [id, arrives(fields, tenant)]);
    const found = [...memory.records[kind].values()].map(({ id, fields }) => [id, fields]);
    expect(new Map(found as [string, object][]), kind).toEqual(new Map(truth as [string, object][]));
  }
}

test('everything arrives as it is, within the specification', async () => {
  const memory = await readAll(await connected(), { from: FROM });
  expectTruth(memory, fake.tenant);
  expect(memory.problems).toEqual([]);
  expect(memory.wholeContracts).toEqual(new Set(fake.tenant.contracts.keys()));
  expect(fake.violations).toEqual([]);
});

test('every record says when it was changed, by the vendor’s clock', async () => {
  fake.clockAheadMs = 3_600_000;
  const { records } = await readAll(await connected(), { from: FROM, kinds: ['companies'] });
  expect(records.companies.get('2')?.updatedAt).toBe('2026-11-29T11:00:00.000Z');
});

test('what happened before a day is not asked for', async () => {
  const from = new Date('2026-06-01T00:00:00Z');
  const { records } = await readAll(await connected(), {
    from,
    kinds: ['tickets', 'timeEntries', 'surveys'],
  });
  const days = (kind: 'tickets' | 'timeEntries' | 'surveys') =>
    [...records[kind].values()].map(
      ({ fields }) =>
        Object.entries(fields).find(([name]) => /createdAt|workedOn|answeredAt/.test(name))![1] as string,
    );
  for (const kind of ['tickets', 'timeEntries', 'surveys'] as const) {
    expect(days(kind).length).toBeGreaterThan(0);
    expect(days(kind).every((day) => day >= '2026-06-01')).toBe(true);
  }
});

describe('what has changed', () => {
  const later = new Date('2026-11-29T12:00:00Z');
  const incremental = { kinds: connectWise.incremental, since: new Date('2026-11-29T11:55:00Z'), from: FROM };

  test.each([
    ['iso_z', false],
    ['naive', false],
    ['date_only', true],
  ])('arrives with dates as %s, and only that', async (dateFormat, datesAreDays) => {
    fake.datesAreDays = datesAreDays;
    // Long enough ago that a form of dates that asks for a day more does not ask for all.
    for (const { id, fields } of fake.tenant.companies.values())
      putRecord(fake.tenant, 'companies', id, fields, new Date('2026-11-20T00:00:00Z'));
    const session = await connected({ dateFormat });
    const before = await readAll(session, { from: FROM });
    const company = fake.tenant.companies.get('2')!.fields;
    putRecord(fake.tenant, 'companies', '2', { ...company, name: 'Renamed' }, later);
    fake.calls.length = 0;
    await readAll(session, { ...incremental, kinds: ['companies'], before });
    expect(fake.calls).toHaveLength(1);
    expectTruth(before, fake.tenant);
  });

  test('of an agreement, brings its lines; one that is gone is not among them', async () => {
    const session = await connected();
    const before = await readAll(session, { from: FROM });
    const [line] = fake.tenant.contractLines.values();
    const contract = line!.fields.contract!;
    fake.tenant.contractLines.delete(line!.id);
    putRecord(
      fake.tenant,
      'contracts',
      contract,
      { ...fake.tenant.contracts.get(contract)!.fields, name: 'New' },
      later,
    );
    fake.calls.length = 0;
    const memory = await readAll(session, { ...incremental, before });
    expect(memory.wholeContracts).toEqual(new Set([contract]));
    expect(fake.calls.filter((call) => call.includes('additions'))).toHaveLength(1);
  });

  test('is nothing: thirteen calls at most', async () => {
    const remembered = {};
    const before = await readAll(await connected({}, remembered), { from: FROM });
    fake.calls.length = 0;
    const next = { ...incremental, before };
    await readAll(await connected({}, remembered), next);
    expect(fake.calls.length).toBeLessThanOrEqual(13);
    expectTruth(before, fake.tenant);
  });
});

test('a first run of a middle-sized MSP takes at most 650 calls', async () => {
  await fake.close();
  fake = await startFakeConnectWise(tenantOf('M'));
  const memory = await readAll(await connected(), { from: FROM });
  expect(fake.calls.length).toBeLessThanOrEqual(650);
  expect(memory.records.timeEntries.size).toBe(TENANT_SIZES.M.timeEntries);
  expect(memory.records.contractLines.size).toBe(fake.tenant.contractLines.size);
  expect(fake.violations).toEqual([]);
});

describe('the codebase', () => {
  test('is asked for once and remembered', async () => {
    const remembered: Record<string, string> = {};
    await (await connected({}, remembered)).sample('companies');
    expect(remembered).toEqual({ codebase: 'v2026_1/' });
    await (await connected({}, remembered)).sample('companies');
    expect(fake.calls.filter((call) => call.startsWith('/login'))).toHaveLength(1);
  });

  test('is asked for again after an update of the system', async () => {
    const remembered = { codebase: 'v2026_1/' };
    fake.codebase = 'v2026_2/';
    const memory = await readAll(await connected({}, remembered), { from: FROM });
    expectTruth(memory, fake.tenant);
    expect(remembered.codebase).toBe('v2026_2/');
  });
});

describe('faults', () => {
  const passing: readonly Fault[] = [
    { kind: 'busy' },
    { kind: 'server error' },
    { kind: 'bad gateway' },
    { kind: 'cut off' },
    { kind: 'duplicate ids' },
  ];
  test('that pass are survived, at every call', async () => {
    fake.faults = faultEvery(2, passing);
    const memory = await readAll(await connected(), { from: FROM });
    expectTruth(memory, fake.tenant);
    expect(memory.problems).toEqual([]);
  });

  test('no answer in time is asked again', async () => {
    fake.faults = faultAt(3, { kind: 'silence' });
    expectTruth(await readAll(await connected(), { from: FROM }), fake.tenant);
  });

  test.each<[Fault['kind'], RegExp]>([
    ['busy', /left alone/],
    ['server error', /answers with 500, after/],
    ['bad gateway', /answers with 502, after/],
    ['cut off', /JSON/],
  ])('that stay end in words: %s', async (kind, message) => {
    fake.faults = faultsOf('/agreements', { kind } as Fault);
    await expect(readAll(await connected(), { from: FROM })).rejects.toThrow(message);
  });

  test.each<[Fault['kind']]>([['wrong types'], ['missing fields'], ['null fields']])(
    '%s cost fields or rows, never the run',
    async (kind) => {
      fake.faults = faultsOf('', { kind } as Fault);
      const memory = await readAll(await connected({}, { codebase: 'v2026_1/' }), { from: FROM });
      for (const of of ['contacts', 'contracts'] as const)
        expect(memory.records[of].size).toBe(fake.tenant[of].size);
      for (const { id, message } of memory.problems) {
        expect(id).not.toBeNull();
        expect(message).toContain('expected');
      }
    },
  );

  test('what is no row is told, and the rows beside it are read', async () => {
    fake.faults = faultsOf('/company/contacts', { kind: 'no rows' });
    const memory = await readAll(await connected(), { from: FROM });
    expectTruth(memory, fake.tenant);
    expect(memory.problems.map(({ message }) => message)).toEqual([
      'id: null, expected a row with a number.',
      'id: "row", expected a row with a number.',
      'id: [], expected a row with a number.',
      'id: {}, expected a row with a number.',
    ]);
  });

  test('a last page that comes again ends the list', async () => {
    fake.repeatsLastPage = true;
    const memory = await readAll(await connected(), { from: FROM });
    expectTruth(memory, fake.tenant);
  });

  test('a row that goes while pages are read takes no other with it', async () => {
    await fake.close();
    fake = await startFakeConnectWise(tenantOf('S'));
    let asked = 0;
    fake.onCall = (path) => {
      if (path.endsWith('/service/tickets') && ++asked === 3) fake.tenant.tickets.delete('17');
    };
    const { records } = await readAll(await connected(), { from: FROM, kinds: ['tickets'] });
    expect(records.tickets.size).toBe(TENANT_SIZES.S.tickets);
  });

  test('an agreement that goes while it is read is told, and its lines are not taken for gone', async () => {
    fake.onCall = (path) => {
      if (path.endsWith('/agreements/7/additions')) fake.tenant.contracts.delete('7');
    };
    const memory = await readAll(await connected(), { from: FROM });
    expect(memory.problems).toEqual([{ id: null, message: 'Agreement 7: it has gone while it was read.' }]);
    expect(memory.wholeContracts.has('7')).toBe(false);
    expect(memory.wholeContracts.size).toBe(fake.tenant.contracts.size);
  });

  test('keys that stop being accepted while additions are read end the run, whatever the status says', async () => {
    fake.wrongKeys = 404;
    const before = await readAll(await connected(), { from: FROM, kinds: ['companies', 'contracts'] });
    const wrong = await connected({ privateKey: 'changed' });
    await expect(readAll(wrong, { from: FROM, kinds: ['contractLines'], before })).rejects.toMatchObject({
      reason: 'credentials',
    });
  });
});

describe('the test of a connection', () => {
  test('says of each kind whether it may be read', async () => {
    fake.forbidden = ['/finance', '/service/surveys'];
    const permissions = await (await connected()).test();
    expect(permissions.filter(({ allowed }) => !allowed).map(({ kind }) => kind)).toEqual([
      'contracts',
      'contractLines',
      'surveys',
    ]);
    expect(permissions.find(({ kind }) => kind === 'contracts')?.message).toContain('security role');
    expect(permissions).toHaveLength(RECORD_KINDS.length + 1);
    expect(fake.violations).toEqual([]);
  });

  test.each<[string, Record<string, string>, 401 | 404, RegExp]>([
    ['a wrong key', { privateKey: 'guess' }, 401, /does not accept the keys/],
    ['a wrong key in the cloud', { privateKey: 'guess' }, 404, /company id or the keys are wrong/],
    ['a wrong client id', { clientId: 'guess' }, 401, /client id/],
    ['a company that nobody knows', { companyId: 'nobody' }, 401, /knows no company "nobody"/],
  ])('%s', async (_, credentials, wrongKeys, message) => {
    fake.wrongKeys = wrongKeys;
    const permissions = await (await connected(credentials)).test();
    expect(permissions).toEqual([
      { kind: 'sign in', allowed: false, message: expect.stringMatching(message) },
    ]);
    expect(JSON.stringify(permissions)).not.toContain('pr1vate');
  });

  test('what is not typed is asked for', async () => {
    await expect(connected({ publicKey: ' ' })).rejects.toThrow('Public key: nothing is typed.');
  });

  test('shows a row as it comes', async () => {
    const session = await connected();
    expect(await session.sample('contractLines')).toMatchObject({ billCustomer: expect.any(String) });
    fake.tenant.companies.clear();
    expect(await session.sample('companies')).toBeUndefined();
    expect(await session.sample('sites')).toBeUndefined();
  });
});

describe('without permission for what explains rows', () => {
  test('billing cycles mean nothing, and are left to an admin', async () => {
    fake.forbidden = ['/finance/billingCycles', '/service/boards', '/company/companies/statuses'];
    const { records } = await readAll(await connected(), {
      from: FROM,
      kinds: ['companies', 'contracts', 'tickets'],
    });
    const periods = [...records.contracts.values()].flatMap(
      ({ fields }) => ('period' in fields && fields.period) || [],
    );
    expect(periods.length).toBeGreaterThan(0);
    expect(periods.every(({ cycle, certain }) => cycle === null && !certain)).toBe(true);
    expect(records.tickets.size).toBe(fake.tenant.tickets.size);
  });
});
