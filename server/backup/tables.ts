import { type Kysely, sql } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';

export interface StoredTable {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string; readonly identity: boolean }[];
}

/**
 * Every table of the database but the list of its migrations, each after the tables that its foreign keys refer to,
 * with the columns that hold data of their own (not those that the database computes).
 */
export async function storedTables(tx: Kysely<Tables>): Promise<StoredTable[]> {
  const { rows } = await sql<StoredTable & { references: string[] }>`
    select c.relname::text as name,
      array(select f.relname::text from pg_constraint k join pg_class f on f.oid = k.confrelid
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as references,
      (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
          'identity', a.attidentity <> '') order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
    from pg_class c
    where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace and c.relname <> 'schema_migrations'
    order by c.relname collate "C"`.execute(tx);
  return referredFirst(rows);
}

function referredFirst<T extends StoredTable & { references: readonly string[] }>(tables: readonly T[]): T[] {
  const sorted: T[] = [];
  let left = [...tables];
  while (left.length > 0) {
    const waiting = new Set(left.map((table) => table.name));
    const free = left.filter((table) => !table.references.some((name) => waiting.has(name)));
    if (free.length === 0)
      throw new Error(`The tables ${[...waiting].join(', ')} refer to each other in a circle.`);
    sorted.push(...free);
    left = left.filter((table) => !free.includes(table));
  }
  return sorted;
}

/** Names of the applied migrations, in their order. */
export async function appliedMigrations(tx: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{
    name: string;
  }>`select name from schema_migrations order by name collate "C"`.execute(tx);
  return rows.map(({ name }) => name);
}
