import { expect, it } from 'vitest';
import { onBothEngines } from '../../test/harness/engines.ts';
import { emptied, errorsOf, exportTexts, importTexts } from '../bundle/testing/bundles.ts';
import { WORLD } from '../bundle/testing/world.ts';
import { giveKey, openTestServer } from '../testing/test-server.ts';

const HISTORY = [
  'key,company,changedAt,changedBy,fromStage,toStage,note,forced',
  'a1,acme,2026-03-01T09:00:00Z,dana,,prospect,,',
  'a2,acme,2026-04-10T14:30:00Z,Sales of the old system,prospect,sales,"Met at a fair, liked us",',
  'a3,acme,2026-05-02T08:15:00Z,dana,sales,active,Taken over,true',
  '',
].join('\r\n');

onBothEngines('stage_changes.csv', (engine) => {
  it('is what a company’s history shows, and comes out as it went in', async () => {
    const database = await emptied(engine.database);
    const texts = { ...WORLD, stage_changes: HISTORY };
    expect(errorsOf(await importTexts(database, texts))).toEqual([]);
    expect((await exportTexts(database)).stage_changes).toBe(HISTORY);
    const { rows } = await database.pool.query<{ id: string }>('select id from workspaces');
    const server = await openTestServer(database, { now: () => new Date('2026-05-12T12:00:00Z') });
    const dana = server.withKey(await giveKey(database, rows[0]!.id, 'dana'));
    const { history, since, days, totalDays } = (await dana.get('/companies/acme/lifecycle')).json();
    expect({ since, days, totalDays }).toEqual({ since: '2026-05-02', days: 10, totalDays: 72 });
    expect(history).toEqual([
      {
        id: 'a3',
        at: '2026-05-02T08:15:00.000Z',
        by: 'Dana Reyes',
        from: 'sales',
        to: 'active',
        note: 'Taken over',
        forced: true,
      },
      {
        id: 'a2',
        at: '2026-04-10T14:30:00.000Z',
        by: 'Sales of the old system',
        from: 'prospect',
        to: 'sales',
        note: 'Met at a fair, liked us',
        forced: false,
      },
      {
        id: 'a1',
        at: '2026-03-01T09:00:00.000Z',
        by: 'Dana Reyes',
        from: null,
        to: 'prospect',
        note: null,
        forced: false,
      },
    ]);
    await server.close();
  });

  it('names file, line and column of what is wrong', async () => {
    const database = await emptied(engine.database);
    const wrong = (line: string) => ({
      ...WORLD,
      stage_changes: `key,company,changedAt,toStage\n${line}\n`,
    });
    for (const [line, place] of [
      ['b1,ghost,2026-03-01T09:00:00Z,sales', 'stage_changes.csv:2:2: company'],
      ['b1,acme,yesterday,sales', 'stage_changes.csv:2:3: changedAt'],
      ['b1,acme,2026-03-01T09:00:00Z,customer', 'stage_changes.csv:2:4: toStage'],
    ] as const)
      expect(errorsOf(await importTexts(database, wrong(line)))[0]).toContain(place);
  });
});
