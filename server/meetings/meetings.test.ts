import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CalendarDay } from '../../contract/meeting-calendar.ts';
import type { Meeting } from '../../contract/meetings.ts';
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

onBothEngines('meetings', (engine) => {
  let server: TestServer;
  let admin: Client;
  let manager: Client;
  let viewer: Client;

  beforeAll(async () => {
    const workspace = await addWorkspace(engine.database, 'Northwind IT', {
      ...twoRegions,
      recommendations: [
        { key: 'dns', company: kestrel, title: 'Move to DNSFilter' },
        { key: 'edr', company: marmot, title: 'Take EDR' },
      ],
      meetings: [],
      records: [],
      action_items: [],
    });
    server = await openTestServer(engine.database, { now: () => new Date('2026-11-22T12:00:00Z') });
    const client = async (user: string) => server.withKey(await giveKey(engine.database, workspace, user));
    [admin, manager, viewer] = [await client('admin'), await client('manager'), await client('viewer')];
  });
  afterAll(() => server.close());

  async function plan(body: object, company: string = kestrel): Promise<Meeting> {
    const answer = await admin.post(`/companies/${company}/meetings`, body);
    expect(answer.statusCode, answer.body).toBe(201);
    expect(answer.headers.etag).toBe(answer.json().etag);
    return answer.json();
  }

  const said = async (company = kestrel) =>
    (await admin.get(`/companies/${company}/activity`))
      .json()
      .items.map(({ sentence }: { sentence: string }) => sentence) as string[];

  it('are planned with attendees of both sides, held, and told in words', async () => {
    const meeting = await plan({
      kind: 'vcio',
      date: '2026-11-20',
      startTime: '14:30',
      durationMinutes: 60,
      method: 'video',
      attendees: ['manager', 'admin', 'admin'],
      clientAttendees: [kestrel],
      otherAttendees: ['Their accountant'],
      recommendations: ['dns'],
    });
    expect(meeting).toMatchObject({
      id: `${kestrel}-vcio-2026-11-20`,
      company: { id: kestrel, name: COMPANIES.own.name },
      status: 'planned',
      agenda: null,
      attendees: [
        { id: 'admin', name: 'User admin' },
        { id: 'manager', name: 'User manager' },
      ],
      clientAttendees: [{ id: kestrel, name: 'Mia Chen', title: null }],
      otherAttendees: ['Their accountant'],
      recommendations: [{ id: 'dns', title: 'Move to DNSFilter' }],
      actionItems: [],
    });
    const held = await manager.patch(
      `/meetings/${meeting.id}`,
      { status: 'held', sentiment: 'good', attendees: ['manager'] },
      { 'if-match': meeting.etag },
    );
    expect(held.json()).toMatchObject({ status: 'held', attendees: [{ id: 'manager' }] });
    expect((await said()).slice(0, 2)).toEqual([
      'User manager set status of the vCIO meeting of 2026-11-20 from planned to held, attendees from User admin, User manager to User manager and sentiment from none to good',
      'User admin added the vCIO meeting of 2026-11-20',
    ]);
    expect((await viewer.get(`/meetings/${meeting.id}`)).json()).toEqual(held.json());
    expect((await viewer.patch(`/meetings/${meeting.id}`, { notes: 'x' })).statusCode).toBe(403);

    expect((await admin.delete(`/meetings/${meeting.id}`)).statusCode).toBe(204);
    expect((await said())[0]).toBe('User admin deleted the vCIO meeting of 2026-11-20');
    expect((await admin.get(`/meetings/${meeting.id}`)).statusCode).toBe(404);
  });

  it('raise the revision, as days since the last meeting rest on them', async () => {
    const revision = async () => {
      const { rows } = await sql<{ revision: string }>`select revision::text from workspaces`.execute(
        engine.database.kysely,
      );
      return rows[0]!.revision;
    };
    const before = await revision();
    await plan({ kind: 'pulse', date: '2026-11-01', status: 'held' });
    expect(await revision()).not.toBe(before);
  });

  it('are noted by two at once without loss; ten minutes of one person’s notes are one entry', async () => {
    const meeting = await plan({ kind: 'pulse', date: '2026-11-22' });
    const path = `/meetings/${meeting.id}`;
    let etag = meeting.etag;
    for (const notes of ['Happy', 'Happy with the desk', 'Happy with the desk.']) {
      const noted = await admin.patch(path, { notes }, { 'if-match': etag });
      expect(noted.statusCode, noted.body).toBe(200);
      etag = noted.json().etag;
    }
    expect((await said()).filter((sentence) => sentence.includes('notes'))).toEqual([
      'User admin set notes of the Pulse check of 2026-11-22 from none to Happy',
    ]);
    const late = await manager.patch(path, { notes: 'Other' }, { 'if-match': meeting.etag });
    expect(late.statusCode).toBe(412);
    expect(late.json().error.details).toMatchObject({
      current: { notes: 'Happy with the desk.' },
      changed: { by: { id: 'admin' } },
    });
    await manager.patch(path, { notes: 'Happy with the desk.\nWants Wi-Fi.' }, { 'if-match': etag });
    expect((await said())[0]).toBe(
      'User manager set notes of the Pulse check of 2026-11-22 from Happy with the desk. to Happy with the desk. Wants Wi-Fi.',
    );
  });

  it.each([
    [{ kind: 'vcio', date: '2026-12-03', status: 'held' }, 422, 'cannot have been held yet'],
    [{ kind: 'vcio', date: '2026-12-03', attendees: ['nobody'] }, 422, 'the user "nobody"'],
    [{ kind: 'vcio', date: '2026-12-03', clientAttendees: [marmot] }, 422, `the contact "${marmot}"`],
    [{ kind: 'vcio', date: '2026-12-03', recommendations: ['edr'] }, 422, 'the recommendation "edr"'],
    [{ kind: 'vcio', date: '2026-12-03', escalation: 'none' }, 422, 'the escalation "none"'],
    [{ kind: 'party', date: '2026-12-03' }, 400, 'kind'],
    [{ kind: 'vcio', date: '2026-02-30' }, 400, 'date'],
    [{ kind: 'vcio', date: '2026-12-03', startTime: '25:00' }, 400, 'startTime'],
    [{ kind: 'vcio', date: '2026-12-03', durationMinutes: -1 }, 400, 'durationMinutes'],
  ])('refuse %j', async (body, status, words) => {
    const answer = await admin.post(`/companies/${kestrel}/meetings`, body);
    expect([answer.statusCode, answer.body]).toEqual([
      status,
      expect.stringContaining(words.replaceAll('"', '\\"')),
    ]);
  });

  it('are listed page by page among the companies that one sees', async () => {
    await plan({ kind: 'ice', date: '2027-01-10', startTime: '09:00' });
    await plan({ kind: 'ice', date: '2027-01-10', startTime: '08:00' });
    await plan({ kind: 'ice', date: '2027-01-12' }, marmot);
    await plan({ kind: 'kickoff', date: '2027-01-13' });
    const pages = async (client: Client, order: string) => {
      const dates: string[] = [];
      for (let cursor = ''; ; ) {
        const query = `kind=ice&kind=kickoff&status=planned&limit=1&order=${order}${cursor && `&cursor=${cursor}`}`;
        const { items, next } = (await client.get(`/meetings?${query}`)).json();
        dates.push(...items.map((it: Meeting) => `${it.date} ${it.startTime ?? ''}`.trim()));
        if (next === null) return dates;
        cursor = next;
      }
    };
    const all = ['2027-01-10 08:00', '2027-01-10 09:00', '2027-01-12', '2027-01-13'];
    expect(await pages(admin, 'asc')).toEqual(all);
    expect(await pages(admin, 'desc')).toEqual(all.toReversed());
    expect(await pages(manager, 'asc')).toEqual(all.toSpliced(2, 1));
    expect((await manager.get(`/meetings?company=${marmot}`)).statusCode).toBe(404);
    expect((await manager.get('/meetings?cursor=guess')).statusCode).toBe(400);
    const within = (await admin.get('/meetings?from=2027-01-11&to=2027-01-12')).json().items;
    expect(within.map((it: Meeting) => it.date)).toEqual(['2027-01-12']);
  });

  it('stand in a calendar with what is due by cadence, among the companies that one sees', async () => {
    for (const [company, date] of [
      [kestrel, '2027-03-01'],
      [marmot, '2027-03-02'],
    ] as const) {
      await plan({ kind: 'kickoff', date, startTime: '09:00' }, company);
      await plan({ kind: 'kickoff', date: '2027-03-02', startTime: '08:00' }, company);
      const url = `/companies/${company}/cadences/ice`;
      await admin.send({ method: 'PUT', url, payload: { every: 'monthly' } });
    }
    const days = async (client: Client, query: string) => {
      const { items } = (await client.get(`/meeting-calendar?${query}`)).json();
      return (items as CalendarDay[]).map(
        ({ date, entries, count }) =>
          `${date}: ${entries.map(({ company, state, startTime }) => `${company.id} ${state} ${startTime}`).join(', ')} of ${count}`,
      );
    };
    const march = 'from=2027-03-01&to=2027-03-31';
    expect(await days(admin, `${march}&perDay=2`)).toEqual([
      `2027-03-01: ${kestrel} planned 09:00 of 1`,
      `2027-03-02: ${kestrel} planned 08:00, ${marmot} planned 08:00 of 3`,
    ]);
    expect(await days(manager, march)).toEqual([
      `2027-03-01: ${kestrel} planned 09:00 of 1`,
      `2027-03-02: ${kestrel} planned 08:00 of 1`,
    ]);
    expect(await days(admin, `${march}&company=${marmot}`)).toHaveLength(1);
    expect(await days(admin, `${march}&kind=vcio`)).toEqual([]);
    expect(await days(admin, `${march}&owner=nobody`)).toEqual([]);
    // agreed on 2026-11-22, with a meeting held or planned on no day before
    expect(await days(manager, 'from=2026-12-01&to=2026-12-31&kind=ice')).toEqual([
      `2026-12-22: ${kestrel} due null of 1`,
    ]);
    expect((await manager.get(`/meeting-calendar?${march}&company=${marmot}`)).statusCode).toBe(404);
    for (const span of ['from=2027-03-02&to=2027-03-01', 'from=2027-01-01&to=2027-12-31', 'to=2027-03-01'])
      expect((await manager.get(`/meeting-calendar?${span}`)).statusCode, span).toBe(400);
  });

  it('keep action items of either side, checked off by whoever sees them', async () => {
    const meeting = await plan({ kind: 'vcio', date: '2026-11-10', status: 'held' });
    const note = async (body: object) =>
      (await manager.post(`/meetings/${meeting.id}/action-items`, body)).json();
    const ours = await note({ title: 'Send the quote', owner: 'manager', dueDate: '2026-11-15' });
    const theirs = await note({ title: 'List leavers', ownerName: 'Mia Chen' });
    expect([ours, theirs]).toMatchObject([
      { owner: { id: 'manager' }, ownerName: null, overdue: true, done: false },
      { owner: null, ownerName: 'Mia Chen', dueDate: null, overdue: false },
    ]);
    const list = async (query: string) =>
      (await manager.get(`/action-items?${query}`)).json().items.map(({ title }: { title: string }) => title);
    expect(await list('')).toEqual(['Send the quote', 'List leavers']);
    expect(await list('owner=manager')).toEqual(['Send the quote']);

    const done = await manager.patch(`/action-items/${ours.id}`, { done: true }, { 'if-match': ours.etag });
    expect(done.json()).toMatchObject({ done: true, overdue: false });
    const moved = await manager.patch(`/action-items/${theirs.id}`, { owner: 'admin' });
    expect(moved.json()).toMatchObject({ owner: { id: 'admin' }, ownerName: null });
    expect(await list('')).toEqual(['List leavers']);
    expect(await list('done=true')).toEqual(['Send the quote']);
    expect((await said())[1]).toBe('User manager set done of the action item Send the quote from no to yes');

    expect((await manager.patch(`/action-items/${ours.id}`, { owner: 'nobody' })).statusCode).toBe(422);
    const both = { owner: 'admin', ownerName: 'Mia' };
    expect((await manager.patch(`/action-items/${ours.id}`, both)).statusCode).toBe(400);
    expect((await viewer.patch(`/action-items/${ours.id}`, { done: false })).statusCode).toBe(403);
    expect((await manager.delete(`/action-items/${ours.id}`)).statusCode).toBe(204);
  });
});
