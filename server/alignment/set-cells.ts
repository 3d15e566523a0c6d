import { sql } from 'kysely';
import type { AlignmentBulkChange } from '../../contract/alignment.ts';
import type { Day } from '../../domain/portfolio/values.ts';
import { auditAll } from '../access/audit.ts';
import { changedFields } from '../platform/database/changed-fields.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { requireProducts } from './require-products.ts';
import {
  cellColumns,
  isApplicableCell,
  requireApplicable,
  type StoredCell,
  type TypedCell,
} from './stored-cells.ts';

/** Who sets cells, and on which day. */
export interface Setting {
  readonly workspace: string;
  readonly user: string;
  readonly on: Day;
}

/**
 * Sets the same values in all of these cells by hand (null gives one back to the rules) and records for each by whom and
 * when; resolves to how many of them that changed. The companies are locked, so that the cells are still as stored.
 * Refuses (`unprocessable`) a product that is none of an item's, and anything but `applicable` where a cell is not.
 */
export async function setCells(
  tx: Tx,
  { workspace, user, on }: Setting,
  cells: readonly StoredCell[],
  change: AlignmentBulkChange,
): Promise<number> {
  if (isMoreThanApplicable(change)) requireApplicable(cells.map((cell) => withChange(cell, change)));
  await requireProducts(tx, cells, change);
  const changed = cells.flatMap((cell) => {
    const fields = changedFields(cell.typed, change);
    return fields ? [{ ...fields, company: cell.company, subject: cell.stackItem.id }] : [];
  });
  if (changed.length === 0) return 0;
  await writeCells(tx, { workspace, user, on }, changed, change);
  await auditAll(
    tx,
    changed.map((event) => ({ ...event, workspace, actor: user, action: 'update alignment' })),
  );
  return changed.length;
}

/** The cells in which the change can be made: of one that is not applicable then, nothing but that can be set. */
export function settable(cells: readonly StoredCell[], change: AlignmentBulkChange): readonly StoredCell[] {
  if (!isMoreThanApplicable(change)) return cells;
  return cells.filter((cell) => isApplicableCell(withChange(cell, change)));
}

function isMoreThanApplicable(change: AlignmentBulkChange): boolean {
  return Object.entries(change).some(([name, value]) => name !== 'applicable' && value !== undefined);
}

function withChange(cell: StoredCell, { applicable }: AlignmentBulkChange): StoredCell {
  const typed: TypedCell = applicable === undefined ? cell.typed : { ...cell.typed, applicable };
  return { ...cell, typed };
}

/** In one statement, so that the portfolio is brought up to date once. */
async function writeCells(
  tx: Tx,
  { workspace, user, on }: Setting,
  cells: readonly { readonly company: string; readonly subject: string }[],
  change: AlignmentBulkChange,
): Promise<void> {
  const fields = Object.entries(cellColumns).flatMap(([name, { column, type }]) => {
    const value = change[name as keyof AlignmentBulkChange];
    return value === undefined ? [] : [{ column: sql.ref(column), value: sql`${value}::${sql.raw(type)}` }];
  });
  const columns = [...fields.map(({ column }) => column), sql.ref('set_on'), sql.ref('set_by')];
  const values = [...fields.map(({ value }) => value), sql`${on}::date`, sql`${user}::text`];
  await sql`insert into alignments (workspace_id, company, stack_item, ${sql.join(columns)})
    select ${workspace}::uuid, w.company, w.stack_item, ${sql.join(values)}
    from unnest(${cells.map((cell) => cell.company)}::text[], ${cells.map((cell) => cell.subject)}::text[])
      as w (company, stack_item)
    on conflict (workspace_id, company, stack_item) do update
      set (${sql.join(columns)}) = row(${sql.join(columns.map((column) => sql`excluded.${column}`))})`.execute(
    tx,
  );
}
