import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CompanyHistory } from '../../contract/company-history.ts';
import { onBothEngines } from '../../test/harness/engines.ts';
import {
  addWorkspace,
  type Client,
  giveKey,
  openTestServer,
  type TestServer,
} from '../testing/test-server.ts';
import { COMPANIES, twoRegions } from '../testing/two-regions.ts';

const [kestrel, marmot] = [COMPANIES.own.id, COMPANIES.other.id];

const day = (company: string, date: string, change: object = {}) => ({
  company,
  date,
  mrr: 100_000,
  stage: 'active',
  health: 72.5,
  health_status: 'Needs attention',
  coverage: 90,
  effort: 40,
  segment: 'high_value_low_effort',
  definition_version: 3,
  reconstructed: null,
  ...change,
});

onBothEngines('a company’s history', (engine) => {
  let server: TestServer;
  let manager: Client;

  beforeAll(async () => {
    const workspace = await addWorkspace(engine.database, 'Northwind IT', {
      ...twoRegions,
      snapshots: [
        day(kestrel, '2025-11-20'),
        day(kestrel, '2026-09-30'),
        day(kestrel, '2026-10-31', { health: 60, health_status: 'At risk' }),
        day(kestrel, '2026-11-10', { health: 60, health_status: 'Satisfactory', definition_version: 4 }),
        day(marmot, '2026-10-31'),
      ],
      health_overrides: [
        {
          company: kestrel,
          status: 'At risk',
          reason: 'New owner',
          set_on: '2026-10-20',
          expires_on: '2026-11-05',
        },
      ],
    });
    server = await openTestServer(engine.database, { now: () => new Date('2026-11-22T12:00:00Z') });
    manager = server.withKey(await giveKey(engine.database, workspace, 'manager'));
  });
  afterAll(() => server.close());

  it('comes day by day for the last year, with what changed and why', async () => {
    const { days, changes, steps }: CompanyHistory = (
      await manager.get(`/companies/${kestrel}/history`)
    ).json();
    expect(days.map(({ date, health }) => [date, health])).toEqual([
      ['2026-09-30', 72.5],
      ['2026-10-31', 60],
      ['2026-11-10', 60],
    ]);
    expect(changes).toEqual([
      { figure: 'health', before: 72.5, after: 60, reasons: ['data'] },
      { figure: 'healthStatus', before: 'Needs attention', after: 'Satisfactory', reasons: ['override'] },
    ]);
    expect(steps.map(({ from, to, changes: at }) => [from, to, at.map(({ figure }) => figure)])).toEqual([
      ['2026-09-30', '2026-10-31', ['health', 'healthStatus']],
      ['2026-10-31', '2026-11-10', ['healthStatus']],
    ]);
  });

  it('is told between any two days', async () => {
    const ask = (query: string) => manager.get(`/companies/${kestrel}/history?${query}`);
    expect((await ask('from=2025-11-01&to=2025-12-01')).json()).toMatchObject({
      days: [{ date: '2025-11-20', reconstructed: false, definitionVersion: 3 }],
      changes: [],
      steps: [],
    });
    expect((await ask('from=2020-01-01&to=2020-02-01')).json()).toEqual({ days: [], changes: [], steps: [] });
    expect((await ask('to=0001-01-01')).json()).toEqual({ days: [], changes: [], steps: [] });
    expect((await ask('from=2026-11-02&to=2026-11-01')).statusCode).toBe(400);
  });

  it('does not exist for a company that one does not see', async () => {
    expect((await manager.get(`/companies/${marmot}/history`)).statusCode).toBe(404);
  });
});
