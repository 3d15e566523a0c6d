import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { RECORD_KINDS, type RecordFields, type RecordKind } from '../../../domain/sync/records.ts';
import { ConnectorProblem, type Session } from '../../../server/connectors/connector.ts';
import { halo } from '../../../server/connectors/halo/connector.ts';
import { type Fault, faultAt, faultEvery, faultsOf } from '../faults.ts';
import { emptyMirror, type Mirror, readRun } from '../mirror.ts';
import { generateTenant, putRecord, TENANT_SIZES, type Tenant } from '../tenant.ts';
import { trueMrr } from '../truth.ts';
import { expectedOfHalo } from './expected.ts';
import { type FakeHalo, type FakeHaloOptions, startFakeHalo } from './fake.ts';
import { connectHalo, FROM, NOW } from './session.ts';

const fakes: FakeHalo[] = [];
afterEach(async () => {
  for (const fake of fakes.splice(0)) await fake.close();
});

async function start(options: Partial<FakeHaloOptions> & Pick<FakeHaloOptions, 'tenant'>): Promise<FakeHalo> {
  const fake = await startFakeHalo(options);
  fakes.push(fake);
  return fake;
}

const tiny = () => generateTenant({ size: TENANT_SIZES.XS, now: NOW });

async function firstRun(fake: FakeHalo, mirror: Mirror = emptyMirror()): Promise<Mirror> {
  await readRun(mirror, halo, await connectHalo(fake), { since: null, from: FROM });
  return mirror;
}

function expectAll(mirror: Mirror, tenant: Tenant, kinds: readonly RecordKind[] = RECORD_KINDS): void {
  for (const kind of kinds) {
    const arrived = new Map([...mirror.records[kind]].map(([id, { fields }]) => [id, fields]));
    expect(sorted(arrived), kind).toEqual(sorted(expectedOfHalo(tenant, kind)));
  }
}

const sorted = (map: ReadonlyMap<string, unknown>) => Object.fromEntries([...map].sort());

describe('a first run, of a tenant of size S', () => {
  let tenant: Tenant;
  beforeAll(() => {
    tenant = generateTenant({ size: TENANT_SIZES.S, now: NOW });
  });

  test('brings every kind as the tenant has it, by documented requests alone', async () => {
    const fake = await start({ tenant });
    const mirror = await firstRun(fake);
    expectAll(mirror, tenant);
    expect(mirror.problems).toEqual([]);
    expect([...fake.problems]).toEqual([]);
  });

  test('brings the same where a list of recurring invoices has no lines', async () => {
    const fake = await start({ tenant, thinInvoices: true });
    expectAll(await firstRun(fake), tenant);
    expect(fake.paths.filter((path) => path.startsWith('/api/RecurringInvoice/')).length).toBeGreaterThan(50);
    expect([...fake.problems]).toEqual([]);
  });

  test('has the MRR of the tenant to the cent, flat amounts included', async () => {
    const flat = generateTenant({ size: TENANT_SIZES.S, now: NOW, flatAmounts: true });
    const mirror = await firstRun(await start({ tenant: flat }));
    const arrived = trueMrr(mirror.records as unknown as Tenant, '2026-11-29');
    expect(worth(arrived)).toEqual(worth(trueMrr(flat, '2026-11-29')));
  });

  test('counts hours by tickets where timesheets show nothing, and there are too many tickets to ask for each', async () => {
    const fake = await start({ tenant, timesheets: 'empty' });
    const remembered = {};
    const mirror = emptyMirror();
    await readRun(mirror, halo, await connectHalo(fake, { remembered }), { since: null, from: FROM });
    expect(remembered).toMatchObject({ hoursWay: 'totals' });
    expect(hoursOf(mirror.records)).toEqual(hoursOf(tenant));
    expect(fake.paths.filter((path) => path === '/api/Actions')).toEqual([]);
  });
});

const worth = (mrr: ReadonlyMap<string, number>) =>
  Object.fromEntries([...mrr].filter(([, cents]) => cents !== 0).sort());

function hoursOf({ timeEntries }: Pick<Tenant, 'timeEntries'> | Mirror['records']): Record<string, number> {
  const hours: Record<string, number> = {};
  for (const { fields } of timeEntries.values())
    hours[fields.ticket ?? ''] = (hours[fields.ticket ?? ''] ?? 0) + Number(fields.hours);
  return hours;
}

test('tickets arrive though a list shows a thousand at most', async () => {
  const size = { ...TENANT_SIZES.XS, tickets: 14_000, timeEntries: 10 };
  const tenant = generateTenant({ size, now: NOW });
  const fake = await start({ tenant, mostTickets: 1000 });
  const mirror = emptyMirror();
  await readRun(mirror, { ...halo, kinds: ['tickets'] }, await connectHalo(fake), {
    since: null,
    from: FROM,
  });
  expectAll(mirror, tenant, ['tickets']);
});

test.each(['refused', 'empty'] as const)(
  'hours come ticket by ticket where timesheets are %s',
  async (timesheets) => {
    const tenant = tiny();
    const fake = await start({ tenant, timesheets });
    const remembered = {};
    const mirror = emptyMirror();
    await readRun(mirror, halo, await connectHalo(fake, { remembered }), { since: null, from: FROM });
    expect(remembered).toMatchObject({ hoursWay: 'actions' });
    const expected = expectedOfHalo(tenant, 'timeEntries');
    expect(sorted(new Map([...mirror.records.timeEntries].map(([id, { fields }]) => [id, fields])))).toEqual(
      sorted(new Map([...expected].map(([id, fields]) => [id, { ...fields, company: null }]))),
    );
    expect([...fake.problems]).toEqual([]);

    // The next run goes straight to what has changed.
    const calls = fake.calls;
    const since = new Date(NOW.getTime() + 60_000);
    const [id, ticket] = [...tenant.tickets][0]!;
    putRecord(
      tenant,
      'tickets',
      id,
      { ...ticket.fields, title: 'Again' },
      new Date(since.getTime() + 60_000),
    );
    await readRun(mirror, halo, await connectHalo(fake, { remembered }), { since, from: FROM });
    expect(fake.paths.slice(calls).filter((path) => path === '/api/Actions')).toHaveLength(1);
    expect(mirror.records.tickets.get(id)?.fields.title).toBe('Again');
  },
);

describe('the budget at size M', () => {
  test('a first run takes 800 requests at most, and one that finds nothing new 16', async () => {
    const tenant = generateTenant({ size: TENANT_SIZES.M, now: NOW });
    const fake = await start({ tenant, thinInvoices: true, checkRows: false });
    const remembered = {};
    const mirror = emptyMirror();
    await readRun(mirror, halo, await connectHalo(fake, { remembered }), { since: null, from: FROM });
    const first = fake.calls;
    expect(mirror.records.tickets.size).toBe(TENANT_SIZES.M.tickets);
    expect(mirror.records.timeEntries.size).toBe(TENANT_SIZES.M.timeEntries);
    expect(first).toBeLessThanOrEqual(800);

    const since = new Date(NOW.getTime() + 60_000);
    const later = new Date(NOW.getTime() + 15 * 60_000);
    await readRun(mirror, halo, await connectHalo(fake, { remembered, now: later }), { since, from: FROM });
    expect(fake.calls - first).toBeLessThanOrEqual(16);
  });
});

describe('a later run', () => {
  test('brings what has changed, and no more', async () => {
    const tenant = tiny();
    const fake = await start({ tenant });
    const mirror = await firstRun(fake);
    const since = new Date(NOW.getTime() + 60_000);
    const at = new Date(NOW.getTime() + 120_000);
    change(tenant, 'companies', (fields) => ({ ...fields, name: 'Renamed' }), at);
    change(tenant, 'contacts', (fields) => ({ ...fields, active: false }), at);
    change(
      tenant,
      'tickets',
      (fields) => ({ ...fields, closed: true, status: 'Closed', closedAt: at.toISOString() }),
      at,
    );
    change(tenant, 'opportunities', (fields) => ({ ...fields, state: 'won' }), at);
    const before = fake.calls;
    await readRun(mirror, halo, await connectHalo(fake), { since, from: FROM });
    expectAll(mirror, tenant);
    expect(fake.calls - before).toBeLessThan(40);
  });

  test('finds what has changed by the clock of a server that is ahead', async () => {
    const tenant = tiny();
    const ahead = 3_600_000;
    const fake = await start({ tenant, clockSkew: ahead });
    const mirror = await firstRun(fake);
    change(
      tenant,
      'tickets',
      (fields) => ({ ...fields, title: 'Changed' }),
      new Date(NOW.getTime() + 60_000),
    );
    const since = new Date(NOW.getTime() - 300_000);
    await readRun(mirror, halo, await connectHalo(fake), { since, from: FROM });
    const id = [...tenant.tickets.keys()][1];
    expect(mirror.records.tickets.get(id!)).toMatchObject({
      fields: { title: 'Changed' },
      updatedAt: new Date(NOW.getTime() + 60_000 + ahead).toISOString(),
    });
  });

  test('a full one no longer has what is gone, nor the lines of a contract that lost them', async () => {
    const tenant = tiny();
    const fake = await start({ tenant });
    const mirror = await firstRun(fake);
    for (const kind of ['contacts', 'contracts', 'contractLines', 'tickets'] as const)
      tenant[kind].delete([...tenant[kind].keys()].at(-1)!);
    await firstRun(fake, mirror);
    expectAll(mirror, tenant);
  });

  function change<K extends RecordKind>(
    tenant: Tenant,
    kind: K,
    how: (fields: RecordFields[K]) => RecordFields[K],
    at: Date,
  ): void {
    const [id, { fields }] = [...tenant[kind]][1] as [string, { fields: RecordFields[K] }];
    putRecord(tenant, kind, id, how(fields), at);
  }
});

test('each page is found again by another session', async () => {
  const tenant = tiny();
  const fake = await start({ tenant });
  const forgetful: Session = {
    ...(await connectHalo(fake)),
    read: async (kind, request) => (await connectHalo(fake)).read(kind, request),
  };
  const mirror = emptyMirror();
  await readRun(mirror, halo, forgetful, { since: null, from: FROM });
  expectAll(mirror, tenant);
});

describe('what goes wrong', () => {
  test.each<[string, readonly Fault[]]>([
    ['busy, for no said time', [{ kind: 'busy' }]],
    ['busy for a minute', [{ kind: 'busy', retryAfterSeconds: 60 }]],
    ['an error, a proxy', [{ kind: 'server error' }, { kind: 'bad gateway' }]],
    ['cut off', [{ kind: 'cut off' }]],
    ['a row twice', [{ kind: 'duplicate ids' }]],
  ])('is survived, at every third request: %s', async (_, faults) => {
    const tenant = tiny();
    const mirror = await firstRun(await start({ tenant, faults: faultEvery(3, faults) }));
    expectAll(mirror, tenant);
    expect(mirror.problems).toEqual([]);
  });

  test('no answer at all is survived', async () => {
    const tenant = tiny();
    expectAll(await firstRun(await start({ tenant, faults: faultAt(9, { kind: 'silence' }) })), tenant);
  });

  test('rows that are none are told of, and the others arrive', async () => {
    const tenant = tiny();
    const mirror = await firstRun(await start({ tenant, faults: faultsOf('/api/', { kind: 'no rows' }) }));
    expectAll(mirror, tenant);
    expect(mirror.problems.length).toBeGreaterThan(0);
  });

  test.each(['wrong types', 'missing fields', 'null fields'] as const)(
    'no single list is fatal: %s',
    async (kind) => {
      for (const list of [
        'Client',
        'Site',
        'Users',
        'Item',
        'ClientContract',
        'RecurringInvoice',
        'Tickets',
        'Opportunities',
        'TimesheetEvent',
        'Feedback',
        'Status',
        'TicketType',
        'Agent',
        'Lookup',
        'Currency',
        'Supplier',
        'Priority',
      ]) {
        const tenant = tiny();
        const mirror = await firstRun(await start({ tenant, faults: faultsOf(`/api/${list}`, { kind }) }));
        expect(mirror.records.companies.size, list).toBe(tenant.companies.size);
        expect(mirror.records.contacts.size, list).toBe(tenant.contacts.size);
      }
    },
  );

  test('a row that is inserted while pages are read costs none of the others', async () => {
    const size = { ...TENANT_SIZES.XS, contacts: 350 };
    const tenant = generateTenant({ size, now: NOW });
    const fake = await start({ tenant });
    const expected = new Map(expectedOfHalo(tenant, 'contacts'));
    fake.beforeCall = () => {
      if (fake.paths.filter((path) => path === '/api/Users').length !== 2) return;
      const [first] = [...tenant.contacts.values()];
      const others = [...tenant.contacts];
      tenant.contacts.clear();
      putRecord(tenant, 'contacts', '9999', first!.fields, NOW);
      for (const [id, record] of others) tenant.contacts.set(id, record);
    };
    const { contacts } = (await firstRun(fake)).records;
    for (const [id, fields] of expected) expect(contacts.get(id)?.fields).toEqual(fields);
  });

  test('a token that ends before its time, or in time, is renewed', async () => {
    const tenant = tiny();
    expectAll(await firstRun(await start({ tenant, tokenCalls: 4 })), tenant);
    // Waiting takes so long that the token has ended by then.
    const busy = faultAt(10, { kind: 'busy', retryAfterSeconds: 60 });
    const short = await start({ tenant, tokenSeconds: 100, faults: busy });
    expectAll(await firstRun(short), tenant);
    expect(short.paths.filter((path) => path === '/auth/token').length).toBeGreaterThan(1);
  });

  test.each<[string, string, Fault | null, Partial<Record<string, string>>, RegExp]>([
    [
      'a wrong secret',
      '',
      null,
      { clientSecret: 'guess' },
      /refuses the client ID and secret \(invalid_client\)/,
    ],
    ['a wrong tenant', '', null, { tenant: 'other' }, /refuses the client ID and secret \(invalid_tenant\)/],
    ['no address', '', null, { address: 'my halo' }, /"my halo" is not the address of a HaloPSA/],
    ['a scale that is none', '', null, { surveyScale: 'high' }, /Survey scale: "high" is no scale/],
    ['a token that is cut off', '/auth/token', { kind: 'cut off' }, {}, /gives no token \(HTTP 200/],
    ['a list that is always cut off', '/api/Client', { kind: 'cut off' }, {}, /JSON/],
    ['a server that is always busy', '/api/Client', { kind: 'busy' }, {}, /left alone/],
    ['a server that always fails', '/api/Client', { kind: 'server error' }, {}, /after 5 tries/],
  ])('ends with a clear message: %s', async (_, path, fault, credentials, message) => {
    const fake = await start({ tenant: tiny(), ...(fault && { faults: faultsOf(path, fault) }) });
    const run = async () => {
      const session = await connectHalo(fake, {
        credentials: { ...fake.credentials, ...credentials } as Record<string, string>,
      });
      await session.read('companies', {
        since: null,
        from: FROM,
        cursor: null,
        known: { ids: async () => [], records: async () => new Map() },
      });
    };
    const problem = await run().catch((thrown: unknown) => thrown);
    expect(problem).toBeInstanceOf(ConnectorProblem);
    expect((problem as Error).message).toMatch(message);
    expect((problem as Error).message).not.toContain('open sesame');
  });
});

test('the set-up is told what may be read, and what is missing', async () => {
  const fake = await start({ tenant: tiny(), timesheets: 'refused' });
  const permissions = await (await connectHalo(fake)).test();
  expect(permissions.map(({ kind }) => kind)).toEqual(['sign in', ...RECORD_KINDS]);
  expect(permissions.filter(({ allowed }) => !allowed)).toEqual([
    {
      kind: 'timeEntries',
      allowed: false,
      message: expect.stringMatching(/TimesheetEvent \(HTTP 403.*read:timesheets/),
    },
  ]);
  const wrong = await connectHalo(fake, { credentials: { ...fake.credentials, clientId: 'nobody' } });
  expect(await wrong.test()).toEqual([
    { kind: 'sign in', allowed: false, message: expect.stringContaining('invalid_client') },
  ]);
});

test('a sample is a row as HaloPSA sends it', async () => {
  const session = await connectHalo(await start({ tenant: tiny() }));
  expect(await session.sample('tickets')).toMatchObject({ id: 1, dateoccurred: expect.any(String) });
  expect(await session.sample('contractLines')).toMatchObject({ id: expect.any(Number), total: 999_999 });
});
