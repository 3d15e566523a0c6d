import { beforeAll, expect, it } from 'vitest';
import { onBothEngines } from '../../test/harness/engines.ts';
import { errorsOf, importTexts, type Texts } from './testing/bundles.ts';
import { checksums, WORLD } from './testing/world.ts';

const strangers = Array.from({ length: 1200 }, (_, i) => `stranger${i},nobody,Name`).join('\n');

/** What is wrong, the files on top of the stored world, and every error. */
const CASES: readonly [string, Texts, readonly string[]][] = [
  // the file
  [
    'an empty file',
    { goals: '' },
    [
      'goals.csv:1:1: the file is empty; expected a header: key,company,title,category,owner,targetDate,status,progress,description,recommendations',
    ],
  ],
  [
    'an unknown file',
    { company: 'key\n' },
    [
      expect.stringMatching(
        /^company\.csv:1:1: unknown file; expected a file of the bundle \(workspace\.csv, companies\.csv, /,
      ),
    ],
  ],
  [
    'a file in another case',
    { Companies: 'key,name\n' },
    ['Companies.csv:1:1: unknown file; expected companies.csv'],
  ],
  // the header
  [
    'an unknown column',
    { companies: 'key,name,mrr\nx,X,1\n' },
    [expect.stringMatching(/^companies\.csv:1:3: unknown column "mrr"; expected key, name, stage, /)],
  ],
  [
    'a column of another case',
    { excluded_vendors: 'Vendor\nx\n' },
    [
      'excluded_vendors.csv:1:1: unknown column "Vendor"; expected vendor',
      'excluded_vendors.csv:1:1: the column vendor is missing; expected it in the header',
    ],
  ],
  [
    'a missing column',
    { companies: 'key,stage\nx,active\n' },
    ['companies.csv:1:1: the column name is missing; expected it in the header'],
  ],
  [
    'a column twice',
    { companies: 'key,name,name\nx,X,Y\n' },
    ['companies.csv:1:3: the column name stands more than once; expected it once'],
  ],
  [
    'a comma after the last column',
    { companies: 'key,name,\nx,X,\n' },
    [expect.stringMatching(/^companies\.csv:1:3: unknown column ""; expected key, /)],
  ],
  [
    'semicolons',
    { companies: 'key;name\nx;X\n' },
    ['companies.csv:1:1: the columns are separated by semicolons; expected commas'],
  ],
  [
    'tabs',
    { companies: 'key\tname\nx\tX\n' },
    ['companies.csv:1:1: the columns are separated by tabs; expected commas'],
  ],
  [
    'thousands of columns',
    { companies: `key,name${',x'.repeat(5000)}\n` },
    ['companies.csv:1:1001: the header has 5002 columns; expected 19'],
  ],
  // the rows
  [
    'a row that is too short, and one too long',
    { companies: 'key,name,stage\nx,X\ny,Y,active,1\n' },
    [
      'companies.csv:2:3: the row has 2 cells; expected 3 cells as in the header',
      'companies.csv:3:4: the row has 4 cells; expected 3 cells as in the header',
    ],
  ],
  [
    'a quote that is never closed',
    { companies: 'key,name\nx,X\ny,"Y\nz,Z\n' },
    ['companies.csv:3:2: a quote is opened here and never closed'],
  ],
  [
    'a quote within a cell',
    { companies: 'key,name\nx,The "X"\n' },
    ['companies.csv:2:2: a quote within a cell that does not begin with one; expected "" inside quotes'],
  ],
  [
    'an enormous cell',
    { companies: `key,name\nx,"${'x'.repeat(30_000_000)}"\ny,Y,\n` },
    [
      'companies.csv:2:2: the cell has more than 200,000 characters',
      'companies.csv:3:3: the row has 3 cells; expected 2 cells as in the header',
    ],
  ],
  [
    'a key twice, after rows of several lines',
    { contacts: 'key,company,name\nx,acme,"A\r\nB"\ny,acme,C\nx,acme,D\n' },
    ['contacts.csv:5:1: key "x" stands in line 2 already; expected it once'],
  ],
  [
    'a row twice that has no key',
    { alignments: 'company,stackItem,alignment\nacme,mfa,1\nacme,mfa,2\n' },
    ['alignments.csv:3:1: company "acme" with stackItem "mfa" stands in line 2 already; expected it once'],
  ],
  [
    'a second workspace',
    { workspace: 'name\nA\nB\n' },
    ['workspace.csv:3:1: workspace.csv has a second row; expected one'],
  ],
  // the cells
  [
    'required cells without anything',
    { companies: 'key,name\n,X\ny,\n' },
    [
      'companies.csv:2:1: key is empty; expected a value',
      'companies.csv:3:2: name is empty; expected a value',
    ],
  ],
  [
    'wrong values of many kinds, all of them',
    {
      companies:
        'key,name,stage,mrrOverride,employeesSynced,tags,dateAcquired\nx,X,customer,"1,50",-1,a||b,2026-02-30\n',
      users: 'key,name,email,role,isManager\nx,X,x@x,owner,yes\n',
      csat: 'key,company,answeredAt,rating\nx,acme,2026-11-01,good\n',
      recommendations: 'key,company,title,targetQuarter,winProbability\nx,acme,X,2026-5,101\n',
    },
    [
      'companies.csv:2:3: stage is "customer"; expected one of prospect, sales, ice, agreement, onboarding, active, offboarded',
      'companies.csv:2:4: mrrOverride is "1,50"; expected an amount such as 1234.50 with at most two places, from 0 to 10^13',
      'companies.csv:2:5: employeesSynced is "-1"; expected a whole number from 0 to 9007199254740991',
      'companies.csv:2:6: tags is "a||b"; expected entries separated by |, none of them empty, with \\ only before |, : or \\',
      'companies.csv:2:7: dateAcquired is "2026-02-30"; expected a date such as 2026-11-30',
      'recommendations.csv:2:4: targetQuarter is "2026-5"; expected a quarter such as 2026-Q4',
      'recommendations.csv:2:5: winProbability is "101"; expected a number such as 12.5, from 0 to 100, with at most 20 digits on each side of the point',
      'csat.csv:2:3: answeredAt is "2026-11-01"; expected a time of RFC 3339 such as 2026-11-30T17:05:00Z',
      'csat.csv:2:4: rating is "good"; expected one of positive, neutral, negative',
      'users.csv:2:4: role is "owner"; expected one of admin, member, viewer',
      'users.csv:2:5: isManager is "yes"; expected true or false',
    ],
  ],
  [
    'a NUL, shown without it',
    { companies: 'key,name\nx,a\0b\n' },
    ['companies.csv:2:2: name is "a\\u0000b"; expected at most 100,000 characters and no NUL'],
  ],
  [
    'text of 100,001 characters',
    { companies: `key,name\nx,${'x'.repeat(100_001)}\n` },
    [`companies.csv:2:2: name is "${'x'.repeat(60)}"…; expected at most 100,000 characters and no NUL`],
  ],
  [
    'a negative amount that is no credit',
    { products: 'key,stackItem,name,mrrPerSeat\nx,mfa,X,-1\n' },
    [
      'products.csv:2:4: mrrPerSeat is "-1"; expected an amount such as 1234.50 with at most two places, from 0 to 10^13',
    ],
  ],
  [
    'a fact that is derived',
    { facts: 'company,fact,value\nacme,employees,5\n' },
    [
      'facts.csv:2:2: fact is "employees"; expected one of tickets_per_month, support_hours_per_month, special_sla',
    ],
  ],
  // whose rows are
  [
    'what another company has, among what the workspace keeps and what comes along',
    {
      contacts: 'key,company,name,primaryContact\nc2,acme,Bo,false\nc3,beta,Cy,true\n',
      recommendations: 'key,company,title\nr2,beta,Take MFA\n',
      escalations: 'key,company,title,openedOn\ne2,beta,No mail,2026-05-01\n',
      meetings:
        'key,company,kind,date,recommendations,clientAttendees,escalation\nm2,acme,vcio,2026-05-06,r1|r2,c1|c2|c3,e2\nm3,beta,vcio,2026-05-06,r2,c3,e2\n',
      goals: 'key,company,title,recommendations\ng1,beta,Grow,r1\n',
      csat: 'key,company,answeredAt,rating,contact\ns1,beta,2026-05-06T10:00:00Z,positive,c2\n',
      onboarding_tasks: 'key,company,title,side,contact\nt2,acme,Name a contact,client,c3\n',
    },
    [
      'csat.csv:2:5: contact names "c2" of "acme"; expected one of "beta", as the row is',
      'goals.csv:2:4: recommendations names "r1" of "acme"; expected one of "beta", as the row is',
      'meetings.csv:2:5: recommendations names "r2" of "beta"; expected one of "acme", as the row is',
      'meetings.csv:2:6: clientAttendees names "c3" of "beta"; expected one of "acme", as the row is',
      'meetings.csv:2:7: escalation names "e2" of "beta"; expected one of "acme", as the row is',
      'onboarding_tasks.csv:2:5: contact names "c3" of "beta"; expected one of "acme", as the row is',
    ],
  ],
  // references
  [
    'references to nothing',
    {
      companies: 'key,name,owner\nx,X,nobody\n',
      alignments: 'company,stackItem,currentProduct,opportunityProduct\nx,dns,none,none\n',
      security_groups: 'key,name,companies,users\nwest,West,x|gone|acme,kim|who\n',
    },
    [
      'companies.csv:2:3: owner names "nobody", which is unknown; expected the key of a row of users.csv or of the workspace',
      'alignments.csv:2:2: stackItem names "dns", which is unknown; expected the key of a row of stack_items.csv or of the workspace',
      'alignments.csv:2:4: opportunityProduct names "none", which is unknown; expected the key of a row of products.csv or of the workspace',
      'security_groups.csv:2:3: companies names "gone", which is unknown; expected the key of a row of companies.csv or of the workspace',
      'security_groups.csv:2:4: users names "who", which is unknown; expected the key of a row of users.csv or of the workspace',
    ],
  ],
  [
    'a status that is none',
    { recommendations: 'key,company,title,status\nx,acme,X,Someday\n' },
    [
      'recommendations.csv:2:4: status names "Someday", which is unknown; expected the name of a row of recommendation_statuses.csv or of the workspace',
    ],
  ],
  [
    'a default that the bundle replaces',
    {
      recommendation_statuses: 'name,state\nPlanned,not_started\n',
      recommendations: 'key,company,title,status\nx,acme,X,Proposed\n',
    },
    [
      'recommendations.csv:2:4: status names "Proposed", which is unknown; expected the name of a row of recommendation_statuses.csv or of the workspace',
    ],
  ],
  [
    'a default replaced that the workspace uses',
    {
      recommendation_statuses: 'name,state\nNew,not_started\n',
      health_bands: 'name,from,color\nBad,0,red\n',
    },
    [
      'recommendation_statuses.csv:1:1: lacks "Planned", which recommendations "r1" of the workspace names; expected a row of it',
      'health_bands.csv:1:1: lacks "At risk", which health_overrides "acme" "2026-03-01" of the workspace names; expected a row of it',
    ],
  ],
  // what belongs together
  [
    'an end before the start, in the bundle and with what is stored',
    {
      contracts: 'key,company,name,start,end\nx,acme,X,2026-02-01,2026-01-31\n',
      contract_lines: 'key,contract,cancelledOn\nl1,k1,2026-01-31\n',
    },
    [
      'contracts.csv:2:5: end is 2026-01-31; expected a day on or after start, 2026-02-01',
      'contract_lines.csv:2:3: cancelledOn is 2026-01-31; expected a day on or after start, 2026-02-01',
    ],
  ],
  [
    'a start after the stored end',
    { contracts: 'key,company,name,start\nk1,acme,X,2027-01-01\n' },
    ['contracts.csv:2:4: start is 2027-01-01; expected a day on or before end, 2026-12-31'],
  ],
  [
    'too many points, for the bundle and for stored metrics',
    {
      effort_metrics: 'key,name,maxScore,weight,kind\nfit,Fit,2.5,1,custom\n',
      effort_scores: 'company,metric,points\nacme,fit,2.51\n',
      health_scores: 'company,metric,points\nacme,mood,10.01\n',
    },
    [
      'health_scores.csv:2:3: points is 10.01; expected at most 10, the maxScore of the metric "mood"',
      'effort_scores.csv:2:3: points is 2.51; expected at most 2.5, the maxScore of the metric "fit"',
    ],
  ],
  [
    'a maxScore below stored points',
    { health_metrics: 'key,name,maxScore,weight,kind,choices\nmood,Mood,7,1,custom,\n' },
    [
      'health_metrics.csv:2:3: maxScore is 7, but "acme" has 8 points; expected at least as much, or a new score for it',
    ],
  ],
  [
    'a maxScore below stored choices and bands',
    { health_metrics: 'key,name,maxScore,weight,kind\nmood,Mood,9,1,custom\nsize,Size,4,1,custom\n' },
    [
      'health_metrics.csv:2:5: choices gives 10 points; expected at most maxScore, 9',
      'health_metrics.csv:3:5: bands gives 5 points; expected at most maxScore, 4',
    ],
  ],
  [
    'computed metrics without fact or bands, or of an unknown fact',
    {
      effort_metrics:
        'key,name,maxScore,weight,kind,fact,bands\na,A,5,1,computed,,\nb,B,5,1,computed,moon,10:0|:6\nc,C,5,1,assessment,moon,\n',
    },
    [
      expect.stringMatching(
        /^effort_metrics\.csv:2:6: fact is empty for a computed metric; expected one of employees, locations, mrr, /,
      ),
      'effort_metrics.csv:2:7: bands is empty for a computed metric; expected upTo:points pairs such as 10:0|:5',
      expect.stringMatching(/^effort_metrics\.csv:3:6: fact is "moon"; expected one of employees, /),
      'effort_metrics.csv:3:7: bands gives 6 points; expected at most maxScore, 5',
    ],
  ],
  [
    'assessments without a score, answers that give too much, and answers that are none',
    {
      assessments:
        'key,company,template,takenOn,score,status\na,acme,T,2026-01-01,,\nb,acme,T,2026-01-01,50,in_progress\nc,acme,T,2026-01-01,,finished\n',
      assessment_templates: 'key,name,answers\nt,T,1:mauve:Yes|0:red:No\nu,U,-1:red:No\n',
      assessment_answers:
        'assessment,item,question,points,possible\nc,one,Q?,3,2\nc,two,Q?,,2\nnone,one,Q?,1,2\n',
    },
    [
      'assessments.csv:2:5: score is empty; expected a number from 0 to 100',
      'assessments.csv:3:5: score is 50; expected none while the status is in_progress',
      expect.stringMatching(
        /^assessment_templates\.csv:2:3: answers is .*; expected points:color:label triples/,
      ),
      expect.stringMatching(
        /^assessment_templates\.csv:3:3: answers is .*; expected points:color:label triples/,
      ),
      'assessment_answers.csv:2:4: points is 3; expected at most 2, what is possible',
      'assessment_answers.csv:4:1: assessment names "none", which is unknown; expected the key of a row of assessments.csv or of the workspace',
    ],
  ],
  [
    'onboarding tasks that are owned by somebody of the other side, or due on no day',
    {
      onboarding_template:
        'key,title,side,ownerRole,owner,dueDays\na,A,client,vcio,,1\nb,B,us,primary_contact,,-1\nc,C,client,,dana,1\nd,D,both,,,\n',
      onboarding_tasks:
        'key,company,title,side,owner,contact,dueDate\na,acme,A,client,dana,,2026-02-30\nb,acme,B,us,,c1,\nc,nobody,C,us,,,\n',
    },
    [
      'onboarding_template.csv:2:4: ownerRole is vcio of a task of side client; expected side us',
      'onboarding_template.csv:3:4: ownerRole is primary_contact of a task of side us; expected side client',
      expect.stringMatching(/^onboarding_template\.csv:3:6: dueDays is "-1"; expected a whole number/),
      'onboarding_template.csv:4:5: owner is a user of a task of side client; expected side us',
      'onboarding_template.csv:5:3: side is "both"; expected one of us, client',
      'onboarding_tasks.csv:2:5: owner is a user of a task of side client; expected side us',
      expect.stringMatching(/^onboarding_tasks\.csv:2:7: dueDate is "2026-02-30"; expected /),
      'onboarding_tasks.csv:3:6: contact is somebody of the client of a task of side us; expected side client',
      'onboarding_tasks.csv:4:2: company names "nobody", which is unknown; expected the key of a row of companies.csv or of the workspace',
    ],
  ],
  [
    'a metric that can give no points',
    { effort_metrics: 'key,name,maxScore,weight,kind\na,A,0,1,custom\n' },
    [
      'effort_metrics.csv:2:3: maxScore is "0"; expected a number such as 12.5, above 0, with at most 20 digits on each side of the point',
    ],
  ],
  [
    'bands that do not start at 0',
    { health_bands: 'name,from,color\nAt risk,5,red\nFine,50,green\n' },
    ['health_bands.csv:2:2: no band starts at 0; expected the first one to'],
  ],
  [
    'bands from the same bound, in the bundle and with stored ones',
    {
      alignment_bands: 'name,from,color\nA,0,red\nB,50,blue\nC,50.0,green\n',
      effort_bands: 'name,from,color\nNew,60,red\n',
    },
    [
      'effort_bands.csv:2:2: from is 60, as of the band "High"; expected another lower bound',
      'alignment_bands.csv:4:2: from is 50, as of the band "B"; expected another lower bound',
    ],
  ],
  [
    'a stored first band that is moved',
    { effort_bands: 'name,from,color\nLow,10,#0a0\n' },
    ['effort_bands.csv:2:2: no band starts at 0; expected the first one to'],
  ],
  [
    'two primary contacts of a company',
    {
      contacts: 'key,company,name,primaryContact\nx,acme,X,true\nz,acme,Z,true\nc1,acme,Ann,false\n',
    },
    ['contacts.csv:3:4: "acme" has the primary contact "x" already; expected one of a company'],
  ],
  [
    'a primary contact beside the stored one',
    { contacts: 'key,company,name,primaryContact\nx,beta,X,true\n' },
    ['contacts.csv:2:4: "beta" has the primary contact "c2" already; expected one of a company'],
  ],
  [
    'a stored primary contact that moves to a company that has one',
    { contacts: 'key,company,name\nc2,acme,Bo\n' },
    ['contacts.csv:2:2: "acme" has the primary contact "c1" already; expected one of a company'],
  ],
  [
    'overrides at once, in the bundle and with a stored one',
    {
      health_overrides:
        'company,status,reason,setOn,expiresOn\nbeta,At risk,A,2026-01-01,2026-01-31\nbeta,At risk,B,2026-01-31,2026-02-10\nacme,At risk,C,2026-02-01,2026-03-01\n',
    },
    [
      'health_overrides.csv:3:4: the override from 2026-01-31 to 2026-02-10 overlaps that from 2026-01-01 to 2026-01-31; expected one at a time for a company',
      'health_overrides.csv:4:4: the override from 2026-02-01 to 2026-03-01 overlaps that from 2026-03-01 to 2026-04-30; expected one at a time for a company',
    ],
  ],
  [
    'an override that is over before it begins',
    { health_overrides: 'company,status,reason,setOn,expiresOn\nbeta,At risk,A,2026-01-02,2026-01-01\n' },
    ['health_overrides.csv:2:5: expiresOn is 2026-01-01; expected a day on or after setOn, 2026-01-02'],
  ],
  [
    'an address that two would sign in with',
    { users: 'key,name,email,role\nx,X,DANA@Northwind.example,viewer\ny,Y,y@y,viewer\nz,Z,Y@y,viewer\n' },
    [
      'users.csv:2:3: email is "DANA@Northwind.example", as of the user "dana"; expected another: people sign in with it',
      'users.csv:4:3: email is "Y@y", as of the user "y"; expected another: people sign in with it',
    ],
  ],
];

onBothEngines('a broken bundle', (engine) => {
  let before: Record<string, string>;
  beforeAll(async () => {
    expect(errorsOf(await importTexts(engine.database, WORLD))).toEqual([]);
    before = await checksums(engine.database);
  });

  it.each(CASES)('is refused for %s', async (_, texts, errors) => {
    expect(errorsOf(await importTexts(engine.database, texts))).toEqual(errors);
    expect(await checksums(engine.database)).toEqual(before);
  });

  it('has its first 1,000 errors told, and the number of the others', async () => {
    const result = await importTexts(engine.database, { contacts: `key,company,name\n${strangers}\n` });
    expect(result).toMatchObject({ ok: false, more: 200 });
    expect(errorsOf(result).length).toBe(1000);
  });

  it('is not blamed for rows that an error hides', async () => {
    const texts = { companies: 'key,name\nx,"X\ny,Y\n', contacts: 'key,company,name\n1,x,A\n2,y,B\n' };
    expect(errorsOf(await importTexts(engine.database, texts))).toEqual([
      'companies.csv:2:2: a quote is opened here and never closed',
    ]);
  });

  it('lacks companies.csv, if the workspace has no companies', async () => {
    const database = await engine.open();
    const texts = { goals: 'key,company,title\n' };
    expect(errorsOf(await importTexts(database, texts))).toEqual([
      'companies.csv:1:1: the file is missing: the bundle has goals.csv; expected companies.csv',
    ]);
    expect((await database.pool.query('select from workspaces')).rowCount).toBe(0);
    expect(errorsOf(await importTexts(engine.database, texts, { dryRun: true }))).toEqual([]);
  });
});
