import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Escalation } from '../../contract/escalations.ts';
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

onBothEngines('escalations', (engine) => {
  let server: TestServer;
  let admin: Client;
  let manager: Client;
  let viewer: Client;

  beforeAll(async () => {
    const workspace = await addWorkspace(engine.database, 'Northwind IT', { ...twoRegions, escalations: [] });
    server = await openTestServer(engine.database, { now: () => new Date('2026-11-22T12:00:00Z') });
    const client = async (user: string) => server.withKey(await giveKey(engine.database, workspace, user));
    [admin, manager, viewer] = [await client('admin'), await client('manager'), await client('viewer')];
  });
  afterAll(() => server.close());

  const open = async (body: object, company: string = kestrel): Promise<Escalation> => {
    const answer = await admin.post(`/companies/${company}/escalations`, body);
    expect(answer.statusCode, answer.body).toBe(201);
    return answer.json();
  };
  const said = async () =>
    (await admin.get(`/companies/${kestrel}/activity`))
      .json()
      .items.map((it: { sentence: string }) => it.sentence);

  it('are opened, talked about, met over and resolved', async () => {
    const escalation = await open({
      title: 'Mail outage',
      severity: 'high',
      owner: 'manager',
      nextUpdateDue: '2026-11-20',
    });
    expect(escalation).toMatchObject({ openedOn: '2026-11-22', status: 'open', updateLate: 2, log: [] });
    const noted = await manager.post(`/escalations/${escalation.id}/log`, {
      text: 'Root cause by Friday.',
      audience: 'client',
      method: 'phone',
      toWhom: 'Mia Chen',
      nextUpdateDue: '2026-11-27',
    });
    expect(noted.json()).toMatchObject({
      nextUpdateDue: '2026-11-27',
      updateLate: 0,
      log: [
        {
          by: 'User manager',
          toWhom: 'Mia Chen',
          method: 'phone',
          audience: 'client',
          text: 'Root cause by Friday.',
        },
      ],
    });
    const meeting = await manager.post(`/companies/${kestrel}/meetings`, {
      kind: 'escalation',
      date: '2026-11-23',
      escalation: escalation.id,
    });
    expect(meeting.json().escalation).toEqual({ id: escalation.id, title: 'Mail outage' });
    expect((await manager.get(`/meetings/${meeting.json().id}/agenda-proposal`)).json().items[0]).toEqual({
      source: 'escalation',
      id: escalation.id,
      text: 'Escalation: Mail outage',
      why: 'Open since 2026-11-22, high',
    });
    const resolved = await manager.patch(`/escalations/${escalation.id}`, {
      status: 'resolved',
      resolution: 'Another gateway',
    });
    expect(resolved.json()).toMatchObject({
      resolvedOn: '2026-11-22',
      updateLate: 0,
      meetings: [{ name: 'Escalation meeting of 2026-11-23' }],
    });
    expect((await said()).filter((sentence: string) => sentence.includes('escalation Mail'))).toEqual([
      'User manager set status of the escalation Mail outage from open to resolved, resolution from none to Another gateway and resolved on from none to 2026-11-22',
      'User manager noted what was said about the escalation Mail outage',
      'User admin added the escalation Mail outage',
    ]);

    expect((await manager.delete(`/escalation-log/${noted.json().log[0].id}`)).statusCode).toBe(204);
    expect((await manager.delete(`/escalations/${escalation.id}`)).statusCode).toBe(204);
    expect((await manager.get(`/meetings/${meeting.json().id}`)).json().escalation).toBeNull();
    expect((await said())[0]).toBe('User manager deleted the escalation Mail outage');
  });

  it('are listed open first, whoever waits longest first, within what one sees', async () => {
    await open({ title: 'Later', nextUpdateDue: '2026-12-01' });
    await open({ title: 'No promise' });
    await open({ title: 'Late', nextUpdateDue: '2026-11-01' });
    await open({ title: 'Past', status: 'resolved', openedOn: '2026-11-01', resolvedOn: '2026-11-02' });
    await open({ title: 'Elsewhere' }, marmot);
    const titles = async (client: Client, query = '') =>
      (await client.get(`/escalations?${query}`)).json().items.map(({ title }: Escalation) => title);
    expect(await titles(manager)).toEqual(['Late', 'Later', 'No promise', 'Past']);
    expect(await titles(admin, `company=${marmot}&status=open`)).toEqual(['Elsewhere']);
  });

  it('are refused where they contradict themselves, and to those who only read', async () => {
    const { id } = await open({ title: 'Slow VPN' });
    const refused = { owner: 'nobody', resolvedOn: '2026-01-01' };
    for (const [field, value] of Object.entries(refused))
      expect((await manager.patch(`/escalations/${id}`, { [field]: value })).statusCode).toBe(422);
    expect((await manager.post(`/escalations/${id}/log`, { text: ' ', audience: 'client' })).statusCode).toBe(
      400,
    );
    expect(
      (await viewer.post(`/escalations/${id}/log`, { text: 'Hm.', audience: 'internal' })).statusCode,
    ).toBe(403);
    expect(
      (await manager.patch(`/escalations/${id}`, { severity: 'high' }, { 'if-match': '"old"' })).statusCode,
    ).toBe(412);
  });
});
