import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Tags } from '../../contract/tags.ts';
import { onBothEngines } from '../../test/harness/engines.ts';
import { loadPortfolio } from '../portfolio/load.ts';
import { contentOf } from '../portfolio/test-world.ts';
import {
  addWorkspace,
  type Client,
  giveKey,
  openTestServer,
  type TestServer,
} from '../testing/test-server.ts';

const now = new Date('2026-11-22T12:00:00Z');

const rows = {
  users: [
    { key: 'dana', name: 'Dana Reyes', email: 'dana@northwind.example', role: 'admin' },
    { key: 'lee', name: 'Lee Park', email: 'lee@northwind.example', role: 'admin' },
    { key: 'sam', name: 'Sam Ito', email: 'sam@northwind.example', role: 'member' },
    { key: 'vic', name: 'Vic Roy', email: 'vic@northwind.example', role: 'viewer' },
  ],
  companies: [
    { key: 'acme', name: 'Acme', tags: ['Dental'], employees_override: 10 },
    { key: 'birch', name: 'Birch', tags: ['HIPAA', 'Legal'], employees_override: 10 },
    { key: 'cedar', name: 'Cedar', tags: ['Only Cedar', 'hipaa'], employees_override: 10 },
    { key: 'dogwood', name: 'Dogwood', tags: null, employees_override: 10 },
  ],
  security_groups: [
    { key: 'all', name: 'All companies', all_companies: true },
    { key: 'east', name: 'East', all_companies: false },
  ],
  security_group_companies: [{ security_group: 'east', company: 'acme' }],
  security_group_users: [
    ...['dana', 'sam', 'vic'].map((user) => ({ security_group: 'all', user })),
    { security_group: 'east', user: 'lee' },
  ],
  account_groups: [{ key: 'all', name: 'All companies', all_companies: true }],
  account_group_members: [{ account_group: 'all', user: 'sam' }],
  stack_items: [
    { key: 'web', name: 'Web filtering', tags: ['Dental'], order: 1 },
    { key: 'archive', name: 'Mail archive', tags: ['HIPAA', 'Legal'], order: 2 },
  ],
  products: [
    { key: 'web-pro', stack_item: 'web', name: 'Web Pro', standing: 'preferred', mrr_per_seat: 100 },
    {
      key: 'archive-pro',
      stack_item: 'archive',
      name: 'Archive Pro',
      standing: 'preferred',
      mrr_per_seat: 300,
    },
  ],
  alignments: [{ company: 'cedar', stack_item: 'web', applicable: false }],
};

onBothEngines('tags', (engine) => {
  let server: TestServer;
  let workspace: string;
  let dana: Client;
  /** An admin whose security group holds Acme alone. */
  let lee: Client;
  let sam: Client;
  let vic: Client;

  beforeAll(async () => {
    server = await openTestServer(engine.database, { now: () => now });
  });
  beforeEach(async () => {
    await engine.database.pool.query('truncate workspaces cascade');
    workspace = await addWorkspace(engine.database, 'Northwind IT', rows);
    const client = async (user: string) => server.withKey(await giveKey(engine.database, workspace, user));
    [dana, lee, sam, vic] = [
      await client('dana'),
      await client('lee'),
      await client('sam'),
      await client('vic'),
    ];
  });
  afterAll(() => server.close());

  const tags = async (client = dana): Promise<Tags> => {
    const answer = await client.get('/tags');
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json();
  };
  const lines = ({ items }: Tags) =>
    items.map(({ tag, companies, stackItems }) => `${tag} ${companies} ${stackItems.map(({ id }) => id)}`);
  const save = async (tag: string, to: string | null, client = dana) => {
    const answer = await client.patch('/tags', { tags: [{ tag, to }] });
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json() as Tags;
  };
  const stored = async () => {
    const { rows: companies } = await sql<{ line: string }>`
      select key || ': ' || array_to_string(tags, ',') as line from companies where tags is not null order by key`.execute(
      engine.database.kysely,
    );
    return companies.map(({ line }) => line);
  };

  it('are told with what carries them', async () => {
    expect(lines(await tags())).toEqual([
      'Dental 1 web',
      'HIPAA 1 archive',
      'Legal 1 archive',
      'Only Cedar 1 ',
      'hipaa 1 ',
    ]);
  });

  it('get another name everywhere, in saved views too, with every figure as it was', async () => {
    await sam.post('/saved-views', { name: 'Law', search: 'tag=Legal&health=At+risk' });
    const { etag } = await tags();
    const before = (await dana.get('/dashboard')).json().stackOpportunity.total;
    const answer = await dana.patch(
      '/tags',
      { tags: [{ tag: 'Legal', to: 'Law & Order' }] },
      { 'if-match': etag },
    );
    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.json()).toEqual(await tags());
    expect(lines(answer.json())[2]).toBe('Law & Order 1 archive');
    expect(await stored()).toEqual(['acme: Dental', 'birch: HIPAA,Law & Order', 'cedar: Only Cedar,hipaa']);
    const [view] = (await sam.get('/saved-views')).json().items;
    expect(view.search).toBe('tag=Law+%26+Order&health=At+risk');
    expect((await sam.get(`/dashboard?${view.search}`)).statusCode).toBe(200);
    expect((await dana.get('/dashboard')).json().stackOpportunity.total).toBe(before);
    const told = (await dana.get('/activity?limit=3')).json().items;
    expect(told.map(({ sentence }: { sentence: string }) => sentence)).toEqual([
      'Dana Reyes set tags of the stack item Mail archive from HIPAA, Legal to HIPAA, Law & Order',
      'Dana Reyes set tags from HIPAA, Legal to HIPAA, Law & Order',
      'Dana Reyes renamed the tag Legal',
    ]);
  });

  it('become one, as the preview says, cell by cell and dollar by dollar', async () => {
    const preview = (
      await dana.post('/tags/preview', {
        tags: [
          { tag: 'hipaa', to: 'Dental' },
          { tag: 'Legal', to: 'Dental' },
        ],
      })
    ).json();
    expect(preview).toEqual({
      companies: 2,
      stackItems: [{ id: 'archive', name: 'Mail archive' }],
      applicable: {
        count: 3,
        cells: [
          { company: { id: 'acme', name: 'Acme' }, stackItem: { id: 'archive', name: 'Mail archive' } },
          { company: { id: 'birch', name: 'Birch' }, stackItem: { id: 'web', name: 'Web filtering' } },
          { company: { id: 'cedar', name: 'Cedar' }, stackItem: { id: 'archive', name: 'Mail archive' } },
        ],
      },
      notApplicable: { count: 0, cells: [] },
    });
    await dana.patch('/tags', {
      tags: [
        { tag: 'hipaa', to: 'Dental' },
        { tag: 'Legal', to: 'Dental' },
      ],
    });
    expect(await stored()).toEqual(['acme: Dental', 'birch: Dental,HIPAA', 'cedar: Dental,Only Cedar']);
    // two cells of web at 10 × $1, three of the archive at 10 × $3; Cedar's web is off by hand
    expect((await dana.get('/dashboard')).json().stackOpportunity.mrr).toBe(2 * 1000 + 3 * 3000);
    const held = await server.context.portfolios.portfolioOf(workspace, now);
    expect(contentOf(held)).toEqual(contentOf(await loadPortfolio(engine.database, workspace, now)));
  });

  it('go away, with what rested on them alone', async () => {
    await sam.post('/saved-views', { name: 'Teeth', search: 'tag=Dental' });
    const preview = (await dana.post('/tags/preview', { tags: [{ tag: 'Dental', to: null }] })).json();
    expect(preview).toMatchObject({ companies: 1, notApplicable: { count: 1 }, applicable: { count: 0 } });
    expect(lines(await save('Dental', null))).toEqual([
      'HIPAA 1 archive',
      'Legal 1 archive',
      'Only Cedar 1 ',
      'hipaa 1 ',
    ]);
    expect((await sam.get('/saved-views')).json().items[0].search).toBe('');
    expect((await dana.get('/companies/acme')).json().mrrOpportunity).toBe(0);
    const told = (await dana.get('/activity?limit=3')).json().items;
    expect(told[2].sentence).toBe('Dana Reyes deleted the tag Dental');
  });

  it('are changed at every company, of which an admin is told only what they see', async () => {
    const seen = await tags(lee);
    expect(lines(seen)).toEqual([
      'Dental 1 web',
      'HIPAA 0 archive',
      'Legal 0 archive',
      'Only Cedar 0 ',
      'hipaa 0 ',
    ]);
    const change = { tags: [{ tag: 'hipaa', to: 'HIPAA' }] };
    const preview = await lee.post('/tags/preview', change);
    expect(preview.json()).toMatchObject({ companies: 0, applicable: { count: 0 } });
    const answer = await lee.patch('/tags', change, { 'if-match': seen.etag });
    expect(answer.statusCode, answer.body).toBe(200);
    for (const { body } of [preview, answer]) expect(body).not.toMatch(/"cedar"|"birch"/);
    expect((await stored())[2]).toBe('cedar: HIPAA,Only Cedar');
    expect((await lee.get('/activity')).body).not.toContain('"company":{"id":"cedar"');
  });

  it('are left alone when another admin has changed them meanwhile', async () => {
    const { etag } = await tags();
    await save('Legal', 'Law');
    const late = await dana.patch('/tags', { tags: [{ tag: 'HIPAA', to: null }] }, { 'if-match': etag });
    expect([late.statusCode, late.json().error.message]).toEqual([
      412,
      'Dana Reyes has changed this since you read it.',
    ]);
    expect(late.json().error.details.current).toEqual(await tags());
  });

  it('of a thousand companies are one change', async () => {
    await sql`insert into companies (workspace_id, key, name, tags)
      select ${workspace}, 'many-' || n, 'Many', '{Legal,Zoo}' from generate_series(1, 1000) n`.execute(
      engine.database.kysely,
    );
    const saved = await save('Legal', 'Zoo');
    expect(saved.items.find(({ tag }) => tag === 'Zoo')).toMatchObject({ companies: 1001 });
    const { rows: counts } = await sql<{ count: number }>`select count(*)::int as count from audit_events
      where action = 'update company'`.execute(engine.database.kysely);
    expect(counts[0]!.count).toBe(1001);
  });

  it.each<[object, number, string]>([
    [{ tags: [] }, 400, 'tags'],
    [{ tags: [{ tag: 'Ghost', to: 'HIPAA' }] }, 422, 'There is no tag "Ghost".'],
    [
      {
        tags: [
          { tag: 'HIPAA', to: null },
          { tag: 'HIPAA', to: 'x' },
        ],
      },
      422,
      'stands twice',
    ],
    [{ tags: [{ tag: 'HIPAA', to: '' }] }, 400, 'some text'],
    [{ tags: [{ tag: 'HIPAA', to: ' x' }] }, 400, 'no spaces around it'],
    [{ tags: [{ tag: 'HIPAA', to: 'a\u0000' }] }, 400, 'no NUL'],
    [{ tags: [{ tag: 'HIPAA' }] }, 400, 'tags.0.to'],
  ])('refuse %j', async (body, status, words) => {
    const before = await tags();
    for (const answer of [await dana.patch('/tags', body), await dana.post('/tags/preview', body)]) {
      expect([answer.statusCode, body]).toEqual([status, body]);
      expect(answer.body).toContain(JSON.stringify(words).slice(1, -1));
    }
    expect(await tags()).toEqual(before);
  });

  it('are the admins’ to see and to change', async () => {
    const body = { tags: [{ tag: 'HIPAA', to: null }] };
    for (const client of [sam, vic]) {
      expect((await client.get('/tags')).statusCode).toBe(403);
      expect((await client.post('/tags/preview', body)).statusCode).toBe(403);
      expect((await client.patch('/tags', body)).statusCode).toBe(403);
    }
    expect(lines(await tags())).toHaveLength(5);
  });
});
