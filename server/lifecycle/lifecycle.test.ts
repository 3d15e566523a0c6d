import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { STAGES } from '../../domain/portfolio/facts.ts';
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

onBothEngines('lifecycle', (engine) => {
  let server: TestServer;
  let workspace: string;
  let admin: Client;
  let member: Client;
  let viewer: Client;

  beforeAll(async () => {
    workspace = await addWorkspace(engine.database, 'Northwind IT', twoRegions);
    server = await openTestServer(engine.database);
    const client = async (user: string) => server.withKey(await giveKey(engine.database, workspace, user));
    [admin, member, viewer] = [await client('admin'), await client('manager'), await client('viewer')];
  });
  afterAll(() => server.close());

  let prospects = 0;
  async function prospect(): Promise<string> {
    prospects += 1;
    const made = await admin.post('/companies', { name: `Prospect ${prospects}`, stage: 'prospect' });
    expect(made.statusCode, made.body).toBe(201);
    return made.json().id;
  }
  const lifecycle = async (id: string) => (await admin.get(`/companies/${id}/lifecycle`)).json();
  const move = (id: string, body: object, headers?: Record<string, string>) =>
    admin.post(`/companies/${id}/lifecycle/move`, body, headers);

  async function meet(company: string, kind: string, status: string) {
    const made = await admin.post(`/companies/${company}/meetings`, { kind, status, date: '2026-11-20' });
    expect(made.statusCode, made.body).toBe(201);
  }

  it('goes from prospect to active, each step refused in words until its conditions are met', async () => {
    const id = await prospect();
    const refused = async (to: string, lacking: string[]) => {
      const answer = await move(id, { to });
      expect(answer.statusCode, answer.body).toBe(409);
      expect(answer.json().error.details.lacking).toEqual(lacking);
    };
    const moved = async (to: string) => {
      const answer = await move(id, { to });
      expect(answer.statusCode, answer.body).toBe(200);
      expect(answer.headers.etag).toBe(answer.json().etag);
      expect((await admin.get(`/companies/${id}`)).json().stage).toBe(to);
    };
    await refused('sales', ['Assign a vCIO']);
    expect((await admin.patch(`/companies/${id}/profile`, { owner: 'manager' })).statusCode).toBe(200);
    await moved('sales');
    await refused('ice', ['Hold the ICE meeting']);
    await meet(id, 'ice', 'planned');
    await refused('ice', ['Hold the ICE meeting']);
    await meet(id, 'ice', 'held');
    await moved('ice');
    await refused('agreement', ['Add the signed contract']);
    await admin.post(`/companies/${id}/contracts`, { name: 'Support', start: '2027-01-01', amount: 100 });
    await moved('agreement');
    await refused('active', ['Plan the kick-off meeting', 'Hold the kick-off meeting']);
    await meet(id, 'kickoff', 'planned');
    await moved('onboarding');
    await meet(id, 'kickoff', 'held');
    await moved('active');
    const { history, days, totalDays, next } = await lifecycle(id);
    expect({ days, totalDays, next }).toEqual({ days: 0, totalDays: 0, next: null });
    expect(history.map(({ from, to, by }: Record<string, string>) => [from, to, by])).toEqual([
      ['onboarding', 'active', 'User admin'],
      ['agreement', 'onboarding', 'User admin'],
      ['ice', 'agreement', 'User admin'],
      ['sales', 'ice', 'User admin'],
      ['prospect', 'sales', 'User admin'],
      [null, 'prospect', 'User admin'],
    ]);
  });

  it('is no agreement what has ended, is excluded or inactive', async () => {
    const id = await prospect();
    for (const wrong of [{ end: '2020-01-01' }, { excluded: true }, { status: 'inactive' }])
      await admin.post(`/companies/${id}/contracts`, { name: 'Old', amount: 100, ...wrong });
    const { stages } = await lifecycle(id);
    const agreement = stages.find(({ stage }: { stage: string }) => stage === 'agreement');
    expect(agreement.conditions).toEqual([
      { need: 'agreement', met: false, words: 'A contract is signed', todo: 'Add the signed contract' },
    ]);
  });

  it('is forced by an admin alone, and with a note', async () => {
    const id = await prospect();
    expect((await move(id, { to: 'active', force: true })).statusCode).toBe(422);
    const forced = await move(id, { to: 'active', force: true, note: ' Taken over with their MSP ' });
    expect(forced.json().history[0]).toMatchObject({
      from: 'prospect',
      to: 'active',
      note: 'Taken over with their MSP',
      forced: true,
    });
    expect(
      (await member.post(`/companies/${kestrel}/lifecycle/move`, { to: 'prospect', note: 'Back' }))
        .statusCode,
    ).toBe(200);
    const tried = await member.post(`/companies/${kestrel}/lifecycle/move`, {
      to: 'active',
      force: true,
      note: 'Go',
    });
    expect(tried.statusCode, tried.body).toBe(403);
    const byProfile = await member.patch(`/companies/${kestrel}/profile`, { stage: 'active' });
    expect(byProfile.statusCode, byProfile.body).toBe(409);
    expect((await lifecycle(kestrel)).stage).toBe('prospect');
    expect((await admin.patch(`/companies/${kestrel}/profile`, { stage: 'active' })).statusCode).toBe(200);
    expect((await lifecycle(kestrel)).history[0]).toMatchObject({
      forced: true,
      note: 'Set on the company profile',
    });
  });

  it('goes back with a note, and out with a reason and a day', async () => {
    const id = (await admin.post('/companies', { name: 'Client' })).json().id;
    expect((await move(id, { to: 'offboarded' })).json().error.details.lacking).toEqual([
      'Give a reason',
      'Say on which day the business ended',
    ]);
    const out = await move(id, { to: 'offboarded', note: 'Sold', offboardedOn: '2026-10-31' });
    expect(out.json()).toMatchObject({ stage: 'offboarded', since: '2026-10-31' });
    expect((await move(id, { to: 'active' })).statusCode).toBe(422);
    expect((await move(id, { to: 'active', note: 'Came back' })).json()).toMatchObject({
      stage: 'active',
      history: [{ note: 'Came back', forced: false }, {}, {}],
    });
    expect((await admin.get(`/companies/${id}/profile`)).json().offboardedOn).toBe(null);
    expect((await admin.post(`/companies/${id}/archive`)).statusCode).toBe(200);
    expect((await admin.post(`/companies/${id}/restore`)).statusCode).toBe(200);
    expect((await lifecycle(id)).history.slice(0, 2)).toMatchObject([
      { note: 'Restored' },
      { note: 'Archived' },
    ]);
  });

  it('is unknown since when, where nobody recorded it', async () => {
    expect(await lifecycle(marmot)).toMatchObject({ since: null, days: null, totalDays: null, history: [] });
  });

  it('is not there for those who do not see the company, and not for viewers to move', async () => {
    expect((await member.get(`/companies/${marmot}/lifecycle`)).statusCode).toBe(404);
    expect((await member.post(`/companies/${marmot}/lifecycle/move`, { to: 'ice' })).statusCode).toBe(404);
    expect((await viewer.post(`/companies/${kestrel}/lifecycle/move`, { to: 'ice' })).statusCode).toBe(403);
    const seen = (await member.get('/lifecycle')).json().items.map(({ id }: { id: string }) => id);
    expect(seen).toEqual([kestrel]);
  });

  it('says to one of two that the other was faster, and happens once under one key', async () => {
    const id = await prospect();
    await admin.patch(`/companies/${id}/profile`, { owner: 'manager' });
    const { etag } = await lifecycle(id);
    const same = { 'idempotency-key': `move-${id}` };
    const first = await move(id, { to: 'sales' }, same);
    expect((await move(id, { to: 'sales' }, same)).json()).toEqual(first.json());
    expect((await move(id, { to: 'prospect', note: 'No' }, { 'if-match': etag })).statusCode).toBe(412);
    const { rows } = await sql`select from stage_changes where company = ${id}`.execute(
      engine.database.kysely,
    );
    expect(rows).toHaveLength(2);
  });

  it('shows every company on the board with what it lacks, and what each stage comes to', async () => {
    const id = await prospect();
    const { items, stages } = (await admin.get('/lifecycle')).json();
    expect(items.find((card: { id: string }) => card.id === id)).toMatchObject({
      stage: 'prospect',
      owner: null,
      mrr: 0,
      days: 0,
      next: 'sales',
      lacking: ['Assign a vCIO'],
    });
    expect(stages.map(({ stage }: { stage: string }) => stage)).toEqual(STAGES);
    for (const { stage, companies, mrr } of stages) {
      const cards = items.filter((card: { stage: string }) => card.stage === stage);
      expect([companies, mrr]).toEqual([
        cards.length,
        cards.reduce((sum: number, card: { mrr: number }) => sum + card.mrr, 0),
      ]);
    }
  });

  it('narrows the board by vCIO, account manager, account group and tag, and refuses what it does not know', async () => {
    const id = await prospect();
    await admin.patch(`/companies/${id}/profile`, { owner: 'both', tags: ['Wanted'] });
    const ids = async (query: string) =>
      (await admin.get(`/lifecycle?${query}`)).json().items.map((card: { id: string }) => card.id);
    expect(await ids('owner=both')).toEqual([id]);
    expect(await ids('owner=both&owner=ghost')).toEqual([id]);
    expect(await ids('tag=Wanted')).toEqual([id]);
    expect(await ids('owner=manager&tag=Wanted')).toEqual([]);
    const managed = await ids('accountManager=manager');
    expect(managed).toContain(kestrel);
    expect(managed).not.toContain(id);
    for (const unknown of ['tag=Nobody', 'accountGroup=ghost', 'health=At%20risk', 'within=30'])
      expect((await admin.get(`/lifecycle?${unknown}`)).statusCode, unknown).toBe(400);
  });
});
