import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { columnTypes } from './column-types.ts';
import { type EmbeddedLimits, embeddedHost } from './embedded-host.ts';
import { keepInOrder } from './embedded-maintenance.ts';
import type { Tables } from './tables.ts';

/**
 * A way to the database, which is PostgreSQL either way: `embedded` in the data folder, or a `server`. Connections that
 * break are replaced by themselves. Write through the functions in transaction.ts; `pool` and `kysely` by themselves
 * act as the owner of the tables, who sees every workspace.
 */
export type Database = {
  engine: 'embedded' | 'server';
  pool: pg.Pool;
  kysely: Kysely<Tables>;
  close(): Promise<void>;
};

/** `url` (DATABASE_URL) names a server; without one the embedded engine opens `<dataFolder>/database`. */
export type DatabasePlace = { url: string } | { dataFolder: string; limits?: EmbeddedLimits };

/**
 * Opens the database and proves that it answers. Throws an Error that says which server or folder cannot be used and why.
 * Nothing is created or migrated, except that an empty data folder gets an empty database.
 */
export async function openDatabase(place: DatabasePlace): Promise<Database> {
  const database = 'url' in place ? serverDatabase(place.url) : await embeddedDatabase(place);
  try {
    await checkVersion(database.pool);
    return database;
  } catch (error) {
    await database.close();
    throw 'url' in place ? unreachable(place.url, error) : error;
  }
}

/** No session state and no named statements, so that pgbouncer in transaction mode may stand between. */
function serverDatabase(url: string): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    types: columnTypes,
  });
  return withPool('server', pool, () => pool.end());
}

async function embeddedDatabase({
  dataFolder,
  limits,
}: {
  dataFolder: string;
  limits?: EmbeddedLimits;
}): Promise<Database> {
  const folder = path.resolve(dataFolder, 'database');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const host = embeddedHost(folder, limits);
  // Apart from the pool, whose connections may take 30 s: a slow machine may need longer to make a new database.
  await host.ready();
  const pool = new pg.Pool({
    stream: host.connection,
    user: 'postgres',
    database: 'postgres',
    ssl: false,
    max: 4,
    connectionTimeoutMillis: 30_000,
    idleTimeoutMillis: 0,
    types: columnTypes,
  });
  const stopKeeping = keepInOrder(pool);
  return withPool('embedded', pool, async () => {
    await stopKeeping();
    await pool.end();
    await host.close();
  });
}

function withPool(engine: Database['engine'], pool: pg.Pool, close: () => Promise<void>): Database {
  // A connection that breaks between two queries: the pool drops it and makes a new one when asked. Without a listener
  // it would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const dialect = new PostgresDialect({ pool });
  return { engine, pool, kysely: new Kysely<Tables>({ dialect }), close };
}

const oldestVersion = 15;

async function checkVersion(pool: pg.Pool) {
  const { rows } = await pool.query<{ version: number }>(
    `select current_setting('server_version_num')::int / 10000 as version`,
  );
  const version = rows[0]?.version ?? 0;
  if (version < oldestVersion)
    throw new Error(`it is PostgreSQL ${version}, and ${oldestVersion} is the oldest supported`);
}

function unreachable(url: string, error: unknown): Error {
  const text =
    error instanceof Error ? error.message || (error as NodeJS.ErrnoException).code : String(error);
  return new Error(`Cannot use the database at DATABASE_URL (${withoutPassword(url)}): ${text}.`, {
    cause: error,
  });
}

function withoutPassword(url: string): string {
  return url.replace(/(:\/\/[^:/@]*):[^@]*@/, '$1:…@').replace(/(password=)[^&]*/i, '$1…');
}
