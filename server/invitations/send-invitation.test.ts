import { afterAll, beforeAll, expect, it } from 'vitest';
import { onBothEngines } from '../../test/harness/engines.ts';
import { openMail } from '../platform/mail.ts';
import { openSmtpServer, type SmtpServer } from '../testing/smtp-server.ts';
import {
  addWorkspace,
  type Client,
  givePassword,
  openTestServer,
  PASSWORD,
  type TestServer,
} from '../testing/test-server.ts';

onBothEngines('sending a link by e-mail', (engine) => {
  let smtp: SmtpServer;
  let server: TestServer;
  let withoutMail: TestServer;
  let admin: Client;
  let now = new Date();

  beforeAll(async () => {
    smtp = await openSmtpServer();
    const workspace = await addWorkspace(engine.database, 'Büro & Söhne', {
      users: [
        { key: 'dana', name: 'Dana', email: 'dana@northwind.example', role: 'admin' },
        { key: 'sam', name: 'Sam\r\nBcc: eve@evil.example', email: 'sam@northwind.example', role: 'viewer' },
        { key: 'kim', name: 'Kim', email: 'kim@northwind.example', role: 'viewer' },
      ],
    });
    for (const user of ['dana', 'kim']) await givePassword(engine.database, workspace, user);
    const mail = openMail({ url: smtp.url, from: 'Quarterdeck <deck@northwind.example>' });
    server = await openTestServer(engine.database, { now: () => now, mail, url: 'https://deck.example' });
    withoutMail = await openTestServer(engine.database, { now: () => now });
    // a cookie of an https address is not what the test's client sends: an API key is as good
    admin = await signedIn(server);
  });
  afterAll(async () => {
    await server.close();
    await withoutMail.close();
    await smtp.close();
  });

  async function signedIn({ anonymous, withKey }: TestServer): Promise<Client> {
    const answer = await anonymous.post(
      '/api/auth/sign-in/email',
      { email: 'dana@northwind.example', password: PASSWORD },
      { origin: 'https://deck.example' },
    );
    const cookie = answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
    const made = await anonymous.send({
      method: 'POST',
      url: '/api-keys',
      headers: { cookie, origin: 'https://deck.example' },
      payload: { name: 'test' },
    });
    return withKey(made.json().key);
  }
  const invite = async (user: string, client = admin) =>
    (await client.post(`/users/${user}/invitation`)).json();
  const send = (user: string, link: string, client = admin) =>
    client.post(`/users/${user}/invitation/e-mail`, { link });
  /** The text of a message, its lines whole again. */
  const unfolded = (text: string) => text.replace(/=\n/g, '').replaceAll('=3D', '=');

  it('sends the link to the user, and to nobody else, and leaves it on the screen', async () => {
    const { link, canSend } = await invite('sam');
    expect(canSend).toBe(true);
    const sent = await send('sam', link);
    expect([sent.statusCode, sent.json()]).toEqual([200, { sentTo: 'sam@northwind.example' }]);
    const { to, text } = smtp.messages.at(-1)!;
    expect(to).toBe('sam@northwind.example');
    expect(text.split('\n\n')[0]).not.toMatch(/^Bcc:/m);
    expect(unfolded(text)).toContain(link);
    expect(text).toMatch(/^From: Quarterdeck <deck@northwind\.example>/m);
    expect((await server.anonymous.get(new URL(link).pathname)).statusCode).toBe(200);
    expect((await admin.get('/activity')).body).toContain('sent the link by e-mail to');
  });

  it('tells somebody who has a password that they choose another', async () => {
    await send('kim', (await invite('kim')).link);
    const { text } = smtp.messages.at(-1)!;
    expect(text).toMatch(/^Subject: .*Choose_another_password/m);
  });

  it('sends no link that was not made for this user, was replaced, or is out of date', async () => {
    const first = await invite('sam');
    const second = await invite('sam');
    const before = smtp.messages.length;
    expect((await send('sam', first.link)).statusCode).toBe(404);
    expect((await send('kim', second.link)).statusCode).toBe(404);
    expect((await send('sam', 'https://evil.example/')).statusCode).toBe(404);
    now = new Date(now.getTime() + 8 * 86_400_000);
    expect((await send('sam', second.link)).statusCode).toBe(404);
    now = new Date();
    expect(smtp.messages).toHaveLength(before);
  });

  it('says when the mail server does not take it, and the link goes on working', async () => {
    const { link } = await invite('sam');
    smtp.refuse(true);
    const refused = await send('sam', link);
    smtp.refuse(false);
    expect(refused.statusCode).toBe(503);
    expect(refused.json().error.message).toBe(
      'The mail server did not take it (EENVELOPE 550). Copy the link and send it yourself.',
    );
    expect((await server.anonymous.get(new URL(link).pathname)).statusCode).toBe(200);
    expect(server.log.join('\n')).toContain('EENVELOPE 550');
    expect(server.log.join('\n')).not.toContain(link.split('/').at(-1));
  });

  it('is not offered, and refused, where no mail server is set', async () => {
    const client = await withoutMail.signIn('dana@northwind.example');
    const { link, canSend } = await invite('sam', client);
    expect(canSend).toBe(false);
    expect((await send('sam', link, client)).statusCode).toBe(422);
  });
});
