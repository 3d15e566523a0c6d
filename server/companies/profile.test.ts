import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CompanyProfile } from '../../contract/company-profile.ts';
import { onBothEngines } from '../../test/harness/engines.ts';
import {
  addWorkspace,
  type Client,
  giveKey,
  openTestServer,
  type TestServer,
} from '../testing/test-server.ts';
import { COMPANIES, twoRegions, type UserName } from '../testing/two-regions.ts';
import { hangingOn } from './delete-company.ts';

const kestrel = COMPANIES.own.id;
const marmot = COMPANIES.other.id;

onBothEngines('company profiles', (engine) => {
  let server: TestServer;
  let workspace: string;
  const as = new Map<UserName | 'chief', Client>();

  beforeAll(async () => {
    workspace = await addWorkspace(engine.database, 'Northwind IT', {
      ...twoRegions,
      users: [
        ...twoRegions.users!,
        { key: 'chief', name: 'Chief', email: 'chief@northwind.example', role: 'member', is_manager: true },
      ],
      security_group_users: [...twoRegions.security_group_users!, { security_group: 'all', user: 'chief' }],
    });
    server = await openTestServer(engine.database, { now: () => new Date('2026-11-22T12:00:00Z') });
    for (const user of ['admin', 'viewer', 'manager', 'ceilinged', 'groupless', 'chief'] as const)
      as.set(user, server.withKey(await giveKey(engine.database, workspace, user)));
  });
  afterAll(() => server.close());

  async function create(user: UserName | 'chief', body: object): Promise<CompanyProfile> {
    const answer = await as.get(user)!.post('/companies', body);
    expect(answer.statusCode, answer.body).toBe(201);
    expect(answer.headers.etag).toBe(answer.json().etag);
    return answer.json();
  }

  async function profileOf(id: string): Promise<CompanyProfile> {
    const answer = await as.get('admin')!.get(`/companies/${encodeURIComponent(id)}/profile`);
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json();
  }

  async function lastEvent() {
    const { rows } = await sql<{
      actor: string;
      action: string;
      company: string;
      before: unknown;
      after: unknown;
    }>`
      select actor, action, company, before, after from audit_events order by id desc limit 1`.execute(
      engine.database.kysely,
    );
    return rows[0]!;
  }

  it('are created with every field, kept as typed, and recorded', async () => {
    const body = {
      name: '  Acme <script>alert(1)</script> 🦷 ',
      stage: 'prospect',
      executiveSummary: 'Line one\n<b>two</b> שלום',
      industry: 'Healthcare',
      mrrOverride: 425_000,
      oneTimeOverride: 0,
      employeesOverride: 38,
      locations: 2,
      tags: ['Standard', 'HIPAA', 'Standard'],
      accountGroups: ['west', 'east'],
      dateAcquired: '2019-04-01',
      yearlyRevenue: 1e15,
      yearEstablished: 1998,
      owner: 'manager',
    };
    const profile = await create('admin', body);
    expect(profile).toMatchObject({
      ...body,
      id: 'acme-script-alert-1-script',
      name: 'Acme <script>alert(1)</script> 🦷',
      tags: ['HIPAA', 'Standard'],
      accountGroups: [
        { id: 'east', name: 'East' },
        { id: 'west', name: 'West' },
      ],
      owner: { id: 'manager', name: 'User manager' },
      calculated: { mrr: 0, oneTime: 0, employees: null, employeesFromContacts: null },
    });
    expect(await profileOf(profile.id)).toEqual(profile);
    expect(await lastEvent()).toMatchObject({
      actor: 'admin',
      action: 'create company',
      company: profile.id,
      after: { mrrOverride: 425_000, tags: ['HIPAA', 'Standard'], accountGroups: ['east', 'west'] },
    });
  });

  it('get ids of their own, also when made at once, and random ones where a name has no ASCII', async () => {
    const made = await Promise.all(['Twin', 'twin!', 'TWIN'].map((name) => create('admin', { name })));
    expect(made.map(({ id }) => id).sort()).toEqual(['twin', 'twin-2', 'twin-3']);
    expect((await create('admin', { name: '株式会社' })).id).toMatch(/^[0-9a-f]{12}$/);
  });

  it('come into being once for one Idempotency-Key', async () => {
    const once = () => as.get('admin')!.post('/companies', { name: 'Once' }, { 'idempotency-key': 'once' });
    const answers = [await once(), await once()];
    expect(answers.map((answer) => answer.json().id)).toEqual(['once', 'once']);
  });

  it.each<[string, UserName | 'chief', object, number, RegExp]>([
    ['by a viewer', 'viewer', { name: 'N' }, 403, /role "viewer" may not/],
    ['by a member who would not see it', 'manager', { name: 'N' }, 422, /name one of your account groups/],
    ['by somebody in no group', 'groupless', { name: 'N' }, 422, /security groups hold only/],
    [
      'under a ceiling that lists companies',
      'ceilinged',
      { name: 'N', accountGroups: ['west'] },
      422,
      /security groups hold only/,
    ],
    [
      'in somebody else’s group',
      'manager',
      { name: 'N', accountGroups: ['west'] },
      422,
      /"west"; expected one of your account groups/,
    ],
    [
      'in a group that does not exist',
      'manager',
      { name: 'N', accountGroups: ['nowhere'] },
      422,
      /"nowhere"; expected one of your account groups/,
    ],
    [
      'in the group of all companies',
      'admin',
      { name: 'N', accountGroups: ['all'] },
      422,
      /holds all of them anyway/,
    ],
    [
      'with an owner, by a member',
      'manager',
      { name: 'N', accountGroups: ['east'], owner: 'admin' },
      403,
      /Only an admin or a manager/,
    ],
    ['with an owner who is nobody', 'admin', { name: 'N', owner: 'ghost' }, 422, /"owner" is "ghost"/],
    ['without a name', 'admin', { name: '  ' }, 400, /"name" is "\s*"; expected some text/],
    ['with an unknown field', 'admin', { name: 'N', nmae: 'x' }, 400, /"nmae"/],
    ['with synced employees', 'admin', { name: 'N', employeesSynced: 4 }, 400, /"employeesSynced"/],
  ])('are not created %s', async (_, user, body, status, message) => {
    const before = await countCompanies();
    const answer = await as.get(user)!.post('/companies', body);
    expect(answer.statusCode, answer.body).toBe(status);
    expect(answer.json().error.message).toMatch(message);
    expect(await countCompanies()).toEqual(before);
  });

  async function countCompanies() {
    const { rows } = await sql`select count(*) from companies`.execute(engine.database.kysely);
    return rows;
  }

  it.each<[UserName | 'chief', object]>([
    ['admin', { newCompany: 'anywhere', accountGroups: [{ id: 'east' }, { id: 'west' }] }],
    ['chief', { newCompany: 'anywhere', accountGroups: [] }],
    ['manager', { newCompany: 'in a group', accountGroups: [{ id: 'east' }], owners: null }],
    ['ceilinged', { newCompany: 'ceiling', accountGroups: [{ id: 'east' }, { id: 'west' }], owners: null }],
    ['groupless', { newCompany: 'ceiling', accountGroups: [], owners: null }],
  ])('can be set by %s to what is theirs to name', async (user, expected) => {
    const answer = await as.get(user)!.get('/company-choices');
    expect(answer.json()).toMatchObject(expected);
    const owners = (answer.json().owners ?? []).map(({ name }: { name: string }) => name);
    expect(owners).toEqual(user === 'admin' || user === 'chief' ? [...owners].sort() : []);
    expect((await as.get('viewer')!.get('/company-choices')).statusCode).toBe(403);
  });

  it('are created by a member in a group of their own, who sees them then', async () => {
    const { id } = await create('manager', { name: 'Member made', accountGroups: ['east'] });
    expect((await as.get('viewer')!.get(`/companies/${id}`)).statusCode).toBe(200);
    expect((await as.get('ceilinged')!.get(`/companies/${id}`)).statusCode).toBe(404);
  });

  it('are created by a manager, with an owner', async () => {
    const profile = await create('chief', { name: 'Chief made', owner: 'manager' });
    expect(profile.owner?.id).toBe('manager');
  });

  it('change field by field; null clears; only what changes is recorded', async () => {
    const { id } = await create('admin', { name: 'Changing', industry: 'Law', mrrOverride: 100 });
    const answer = await as.get('admin')!.patch(`/companies/${id}/profile`, {
      industry: null,
      mrrOverride: 100,
      locations: 3,
      tags: ['b', 'a'],
    });
    expect(answer.json()).toMatchObject({
      name: 'Changing',
      industry: null,
      mrrOverride: 100,
      locations: 3,
      tags: ['a', 'b'],
    });
    expect(await lastEvent()).toEqual({
      actor: 'admin',
      action: 'update company',
      company: id,
      before: { industry: 'Law', locations: null, tags: [] },
      after: { industry: null, locations: 3, tags: ['a', 'b'] },
    });
  });

  it('leave no trace of a change that changes nothing', async () => {
    const before = await lastEvent();
    const profile = await profileOf(kestrel);
    const answer = await as.get('viewer')!.get(`/companies/${kestrel}/profile`);
    expect(answer.json()).toEqual(profile);
    const same = { name: profile.name, owner: null, accountGroups: ['east'], tags: ['Standard'] };
    expect((await as.get('manager')!.patch(`/companies/${kestrel}/profile`, same)).json()).toEqual(profile);
    expect(await lastEvent()).toEqual(before);
  });

  it.each([
    [
      'negative employees',
      { employeesOverride: -1 },
      /"employeesOverride" is -1; expected a whole number from 0/,
    ],
    ['half an employee', { employeesOverride: 1.5 }, /"employeesOverride" is 1.5/],
    [
      '10^15 in money',
      { mrrOverride: 1e17 },
      /"mrrOverride" is 100000000000000000; expected whole cents, from 0 to 10\^15/,
    ],
    ['one cent too many', { yearlyRevenue: 1e15 + 1 }, /"yearlyRevenue"/],
    ['negative money', { oneTimeOverride: -1 }, /"oneTimeOverride" is -1/],
    ['a day that does not exist', { dateAcquired: '2026-02-30' }, /"2026-02-30"; expected a date such as/],
    ['the year 10000', { yearEstablished: 10_000 }, /expected a whole number from 0 to 9999/],
    ['a stage that is none', { stage: 'lost' }, /"stage"/],
    ['text with a NUL', { industry: 'a\0b' }, /no NUL/],
    ['half a character', { industry: '\ud83d' }, /100,000 characters/],
    ['too long a text', { executiveSummary: 'x'.repeat(100_001) }, /at most 100,000 characters/],
    ['an empty text', { executiveSummary: '' }, /null for none/],
    ['an empty tag', { tags: [''] }, /"tags.0"/],
  ])('refuse %s and stay as they are', async (_, body, message) => {
    const before = await profileOf(marmot);
    const answer = await as.get('admin')!.patch(`/companies/${marmot}/profile`, body);
    expect(answer.statusCode, answer.body).toBe(400);
    expect(answer.json().error.message).toMatch(message);
    expect(await profileOf(marmot)).toEqual(before);
  });

  it('refuse a megabyte, keep 100,000 characters', async () => {
    const patch = (executiveSummary: string) =>
      as.get('admin')!.patch(`/companies/${marmot}/profile`, { executiveSummary });
    expect((await patch('x'.repeat(2 ** 20))).statusCode).toBe(413);
    const longest = 'é'.repeat(100_000);
    expect((await patch(longest)).json().executiveSummary).toBe(longest);
    expect(
      (await as.get('admin')!.patch(`/companies/${marmot}/profile`, { executiveSummary: null })).statusCode,
    ).toBe(200);
  });

  it('let an admin alone say which groups list a company, and an admin or manager who owns it', async () => {
    const patch = (user: UserName | 'chief', body: object) =>
      as.get(user)!.patch(`/companies/${kestrel}/profile`, body);
    expect((await patch('manager', { accountGroups: [] })).statusCode).toBe(403);
    expect((await patch('chief', { accountGroups: ['west'] })).statusCode).toBe(403);
    expect((await patch('manager', { owner: 'manager' })).statusCode).toBe(403);
    expect((await patch('chief', { owner: 'manager' })).json().owner.id).toBe('manager');
    expect((await patch('admin', { accountGroups: ['east', 'west'], owner: null })).json()).toMatchObject({
      accountGroups: [{ id: 'east' }, { id: 'west' }],
      owner: null,
    });
    expect((await as.get('manager')!.get('/companies/all/profile')).statusCode).toBe(404);
    expect((await patch('admin', { accountGroups: ['east'] })).json().accountGroups).toHaveLength(1);
  });

  it('say to one of two editors that the other was faster, with what is stored now', async () => {
    const { etag } = await profileOf(kestrel);
    const edit = (industry: string) =>
      as.get('admin')!.patch(`/companies/${kestrel}/profile`, { industry }, { 'if-match': etag });
    const answers = await Promise.all([edit('Mining'), edit('Farming')]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412]);
    const winner = answers.find(({ statusCode }) => statusCode === 200)!.json();
    const { error } = answers.find(({ statusCode }) => statusCode === 412)!.json();
    expect(error.code).toBe('precondition_failed');
    expect(error.details).toEqual({
      etag: winner.etag,
      current: winner,
      changed: { by: { id: 'admin', name: 'User admin' }, at: expect.any(String) },
    });
    expect(await profileOf(kestrel)).toEqual(winner);
  });

  it('change their ETag with the groups that list the company', async () => {
    const { etag } = await profileOf(kestrel);
    await as.get('admin')!.patch(`/companies/${kestrel}/profile`, { accountGroups: ['west', 'east'] });
    expect((await profileOf(kestrel)).etag).not.toBe(etag);
    await as.get('admin')!.patch(`/companies/${kestrel}/profile`, { accountGroups: ['east'] });
    expect((await profileOf(kestrel)).etag).toBe(etag);
  });

  it('name a primary contact of their own, and forget one that is deleted', async () => {
    const admin = as.get('admin')!;
    const { id, etag } = await create('admin', { name: 'Spoken to' });
    const add = async (name: string) =>
      (await admin.post(`/companies/${id}/contacts`, { name, title: 'Owner' })).json();
    const [ann, bo] = [await add('Ann'), await add('Bo')];
    const patch = (primaryContact: string | null, ifMatch?: string) =>
      admin.patch(
        `/companies/${id}/profile`,
        { primaryContact },
        ifMatch === undefined ? {} : { 'if-match': ifMatch },
      );
    expect((await patch(ann.id)).json().primaryContact).toEqual({
      id: ann.id,
      name: 'Ann',
      title: 'Owner',
      email: null,
    });
    expect((await patch(bo.id, etag)).statusCode).toBe(412);
    expect((await patch(bo.id)).json().primaryContact).toMatchObject({ name: 'Bo' });
    const { items } = (await admin.get(`/companies/${id}/contacts`)).json();
    expect(items.map(({ primary }: { primary: boolean }) => primary)).toEqual([false, true]);
    expect(await lastEvent()).toMatchObject({
      action: 'update company',
      before: { primaryContact: ann.id },
      after: { primaryContact: bo.id },
    });
    const stranger = await patch(marmot);
    expect(stranger.statusCode).toBe(422);
    expect(stranger.json().error.message).toBe(
      `Field "primaryContact" is "${marmot}"; expected the id of a contact of the company.`,
    );
    expect((await profileOf(id)).primaryContact).toMatchObject({ name: 'Bo' });
    await admin.delete(`/contacts/${bo.id}`);
    expect((await profileOf(id)).primaryContact).toBe(null);
    await patch(ann.id);
    expect((await patch(null)).json().primaryContact).toBe(null);
  });

  it('are archived with everything kept, and restored to the stage they had', async () => {
    const { id } = await create('admin', { name: 'Leaving', stage: 'onboarding' });
    const admin = as.get('admin')!;
    expect((await admin.post(`/companies/${id}/restore`)).statusCode).toBe(409);
    expect((await admin.post(`/companies/${id}/archive`)).json()).toMatchObject({
      stage: 'offboarded',
      offboardedOn: '2026-11-22',
    });
    expect(await lastEvent()).toMatchObject({ action: 'archive company', before: { stage: 'onboarding' } });
    expect((await admin.post(`/companies/${id}/archive`)).statusCode).toBe(409);
    expect((await admin.get('/dashboard')).json().companies).toBe(
      (await admin.get('/companies?stage=active&stage=onboarding&limit=500')).json().items.length,
    );
    expect((await admin.post(`/companies/${id}/restore`)).json()).toMatchObject({
      stage: 'onboarding',
      offboardedOn: null,
    });
    expect((await as.get('viewer')!.post(`/companies/${kestrel}/archive`)).statusCode).toBe(403);
  });

  it('date the end of the business when the stage says it, and forget it with another', async () => {
    const { id } = await create('admin', { name: 'Ending' });
    const patch = (stage: string) => as.get('admin')!.patch(`/companies/${id}/profile`, { stage });
    expect((await patch('offboarded')).json().offboardedOn).toBe('2026-11-22');
    expect((await patch('prospect')).json().offboardedOn).toBe(null);
  });

  it('are deleted when nothing hangs on them, else refused with what does', async () => {
    const admin = as.get('admin')!;
    const { id } = await create('admin', { name: 'Passing', accountGroups: ['east'] });
    await admin.post('/me/recent-companies', { company: id });
    await admin.post(`/companies/${id}/contacts`, { name: 'Ann' });
    const contact = (await admin.post(`/companies/${id}/contacts`, { name: 'Bo' })).json();
    await admin.post(`/companies/${id}/contracts`, { name: 'One' });
    const refused = await admin.delete(`/companies/${id}`);
    expect(refused.statusCode).toBe(409);
    expect(refused.json().error.message).toBe('"Passing" has 2 contacts, 1 contract. Archive it instead.');
    expect((await as.get('viewer')!.delete(`/companies/${id}`)).statusCode).toBe(403);
    for (const path of [`/contacts/${contact.id}`, '/contacts/passing-ann', '/contracts/passing-one'])
      expect((await admin.delete(path)).statusCode).toBe(204);
    expect((await admin.delete(`/companies/${id}`)).statusCode).toBe(204);
    expect(await lastEvent()).toMatchObject({ action: 'delete company', before: { name: 'Passing' } });
    expect((await admin.get(`/companies/${id}/profile`)).statusCode).toBe(404);
    expect((await admin.delete(`/companies/${id}`)).statusCode).toBe(404);
  });

  it('know every table that holds on to a company', async () => {
    const { rows } = await sql<{ table: string; cascades: boolean }>`
      select conrelid::regclass::text as "table", confdeltype = 'c' as cascades from pg_constraint
      where contype = 'f' and confrelid = 'companies'::regclass`.execute(engine.database.kysely);
    const holding = rows.filter(({ cascades }) => !cascades).map(({ table }) => table);
    expect(Object.keys(hangingOn).sort()).toEqual(holding.sort());
  });
});
