import { readdir, readFile, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onBothEngines } from '../../test/harness/engines.ts';
import { writeAside } from '../platform/files/write-aside.ts';
import {
  addWorkspace,
  type Client,
  giveKey,
  openTestServer,
  type TestServer,
} from '../testing/test-server.ts';
import { COMPANIES, twoRegions } from '../testing/two-regions.ts';
import { sweepFiles } from './sweep-files.ts';
import { BOUNDARY, form, officeEntries, PDF, PNG, part, zipOf } from './testing/form.ts';

const { own, other } = COMPANIES;

onBothEngines('records of a meeting', (engine) => {
  let server: TestServer;
  let admin: Client;
  let member: Client;
  let viewer: Client;
  let meeting: string;
  let workspace: string;
  let fresh = 0;

  beforeAll(async () => {
    workspace = await addWorkspace(engine.database, 'Northwind IT', {
      ...twoRegions,
      assessments: [
        { key: 'a1', company: other.id, template: 'Baseline', taken_on: '2026-10-01', score: 64 },
      ],
    });
    server = await openTestServer(engine.database);
    admin = server.withKey(await giveKey(engine.database, workspace, 'admin'));
    member = server.withKey(await giveKey(engine.database, workspace, 'manager'));
    viewer = server.withKey(await giveKey(engine.database, workspace, 'viewer'));
    meeting = own.id;
  });
  afterAll(() => server.close());

  const upload = (
    payload: Buffer | string,
    { to = meeting, kind = 'slide_deck', headers = {}, as = admin } = {},
  ) =>
    as.send({
      method: 'POST',
      url: `/meetings/${encodeURIComponent(to)}/records/file?kind=${kind}`,
      headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}`, ...headers },
      payload,
    });
  const records = async (of = meeting) => (await admin.get(`/meetings/${of}/records`)).json();
  const kept = async (): Promise<string[]> => {
    const root = path.dirname(server.context.files.drafts);
    const all = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
    return all.filter((entry) => entry.isFile()).map(({ parentPath, name }) => path.join(parentPath, name));
  };
  const sweep = (now: Date) => sweepFiles(engine.database, server.context.files, { workspace, now });
  const rows = async () =>
    (
      await sql<{ files: number; contents: number; records: number }>`
        select (select count(*)::int from files) as files, (select count(*)::int from file_contents) as contents,
          (select count(*)::int from records) as records`.execute(engine.database.kysely)
    ).rows[0]!;
  /** A meeting of its own. */
  const newMeeting = async (kind = 'vcio', date = '2026-11-20') => {
    fresh += 1;
    await sql`insert into meetings (workspace_id, key, company, kind, date)
      select id, ${`fresh-${fresh}`}, ${other.id}, ${kind}, ${date} from workspaces`.execute(
      engine.database.kysely,
    );
    return `fresh-${fresh}`;
  };

  it('are uploaded, listed, downloaded as attachments and removed', async () => {
    const added = await upload(form(part('Q4 review ✨ “final”.pdf', PDF)));
    expect(added.statusCode, added.body).toBe(201);
    expect(added.json()).toMatchObject({
      meeting,
      company: own.id,
      kind: 'slide_deck',
      title: 'Q4 review ✨ “final”.pdf',
      link: null,
      file: { name: 'Q4 review ✨ “final”.pdf', media: 'application/pdf', bytes: PDF.length },
      addedBy: 'User admin',
    });
    const { id, etag } = added.json();
    expect((await records()).records.map((record: { id: string }) => record.id)).toContain(id);
    const file = await viewer.get(`/records/${id}/file`);
    expect(file.body).toBe(PDF);
    expect(file.headers).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'content-disposition':
        'attachment; filename="Q4 review _ _final_.pdf"; filename*=UTF-8\'\'Q4%20review%20%E2%9C%A8%20%E2%80%9Cfinal%E2%80%9D.pdf',
    });
    const removed = await admin.send({
      method: 'DELETE',
      url: `/records/${id}`,
      headers: { 'if-match': etag },
    });
    expect(removed.statusCode).toBe(204);
    expect((await admin.get(`/records/${id}/file`)).statusCode).toBe(404);
  });

  it('are missing until a file, a link or an assessment in time is there', async () => {
    const id = await newMeeting();
    const missing = async () =>
      (await records(id)).required
        .filter(({ state }: { state: string }) => state === 'missing')
        .map(({ kind }: { kind: string }) => kind);
    expect(await missing()).toEqual(['slide_deck', 'service_desk_metrics', 'warranty_report']);
    expect((await upload(form(part('deck.pptx', await zipOf(officeEntries))), { to: id })).statusCode).toBe(
      201,
    );
    const link = { kind: 'warranty_report', link: 'https://app.scalepad.com/r/1?x=y' };
    const added = await admin.post(`/meetings/${id}/records`, link);
    expect(added.json()).toMatchObject({ title: 'app.scalepad.com', link: link.link, file: null });
    expect(await missing()).toEqual(['service_desk_metrics']);
    const before = (await admin.get('/record-requirements')).json();
    const items = [{ meetingKind: 'vcio', records: ['assessment'], assessmentDays: 10 }];
    const set = await admin.patch('/record-requirements', { items }, { 'if-match': before.etag });
    expect(set.statusCode, set.body).toBe(200);
    expect(await missing()).toEqual(['assessment']);
    expect(
      (await admin.patch('/record-requirements', { items }, { 'if-match': before.etag })).statusCode,
    ).toBe(412);
    await admin.patch('/record-requirements', { items: before.items });
  });

  it('refuse links that lead elsewhere than to a page', async () => {
    for (const link of [
      'http://a.example',
      'javascript:alert(1)',
      'https://',
      'https://me:pw@a.example',
      'a.example',
      'data:text/html,x',
      '//a.example',
      `https://a.example/${'x'.repeat(2000)}`,
    ])
      expect([
        link,
        (await admin.post(`/meetings/${meeting}/records`, { kind: 'other', link })).statusCode,
      ]).toEqual([link, 400]);
  });

  it('keep equal contents once, and the bytes as long as anything names them', async () => {
    const id = await newMeeting('pulse');
    const content = `same,${id}\n`;
    const [one, two] = [
      (await upload(form(part('a.csv', content)), { to: id })).json(),
      (await upload(form(part('b.csv', content)), { to: id })).json(),
    ];
    const holds = async () =>
      (await Promise.all((await kept()).map((place) => readFile(place, 'utf8')))).filter(
        (text) => text === content,
      ).length;
    expect(await holds()).toBe(1);
    await admin.delete(`/records/${one.id}`);
    for (const place of await kept()) await utimes(place, 0, 0);
    await sweep(new Date());
    expect((await admin.get(`/records/${two.id}/file`)).body).toBe(content);
    await admin.delete(`/records/${two.id}`);
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
    await sweep(inDays(0));
    expect(await holds()).toBe(1);
    const three = (await upload(form(part('c.csv', content)), { to: id })).json();
    await sweep(inDays(2));
    expect((await admin.get(`/records/${three.id}/file`)).body).toBe(content);
    await admin.delete(`/records/${three.id}`);
    await sweep(inDays(2));
    await sweep(inDays(4));
    expect(await holds()).toBe(0);
  });

  it('leave bytes alone that were just kept: their record may be on its way', async () => {
    const name = `${workspace}/${'a'.repeat(40)}`;
    const { files } = server.context;
    const place = path.join(path.dirname(files.drafts), name);
    const draft = await writeAside(
      (async function* () {
        yield Buffer.from('x');
      })(),
      files.drafts,
      9,
      () => new Error('large'),
    );
    await files.keep(name, draft);
    await sweep(new Date());
    expect((await stat(place)).size).toBe(1);
    await utimes(place, 0, 0);
    await sweep(new Date());
    await expect(stat(place)).rejects.toThrow('ENOENT');
  });

  it('happen once under an Idempotency-Key, and not at all for another file under it', async () => {
    const id = await newMeeting('pulse');
    const headers = { 'idempotency-key': `k-${id}` };
    const [first, again] = [
      await upload(form(part('a.txt', 'one')), { to: id, headers }),
      await upload(form(part('a.txt', 'one')), { to: id, headers }),
    ];
    expect(again.json()).toEqual(first.json());
    expect((await upload(form(part('a.txt', 'two')), { to: id, headers })).statusCode).toBe(422);
    expect((await records(id)).records.length).toBe(1);
  });

  it('are not there for those who do not see the company, and not to be changed by viewers', async () => {
    const pdf = form(part('a.pdf', PDF));
    const { id } = (await upload(pdf, { to: other.id })).json();
    for (const url of [
      `/meetings/${other.id}/records`,
      `/companies/${other.id}/records`,
      `/records/${id}/file`,
    ])
      expect([url, (await member.get(url)).statusCode]).toEqual([url, 404]);
    expect((await member.delete(`/records/${id}`)).statusCode).toBe(404);
    expect((await upload(pdf, { to: other.id, as: member })).statusCode).toBe(404);
    expect((await upload(pdf, { as: viewer })).statusCode).toBe(403);
    expect((await upload(pdf, { as: server.anonymous })).statusCode).toBe(401);
    expect((await member.get('/record-requirements')).statusCode).toBe(403);
    expect((await admin.get(`/companies/${other.id}/records`)).json().items).toContainEqual(
      expect.objectContaining({
        id: other.id,
        kind: 'vcio',
        records: expect.arrayContaining([expect.objectContaining({ id })]),
      }),
    );
  });

  it('take no harm by hostile files', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    const bomb = await zipOf({ ...officeEntries, 'ppt/media/zero.bin': Buffer.alloc(8 * 1024 ** 2) });
    const large = Buffer.alloc(51 * 1024 ** 2, 32);
    /** What is sent, and the status it must get; for what is taken, the name that it is kept under. */
    const hostile: Record<
      string,
      readonly [Buffer | string, number, (string | undefined)?, Record<string, string>?]
    > = {
      'a path upwards': [form(part('../../../../etc/cron.d/evil.txt', 'x')), 201, 'evil.txt'],
      'an absolute path': [form(part('/etc/passwd.txt', 'x')), 201, 'passwd.txt'],
      'a Windows path': [form(part('C:\\\\Windows\\\\evil.txt', 'x')), 201, 'evil.txt'],
      'a name of dots': [form(part('...', 'x')), 422],
      'a name that is a hidden file': [form(part('.htaccess', 'x')), 422],
      'an encoded path': [form(part('..%2f..%2fevil.txt', 'x')), 201, '%2f..%2fevil.txt'],
      'a name with NUL': [form(part('evil.php\0.pdf', PDF)), 201, 'evil.php.pdf'],
      'a name with line breaks of a header': [
        form(part('a%0d%0aSet-Cookie: x=1.pdf', PDF)),
        201,
        'a%0d%0aSet-Cookie: x=1.pdf',
      ],
      'a name that reads backwards': [form(part('invoice\u202efdp.txt', 'x')), 201, 'invoicefdp.txt'],
      'a name of only marks': [form(part('\u202e\u200f', 'x')), 422],
      'a name of 5,000 letters': [form(part(`${'a'.repeat(5000)}.txt`, 'x')), 201, `${'a'.repeat(195)}….txt`],
      'a name in many scripts': [form(part('отчёт 報告 تقرير 🦷.txt', 'x')), 201, 'отчёт 報告 تقرير 🦷.txt'],
      'a name that is markup': [
        form(part('<img src=x onerror=alert(1)>.txt', 'x')),
        201,
        '<img src=x onerror=alert(1)>.txt',
      ],
      'no name': [form(part('', 'x')), 422],
      'a page': [form(part('report.html', '<html>')), 422],
      'a page called text': [form(part('report.txt', '<!doctype html><script>alert(1)</script>')), 422],
      'an SVG with a script': [form(part('logo.svg', svg)), 422],
      'an SVG with a script called PNG': [form(part('logo.png', svg)), 422],
      'an SVG with a script called CSV': [form(part('logo.csv', `\ufeff  ${svg}`)), 422],
      'a script': [form(part('a.js', 'alert(1)')), 422],
      'a program called PDF': [form(part('setup.pdf', Buffer.from('4d5a90000300000004', 'hex'))), 422],
      'a PDF called PNG': [form(part('a.png', PDF)), 422],
      'a page with a PDF behind it': [form(part('a.pdf', `<script>alert(1)</script>${PDF}`)), 422],
      'a PNG with a script behind it is a PNG, and is only ever saved': [
        form(part('a.png', Buffer.concat([PNG, Buffer.from(svg)]))),
        201,
        'a.png',
      ],
      'zero bytes': [form(part('empty.pdf', '')), 422],
      'a plain zip called PowerPoint': [form(part('a.pptx', await zipOf({ 'a.exe': 'MZ' }))), 422],
      'a document with macros': [
        form(part('a.pptx', await zipOf({ ...officeEntries, 'ppt/vbaProject.bin': 'x' }))),
        422,
      ],
      'a broken zip called Word': [form(part('a.docx', 'PK\x03\x04 and nothing else')), 422],
      'a zip bomb, which is kept packed': [form(part('bomb.pptx', bomb)), 201, 'bomb.pptx'],
      'a zip': [form(part('all.zip', bomb)), 422],
      '51 MB': [form(part('large.txt', large)), 413],
      '5 GB declared': [
        form(part('a.pdf', PDF)),
        413,
        undefined,
        { 'content-length': String(5 * 1024 ** 3) },
      ],
      'two files': [form(part('a.pdf', PDF), part('b.pdf', PDF)), 400],
      'three files': [form(part('a.pdf', PDF), part('b.pdf', PDF), part('c.pdf', PDF)), 400],
      'a file and a field': [form(part('a.pdf', PDF), part(null, 'admin', 'role')), 400],
      'a file under another name': [form(part('a.pdf', PDF, 'avatar')), 400],
      'a field called __proto__': [form(part(null, 'x', '__proto__')), 400],
      'no part at all': [form(), 400],
      'a form that breaks off': [part('a.pdf', PDF).subarray(0, 90), 400],
      'a form that breaks off within the file': [part('a.pdf', PDF), 400],
      'no form': ['not a form', 400],
      'another boundary': [
        form(part('a.pdf', PDF)),
        400,
        undefined,
        { 'content-type': 'multipart/form-data; boundary=other' },
      ],
      'no boundary': [form(part('a.pdf', PDF)), 400, undefined, { 'content-type': 'multipart/form-data' }],
      JSON: ['{"file":"a.pdf"}', 400, undefined, { 'content-type': 'application/json' }],
    };
    expect(Object.keys(hostile).length).toBeGreaterThanOrEqual(30);
    const id = await newMeeting('pulse');
    for (const [what, [payload, status, name, headers]] of Object.entries(hostile)) {
      const before = await rows();
      const answer = await upload(payload, { to: id, ...(headers ? { headers } : {}) });
      expect([what, answer.statusCode, answer.body.slice(0, 300)]).toEqual([
        what,
        status,
        expect.any(String),
      ]);
      if (status === 201) {
        expect([what, answer.json().file.name]).toEqual([what, name]);
        const file = await admin.get(`/records/${answer.json().id}/file`);
        expect([what, file.statusCode, file.headers['content-disposition']]).toEqual([
          what,
          200,
          expect.stringMatching(/^attachment; filename="[ -~]*"; filename\*=UTF-8''[\w%.~-]+$/),
        ]);
        expect(file.headers['set-cookie']).toBeUndefined();
      } else {
        expect([what, await rows()]).toEqual([what, before]);
        expect([what, answer.json().error.message.length > 10]).toEqual([what, true]);
      }
    }
    // nothing stands anywhere but under our own names, and nothing is left of what was refused
    const root = path.dirname(server.context.files.drafts);
    for (const place of await kept())
      expect(path.relative(root, place)).toMatch(/^[0-9a-f-]{36}\/[0-9a-f]{40}$/);
    expect(await readdir(server.context.files.drafts)).toEqual([]);
    expect(server.log.filter((line) => line.includes('"level":50'))).toEqual([]);
  });
});
