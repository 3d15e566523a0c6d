import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { planApply } from '../../../domain/sync/plan-apply.ts';
import { PORTFOLIO_KINDS, RECORD_KINDS, type RecordKind } from '../../../domain/sync/records.ts';
import { applyInput, mirror as mirrorOf } from '../../../domain/sync/testing/some-records.ts';
import { expectedRecords } from '../../../test/psa/connectwise/expected.ts';
import { type FakeConnectWise, startFakeConnectWise } from '../../../test/psa/connectwise/fake.ts';
import { type Fault, faultAt, faultEvery, faultsOf } from '../../../test/psa/faults.ts';
import { emptyMirror, type Mirror, readRun } from '../../../test/psa/mirror.ts';
import { generateTenant, putRecord, TENANT_SIZES } from '../../../test/psa/tenant.ts';
import { trueMrr } from '../../../test/psa/truth.ts';
import type { Session } from '../connector.ts';
import { openHttp } from '../http-client.ts';
import { connectWise } from './connector.ts';

const NOW = new Date('2026-11-29T10:00:00Z');
const TODAY = '2026-11-29';
const FROM = new Date('2025-10-29T00:00:00Z');
const SINCE = new Date('2026-11-29T11:55:00Z');
const LATER = new Date('2026-11-29T12:00:00Z');
const tenantOf = (size: keyof typeof TENANT_SIZES) =>
  generateTenant({ size: TENANT_SIZES[size], now: NOW, flatAmounts: true });

let fake: FakeConnectWise;
beforeEach(async () => {
  fake = await startFakeConnectWise(tenantOf('XS'));
});
afterEach(() => fake.close());

function rename(contract: string): void {
  const { fields } = fake.tenant.contracts.get(contract)!;
  putRecord(fake.tenant, 'contracts', contract, { ...fields, name: 'New' }, LATER);
}

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

async function readFull(session: Session, kinds: readonly RecordKind[] = RECORD_KINDS): Promise<Mirror> {
  const mirror = emptyMirror();
  await readRun(mirror, { ...connectWise, kinds }, session, { since: null, from: FROM });
  return mirror;
}

const readChanges = (mirror: Mirror, session: Session, kinds = connectWise.incremental) =>
  readRun(mirror, { ...connectWise, incremental: kinds }, session, { since: SINCE, from: FROM });

const fieldsOf = (mirror: Mirror, kind: RecordKind) =>
  new Map([...mirror.records[kind]].map(([id, { fields }]) => [id, fields]));

function expectTruth(mirror: Mirror, kinds: readonly RecordKind[] = RECORD_KINDS): void {
  const expected = expectedRecords(fake.tenant);
  for (const kind of kinds) expect(fieldsOf(mirror, kind), kind).toEqual(expected[kind]);
}

test('everything arrives as it is, within the specification', async () => {
  const mirror = await readFull(await connected());
  expectTruth(mirror);
  expect(mirror.problems).toEqual([]);
  expect(fake.violations).toEqual([]);
});

test('MRR is right to the cent, company by company', async () => {
  await fake.close();
  fake = await startFakeConnectWise(tenantOf('S'));
  const { records } = await readFull(await connected(), PORTFOLIO_KINDS);
  const fields = <K extends RecordKind>(kind: K) =>
    Object.fromEntries([...records[kind]].map(([id, record]) => [id, record.fields]));
  const mirror = mirrorOf({
    companies: fields('companies'),
    contracts: fields('contracts'),
    contractLines: fields('contractLines'),
  });
  const clients = planApply(applyInput({ mirror, today: TODAY })).companies.filter(({ mrr }) => mrr !== null);
  const truth = trueMrr(fake.tenant, TODAY);
  expect(clients.length).toBeGreaterThan(30);
  for (const { record, mrr } of clients) expect([record, mrr]).toEqual([record, truth.get(record) ?? 0]);
});

test('every record says when it was changed, by the vendor’s clock', async () => {
  const { fields } = fake.tenant.companies.get('2')!;
  putRecord(fake.tenant, 'companies', '2', fields, new Date('2026-11-29T10:00:00Z'));
  fake.clockAheadMs = 3_600_000;
  const { records } = await readFull(await connected(), ['companies']);
  expect(records.companies.get('2')?.updatedAt).toBe('2026-11-29T11:00:00.000Z');
});

test('what happened before a day is not asked for', async () => {
  const mirror = emptyMirror();
  const kinds = ['tickets', 'timeEntries', 'surveys'] as const;
  const from = new Date('2026-06-01T00:00:00Z');
  await readRun(mirror, { ...connectWise, kinds }, await connected(), { since: null, from });
  const days = {
    tickets: [...mirror.records.tickets.values()].map(({ fields }) => fields.createdAt),
    timeEntries: [...mirror.records.timeEntries.values()].map(({ fields }) => fields.workedOn),
    surveys: [...mirror.records.surveys.values()].map(({ fields }) => fields.answeredAt),
  };
  for (const kind of kinds) {
    const expected = [...expectedRecords(fake.tenant)[kind].values()].map(
      (fields) => Object.entries(fields).find(([name]) => /createdAt|workedOn|answeredAt/.test(name))![1],
    );
    expect(days[kind]).toEqual(expected.filter((day) => day >= '2026-06-01'));
    expect(days[kind].length).toBeLessThan(expected.length);
  }
});

describe('what has changed', () => {
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
    const mirror = await readFull(session, ['companies']);
    const company = fake.tenant.companies.get('2')!.fields;
    putRecord(fake.tenant, 'companies', '2', { ...company, name: 'Renamed' }, LATER);
    // Not told, so it cannot arrive.
    putRecord(
      fake.tenant,
      'companies',
      '4',
      { ...company, name: 'Untold' },
      new Date('2026-11-20T00:00:00Z'),
    );
    await readChanges(mirror, session, ['companies']);
    expect(mirror.records.companies.get('2')?.fields.name).toBe('Renamed');
    expect(mirror.records.companies.get('4')?.fields.name).not.toBe('Untold');
  });

  test('of an agreement, brings its lines; one that is gone is not among them', async () => {
    const session = await connected();
    const mirror = await readFull(session, PORTFOLIO_KINDS);
    const [line] = fake.tenant.contractLines.values();
    fake.tenant.contractLines.delete(line!.id);
    rename(line!.fields.contract!);
    fake.calls.length = 0;
    await readChanges(mirror, session);
    expectTruth(mirror, PORTFOLIO_KINDS);
    expect(fake.calls.filter((call) => call.includes('additions'))).toHaveLength(1);
  });

  test('is nothing: thirteen calls at most', async () => {
    const remembered = {};
    const mirror = await readFull(await connected({}, remembered));
    fake.calls.length = 0;
    await readChanges(mirror, await connected({}, remembered));
    expect(fake.calls.length).toBeLessThanOrEqual(13);
    expectTruth(mirror);
  });
});

test('a first run of a middle-sized MSP takes at most 650 calls', async () => {
  await fake.close();
  fake = await startFakeConnectWise(tenantOf('M'));
  const mirror = await readFull(await connected());
  expect(fake.calls.length).toBeLessThanOrEqual(650);
  expect(mirror.records.timeEntries.size).toBe(TENANT_SIZES.M.timeEntries);
  expect(mirror.records.contractLines.size).toBe(fake.tenant.contractLines.size);
  expect(fake.violations).toEqual([]);
}, 300_000);

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
    expectTruth(await readFull(await connected({}, remembered), PORTFOLIO_KINDS), PORTFOLIO_KINDS);
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
    const mirror = await readFull(await connected());
    expectTruth(mirror);
    expect(mirror.problems).toEqual([]);
  });

  test('no answer in time is asked again', async () => {
    fake.faults = faultAt(3, { kind: 'silence' });
    expectTruth(await readFull(await connected()));
  });

  test.each<[Fault['kind'], RegExp]>([
    ['busy', /left alone/],
    ['server error', /answers with 500, after/],
    ['bad gateway', /answers with 502, after/],
    ['cut off', /JSON/],
  ])('that stay end in words: %s', async (kind, message) => {
    fake.faults = faultsOf('/agreements', { kind } as Fault);
    await expect(readFull(await connected())).rejects.toThrow(message);
  });

  test.each<[Fault['kind']]>([['wrong types'], ['missing fields'], ['null fields']])(
    '%s cost fields or rows, never the run',
    async (kind) => {
      fake.faults = faultsOf('', { kind } as Fault);
      const mirror = await readFull(await connected({}, { codebase: 'v2026_1/' }));
      for (const of of ['contacts', 'contracts'] as const)
        expect(mirror.records[of].size).toBe(fake.tenant[of].size);
      for (const { id, message } of mirror.problems) {
        expect(id).not.toBeNull();
        expect(message).toContain('expected');
      }
    },
  );

  test('what is no row is told, and the rows beside it are read', async () => {
    fake.faults = faultsOf('/company/contacts', { kind: 'no rows' });
    const mirror = await readFull(await connected());
    expectTruth(mirror);
    expect(mirror.problems.map(({ message }) => message)).toEqual([
      'id: null, expected a row with a number.',
      'id: "row", expected a row with a number.',
      'id: [], expected a row with a number.',
      'id: {}, expected a row with a number.',
    ]);
  });

  test('a last page that comes again ends the list', async () => {
    fake.repeatsLastPage = true;
    const mirror = await readFull(await connected());
    expectTruth(mirror);
  });

  test('a row that goes while pages are read takes no other with it', async () => {
    await fake.close();
    fake = await startFakeConnectWise(tenantOf('S'));
    let asked = 0;
    fake.onCall = (path) => {
      if (path.endsWith('/service/tickets') && ++asked === 3) fake.tenant.tickets.delete('17');
    };
    const { records } = await readFull(await connected(), ['tickets']);
    expect(records.tickets.size).toBe(TENANT_SIZES.S.tickets);
  });

  test('an agreement that goes while it is read is told, and its lines are not taken for gone', async () => {
    const session = await connected();
    const mirror = await readFull(session, PORTFOLIO_KINDS);
    rename('7');
    rename('8');
    fake.onCall = (path) => {
      if (path.endsWith('/agreements/7/additions')) fake.tenant.contracts.delete('7');
    };
    await readChanges(mirror, session);
    expect(mirror.problems).toEqual([{ id: null, message: 'Agreement 7: it has gone while it was read.' }]);
    expect(fieldsOf(mirror, 'contractLines')).toEqual(expectedRecords(fake.tenant).contractLines);
  });

  test('keys that stop being accepted while additions are read end the run, whatever the status says', async () => {
    fake.wrongKeys = 404;
    const mirror = await readFull(await connected(), PORTFOLIO_KINDS);
    const wrong = await connected({ privateKey: 'changed' });
    const again = readRun(mirror, { ...connectWise, kinds: ['contractLines'] }, wrong, {
      since: null,
      from: FROM,
    });
    await expect(again).rejects.toMatchObject({ reason: 'credentials' });
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
    const { records } = await readFull(await connected(), ['companies', 'contracts', 'tickets']);
    const periods = [...records.contracts.values()].flatMap(
      ({ fields }) => ('period' in fields && fields.period) || [],
    );
    expect(periods.length).toBeGreaterThan(0);
    expect(periods.every(({ cycle, certain }) => cycle === null && !certain)).toBe(true);
    expect(records.tickets.size).toBe(fake.tenant.tickets.size);
  });
});
