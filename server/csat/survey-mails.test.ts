import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onBothEngines } from '../../test/harness/engines.ts';
import { openMail } from '../platform/mail.ts';
import { openSmtpServer, type SmtpServer } from '../testing/smtp-server.ts';
import {
  addWorkspace,
  type Client,
  giveKey,
  openTestServer,
  type TestServer,
} from '../testing/test-server.ts';
import { COMPANIES, twoRegions } from '../testing/two-regions.ts';

const { own, other } = COMPANIES;

onBothEngines('survey mails', (engine) => {
  let smtp: SmtpServer;
  let server: TestServer;
  let admin: Client;
  let member: Client;

  beforeAll(async () => {
    smtp = await openSmtpServer();
    const workspace = await addWorkspace(engine.database, 'Northwind IT', { ...twoRegions, csat: [] });
    await sql`update contacts set email = 'mia@kestrel.example' where key = ${own.id}`.execute(
      engine.database.kysely,
    );
    const mail = openMail({ url: smtp.url, from: 'Northwind <care@northwind.example>' });
    server = await openTestServer(engine.database, { mail, url: 'https://q.example.com' });
    admin = server.withKey(await giveKey(engine.database, workspace, 'admin'));
    member = server.withKey(await giveKey(engine.database, workspace, 'manager'));
  });
  afterAll(async () => {
    await server.close();
    await smtp.close();
  });

  const survey = async (contact: string | null = own.id, company: string = own.id) =>
    (await admin.post(`/companies/${company}/surveys`, { contact, about: 'Ticket 4711' })).json() as {
      id: string;
      link: string;
    };
  const mail = (id: string, key?: string, as = member) =>
    as.post(`/surveys/${id}/e-mail`, undefined, key === undefined ? {} : { 'idempotency-key': key });
  const unfolded = (text: string) => text.replace(/=\n/g, '').replaceAll('=3D', '=');

  it('go to the contact with the three links, and are on record', async () => {
    const { id, link } = await survey();
    const sent = await mail(id);
    expect([sent.statusCode, sent.json()], sent.body).toEqual([200, { sentTo: 'mia@kestrel.example' }]);
    const { to, text } = smtp.messages.at(-1)!;
    expect(to).toBe('mia@kestrel.example');
    const lines = unfolded(text);
    expect(lines).toMatch(/^Subject: How did we do \(Ticket 4711\)\?/m);
    for (const answer of ['positive', 'neutral', 'negative'])
      expect(lines).toContain(`${link}?answer=${answer}`);
    const { items } = (await member.get(`/companies/${own.id}/surveys`)).json();
    expect(items.find((one: { id: string }) => one.id === id).mailedAt).not.toBeNull();
    expect((await admin.get(`/companies/${own.id}/activity`)).body).toContain('sent a survey link by e-mail');
  });

  it('are one for one request, however often and however closely it is repeated', async () => {
    const { id } = await survey();
    const before = smtp.messages.length;
    const answers = await Promise.all([mail(id, 'one'), mail(id, 'one'), mail(id, 'one')]);
    expect(
      answers.map(({ statusCode }) => statusCode).every((status) => status === 200 || status === 409),
    ).toBe(true);
    expect((await mail(id, 'one')).json()).toEqual({ sentTo: 'mia@kestrel.example' });
    expect(smtp.messages.length).toBe(before + 1);
    await mail(id, 'another');
    expect(smtp.messages.length).toBe(before + 2);
  });

  it('that the mail server did not take can be asked for again under the same key', async () => {
    const { id, link } = await survey();
    const before = smtp.messages.length;
    smtp.refuse(true);
    const refused = await mail(id, 'two');
    smtp.refuse(false);
    expect([refused.statusCode, refused.json().error.message]).toEqual([
      503,
      'The mail server did not take it (EENVELOPE 550). Copy the link and send it yourself.',
    ]);
    expect((await mail(id, 'two')).statusCode).toBe(200);
    expect(smtp.messages.length).toBe(before + 1);
    expect(server.log.join('\n')).not.toContain(link.split('/').at(-1));
  });

  it('are refused to nobody, to whom has no address, and once it was answered', async () => {
    const messageOf = async (id: string) => (await mail(id, undefined, admin)).json().error.message;
    expect(await messageOf((await survey(null)).id)).toBe(
      'This survey link is for nobody in particular. Make one for a contact.',
    );
    expect(await messageOf((await survey(other.id, other.id)).id)).toBe('Mia Chen has no e-mail address.');
    const { id, link } = await survey();
    await server.app.inject({
      method: 'POST',
      url: new URL(link).pathname,
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'null' },
      payload: 'answer=positive&comment=Fine',
    });
    expect(await messageOf(id)).toBe('This survey link has been answered.');
    const hidden = await survey(null, other.id);
    expect((await mail(hidden.id)).statusCode).toBe(404);
    expect((await admin.get(`/companies/${own.id}/activity`)).body).toContain('A client answered a survey');
  });

  it('are worded by admins, and read by those who ask', async () => {
    const stored = (await member.get('/survey-mail-text')).json();
    expect(stored).toMatchObject({ isDefault: true, canSend: true });
    const wording = { subject: 'Hi {name}', text: 'Say it here: {link}\n\n{asks}' };
    const set = (body: object, etag = stored.etag, as = admin) =>
      as.patch('/survey-mail-text', body, { 'if-match': etag });
    expect((await set({ wording }, stored.etag, member)).statusCode).toBe(403);
    expect((await set({ wording: { subject: 'Hi', text: 'no link' } })).statusCode).toBe(400);
    const saved = await set({ wording });
    expect(saved.json()).toMatchObject({ ...wording, isDefault: false });
    expect((await set({ wording: null })).statusCode).toBe(412);
    const { id, link } = await survey();
    await mail(id);
    const text = unfolded(smtp.messages.at(-1)!.text);
    expect(text).toMatch(/^Subject: Hi Mia/m);
    expect(text).toContain(`Say it here: ${link}`);
    expect((await set({ wording: null }, saved.json().etag)).json().isDefault).toBe(true);
  });
});
