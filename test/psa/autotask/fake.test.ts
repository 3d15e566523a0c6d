import { afterEach, expect, test } from 'vitest';
import { generateTenant, TENANT_SIZES } from '../tenant.ts';
import { rowProblems } from './documented.ts';
import { FAKE_CREDENTIALS, type FakeAutotask, type FakeOptions, startAutotask } from './fake.ts';

const now = new Date('2026-11-29T10:00:00Z');

let fake: FakeAutotask;
afterEach(() => fake.close());

async function start(
  options: Partial<FakeOptions> = {},
): Promise<(path: string, body?: unknown) => Promise<Answer>> {
  fake = await startAutotask({ tenant: generateTenant({ size: TENANT_SIZES.S, now }), now, ...options });
  const zone = await ask(
    `${fake.address}/ATServicesRest/V1.0/ZoneInformation?user=${FAKE_CREDENTIALS.username}`,
  );
  return (path, body) => ask(path.startsWith('http') ? path : `${zone.body.url}V1.0/${path}`, body);
}

interface Answer {
  readonly status: number;
  // What an answer holds is what these tests are about.
  readonly body: Record<string, never> & {
    items?: Record<string, unknown>[];
    pageDetails?: { nextPageUrl: string | null };
  };
}

async function ask(url: string, body?: unknown): Promise<Answer> {
  const answer = await fetch(url, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      username: FAKE_CREDENTIALS.username,
      secret: FAKE_CREDENTIALS.secret,
      apiintegrationcode: FAKE_CREDENTIALS.integrationCode,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: text ? JSON.parse(text) : {} };
}

const all = { filter: [{ op: 'gte', field: 'id', value: 0 }] };

test('the zone is elsewhere; an unknown user is answered with 500, and a call to another zone with 401', async () => {
  const call = await start();
  expect((await ask(`${fake.address}/ATServicesRest/V1.0/ZoneInformation?user=nobody`)).status).toBe(500);
  expect((await ask(`${fake.address}/ATServicesRest/V1.0/Contacts/query`, all)).status).toBe(401);
  expect((await call('Contacts/query', all)).status).toBe(200);
  fake.move();
  expect((await call('Contacts/query', all)).status).toBe(401);
});

test('a page has 500 rows at most, and its continuation takes a POST with the same body only', async () => {
  const call = await start();
  const first = await call('Contacts/query', { ...all, MaxRecords: 5000 });
  expect(first.body.items).toHaveLength(500);
  const next = first.body.pageDetails!.nextPageUrl!;
  expect((await call(next)).status).toBe(500);
  expect((await call(next, {})).status).toBe(500);
  const second = await call(next, all);
  expect(second.body.items?.[0]?.id).toBe(501);
  expect(second.body.pageDetails?.nextPageUrl).toBeNull();
});

test.each([
  ['without a filter', {}],
  ['with a field that there is not', { filter: [{ op: 'eq', field: 'colour', value: 1 }] }],
  ['with an operator that there is not', { filter: [{ op: 'like', field: 'id', value: 1 }] }],
  [
    'with too many values',
    { filter: [{ op: 'in', field: 'id', value: Array.from({ length: 501 }, (_, n) => n) }] },
  ],
])('a query %s is answered with 500', async (_, body) => {
  const call = await start();
  expect((await call('Contacts/query', body)).status).toBe(500);
});

test.each([
  [[{ op: 'in', field: 'ID', value: [3, 4] }], [3, 4]],
  [
    [
      { op: 'gt', field: 'id', value: 2 },
      { op: 'lte', field: 'id', value: 4 },
    ],
    [3, 4],
  ],
  [
    [
      {
        op: 'or',
        items: [
          { op: 'eq', field: 'id', value: 3 },
          { op: 'eq', field: 'id', value: 7 },
        ],
      },
    ],
    [3, 7],
  ],
  [[{ op: 'endsWith', field: 'id', value: '999' }], [999]],
  [[{ op: 'gte', field: 'createDate', value: '2027-01-01' }], []],
])('%j lets through %j', async (filter, ids) => {
  const call = await start();
  const { body } = await call('Contacts/query', { filter });
  expect(body.items?.map(({ id }) => id)).toEqual(ids);
});

test('picklists have texts for values, rows numbers; names are in camel case, times with and without a Z', async () => {
  const call = await start();
  const { fields } = (await call('Tickets/entityInformation/fields')).body as unknown as {
    fields: { name: string; picklistValues: { value: string; label: string }[] | null }[];
  };
  const closed = fields
    .find(({ name }) => name === 'status')
    ?.picklistValues?.find(({ label }) => label === 'Closed');
  expect(closed?.value).toBe('5');
  const { items } = (await call('Tickets/query', { filter: [{ op: 'eq', field: 'status', value: 5 }] })).body;
  expect(items?.length).toBeGreaterThan(0);
  const zoned = items?.map(({ createDate }) => String(createDate).endsWith('Z'));
  expect(new Set(zoned)).toEqual(new Set([true, false]));
});

test('units have a row for each period: past, current, future, and one that is split', async () => {
  const call = await start();
  const { items } = (
    await call('ContractServiceUnits/query', { filter: [{ op: 'eq', field: 'contractServiceID', value: 8 }] })
  ).body;
  const days = items?.map(({ startDate, endDate }) => [
    String(startDate).slice(0, 10),
    String(endDate).slice(0, 10),
  ]);
  expect(days?.some(([, end]) => end! < '2026-11-29')).toBe(true);
  expect(days?.some(([start]) => start! > '2026-11-29')).toBe(true);
  expect(days?.some(([start]) => start === '2026-11-29')).toBe(true);
  expect(days?.some(([, end]) => end === '2026-11-28')).toBe(true);
});

test('a fourth call at once for an entity is refused, with 429 and with 500 in turn', async () => {
  const call = await start();
  const release = fake.hold();
  const calls = Array.from({ length: 5 }, () => call('Contacts/query', all));
  const refused = await Promise.race([
    Promise.all(calls).then(() => []),
    new Promise<number[]>((resolve) => {
      const statuses: number[] = [];
      for (const one of calls)
        one.then(
          ({ status }) => {
            statuses.push(status);
            if (statuses.length === 2) resolve(statuses);
          },
          () => {},
        );
    }),
  ]);
  release();
  expect([...refused].sort()).toEqual([429, 500]);
  expect((await Promise.all(calls)).filter(({ status }) => status === 200)).toHaveLength(3);
});

test('all integrations share 10,000 calls an hour, and are told how many they have used', async () => {
  const call = await start({ usedByOthers: 9_999 });
  expect((await call('ThresholdInformation')).body).toMatchObject({
    externalRequestThreshold: 10_000,
    currentTimeframeRequestCount: 10_000,
  });
  expect((await call('Contacts/query', all)).status).toBe(429);
});

test('what may not be read is answered with 500 and words, what is hidden with nothing', async () => {
  const call = await start({ denied: ['Opportunities'], hidden: ['Contracts'] });
  const denied = await call('Opportunities/query', all);
  expect([denied.status, JSON.stringify(denied.body)]).toEqual([
    500,
    expect.stringContaining('adequate permissions'),
  ]);
  expect((await call('Contracts/query', all)).body.items).toEqual([]);
});

test('what is not as Autotask documents it is noticed', async () => {
  const call = await start();
  await call('Firms/query', all);
  expect(fake.problems).toEqual(['POST /V1.0/Firms/query is not in autotask.json']);
  expect(rowProblems('Contacts', { id: 1, isActive: true })).toEqual([expect.stringContaining('isActive')]);
  expect(rowProblems('Contacts', { id: 1, mrr: 3 })).toEqual([expect.stringContaining('mrr')]);
  expect(
    rowProblems('Contacts', { id: 1, isActive: 1, createDate: '2026-01-01T00:00:00', title: null }),
  ).toEqual([]);
});
