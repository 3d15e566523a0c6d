import { createHash } from 'node:crypto';
import path from 'node:path';
import type pg from 'pg';
import type { Database } from './database.ts';

/** The SQL files of migrations/ in the order of their names; they are part of the built program. */
const files = import.meta.glob<string>('../../../migrations/*.sql', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export type Migration = { name: string; sql: string };

const known: Migration[] = Object.entries(files)
  .map(([file, sql]) => ({ name: path.basename(file), sql: sql.replaceAll('\r\n', '\n') }))
  .sort((a, b) => (a.name < b.name ? -1 : 1));

/**
 * Brings the database's tables up to this program and resolves to the names of the migrations it applied. Each is one
 * transaction that also records it, so a failure leaves the ones before it; many processes may do this at once.
 * Throws when the database was migrated by a newer program or an applied migration's file has changed since.
 */
export async function migrate(database: Pick<Database, 'pool'>, migrations = known): Promise<string[]> {
  const client = await database.pool.connect();
  try {
    const applied: string[] = [];
    for (const migration of pending(await readApplied(client), migrations)) {
      if (await apply(client, migration, migrations)) applied.push(migration.name);
    }
    client.release();
    return applied;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** The migrations still to apply, in order, given what is applied (name to checksum). */
function pending(applied: Map<string, string>, migrations: Migration[]): Migration[] {
  const names = new Set(migrations.map(({ name }) => name));
  for (const name of applied.keys()) {
    if (!names.has(name)) {
      throw new Error(
        `The database is newer than this program: it has the migration ${name}, which this program does not know. Update Quarterdeck.`,
      );
    }
  }
  return migrations.filter(({ name, sql }) => {
    const recorded = applied.get(name);
    if (recorded !== undefined && recorded !== checksum(sql)) {
      throw new Error(
        `The migration ${name} has changed since it was applied: checksum ${checksum(sql)}, applied ${recorded}. Add a new migration instead.`,
      );
    }
    return recorded === undefined;
  });
}

/** Applies one migration, unless another process did so meanwhile. The lock ends with the transaction. */
async function apply(
  client: pg.PoolClient,
  { name, sql }: Migration,
  migrations: Migration[],
): Promise<boolean> {
  await client.query(`begin; set local statement_timeout = 0; select pg_advisory_xact_lock(${lock})`);
  const stillPending = pending(await readApplied(client), migrations);
  const apply = stillPending.some((migration) => migration.name === name);
  if (apply) {
    await client.query(
      'create table if not exists schema_migrations (name text primary key, checksum text not null, applied_at timestamptz not null default now())',
    );
    await client.query(sql).catch((error) => {
      throw new Error(`The migration ${name} failed${explain(error, sql)}`, { cause: error });
    });
    await client.query('insert into schema_migrations (name, checksum) values ($1, $2)', [
      name,
      checksum(sql),
    ]);
  }
  await client.query('commit');
  return apply;
}

/** Any number that other programs are unlikely to lock in the same database. */
const lock = 815_702_991;

async function readApplied(client: pg.PoolClient): Promise<Map<string, string>> {
  // Not to_regclass: within a transaction it does not notice that another process has made the table meanwhile.
  const { rows: found } = await client.query(
    `select exists (select from pg_class where relname = 'schema_migrations' and relnamespace = current_schema()::regnamespace)`,
  );
  if (!found[0].exists) return new Map();
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from schema_migrations',
  );
  return new Map(rows.map(({ name, checksum }) => [name, checksum]));
}

function checksum(sql: string): string {
  return createHash('sha256').update(sql).digest('hex');
}

function explain(error: { message: string; position?: string; hint?: string }, sql: string): string {
  const line = error.position ? ` in line ${sql.slice(0, Number(error.position)).split('\n').length}` : '';
  return `${line}: ${error.message}${error.hint ? ` ${error.hint}` : ''}`;
}
