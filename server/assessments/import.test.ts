import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DEFAULT_ANSWERS } from '../../domain/assessments/answer-scale.ts';
import { onBothEngines } from '../../test/harness/engines.ts';
import {
  addWorkspace,
  type Client,
  giveKey,
  openTestServer,
  type TestServer,
} from '../testing/test-server.ts';
import { COMPANIES, twoRegions } from '../testing/two-regions.ts';

const HEADER = 'company,template,takenOn,category,question,answer,points,possible,weight,note';

onBothEngines('an import of assessments', (engine) => {
  let server: TestServer;
  let admin: Client;
  let manager: Client;
  beforeAll(async () => {
    const workspace = await addWorkspace(engine.database, 'Northwind IT', twoRegions);
    server = await openTestServer(engine.database);
    const client = async (user: string) => server.withKey(await giveKey(engine.database, workspace, user));
    [admin, manager] = [await client('admin'), await client('manager')];
  });
  afterAll(() => server.close());

  const send = (file: string, more: object = {}, client = admin, dryRun = false) =>
    client.post(`/assessments/import${dryRun ? '?dryRun=true' : ''}`, { form: 'quarterdeck', file, ...more });
  const stored = async () =>
    (
      await sql<{ count: number }>`select count(*)::int as count from assessments`.execute(
        engine.database.kysely,
      )
    ).rows[0]!.count;

  it('shows what it would do, does it, and leaves alone what is there already', async () => {
    const file = [
      HEADER,
      'Kestrel Anvils,Audit,2026-05-04,Backup,Restore tested?,Yes,2,2,3,"In May, all of it"',
      'kestrel anvils,Audit,2026-05-04,Backup,Offsite copy?,No,0,2,,',
      'kestrel-4711,Audit,2026-05-04,Network,Own cabling?,N/A,,,,',
      'Marmot Bakeries,Audit,2026-06-01,Backup,Restore tested?,,,2,,',
    ].join('\r\n');
    const before = await stored();
    const expected = [
      { company: { name: 'Kestrel Anvils' }, answered: 2, notApplicable: 1, score: 75, there: false },
      { company: { name: 'Marmot Bakeries' }, answered: 0, open: 1, score: null, there: false },
    ];
    expect((await send(file, {}, admin, true)).json().items).toMatchObject(expected);
    expect(await stored()).toBe(before);
    expect((await send(file)).json().items).toMatchObject(expected);
    expect(await stored()).toBe(before + 2);
    expect((await send(file)).json().items.map(({ there }: { there: boolean }) => there)).toEqual([
      true,
      true,
    ]);
    expect(await stored()).toBe(before + 2);
    const { items } = (await admin.get(`/companies/${COMPANIES.own.id}/assessments`)).json();
    expect(items[0]).toMatchObject({ template: 'Audit', score: 75, status: 'finished', scoreOnly: false });
    const { answers } = (await admin.get(`/assessments/${items[0].id}`)).json();
    expect(answers[0]).toMatchObject({ note: 'In May, all of it', points: '2', weight: '3' });
  });

  it('takes the points and answers of a template of that name', async () => {
    const body = {
      name: 'Known',
      description: null,
      answers: DEFAULT_ANSWERS,
      retired: false,
      items: [
        {
          id: null,
          category: 'Access',
          question: 'MFA?',
          guidance: null,
          weight: '4',
          stackItem: null,
          answers: null,
          notApplicable: true,
        },
      ],
    };
    const template = (await admin.post('/assessment-templates', body)).json();
    const file =
      'takenOn,category,question,answer\n2026-07-01,Access,MFA?,partly\n2026-07-02,Access,MFA?,Sometimes\n';
    const context = { company: COMPANIES.own.id, template: 'Known' };
    const refused = await send(file, context);
    expect(refused.json().error.details.errors).toEqual([
      {
        file: 'assessments.csv',
        line: 3,
        column: 1,
        message: 'points is empty; expected points, as the template knows only Yes, Partly, No',
      },
    ]);
    const [made] = (await send(file.split('\n').slice(0, 2).join('\n'), context)).json().items;
    expect(made).toMatchObject({ score: 50 });
    const { items } = (await admin.get(`/companies/${COMPANIES.own.id}/assessments`)).json();
    const { answers } = (
      await admin.get(`/assessments/${items.find((it: { template: string }) => it.template === 'Known').id}`)
    ).json();
    expect(answers[0]).toMatchObject({ item: template.items[0].id, answer: 'Partly', weight: '4' });
  });

  it('says everything that is wrong by line and column, and writes nothing', async () => {
    const before = await stored();
    const file = [
      HEADER,
      'Nobody,Audit,2026-05-04,,Q1?,Yes,1,1,,',
      'Kestrel Anvils,,04.05.2026,,,Yes,3,2,x,',
      'Kestrel Anvils,Audit,2026-01-01,,Q2?,Yes,1,1,,',
      'Kestrel Anvils,Audit,2026-01-01,,Q2?,Yes,1,1,,',
      'Kestrel Anvils,Audit,2026-01-01,,Q3?,Yes,2,1,,',
    ].join('\n');
    const answer = await send(file);
    expect(answer.statusCode).toBe(422);
    expect(
      answer
        .json()
        .error.details.errors.map(
          ({ line, column, message }: { line: number; column: number; message: string }) =>
            `${line}:${column}: ${message}`,
        ),
    ).toEqual([
      '2:1: company is "Nobody"; expected the name or id of a company that you see',
      '3:2: template is empty; expected the name of a template',
      '3:3: takenOn is "04.05.2026"; expected a date such as 2026-11-30',
      '3:5: question is empty; expected the words of the question',
      '3:9: weight is "x"; expected a number such as 7.5, of at least 0',
      '5:5: the question stands in line 4 already; expected it once',
      '6:7: points is "2"; expected at most 1, what is possible',
    ]);
    const header = await send('company,template,colour\nKestrel Anvils,Audit,red\n');
    expect(header.json().error.details.errors).toHaveLength(4);
    const broken = await send(`${HEADER}\nKestrel Anvils,"Audit\n`);
    expect(broken.statusCode).toBe(422);
    expect(await stored()).toBe(before);
  });

  it('does not know companies that the user does not see', async () => {
    const answer = await send(`${HEADER}\nMarmot Bakeries,Audit,2026-05-04,,Q?,Yes,1,1,,\n`, {}, manager);
    expect(answer.json().error.details.errors[0].message).toBe(
      'company is "Marmot Bakeries"; expected the name or id of a company that you see',
    );
    expect((await send(`${HEADER}\n`, { company: COMPANIES.other.id }, manager)).statusCode).toBe(404);
  });

  it('reads a review as myITprocess names its columns', async () => {
    const file = [
      '"Organization Name","Review","Review Date","Section","Category","Question","Priority","Engineer Answer","vCIO Answer","Technical Analysis","IT Glue"',
      '"Quokka Shipping","Q4 Review","11/30/2026","Core","Backup","Tested?","High","No","Vulnerable","Last in May",""',
      '"Quokka Shipping","Q4 Review","11/30/2026","Core","Backup","Offsite?","Medium","Yes","","",""',
      '"Quokka Shipping","Q4 Review","2026-11-30T10:00:00","Core","Access","MFA?","Low","No","Highly Vulnerable","",""',
      '"Quokka Shipping","Q4 Review","11/30/2026","Core","Access","Smart cards?","Low","N/A","","",""',
    ].join('\r\n');
    const [made] = (await send(file, { form: 'myitprocess' })).json().items;
    expect(made).toMatchObject({
      template: 'Q4 Review',
      takenOn: '2026-11-30',
      answered: 3,
      notApplicable: 1,
    });
    expect(made.score).toBeCloseTo((100 * (2.5 + 3)) / 9, 10);
    const wrong = await send(
      file
        .replace('"High"', '"Urgent"')
        .replace('"Vulnerable"', '"Fine"')
        .replace('11/30/2026', '31/12/2026'),
      { form: 'myitprocess' },
    );
    expect(wrong.json().error.details.errors.map(({ message }: { message: string }) => message)).toEqual([
      'Review Date is "31/12/2026"; expected a date such as 2026-11-30 or 11/30/2026',
      'Priority is "Urgent"; expected High, Medium or Low',
      'vCIO Answer is "Fine"; expected Aligned, Vulnerable, Highly Vulnerable or N/A',
    ]);
  });
});
