import { afterEach, describe, expect, test } from 'vitest';
import { ConnectorProblem, type Session } from '../../../server/connectors/connector.ts';
import { openHttp } from '../../../server/connectors/http-client.ts';
import { smileBack } from '../../../server/connectors/smileback/connector.ts';
import { type Fault, faultEvery, faultsOf } from '../faults.ts';
import { emptyMirror, type Mirror, readRun } from '../mirror.ts';
import { generateTenant, putRecord, TENANT_SIZES, type Tenant } from '../tenant.ts';
import { type FakeSmileBack, type FakeSmileBackOptions, startFakeSmileBack } from './fake.ts';

const NOW = new Date('2026-11-29T10:00:00Z');
const FROM = new Date('2025-10-29T00:00:00Z');

const fakes: FakeSmileBack[] = [];
afterEach(async () => {
  for (const fake of fakes.splice(0)) await fake.close();
});

/** Three hundred reviews. */
async function start(options: Partial<FakeSmileBackOptions> = {}): Promise<FakeSmileBack> {
  const tenant = generateTenant({ size: { ...TENANT_SIZES.XS, tickets: 6000, timeEntries: 0 }, now: NOW });
  const fake = await startFakeSmileBack({ tenant, ...options });
  fakes.push(fake);
  return fake;
}

function connect(fake: FakeSmileBack, credentials = fake.credentials): Promise<Session> {
  let time = NOW.getTime();
  const clock = {
    now: () => time,
    wait: async (ms: number) => {
      time += ms;
    },
  };
  return smileBack.connect({
    credentials,
    http: openHttp({ limits: smileBack.limits, allowPrivate: true, clock, timeout: 3000 }),
    now: () => new Date(time),
    remembered: {},
    remember: () => {},
  });
}

async function run(
  fake: FakeSmileBack,
  since: Date | null = null,
  mirror: Mirror = emptyMirror(),
): Promise<Mirror> {
  await readRun(mirror, smileBack, await connect(fake), { since, from: FROM });
  return mirror;
}

const arrived = ({ records }: Mirror) =>
  Object.fromEntries([...records.surveys].map(([id, { fields }]) => [id, fields]));

/** A smile is 1, 0 or -1. */
const expected = ({ surveys }: Tenant) =>
  Object.fromEntries(
    [...surveys].map(([id, { fields }]) => [
      id,
      { ...fields, score: { positive: '1', neutral: '0', negative: '-1' }[fields.rating!] },
    ]),
  );

test('brings every review, with the ids that ticket and company have in the PSA', async () => {
  const fake = await start();
  const mirror = await run(fake);
  expect(arrived(mirror)).toEqual(expected(fake.tenant));
  expect(mirror.records.surveys.size).toBe(300);
  expect(mirror.problems).toEqual([]);
  expect(fake.calls).toBe(4);
});

test('a review that nobody has answered yet has no rating', async () => {
  const fake = await start();
  fake.unrated.add('5');
  const { records } = await run(fake);
  expect(records.surveys.get('5')?.fields).toMatchObject({ rating: null, score: null, comment: null });
  expect(records.surveys.size).toBe(300);
});

test('later, only what has changed comes; what was deleted has no rating any more, and is gone when all is read', async () => {
  const fake = await start();
  const mirror = await run(fake);
  const later = new Date(NOW.getTime() + 60_000);
  for (const id of ['1', '2'])
    putRecord(
      fake.tenant,
      'surveys',
      id,
      { ...fake.tenant.surveys.get(id)!.fields, comment: 'Changed' },
      later,
    );
  fake.deleted.add('2');
  const before = fake.calls;
  await run(fake, new Date(NOW.getTime() + 1000), mirror);
  expect(fake.calls - before).toBe(2);
  expect(mirror.records.surveys.get('1')?.fields.comment).toBe('Changed');
  expect(mirror.records.surveys.get('2')?.fields).toMatchObject({ rating: null, score: null, comment: null });
  await run(fake, null, mirror);
  expect(mirror.records.surveys.has('2')).toBe(false);
  expect(mirror.records.surveys.size).toBe(299);
});

describe('what goes wrong', () => {
  test.each<[string, readonly Fault[]]>([
    ['busy', [{ kind: 'busy', retryAfterSeconds: 30 }]],
    ['errors and proxies', [{ kind: 'server error' }, { kind: 'bad gateway' }]],
    ['cut off', [{ kind: 'cut off' }]],
    ['a review twice', [{ kind: 'duplicate ids' }]],
  ])('is survived: %s', async (_, faults) => {
    const fake = await start({ faults: faultEvery(2, faults) });
    expect(arrived(await run(fake))).toEqual(expected(fake.tenant));
  });

  test('a token that ends early is renewed', async () => {
    const fake = await start({ tokenCalls: 2 });
    expect(arrived(await run(fake))).toEqual(expected(fake.tenant));
    expect(fake.addresses.filter((address) => address === '/api/token/')).toHaveLength(2);
  });

  test('rows that are none are told of, and the others arrive', async () => {
    const fake = await start({ faults: faultsOf('/reviews/', { kind: 'no rows' }) });
    const mirror = await run(fake);
    expect(arrived(mirror)).toEqual(expected(fake.tenant));
    expect(mirror.problems).toHaveLength(12);
  });

  test.each(['wrong types', 'missing fields', 'null fields'] as const)(
    'rows without sense are told of: %s',
    async (kind) => {
      const fake = await start({ faults: faultsOf('/reviews/', { kind }) });
      const { problems, records } = await run(fake);
      expect(problems.length + records.surveys.size).toBe(300);
    },
  );

  test('the address of the next page leads nowhere else', async () => {
    const fake = await start();
    const other = await start();
    const session = await connect(fake);
    const request = {
      since: null,
      from: FROM,
      known: { ids: async () => [], records: async () => new Map() },
    };
    const { next } = await session.read('surveys', { ...request, cursor: null });
    expect(next).not.toContain('127.0.0.1');
    await session.read('surveys', { ...request, cursor: next });
    expect(fake.addresses.at(-1)).toContain('offset=100');
    expect(other.calls).toBe(0);
  });

  test.each([
    ['clientSecret', /Check the client ID and secret/],
    ['password', /e-mail address and password/],
  ])('a wrong %s is said', async (name, message) => {
    const fake = await start();
    const session = await connect(fake, { ...fake.credentials, [name]: 'wrong' });
    expect(await session.test()).toEqual([
      { kind: 'sign in', allowed: false, message: expect.stringMatching(message) },
    ]);
    await expect(session.sample('surveys')).rejects.toThrow(ConnectorProblem);
  });
});

test('the set-up is told that reviews can be read, and sees one', async () => {
  const session = await connect(await start());
  expect((await session.test()).map(({ kind, allowed }) => [kind, allowed])).toEqual([
    ['sign in', true],
    ['surveys', true],
  ]);
  expect(await session.sample('surveys')).toMatchObject({ id: 1, status: 'open' });
});
