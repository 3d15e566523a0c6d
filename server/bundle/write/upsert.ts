import type { Kysely } from 'kysely';
import { referenceTarget } from '../../../contract/bundle/cell-types.ts';
import type { Column, FileFormat } from '../../../contract/bundle/format.ts';
import type { Tables } from '../../platform/database/tables.ts';
import { identityColumns, named, query, tableOf, workspaceColumn } from '../sql.ts';
import { sqlCast, sqlType } from './column-literals.ts';

export interface Written {
  readonly created: number;
  readonly updated: number;
}

/**
 * Inserts rows, and changes those that are there already and differ, in one statement. `literals` are arrays of the same
 * length, one for each of `columns`; null for a column without any value. Other columns stay as they are.
 */
export async function upsert(
  tx: Kysely<Tables>,
  workspace: string,
  format: FileFormat,
  columns: readonly Column[],
  literals: readonly (string | null)[],
): Promise<Written> {
  const sql = `with written as (${upsertStatement(format, columns, literals)} returning (xmax = 0) as created)
    select count(*) filter (where created)::int as created, count(*) filter (where not created)::int as updated from written`;
  const [written] = await query<Written>(tx, sql, [
    workspace,
    ...literals.filter((literal) => literal !== null),
  ]);
  return written!;
}

/** As `upsert`, for rows with a key: says which ones. */
export async function upsertNamingKeys(
  tx: Kysely<Tables>,
  workspace: string,
  format: FileFormat,
  columns: readonly Column[],
  literals: readonly (string | null)[],
): Promise<{ readonly created: Set<string>; readonly updated: Set<string> }> {
  const sql = `${upsertStatement(format, columns, literals)} returning key, (xmax = 0) as created`;
  const parameters = [workspace, ...literals.filter((literal) => literal !== null)];
  const rows = await query<{ key: string; created: boolean }>(tx, sql, parameters);
  const keys = (created: boolean) =>
    new Set(rows.filter((row) => row.created === created).map(({ key }) => key));
  return { created: keys(true), updated: keys(false) };
}

function upsertStatement(
  format: FileFormat,
  columns: readonly Column[],
  literals: readonly (string | null)[],
): string {
  const given = columns.filter((_, i) => literals[i] !== null);
  const arrays = given.map(({ type }, i) => `$${i + 2}::${sqlType(type)}[]`);
  const value = (column: Column) =>
    given.includes(column)
      ? `u.${named(column.column)}${sqlCast(column.type)}`
      : `null${sqlCast(column.type) || `::${sqlType(column.type)}`}`;
  const parent = parentTable(format);
  const targets = [
    workspaceColumn(format),
    ...columns.map(({ column }) => named(column)),
    ...(parent ? ['company'] : []),
  ];
  const values = ['$1', ...columns.map(value), ...(parent ? ['p.company'] : [])];
  const join = parent ? ` join ${parent} p on p.workspace_id = $1 and p.key = u.${format.companyFrom}` : '';
  return `insert into ${tableOf(format)} as t (${targets.join(', ')})
    select ${values.join(', ')} from unnest(${arrays.join(', ')}) as u (${given.map(({ column }) => named(column)).join(', ')})${join}
    on conflict ${conflictClause(format, targets)}`;
}

function conflictClause(format: FileFormat, targets: readonly string[]): string {
  const identity = [workspaceColumn(format), ...identityColumns(format).map(named)];
  const rest = targets.filter((column) => !identity.includes(column));
  if (rest.length === 0) return `(${identity.join(', ')}) do nothing`;
  const changed = `(${rest.map((column) => `t.${column}`).join(', ')}) is distinct from (${rest.map((column) => `excluded.${column}`).join(', ')})`;
  return `(${identity.join(', ')}) do update set ${rest.map((column) => `${column} = excluded.${column}`).join(', ')} where ${changed}`;
}

/** The table whose row says which company a row of this file belongs to. */
function parentTable(format: FileFormat): string | undefined {
  const column = format.columns.find(({ name }) => name === format.companyFrom);
  return column && referenceTarget(column.type);
}
