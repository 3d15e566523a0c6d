import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
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

onBothEngines('the calendar behind a private link', (engine) => {
  let server: TestServer;
  let both: Client;
  let workspace: string;

  beforeAll(async () => {
    const meeting = (key: string, company: string, more: object = {}) => ({
      key,
      company,
      kind: 'vcio',
      date: '2026-12-03',
      ...more,
    });
    workspace = await addWorkspace(engine.database, 'Northwind IT', {
      ...twoRegions,
      meetings: [
        meeting('timed', kestrel, {
          start_time: '14:30',
          duration_minutes: 45,
          agenda: 'Review\nBudget',
          notes: 'Secret',
        }),
        meeting('elsewhere', marmot),
        meeting('off', kestrel, { status: 'cancelled' }),
        meeting('long-ago', kestrel, { date: '2025-01-01' }),
        meeting('unseen', COMPANIES.unassigned.id),
      ],
      action_items: [],
      records: [],
      meeting_users: [{ meeting: 'timed', company: kestrel, user: 'both' }],
    });
    await sql`update workspaces set time_zone = 'Europe/Berlin' where id = ${workspace}`.execute(
      engine.database.kysely,
    );
    server = await openTestServer(engine.database, { now: () => new Date('2026-11-22T12:00:00Z') });
    both = server.withKey(await giveKey(engine.database, workspace, 'both'));
  });
  afterAll(() => server.close());

  async function link(which: string): Promise<string> {
    const made = await both.post('/calendar-feed', { which });
    expect(made.statusCode, made.body).toBe(201);
    return new URL(made.json().link).pathname.replace('/api/v1', '');
  }
  const idsIn = (text: string) => [...text.matchAll(/UID:([\w-]+)@/g)].map(([, id]) => id);

  it('is read without signing in: own meetings or all, cancelled ones too, without notes', async () => {
    const answer = await server.anonymous.get(await link('mine'));
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(idsIn(answer.body)).toEqual(['timed']);
    expect(answer.body).toContain('DTSTART:20261203T133000Z\r\nDTEND:20261203T141500Z');
    expect(answer.body).toContain(`SUMMARY:vCIO meeting: ${COMPANIES.own.name}`);
    expect(answer.body).toContain('DESCRIPTION:Review\\nBudget');
    expect(answer.body).not.toContain('Secret');

    const all = await server.anonymous.get(await link('all'));
    expect(idsIn(all.body)).toEqual(['elsewhere', 'off', 'timed']);
    expect(all.body).toContain(`SUMMARY:Cancelled: vCIO meeting: ${COMPANIES.own.name}`);
    expect(all.body).toContain('DTSTART;VALUE=DATE:20261203');
  });

  it('is kept as a hash, renewed and ended at once', async () => {
    const first = await link('all');
    const second = await link('all');
    expect((await server.anonymous.get(first)).statusCode).toBe(404);
    const { rows } = await sql<{ row: string }>`select f::text as row from calendar_feeds f`.execute(
      engine.database.kysely,
    );
    expect(JSON.stringify(rows)).not.toContain(second.slice(20, -4));
    expect((await both.get('/calendar-feed')).json().feed).toMatchObject({ which: 'all' });
    expect((await both.delete('/calendar-feed')).statusCode).toBe(204);
    expect((await server.anonymous.get(second)).statusCode).toBe(404);
    expect((await both.get('/calendar-feed')).json()).toEqual({ feed: null });
  });

  it('shows what its user sees at that moment, and nothing once they have left', async () => {
    const path = await link('all');
    const run = (statement: string) => sql.raw(statement).execute(engine.database.kysely);
    await run(`delete from account_group_companies where company = '${marmot}'`);
    expect(idsIn((await server.anonymous.get(path)).body)).toEqual(['off', 'timed']);
    await run(`update users set deactivated = true where key = 'both'`);
    expect((await server.anonymous.get(path)).statusCode).toBe(404);
    expect((await server.anonymous.get('/calendar/qdc_guessed.ics')).statusCode).toBe(404);
  });
});
