import { afterEach, describe, expect, test } from 'vitest';
import type { RecordKind } from '../../../domain/sync/records.ts';
import { expectedRecords } from '../../../test/psa/autotask/expected.ts';
import { type FakeAutotask, type FakeOptions, startAutotask } from '../../../test/psa/autotask/fake.ts';
import { type Fault, faultAt, faultsOf } from '../../../test/psa/faults.ts';
import { emptyMirror, type Mirror, readRun } from '../../../test/psa/mirror.ts';
import { generateTenant, putRecord, TENANT_SIZES, type Tenant } from '../../../test/psa/tenant.ts';
import { trueMrr } from '../../../test/psa/truth.ts';
import { ConnectorProblem, type Session } from '../connector.ts';
import { openHttp } from '../http-client.ts';
import { autotask } from './connector.ts';

const NOW = new Date('2026-11-29T10:00:00Z');
const TODAY = '2026-11-29';
const FROM = new Date('2025-10-29T00:00:00Z');

const fakes: FakeAutotask[] = [];
afterEach(async () => {
  for (const fake of fakes.splice(0)) await fake.close();
});

interface Opened {
  readonly tenant: Tenant;
  readonly fake: FakeAutotask;
  /** A session that waits for nothing, and remembers what earlier ones found out. */
  open(credentials?: Readonly<Record<string, string>>): Promise<Session>;
}

async function start(
  options: Partial<FakeOptions> & { size?: keyof typeof TENANT_SIZES; timeout?: number } = {},
): Promise<Opened> {
  const tenant = options.tenant ?? generateTenant({ size: TENANT_SIZES[options.size ?? 'XS'], now: NOW });
  const fake = await startAutotask({ tenant, now: NOW, ...options });
  fakes.push(fake);
  let remembered: Readonly<Record<string, string>> = {};
  let time = NOW.getTime();
  return {
    tenant,
    fake,
    open: (credentials = {}) =>
      autotask.connect({
        credentials: { ...fake.credentials, ...credentials },
        http: openHttp({
          limits: autotask.limits,
          allowPrivate: true,
          timeout: options.timeout ?? 30_000,
          clock: {
            now: () => time,
            wait: async (ms) => {
              time += ms;
            },
          },
        }),
        now: () => NOW,
        remembered,
        remember: (found) => {
          remembered = found;
        },
      }),
  };
}

async function readFull({ open }: Opened, mirror = emptyMirror()): Promise<Mirror> {
  await readRun(mirror, autotask, await open(), { since: null, from: FROM });
  return mirror;
}

const fieldsOf = (mirror: Mirror, kind: RecordKind) =>
  new Map([...mirror.records[kind]].map(([id, { fields }]) => [id, fields]));

/** What was read, in the place of the truth. */
const mrrOf = ({ records }: Mirror) => trueMrr(records as unknown as Tenant, TODAY);

describe('A full run', () => {
  test('brings all that a tenant holds, as it is', async () => {
    const opened = await start({ size: 'S' });
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
      const opened = await start({ size });
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

describe('An incremental run', () => {
  test('costs five calls when nothing has changed, and none of them is new for the mirror', async () => {
    const opened = await start();
    const mirror = await readFull(opened);
    const before = structuredClone(mirror.records);
    const calls = opened.fake.calls.length;
    await readRun(mirror, autotask, await opened.open(), { since: NOW, from: FROM });
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
    const opened = await start();
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

describe('A run that meets faults', () => {
  const failing: readonly Fault[] = [
    { kind: 'busy', retryAfterSeconds: 2 },
    { kind: 'server error' },
    { kind: 'bad gateway' },
  ];
  const spoiling: readonly Fault[] = [
    { kind: 'wrong types' },
    { kind: 'missing fields' },
    { kind: 'null fields' },
    { kind: 'duplicate ids' },
    { kind: 'no rows' },
  ];

  const few = {
    companies: 6,
    contacts: 12,
    contracts: 8,
    contractLines: 24,
    tickets: 20,
    timeEntries: 30,
    opportunities: 4,
  };
  const startSmall = (options: Partial<FakeOptions> = {}) =>
    start({ tenant: generateTenant({ size: few, now: NOW }), ...options });

  /** An undisturbed run, and how many calls it makes. */
  const undisturbedRun = async () => {
    const opened = await startSmall();
    const { records } = await readFull(opened);
    return { records, calls: opened.fake.calls.length };
  };

  test.each(failing)('of which each call may fail once, is as if nothing had been: $kind', async (fault) => {
    const undisturbed = await undisturbedRun();
    for (let position = 1; position <= undisturbed.calls; position++) {
      const mirror = await readFull(await startSmall({ faults: faultAt(position, fault) }));
      expect(mirror.records).toEqual(undisturbed.records);
    }
  });

  test('in which a call gets no answer, is as if nothing had been', async () => {
    const undisturbed = await readFull(await start());
    const mirror = await readFull(await start({ faults: faultAt(7, { kind: 'silence' }), timeout: 500 }));
    expect(mirror.records).toEqual(undisturbed.records);
  });

  test.each(spoiling)('goes on whatever is sent, and the next one puts it right: $kind', async (fault) => {
    const undisturbed = await undisturbedRun();
    for (let position = 1; position <= undisturbed.calls; position++) {
      const opened = await startSmall({ faults: faultAt(position, fault) });
      const mirror = await readFull(opened);
      opened.fake.setFaults(() => null);
      expect((await readFull(opened, mirror)).records).toEqual(undisturbed.records);
    }
  });

  test('ends with words where an answer is cut off', async () => {
    const { calls } = await undisturbedRun();
    for (let position = 1; position <= calls; position++) {
      const opened = await startSmall({ faults: faultAt(position, { kind: 'cut off' }) });
      await expect(readFull(opened)).rejects.toMatchObject({
        reason: 'answer',
        message: expect.stringContaining('no JSON'),
      });
    }
  });

  test('counts no line as nothing because its units could not be read', async () => {
    const opened = await start();
    for (const kind of ['missing fields', 'wrong types', 'null fields'] as const) {
      opened.fake.setFaults(faultsOf('/ContractServiceUnits/', { kind }));
      const mirror = await readFull(opened);
      expect(mirror.problems.length).toBeGreaterThan(0);
      for (const [id, { fields }] of mirror.records.contractLines)
        if (id.startsWith('service')) expect(fields.notice).not.toContain('Lapsed');
    }
  });

  test('loses nothing while rows go and come between its pages', async () => {
    const opened = await start({ size: 'S' });
    const { tenant, fake } = opened;
    const mirror = emptyMirror();
    const shifted = new Set<string>();
    await readRun(mirror, autotask, await opened.open(), {
      since: null,
      from: FROM,
      afterPage: (kind) => {
        if (kind !== 'contacts' || shifted.has(kind)) return;
        shifted.add(kind);
        for (const id of ['1', '2', '3']) tenant.contacts.delete(id);
        fake.show(tenant);
      },
    });
    for (const id of tenant.contacts.keys()) expect(mirror.records.contacts.has(id)).toBe(true);
  });
});

describe('Signing in', () => {
  const problem = (work: Promise<unknown>) =>
    work.then(
      () => expect.unreachable('there should be a problem'),
      (error: unknown) => {
        expect(error).toBeInstanceOf(ConnectorProblem);
        return error as ConnectorProblem;
      },
    );

  test('with a user name that Autotask does not know ends with words', async () => {
    const { open } = await start();
    const { reason, message } = await problem(open({ username: 'nobody@msp.example' }));
    expect(reason).toBe('credentials');
    expect(message).toContain('"nobody@msp.example"');
  });

  test('with a wrong secret ends with words, which do not tell it', async () => {
    const opened = await start();
    const session = await opened.open({ secret: 'wrong-secret' });
    const { reason, message } = await problem(
      readRun(emptyMirror(), autotask, session, { since: null, from: FROM }),
    );
    expect(reason).toBe('credentials');
    expect(message).not.toContain('wrong-secret');
  });

  test('finds the account again after it has moved to another zone', async () => {
    const opened = await start();
    const mirror = await readFull(opened);
    opened.fake.move();
    const again = await readFull(opened, mirror);
    expect(again.records).toEqual(mirror.records);
    expect(opened.fake.problems).toEqual([]);
  });

  test('sends the secret to no zone outside of Autotask', async () => {
    const opened = await start();
    const asked: string[] = [];
    const session = autotask.connect({
      credentials: { ...opened.fake.credentials, address: '' },
      http: async ({ url }) => {
        asked.push(url);
        const text = JSON.stringify({ url: 'https://autotask.net.evil.example/ATServicesRest/' });
        return { status: 200, header: () => null, text, json: () => JSON.parse(text) };
      },
      now: () => NOW,
      remembered: {},
      remember: () => {},
    });
    expect((await problem(session)).reason).toBe('address');
    expect(asked).toEqual(['https://webservices.autotask.net/ATServicesRest/V1.0/ZoneInformation']);
  });
});

describe('What the API user may see', () => {
  test('is told kind by kind', async () => {
    const { open } = await start({ denied: ['Opportunities'], hidden: ['Contracts'] });
    const report = await (await open()).test();
    const of = (kind: string) => report.find((permission) => permission.kind === kind);
    expect(of('sign in')).toMatchObject({
      allowed: true,
      message: expect.stringContaining('of 10000 requests'),
    });
    expect(of('companies')).toEqual({ kind: 'companies', allowed: true, message: 'Companies can be read.' });
    expect(of('opportunities')).toMatchObject({
      allowed: false,
      message: expect.stringContaining('adequate permissions'),
    });
    expect(of('contracts')).toMatchObject({
      allowed: true,
      message: expect.stringContaining('came back empty'),
    });
    expect(report).toHaveLength(11);
  });

  test('ends the report at a wrong secret', async () => {
    const { open } = await start();
    const report = await (await open({ secret: 'wrong-secret' })).test();
    expect(report).toEqual([{ kind: 'sign in', allowed: false, message: expect.stringContaining('secret') }]);
  });

  test('shows one row of a kind as it is sent', async () => {
    const { open } = await start();
    const session = await open();
    expect(await session.sample('contacts')).toMatchObject({ id: 1, isActive: 1 });
    expect(await session.sample('companies')).toMatchObject({ id: 0 });
  });

  test.each([
    ['come back empty', { hidden: ['ContractServices', 'ContractServiceBundles'] }],
    [
      'may not be read',
      {
        denied: [
          'ContractServices',
          'ContractServiceBundles',
          'ContractServiceUnits',
          'ContractServiceBundleUnits',
        ],
      },
    ],
  ])('if services %s, contracts have what is expected of them by the month', async (_, options) => {
    const opened = await start(options);
    const mirror = await readFull(opened);
    expect(mirror.records.contractLines.size).toBe(0);
    const contracts = [...mirror.records.contracts.values()].map(({ fields }) => fields);
    for (const { recurring, amount, notice } of contracts)
      expect([amount, notice?.slice(0, 9)]).toEqual(recurring ? ['1000.00', 'Estimated'] : [null, undefined]);
  });

  test('if contracts come back empty, the rest still arrives', async () => {
    const mirror = await readFull(await start({ hidden: ['Contracts'] }));
    expect(mirror.records.contracts.size).toBe(0);
    expect(mirror.records.tickets.size).toBe(TENANT_SIZES.XS.tickets);
  });
});

describe('The allowance', () => {
  test('is left alone from three quarters of it on', async () => {
    const opened = await start({ size: 'S', usedByOthers: 7_500 });
    const session = await opened.open();
    const run = async () => {
      for (let n = 0; n < 200; n++) await session.sample('contacts');
    };
    await expect(run()).rejects.toMatchObject({
      reason: 'busy',
      message: expect.stringContaining('three quarters'),
    });
    expect(opened.fake.calls).toHaveLength(150);
  });

  test('of threads is kept: no more calls at once than Autotask takes', async () => {
    const opened = await start();
    const session = await opened.open();
    await Promise.all(Array.from({ length: 12 }, () => session.sample('contacts')));
    expect(opened.fake.rejected).toBe(0);
  });

  test("a refusal of another integration's doing is waited for, with either status", async () => {
    for (const status of [429, 500])
      expect(autotask.limits.isBusy?.(answer(status, 'Itgenatr005: thread threshold exceeded'))).toBe(true);
    expect(autotask.limits.isBusy?.(answer(500, 'An error has occurred.'))).toBe(false);
    expect(
      autotask.limits.isFinal?.(answer(500, '{"errors":["does not have the adequate permissions"]}')),
    ).toBe(true);
    expect(autotask.limits.isFinal?.(answer(500, '{"message":"An error has occurred."}'))).toBe(false);
  });
});

const answer = (status: number, text: string) => ({
  status,
  text,
  header: () => null,
  json: () => JSON.parse(text),
});
