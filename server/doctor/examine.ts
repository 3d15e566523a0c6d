import path from 'node:path';
import { sql } from 'kysely';
import { type Database, openDatabase } from '../platform/database/database.ts';
import { asOwner } from '../platform/database/transaction.ts';
import type { Environment } from '../platform/environment.ts';
import { openPortfolios } from '../portfolio/portfolios.ts';
import { INVARIANTS, type Invariant } from './invariants.ts';
import type { Finding, Problem } from './problem.ts';

/** Looks at one thing after the other and changes nothing; what rests on something that is wrong is not looked at. */
export async function* examine(
  { databaseUrl, dataFolder }: Pick<Environment, 'databaseUrl' | 'dataFolder'>,
  now = new Date(),
): AsyncGenerator<Finding> {
  const place = databaseUrl === null ? { dataFolder } : { url: databaseUrl };
  const database = await openDatabase(place).catch((error: Error) => error);
  if (database instanceof Error) {
    const mend =
      databaseUrl === null
        ? `see that the folder ${dataFolder} can be written to, or set QUARTERDECK_DATA to another one.`
        : 'start the PostgreSQL server (15 or later), or correct DATABASE_URL.';
    yield { title: 'The database answers', problems: [{ what: database.message, mend }] };
    return;
  }
  try {
    yield { title: `The database answers: ${await versionOf(database)}`, problems: [] };
    const migrations = await migrationProblems(database);
    yield { title: 'Its tables are those of this program', problems: migrations };
    if (migrations.length > 0) return;
    for (const invariant of INVARIANTS) yield await check(database, invariant);
    yield* portfolios(database, now);
  } finally {
    await database.close();
  }
}

async function versionOf(database: Database): Promise<string> {
  const { rows } = await database.pool.query<{ version: string }>(
    `select current_setting('server_version') as version`,
  );
  return `PostgreSQL ${rows[0]!.version}, ${database.engine === 'embedded' ? 'embedded' : 'on a server'}`;
}

const files = import.meta.glob('../../migrations/*.sql', { query: '?raw', import: 'default', eager: true });

async function migrationProblems(database: Database): Promise<Problem[]> {
  const known = Object.keys(files).map((file) => path.basename(file));
  const { rows: found } = await database.pool.query<{ exists: boolean }>(
    `select to_regclass('schema_migrations') is not null as exists`,
  );
  const { rows } = found[0]!.exists
    ? await database.pool.query<{ name: string }>('select name from schema_migrations')
    : { rows: [] };
  const applied = rows.map(({ name }) => name);
  return [
    ...known
      .filter((name) => !applied.includes(name))
      .map((name) => ({
        what: `The migration ${name} has not been applied.`,
        mend: 'run any other command, such as "quarterdeck serve", which applies it.',
      })),
    ...applied
      .filter((name) => !known.includes(name))
      .map((name) => ({
        what: `The migration ${name} is not known to this program, which is older than the database.`,
        mend: 'update Quarterdeck.',
      })),
  ];
}

async function check(database: Database, { title, find, mend }: Invariant): Promise<Finding> {
  const { rows } = await asOwner(database, (tx) =>
    sql<{ what: string }>`${sql.raw(find)} limit 20`.execute(tx),
  );
  return { title, problems: rows.map(({ what }) => ({ what, mend })) };
}

async function* portfolios(database: Database, now: Date): AsyncGenerator<Finding> {
  const { rows } = await database.pool.query<{ id: string; name: string; companies: number }>(
    `select id, name, (select count(*) from companies where workspace_id = w.id) as companies from workspaces w order by id`,
  );
  for (const { id, name, companies } of rows) {
    const title = `The figures of every company of ${name} can be computed (${companies})`;
    const problems = await openPortfolios(database)
      .portfolioOf(id, now)
      .then(
        () => [],
        (error: Error) => [
          {
            what: error.message,
            mend: 'correct what is named, by an import of the file in question for example.',
          },
        ],
      );
    yield { title, problems };
  }
}
