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

/** Some rows of a file on their way to its table. */
export interface Batch {
  readonly workspace: string;
  readonly format: FileFormat;
  /** The columns that are written; others stay as they are. */
  readonly columns: readonly Column[];
  /** For each column an array of its values, all of the same length; null for a column without any value. */
  readonly literals: readonly (string | null)[];
  /** The table has no rows of the workspace yet, so that none can be there already. */
  readonly fresh: boolean;
}

/** Inserts rows, and changes those that are there already and differ, in one statement. */
export async function upsert(tx: Kysely<Tables>, batch: Batch): Promise<Written> {
  const sql = `with written as (${upsertStatement(batch)} returning (xmax = 0) as created)
    select count(*) filter (where created)::int as created, count(*) filter (where not created)::int as updated from written`;
  const [written] = await query<Written>(tx, sql, parametersOf(batch));
  return written!;
}

/** As `upsert`, for rows with a key: says which ones. */
export async function upsertNamingKeys(
  tx: Kysely<Tables>,
  batch: Batch,
): Promise<{ readonly created: Set<string>; readonly updated: Set<string> }> {
  const sql = `${upsertStatement(batch)} returning key, (xmax = 0) as created`;
  const rows = await query<{ key: string; created: boolean }>(tx, sql, parametersOf(batch));
  const keys = (created: boolean) =>
    new Set(rows.filter((row) => row.created === created).map(({ key }) => key));
  return { created: keys(true), updated: keys(false) };
}

function parametersOf({ workspace, literals }: Batch): string[] {
  return [workspace, ...literals.filter((literal) => literal !== null)];
}

function upsertStatement({ format, columns, literals, fresh }: Batch): string {
  const given = columns.filter((_, i) => literals[i] !== null);
  const arrays = given.map(({ type }, i) => `$${i + 2}::${sqlType(type)}[]`);
  const names = given.map(({ column }) => named(column));
  const value = (column: Column) =>
    given.includes(column) ? `u.${named(column.column)}${sqlCast(column.type)}` : 'null';
  const parent = parentTable(format);
  const targets = [
    workspaceColumn(format),
    ...columns.map(({ column }) => named(column)),
    ...(parent ? ['company'] : []),
  ];
  const values = ['$1', ...columns.map(value), ...(parent ? ['p.company'] : [])];
  return `insert into ${tableOf(format)} as t (${targets.join(', ')})
    select ${values.join(', ')} from unnest(${arrays.join(', ')}) as u (${names.join(', ')})
    ${parent ? `join ${parent} p on p.workspace_id = $1 and p.key = u.${format.companyFrom}` : ''}
    ${fresh ? '' : onConflict(format, targets)}`;
}

function onConflict(format: FileFormat, targets: readonly string[]): string {
  const identity = [workspaceColumn(format), ...identityColumns(format).map(named)];
  const rest = targets.filter((column) => !identity.includes(column));
  if (rest.length === 0) return `on conflict (${identity.join(', ')}) do nothing`;
  const [stored, given] = ['t', 'excluded'].map((row) => rest.map((column) => `${row}.${column}`).join(', '));
  const assignments = rest.map((column) => `${column} = excluded.${column}`).join(', ');
  return `on conflict (${identity.join(', ')}) do update set ${assignments}
    where (${stored}) is distinct from (${given})`;
}

/** The table whose row says which company a row of this file belongs to. */
function parentTable(format: FileFormat): string | undefined {
  const column = format.columns.find(({ name }) => name === format.companyFrom);
  return column && referenceTarget(column.type);
}
