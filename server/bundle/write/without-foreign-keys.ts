import { type Kysely, sql } from 'kysely';
import { BUNDLE_FILES } from '../../../contract/bundle/format.ts';
import type { Tables } from '../../platform/database/tables.ts';
import { query, tableOf } from '../sql.ts';

/**
 * Runs `work` with the foreign keys of the bundle's tables taken off, and puts them back, which checks every row again,
 * all at once: row by row they cost four times as much as the rows themselves. What the planner knows of the tables is
 * brought up to date too. For the initial load of a database only,
 * as the tables are locked until the transaction ends. `tx` as their owner.
 */
export async function withoutForeignKeys<Result>(
  tx: Kysely<Tables>,
  work: () => Promise<Result>,
): Promise<Result> {
  const keys = await query<{ table: string; name: string; definition: string }>(
    tx,
    `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and conrelid = any ($1::regclass[])`,
    [bundleTables()],
  );
  for (const { table, name } of keys)
    await sql.raw(`alter table ${table} drop constraint ${name}`).execute(tx);
  const result = await work();
  for (const { table, name, definition } of keys)
    await sql.raw(`alter table ${table} add constraint ${name} ${definition}`).execute(tx);
  await sql.raw(`analyze ${bundleTables().join(', ')}`).execute(tx);
  return result;
}

function bundleTables(): string[] {
  return BUNDLE_FILES.flatMap((format) => [
    tableOf(format),
    ...format.columns.flatMap(({ type }) => (type.kind === 'references' ? [type.through] : [])),
  ]);
}
