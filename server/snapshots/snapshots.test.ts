import { beforeEach, expect, it } from 'vitest';
import { onBothEngines } from '../../test/harness/engines.ts';
import type { JobCall, JobContext } from '../jobs/job.ts';
import { dataFolderStore } from '../platform/files/data-folder.ts';
import { openPortfolios } from '../portfolio/portfolios.ts';
import { addWorkspace } from '../testing/test-server.ts';
import { dailySnapshots } from './daily-snapshots.ts';
import { definitionSnapshots } from './definition-snapshots.ts';

const companies = [
  { key: 'acme', name: 'Acme', employees_override: 10, stage: 'active' },
  { key: 'birch', name: 'Birch', employees_override: 5, stage: 'onboarding' },
  { key: 'cedar', name: 'Cedar', employees_override: null, stage: 'prospect' },
  { key: 'left', name: 'Left', employees_override: null, stage: 'offboarded', offboarded_on: '2026-11-15' },
].map((company) => ({ offboarded_on: null, ...company }));

const contract = (
  company: string,
  amount: number,
  start: string | null = null,
  end: string | null = null,
) => ({
  key: `${company}-${amount}`,
  company,
  name: 'Managed services',
  amount,
  start,
  end,
});

onBothEngines('snapshots', (engine) => {
  let workspace: string;
  let now: Date;

  beforeEach(async () => {
    now = new Date('2026-11-22T05:10:00.000Z');
    workspace = await addWorkspace(engine.database, 'Northwind IT', {
      users: [{ key: 'sam', name: 'Sam', email: `sam-${Math.random()}@northwind.example`, role: 'member' }],
      companies,
      contracts: [
        contract('acme', 100_000),
        contract('acme', 5000, '2026-11-20'),
        contract('birch', 20_000, null, '2026-11-21'),
        contract('left', 9000),
      ],
      health_metrics: [{ key: 'sentiment', name: 'Sentiment', max_score: 10, weight: 1, kind: 'custom' }],
      effort_metrics: [{ key: 'segment-effort', name: 'Effort', max_score: 10, weight: 1, kind: 'custom' }],
      health_scores: [{ company: 'acme', metric: 'sentiment', points: 8 }],
      effort_scores: [
        { company: 'acme', metric: 'segment-effort', points: 3 },
        { company: 'birch', metric: 'segment-effort', points: 9 },
      ],
      account_groups: [{ key: 'east', name: 'East' }],
      account_group_companies: [{ account_group: 'east', company: 'acme' }],
      account_manager_companies: [{ user: 'sam', company: 'birch' }],
    });
    await set(`time_zone = 'America/New_York'`);
  });

  const set = (what: string) =>
    engine.database.pool.query(`update workspaces set ${what} where id = $1`, [workspace]);
  const context = (): JobContext => ({
    database: engine.database,
    portfolios: openPortfolios(engine.database),
    files: dataFolderStore('/nowhere'),
    now: () => now,
  });
  const call = (more: Partial<JobCall> = {}): JobCall => ({ workspace, now, stopIfAsked: () => {}, ...more });
  const daily = (more?: Partial<JobCall>) => dailySnapshots.run(context(), call(more));
  const afterChange = () => definitionSnapshots.run(context(), call());
  const rows = async (date: string) => {
    const { rows } = await engine.database.pool.query(
      'select * from snapshots where workspace_id = $1 and date = $2 order by company collate "C"',
      [workspace, date],
    );
    return rows.map(({ workspace_id: _, date: __, ...row }) => row);
  };
  const dates = async () => {
    const { rows } = await engine.database.pool.query<{ line: string }>(
      `select date || ' ' || count(*) || coalesce(' ' || bool_or(reconstructed), '') as line
       from snapshots where workspace_id = $1 group by date order by date`,
      [workspace],
    );
    return rows.map(({ line }) => line);
  };

  it('keep every figure of every company for the day that is over where the workspace is', async () => {
    expect(await daily()).toBe('Took the snapshots of 2026-11-21.');
    expect(await dates()).toEqual(['2026-11-21 4']);
    const [acme, birch, cedar, left] = await rows('2026-11-21');
    expect(acme).toMatchObject({
      company: 'acme',
      stage: 'active',
      mrr: 105_000,
      employees: 10,
      segment: 'high_value_low_effort',
      account_managers: [],
      account_groups: ['east'],
      reconstructed: null,
    });
    expect(Number(acme.health)).toBe(80);
    expect(Number(acme.effort)).toBe(30);
    // its contract counted on its last day
    expect(birch).toMatchObject({ mrr: 20_000, segment: 'low_value_high_effort', account_managers: ['sam'] });
    expect(cedar).toMatchObject({
      stage: 'prospect',
      mrr: 0,
      segment: null,
      health: null,
      health_status: 'No score',
    });
    expect(left).toMatchObject({ stage: 'offboarded', mrr: 9000 });
  });

  it('are the same when they are taken twice, and follow what was corrected', async () => {
    await daily();
    const first = await rows('2026-11-21');
    await daily();
    expect(await rows('2026-11-21')).toEqual(first);
    await engine.database.pool.query(
      `update companies set mrr_override = 777 where workspace_id = $1 and key = 'cedar'`,
      [workspace],
    );
    await daily();
    expect((await rows('2026-11-21')).map(({ mrr }) => mrr)).toEqual([105_000, 20_000, 777, 9000]);
  });

  it('are made up for after days without a server, as far as contracts tell, and say so', async () => {
    now = new Date('2026-11-10T06:00:00.000Z');
    await daily();
    now = new Date('2026-11-22T12:00:00.000Z');
    expect(await daily()).toBe(
      'Took the snapshots of 2026-11-21, and afterwards, from the dates of contracts, those of 11 earlier days from 2026-11-10 on.',
    );
    const all = await dates();
    expect(all).toHaveLength(13);
    expect([all[0], all[1], all[11], all[12]]).toEqual([
      '2026-11-09 4',
      '2026-11-10 4 true',
      '2026-11-20 4 true',
      '2026-11-21 4',
    ]);
    const on = async (date: string, company: string) =>
      (await rows(date)).find((row) => row.company === company);
    expect(await on('2026-11-19', 'acme')).toMatchObject({
      mrr: 100_000,
      employees: null,
      health: null,
      health_status: null,
      segment: null,
      account_groups: null,
    });
    expect(await on('2026-11-20', 'acme')).toMatchObject({ mrr: 105_000 });
    expect(await on('2026-11-14', 'left')).toMatchObject({ stage: 'active' });
    expect(await on('2026-11-15', 'left')).toMatchObject({ stage: 'offboarded' });
  });

  it('are gone on with when they were cut off, and are not lost', async () => {
    let looks = 0;
    const cutOff = daily({
      stopIfAsked: () => {
        looks += 1;
        if (looks === 2) throw new Error('killed');
      },
    });
    await expect(cutOff).rejects.toThrow('killed');
    const unfinished = () =>
      engine.database.pool.query('select date from unfinished_snapshots where workspace_id = $1', [
        workspace,
      ]);
    expect((await unfinished()).rows).toEqual([{ date: '2026-11-21' }]);
    now = new Date('2026-11-23T06:00:00.000Z');
    await daily();
    expect(await dates()).toEqual(['2026-11-21 4 true', '2026-11-22 4']);
    expect((await unfinished()).rows).toEqual([]);
  });

  it('go on after the last company that was written', async () => {
    await daily();
    await engine.database.pool.query(
      `insert into unfinished_snapshots select id, '2026-11-21', definitions_version, 'birch' from workspaces where id = $1`,
      [workspace],
    );
    await engine.database.pool.query('update snapshots set mrr = 1 where workspace_id = $1', [workspace]);
    await daily();
    expect((await rows('2026-11-21')).map(({ mrr }) => mrr)).toEqual([1, 1, 0, 9000]);
  });

  it('are taken of the day that goes on when definitions have changed, and anew when it is over', async () => {
    expect(await afterChange()).toBe('Nothing has changed.');
    await daily();
    expect(await afterChange()).toBe('Nothing has changed.');
    await set(`effort_midpoint = 20`);
    expect(await afterChange()).toBe('Took the snapshots of 2026-11-22 by the new definitions.');
    expect(await afterChange()).toBe('Nothing has changed.');
    const version = async (date: string) => (await rows(date))[0].definition_version;
    expect(await version('2026-11-22')).toBe((await version('2026-11-21')) + 1);
    expect((await rows('2026-11-22'))[0].segment).toBe('high_value_high_effort');
    await engine.database.pool.query(
      `update companies set mrr_override = 5 where workspace_id = $1 and key = 'acme'`,
      [workspace],
    );
    now = new Date('2026-11-23T06:00:00.000Z');
    await daily();
    expect((await rows('2026-11-22'))[0].mrr).toBe(5);
  });

  it('are none of a workspace whose day is fixed', async () => {
    await set(`as_of = '2026-11-22'`);
    expect(await daily()).toBe('The workspace’s day is fixed, so no day ends.');
    expect(await afterChange()).toBe('The workspace’s day is fixed, so no day ends.');
    expect(await dates()).toEqual([]);
  });
});
