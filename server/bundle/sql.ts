import { CompiledQuery, type Kysely } from 'kysely';
import type { FileFormat } from '../../contract/bundle/format.ts';
import type { Tables } from '../platform/database/tables.ts';

/** Runs one statement; `Row` is what its author knows of the result. */
export async function query<Row>(
  tx: Kysely<Tables>,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<Row[]> {
  const { rows } = await tx.executeQuery<Row>(CompiledQuery.raw(sql, [...parameters]));
  return rows;
}

/** A name as SQL takes it: some of the format's words are words of SQL too ("order", "end", "user"). */
export function named(name: string): string {
  return `"${name}"`;
}

/** The table of a file, and its column that holds the workspace. */
export function tableOf(format: FileFormat): string {
  return format.identity.length > 0 ? format.name : 'workspaces';
}
export function workspaceColumn(format: FileFormat): string {
  return format.identity.length > 0 ? 'workspace_id' : 'id';
}

/** The columns of a file's table that tell its rows apart. */
export function identityColumns(format: FileFormat): string[] {
  return format.identity.map((name) => format.columns.find((column) => column.name === name)!.column);
}
