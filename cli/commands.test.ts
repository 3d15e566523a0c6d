import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../server/platform/database/database.ts';
import { onBothEngines, type TestEngine } from '../test/harness/engines.ts';
import { type CommandLine, commandLine, variablesFor } from './test-command-line.ts';

const PASSWORD = 'correct horse battery';
let folder: string;
const open: Database[] = [];
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'quarterdeck-cli-'));
  await writeFile(
    path.join(folder, 'companies.csv'),
    'key,name,tags,mrrOverride\r\nacme,Acme,Standard,1000\r\nbirch,Birch,,200.50\r\n',
  );
  await writeFile(
    path.join(folder, 'users.csv'),
    'key,name,email,role\r\nlee,Lee Park,lee@example.com,member\r\n',
  );
  await writeFile(
    path.join(folder, 'security_groups.csv'),
    'key,name,companies,users\r\neast,East,acme,lee\r\n',
  );
  await writeFile(
    path.join(folder, 'account_groups.csv'),
    'key,name,companies,members\r\nteam,The team,acme|birch,lee\r\n',
  );
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** A database that another process has open as well, as a running server does. */
async function openedDatabase(engine: TestEngine) {
  const place = await engine.place();
  const database = await openDatabase(place);
  open.push(database);
  return { database, quarterdeck: commandLine({ QUARTERDECK_DATA: folder, ...variablesFor(place) }) };
}

async function importedDatabase(engine: TestEngine) {
  const opened = await openedDatabase(engine);
  expect(await opened.quarterdeck(['import', folder])).toMatchObject({ code: 0 });
  return opened;
}

const companiesOn = (stdout: string) => JSON.parse(stdout).companies as number;

onBothEngines('a command', (engine) => {
  afterAll(async () => {
    await Promise.all(open.splice(0).map((database) => database.close()));
  });

  describe('dashboard', () => {
    let quarterdeck: CommandLine;
    beforeAll(async () => {
      quarterdeck = (await importedDatabase(engine)).quarterdeck;
    });

    it('prints JSON alone, over every company', async () => {
      const { code, stdout, stderr } = await quarterdeck(['dashboard']);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(JSON.parse(stdout)).toMatchObject({
        companies: 2,
        stackByCustomer: { rows: expect.anything() },
      });
    });

    it.each([
      [['--company', 'acme'], 1],
      [['--company=acme', '--company', 'birch'], 2],
      [['--tag', 'Standard'], 1],
      [['--accountGroup', 'team'], 2],
      [['--account-group', 'team', '--tag', 'Standard'], 1],
      [['--segment', 'not_placed', '--value', 'perSeat'], 2],
      [['--email', 'lee@example.com'], 1],
      [['--email', 'LEE@example.com', '--company', 'acme'], 1],
    ])('takes %j', async (args, companies) => {
      const { code, stdout } = await quarterdeck(['dashboard', ...args]);
      expect({ code, companies: companiesOn(stdout) }).toEqual({ code: 0, companies });
    });

    it.each([
      [['--company', 'nobody'], 'company: there is no company "nobody"'],
      [['--email', 'lee@example.com', '--company', 'birch'], 'company: there is no company "birch"'],
      [['--email', 'nobody@example.com'], 'There is no user with the e-mail address "nobody@example.com"'],
      [['--rank', 'size'], 'rank: "size"'],
      [['--rank', 'mrr', '--rank', 'alignment'], 'rank may be given once only'],
      [['--date', '2026-01-01'], 'history'],
    ])('refuses %j', async (args, message) => {
      const { code, stdout, stderr } = await quarterdeck(['dashboard', ...args]);
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toContain(message);
    });

    it('needs a workspace', async () => {
      const { code, stderr } = await (await openedDatabase(engine)).quarterdeck(['dashboard']);
      expect({ code, stderr }).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('no workspace yet'),
      });
    });
  });

  describe('user add', () => {
    const add = (email: string, role: string, ...more: string[]) => [
      'user',
      'add',
      '--email',
      email,
      '--name',
      'A name',
      '--role',
      role,
      ...more,
    ];

    it('starts a workspace with its first user, who sees everything, and prints the id alone', async () => {
      const { quarterdeck } = await openedDatabase(engine);
      const first = await quarterdeck(add('ada@example.com', 'admin', '--password-stdin'), `${PASSWORD}\n`);
      expect(first).toEqual({
        code: 0,
        stdout: 'ada@example.com\n',
        stderr: 'There was no workspace, so one was made.\n',
      });
      const second = await quarterdeck(add('ben@example.com', 'member'));
      expect(second).toMatchObject({
        code: 0,
        stdout: 'ben@example.com\n',
        stderr: expect.stringContaining('sees no company yet'),
      });
      await quarterdeck(['import', folder]);
      expect(companiesOn((await quarterdeck(['dashboard', '--email', 'ada@example.com'])).stdout)).toBe(2);
      expect(companiesOn((await quarterdeck(['dashboard', '--email', 'ben@example.com'])).stdout)).toBe(0);
    });

    it('puts the first admin who can sign in into both groups of all companies', async () => {
      const { quarterdeck } = await importedDatabase(engine);
      await quarterdeck(add('ada@example.com', 'admin', '--password-stdin'), PASSWORD);
      await quarterdeck(add('cy@example.com', 'admin', '--password-stdin'), PASSWORD);
      expect(companiesOn((await quarterdeck(['dashboard', '--email', 'ada@example.com'])).stdout)).toBe(2);
      expect(companiesOn((await quarterdeck(['dashboard', '--email', 'cy@example.com'])).stdout)).toBe(0);
    });

    describe('to a workspace that has users', () => {
      let quarterdeck: CommandLine;
      beforeAll(async () => {
        quarterdeck = (await importedDatabase(engine)).quarterdeck;
      });

      it.each([
        [['--security-group', 'east', '--account-group', 'team'], 1],
        [['--security-group', 'East', '--account-group', 'The team'], 1],
        [['--security-group', 'all', '--account-group', 'team'], 2],
        [['--security-group', 'all', '--account-group', 'all'], 2],
        [['--account-group', 'team'], 0],
      ])('lets a viewer with %j see %i companies', async (groups, companies) => {
        const email = `${groups.join('').replace(/\W|-/g, '')}@example.com`;
        expect(await quarterdeck(add(email, 'viewer', ...groups))).toMatchObject({ code: 0 });
        expect(companiesOn((await quarterdeck(['dashboard', '--email', email])).stdout)).toBe(companies);
      });

      it.each([
        [add('lee@example.com', 'member'), '', 'already'],
        [add('not an address', 'member'), '', '--email is "not an address"'],
        [
          add('vi@example.com', 'viewer', '--security-group', 'west'),
          '',
          'no security group "west"; expected all, east',
        ],
        [add('vi@example.com', 'viewer', '--password-stdin'), 'short', '8 to 256'],
      ])('refuses %j with nothing written', async (args, stdin, message) => {
        const { code, stdout, stderr } = await quarterdeck(args, stdin);
        expect({ code, stdout, stderr }).toEqual({
          code: 1,
          stdout: '',
          stderr: expect.stringContaining(message),
        });
        expect((await quarterdeck(['api-key', 'create', '--email', 'vi@example.com'])).code).toBe(1);
      });
    });
  });

  it('api-key create prints the key alone', async () => {
    const { quarterdeck } = await importedDatabase(engine);
    const { code, stdout, stderr } = await quarterdeck([
      'api-key',
      'create',
      '--email',
      'Lee@example.com',
      '--name',
      'Reports',
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^qd_[\w-]{43}\n$/);
    expect((await quarterdeck(['api-key', 'create', '--email', 'nobody@example.com'])).code).toBe(1);
  });

  it('demo fills an empty workspace, once', async () => {
    const { quarterdeck } = await openedDatabase(engine);
    expect(await quarterdeck(['demo'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('companies.csv: 162 created'),
    });
    expect(await quarterdeck(['demo'])).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('already holds companies'),
    });
    expect(await quarterdeck(['doctor'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('All is well.'),
    });
  });

  describe('doctor', () => {
    let quarterdeck: CommandLine;
    let database: Database;
    beforeAll(async () => {
      ({ quarterdeck, database } = await importedDatabase(engine));
    });

    it.each([
      [
        `insert into health_bands select id, 'Bad', 10, '#900' from workspaces`,
        'The lowest of health_bands begins at 10.',
        'delete from health_bands',
      ],
      [
        'update workspaces set revision = revision - 1',
        'its last change at',
        'update workspaces set revision = revision + 1',
      ],
      [
        'alter table companies disable trigger user',
        'The trigger raise_revision_insert of the table companies is off.',
        'alter table companies enable trigger user',
      ],
      [
        'alter table companies disable row level security',
        'The table companies is open',
        'alter table companies enable row level security',
      ],
      [
        `insert into health_metrics (workspace_id, key, name, max_score, weight, kind, fact)
          select id, 'x', 'X', 10, 1, 'computed', 'luck' from workspaces`,
        'rests on "luck"',
        'delete from health_metrics',
      ],
      [
        `insert into schema_migrations (name, checksum) values ('2099-later.sql', '')`,
        'The migration 2099-later.sql is not known',
        `delete from schema_migrations where name = '2099-later.sql'`,
      ],
      [
        `update schema_migrations set name = 'x' where name like '%portfolio%'`,
        'portfolio.sql has not been applied',
        `update schema_migrations set name = '20261122-portfolio.sql' where name = 'x'`,
      ],
    ])('finds what is wrong after %s', async (damage, problem, mend) => {
      await database.pool.query(damage);
      const { code, stdout } = await quarterdeck(['doctor']);
      expect({ code, stdout }).toEqual({ code: 1, stdout: expect.stringContaining(problem) });
      expect(stdout).toContain('To mend it: ');
      await database.pool.query(mend);
      expect(await quarterdeck(['doctor'])).toMatchObject({
        code: 0,
        stdout: expect.stringContaining('All is well.'),
      });
    });
  });
});
