import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Retention, RetentionRows } from '../../contract/retention.ts';
import { onBothEngines } from '../../test/harness/engines.ts';
import {
  addWorkspace,
  type Client,
  giveKey,
  openTestServer,
  type TestServer,
} from '../testing/test-server.ts';
import { COMPANIES, twoRegions } from '../testing/two-regions.ts';

const [kestrel, marmot, quokka] = [COMPANIES.own.id, COMPANIES.other.id, COMPANIES.unassigned.id];

/** What a company was on a day: MRR in dollars, stage, health, account managers. */
const day = (
  company: string,
  date: string,
  dollars: number,
  { stage = 'active', health = 'Satisfactory', managers = ['manager'], groups = ['east'] } = {},
) => ({
  company,
  date,
  mrr: dollars * 100,
  stage,
  health_status: health,
  segment: 'high_value_low_effort',
  account_managers: managers,
  account_groups: groups,
});

/*
 * Kestrel pays 1,000 in August, 1,200 from September on. Marmot pays 500 and is at risk, and left on 15 October; its
 * contract was ended late, so that the snapshot of October still has its MRR. Quokka was a client in July, none in
 * August and September, and is back in October with 300; on 10 October it paid 900, which is undone by the month's end.
 */
const snapshots = [
  day(kestrel, '2026-07-31', 1000),
  day(kestrel, '2026-08-31', 1000),
  day(kestrel, '2026-09-30', 1200),
  day(kestrel, '2026-10-31', 1200, { managers: [] }),
  day(kestrel, '2026-11-20', 1200, { managers: [] }),
  day(marmot, '2026-08-31', 500, { health: 'At risk', managers: ['both'], groups: ['west'] }),
  day(marmot, '2026-09-30', 500, { health: 'At risk', managers: ['both'], groups: ['west'] }),
  day(marmot, '2026-10-31', 500, { health: 'At risk', managers: ['both'], groups: ['west'] }),
  day(marmot, '2026-11-20', 0, { stage: 'offboarded', health: 'No score', groups: ['west'] }),
  day(quokka, '2026-07-31', 700),
  day(quokka, '2026-08-31', 0, { stage: 'offboarded' }),
  day(quokka, '2026-09-30', 0, { stage: 'offboarded' }),
  day(quokka, '2026-10-10', 900),
  day(quokka, '2026-10-31', 300, { health: 'Needs attention', groups: ['gone'] }),
  day(quokka, '2026-11-20', 300, { health: 'Needs attention' }),
  // still being written
  day(kestrel, '2026-11-21', 9999),
];

const answer = (key: string, company: string, answered_at: string, rating: string) => ({
  key,
  company,
  answered_at,
  rating,
});

onBothEngines('retention', (engine) => {
  let server: TestServer;
  let admin: Client;
  let manager: Client;

  beforeAll(async () => {
    const workspace = await addWorkspace(engine.database, 'Northwind IT', {
      ...twoRegions,
      companies: twoRegions.companies!.map((company) => ({
        stage: 'active',
        offboarded_on: null,
        ...company,
        ...(company.key === marmot ? { stage: 'offboarded', offboarded_on: '2026-10-15' } : {}),
      })),
      snapshots,
      unfinished_snapshots: [{ date: '2026-11-21', definition_version: 1 }],
      csat: [
        // in Chicago it is still the last of September
        answer('night', kestrel, '2026-10-01T02:00:00Z', 'negative'),
        answer('good', kestrel, '2026-10-05T12:00:00Z', 'positive'),
        answer('bad', marmot, '2026-10-06T12:00:00Z', 'negative'),
        { ...answer('taken back', kestrel, '2026-10-07T12:00:00Z', 'negative'), withdrawn: true },
      ],
    });
    await engine.database.pool.query(`update workspaces set time_zone = 'America/Chicago' where id = $1`, [
      workspace,
    ]);
    server = await openTestServer(engine.database, { now: () => new Date('2026-11-22T12:00:00Z') });
    admin = server.withKey(await giveKey(engine.database, workspace, 'admin'));
    manager = server.withKey(await giveKey(engine.database, workspace, 'manager'));
  });
  afterAll(() => server.close());

  const read = async (client: Client, query: string): Promise<Retention> => {
    const answer = await client.get(`/retention${query}`);
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json();
  };
  const rows = async (client: Client, query: string): Promise<RetentionRows> => {
    const answer = await client.get(`/retention/rows?${query}`);
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json();
  };
  /** Month by month in dollars: start, what moved, end. */
  const ledger = ({ months }: Pick<Retention, 'months'>) =>
    months.map(({ month, figures }) => {
      if (figures === null) return [month];
      const moved = (['new', 'returning', 'expansion', 'contraction', 'churn'] as const).filter(
        (kind) => figures[kind].companies > 0,
      );
      return [
        month,
        figures.start.mrr / 100,
        ...moved.map((kind) => `${kind} ${figures[kind].mrr / 100}`),
        figures.end.mrr / 100,
      ];
    });

  it('tells each month from one month’s end to the next, from where history begins to the last day that is whole', async () => {
    const retention = await read(admin, '');
    expect(retention).toMatchObject({
      asOf: '2026-11-22',
      currency: 'USD',
      history: { from: '2026-07-31', to: '2026-11-20' },
      groups: [],
    });
    expect(retention.months.map(({ month, start, end, ongoing }) => [month, start, end, ongoing])).toEqual([
      ['2026-07', null, null, false],
      ['2026-08', '2026-07-31', '2026-08-31', false],
      ['2026-09', '2026-08-31', '2026-09-30', false],
      ['2026-10', '2026-09-30', '2026-10-31', false],
      ['2026-11', '2026-10-31', '2026-11-20', true],
    ]);
    expect(ledger(retention)).toEqual([
      ['2026-07'],
      ['2026-08', 1700, 'new 500', 'churn -700', 1500],
      ['2026-09', 1500, 'expansion 200', 1700],
      // whoever left on the 15th brings in nothing at the end of the month, whatever its contract says
      ['2026-10', 1700, 'returning 300', 'churn -500', 1500],
      ['2026-11', 1500, 1500],
    ]);
    expect(retention.months[3]!.figures!.retention).toEqual({
      clients: 2,
      kept: 1,
      startMrr: 170_000,
      keptMrr: 120_000,
      endMrr: 120_000,
      logo: 0.5,
      gross: 12 / 17,
      net: 12 / 17,
    });
    expect(retention.definitions.map(({ id }) => id)).toContain('gross');
  });

  it('knows who had been a client before the months that are asked for', async () => {
    expect(ledger(await read(admin, '?from=2026-10&to=2026-10'))).toEqual([
      ['2026-10', 1700, 'returning 300', 'churn -500', 1500],
    ]);
  });

  it('counts CSAT by the workspace’s days', async () => {
    const { months } = await read(admin, '?from=2026-09&to=2026-10');
    expect(months.map(({ csat }) => csat)).toEqual([
      { positive: 0, neutral: 0, negative: 1, share: 0 },
      { positive: 1, neutral: 0, negative: 1, share: 0.5 },
    ]);
  });

  it('compares with the same month a year before, where that is on record', async () => {
    const { months } = await read(admin, '?over=year&from=2026-10&to=2026-11');
    expect(months.map(({ start, figures, csat }) => [start, figures, csat.share])).toEqual([
      [null, null, 1 / 3],
      [null, null, 1 / 3],
    ]);
  });

  describe('breaks down by where companies stood at the time', () => {
    it.each<[string, [string | null, string, (number | string)[]][]]>([
      [
        'health',
        [
          ['At risk', 'At risk', ['2026-10', 500, 'churn -500', 0]],
          ['Needs attention', 'Needs attention', ['2026-10', 0, 'returning 300', 300]],
          ['Satisfactory', 'Satisfactory', ['2026-10', 1200, 1200]],
        ],
      ],
      [
        'accountManager',
        [
          ['both', 'User both', ['2026-10', 500, 'churn -500', 0]],
          ['manager', 'User manager', ['2026-10', 1200, 'returning 300', 1500]],
        ],
      ],
      [
        'accountGroup',
        [
          ['east', 'East', ['2026-10', 1200, 1200]],
          ['west', 'West', ['2026-10', 500, 'churn -500', 0]],
          // there is no such group any more
          ['gone', 'gone', ['2026-10', 0, 'returning 300', 300]],
        ],
      ],
      [
        'segment',
        [
          [
            'high_value_low_effort',
            'Most profitable',
            ['2026-10', 1700, 'returning 300', 'churn -500', 1500],
          ],
        ],
      ],
    ])('%s', async (by, expected) => {
      const { groups, months } = await read(admin, `?by=${by}&from=2026-10&to=2026-10`);
      const month = months[0]!;
      expect(
        groups.map(({ id, name, months: of }) => [
          id,
          name,
          ledger({ months: [{ ...month, ...of[0]! }] })[0],
        ]),
      ).toEqual(expected);
    });

    it('those without any come last', async () => {
      const { groups } = await read(admin, '?by=accountManager&from=2026-11&to=2026-11');
      expect(groups.map(({ id, name }) => [id, name])).toEqual([
        ['manager', 'User manager'],
        [null, 'None on record'],
      ]);
    });
  });

  it('narrows, and opens into rows that add up to the figure', async () => {
    expect(ledger(await read(admin, '?health=At+risk&health=Satisfactory&from=2026-10'))[0]).toEqual([
      '2026-10',
      1700,
      'churn -500',
      1200,
    ]);
    expect(await rows(admin, 'month=2026-10&figure=churn')).toMatchObject({
      start: '2026-09-30',
      end: '2026-10-31',
      rows: [
        {
          company: { id: marmot, name: COMPANIES.other.name },
          start: 50_000,
          end: 0,
          amount: -50_000,
          movement: 'churn',
          accountManager: [{ id: 'both', name: 'User both' }],
          accountGroup: [{ id: 'west', name: 'West' }],
          segment: [{ id: 'high_value_low_effort', name: 'Most profitable' }],
          health: [{ id: 'At risk', name: 'At risk' }],
        },
      ],
      totals: { amount: -50_000 },
    });
    const kept = await rows(admin, 'month=2026-10&figure=retention');
    expect(kept.rows.map(({ company, kept }) => [company.id, kept])).toEqual([
      [marmot, 0],
      [kestrel, 120_000],
    ]);
    expect(kept.totals.kept).toBe(120_000);
    const answered = await rows(admin, 'month=2026-10&figure=csat');
    expect(answered.totals.csat).toEqual({ positive: 1, neutral: 0, negative: 1, share: 0.5 });
    expect(
      (await rows(admin, 'month=2026-11&figure=end&by=accountManager&group=')).rows.map(
        ({ company }) => company.id,
      ),
    ).toEqual([kestrel]);
  });

  it('is of the companies that one sees, and says nothing of others', async () => {
    expect(ledger(await read(manager, ''))).toEqual([
      ['2026-07'],
      ['2026-08', 1000, 1000],
      ['2026-09', 1000, 'expansion 200', 1200],
      ['2026-10', 1200, 1200],
      ['2026-11', 1200, 1200],
    ]);
    const body = JSON.stringify([
      await read(manager, '?by=accountGroup'),
      await rows(manager, 'month=2026-10&figure=end'),
      (await manager.get('/retention.csv?by=health')).body,
      (await manager.get('/retention/rows.csv?month=2026-10&figure=churn')).body,
    ]);
    for (const word of [marmot, quokka, 'West', 'gone', 'At risk']) expect(body).not.toContain(word);
    // a group that only others stood in is unknown
    expect((await manager.get('/retention?accountGroup=gone')).statusCode).toBe(400);
    expect((await admin.get('/retention?accountGroup=gone')).statusCode).toBe(200);
  });

  it('comes as files for spreadsheets', async () => {
    const months = await admin.get('/retention.csv?from=2026-10&to=2026-10&by=health');
    expect(months.headers['content-type']).toBe('text/csv; charset=utf-8');
    const lines = months.body.split('\r\n');
    expect(lines[0]).toBe(
      '\uFEFFMonth,From,To,Group id,Group,Starting MRR,Starting companies,New MRR,New companies,Returning MRR,Returning companies,Expansion MRR,Expansion companies,Contraction MRR,Contraction companies,Churn MRR,Churn companies,Ending MRR,Ending companies,Client retention,Gross revenue retention,Net revenue retention,CSAT,CSAT responses',
    );
    expect(lines[1]).toBe(
      '2026-10,2026-09-30,2026-10-31,At risk,At risk,500,1,0,0,0,0,0,0,0,0,-500,1,0,0,0,0,0,0,1',
    );
    const churn = await admin.get('/retention/rows.csv?month=2026-10&figure=churn');
    expect(churn.headers['content-disposition']).toContain('quarterdeck-churn-2026-10.csv');
    expect(churn.body.split('\r\n')[1]).toBe(
      `${marmot},${COMPANIES.other.name},500,0,churn,-500,0,User both,West,Most profitable,At risk,0,0,1`,
    );
  });

  it.each([
    ['from=2026-13', 'from'],
    ['from=2026-11&to=2026-10', 'from'],
    ['from=2000-01', 'from'],
    ['by=luck', 'by'],
    ['health=Sad', 'health'],
    ['segment=nowhere', 'segment'],
    ['accountManager=nobody', 'accountManager'],
    ['stackItem=mfa', 'stackItem'],
  ])('refuses ?%s', async (query, name) => {
    const answer = await admin.get(`/retention?${query}`);
    expect(answer.statusCode).toBe(400);
    expect(answer.json().error.details.issues[0].name).toBe(name);
  });

  it('refuses a group without its breakdown, and a figure that there is none of', async () => {
    expect((await admin.get('/retention/rows?month=2026-10&figure=end&group=east')).statusCode).toBe(400);
    expect((await admin.get('/retention/rows?month=2026-10&figure=luck')).statusCode).toBe(400);
  });

  it('says so where there is no history', async () => {
    const empty = await addWorkspace(engine.database, 'Fresh IT', {
      users: [{ key: 'first', name: 'First', email: 'first@fresh.example', role: 'admin' }],
    });
    const first = server.withKey(await giveKey(engine.database, empty, 'first'));
    expect(await read(first, '')).toMatchObject({
      history: null,
      months: [{ month: '2026-11', start: null, end: null, ongoing: true, figures: null }],
    });
  });
});
