import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Cadence, DueCadence } from '../../contract/cadences.ts';
import { onBothEngines } from '../../test/harness/engines.ts';
import {
  addWorkspace,
  type Client,
  giveKey,
  openTestServer,
  type TestServer,
} from '../testing/test-server.ts';
import { COMPANIES, twoRegions } from '../testing/two-regions.ts';

const kestrel = COMPANIES.own.id;
const marmot = COMPANIES.other.id;

onBothEngines('cadences', (engine) => {
  let server: TestServer;
  let admin: Client;
  let manager: Client;
  let viewer: Client;

  beforeAll(async () => {
    const workspace = await addWorkspace(engine.database, 'Northwind IT', {
      ...twoRegions,
      meetings: [
        { key: 'held', company: kestrel, kind: 'vcio', date: '2026-08-20', status: 'held' },
        { key: 'older', company: kestrel, kind: 'vcio', date: '2026-05-20', status: 'held' },
        { key: 'next', company: kestrel, kind: 'vcio', date: '2026-12-03' },
        { key: 'off', company: kestrel, kind: 'vcio', date: '2026-11-25', status: 'cancelled' },
      ],
      action_items: [],
      records: [],
      cadences: [
        { company: kestrel, kind: 'vcio', every: 'quarterly' },
        { company: marmot, kind: 'pulse', every: 'weekly', set_on: '2026-11-01' },
        { company: COMPANIES.unassigned.id, kind: 'pulse', every: 'annual', set_on: '2026-11-01' },
      ],
      snapshots: [{ company: kestrel, date: '2026-05-01', mrr: 80_000, employees: 10 }],
    });
    server = await openTestServer(engine.database, { now: () => new Date('2026-11-22T12:00:00Z') });
    const client = async (user: string) => server.withKey(await giveKey(engine.database, workspace, user));
    [admin, manager, viewer] = [await client('admin'), await client('manager'), await client('viewer')];
  });
  afterAll(() => server.close());

  const cadencesOf = async (company: string): Promise<Cadence[]> =>
    (await admin.get(`/companies/${company}/cadences`)).json().items;

  it('say when a company is due, with the meetings before and after, and what is proposed', async () => {
    const [pulse, vcio] = await cadencesOf(kestrel);
    expect(pulse).toMatchObject({ kind: 'pulse', set: null, lastHeld: null, planned: null });
    expect(vcio).toMatchObject({
      kind: 'vcio',
      set: { every: 'quarterly', method: null, due: '2026-11-20', overdue: 2, unplanned: true },
      lastHeld: { id: 'held', date: '2026-08-20' },
      planned: { id: 'next', date: '2026-12-03' },
    });
    expect(vcio!.proposal!.why).toContain(
      'Growth: MRR grew by 25 % since 2026-05-01: a company that changes is met more often.',
    );
  });

  it('are set, changed and taken away, told in words; the slower of two is told', async () => {
    const [pulse] = await cadencesOf(kestrel);
    const path = `/companies/${kestrel}/cadences/pulse`;
    const set = (body: object, etag?: string) =>
      manager.send({
        method: 'PUT',
        url: path,
        payload: body,
        ...(etag ? { headers: { 'if-match': etag } } : {}),
      });
    const first = await set({ every: 'monthly', method: 'phone' }, pulse!.etag);
    expect(first.json()).toMatchObject({
      set: {
        every: 'monthly',
        method: 'phone',
        due: '2026-12-22',
        setOn: '2026-11-22',
        setBy: { id: 'manager' },
      },
    });
    expect((await set({ every: 'weekly' }, pulse!.etag)).statusCode).toBe(412);
    await set({ every: 'weekly' });
    const said = async () =>
      (await admin.get(`/companies/${kestrel}/activity`))
        .json()
        .items.map((it: { sentence: string }) => it.sentence);
    expect((await said()).slice(0, 2)).toEqual([
      'User manager set interval of the cadence pulse check from Monthly to Weekly',
      'User manager set method of the cadence pulse check from none to Phone and interval from none to Monthly',
    ]);
    expect((await viewer.send({ method: 'PUT', url: path, payload: { every: 'weekly' } })).statusCode).toBe(
      403,
    );
    expect((await set({ every: 'daily' })).statusCode).toBe(400);
    expect((await manager.delete(path)).statusCode).toBe(204);
    expect((await manager.delete(path)).statusCode).toBe(404);
    expect((await said())[0]).toBe('User manager deleted the cadence pulse check');
  });

  it('are listed over the companies that one sees, the longest overdue first', async () => {
    const due = async (client: Client, query = '') =>
      ((await client.get(`/cadences?${query}`)).json().items as DueCadence[]).map(
        ({ company, kind, overdue }) => `${company.id} ${kind} ${overdue}`,
      );
    expect(await due(admin)).toEqual([
      `${marmot} pulse 14`,
      `${kestrel} vcio 2`,
      `${COMPANIES.unassigned.id} pulse 0`,
    ]);
    expect(await due(admin, 'overdue=true&kind=pulse')).toEqual([`${marmot} pulse 14`]);
    expect(await due(manager)).toEqual([`${kestrel} vcio 2`]);
  });

  it('follow what the client prefers', async () => {
    const profile = (await manager.get(`/companies/${kestrel}/profile`)).json();
    expect(profile).toMatchObject({ preferredMethod: null, preferredEvery: null, communicationNote: null });
    const preferred = {
      preferredMethod: 'video',
      preferredEvery: 'monthly',
      communicationNote: 'Not on Mondays',
    };
    const changed = await manager.patch(`/companies/${kestrel}/profile`, preferred);
    expect(changed.json()).toMatchObject(preferred);
    const [pulse, vcio] = await cadencesOf(kestrel);
    expect([pulse!.proposal, vcio!.proposal]).toMatchObject([
      { every: 'monthly', method: 'video' },
      { every: 'monthly', method: 'video' },
    ]);
  });
});
