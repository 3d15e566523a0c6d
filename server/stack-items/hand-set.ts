import { sql } from 'kysely';
import type { HandField, SetByHand } from '../../domain/stack-items/merge-cells.ts';
import type { Tx } from '../platform/database/transaction.ts';

/** Where what is set by hand in a cell is kept. */
export const handColumns = {
  applicable: ['applicable', 'boolean'],
  currentProduct: ['current_product', 'text'],
  opportunityProduct: ['opportunity_product', 'text'],
  alignment: ['alignment', 'numeric'],
  agreementInclusion: ['agreement_inclusion', 'boolean'],
  mrrOpportunity: ['mrr_opportunity', 'bigint'],
  oneTimeOpportunity: ['one_time_opportunity', 'bigint'],
  currentMrr: ['current_mrr', 'bigint'],
  setOn: ['set_on', 'date'],
  setBy: ['set_by', 'text'],
  provider: ['provider', 'text'],
  threat: ['threat', 'boolean'],
} as const satisfies Record<HandField, readonly [column: string, type: string]>;

/** A stored cell of a company. */
export interface StoredHand {
  readonly company: string;
  readonly stackItem: string;
  readonly set: SetByHand;
  readonly etag: string;
}

/** The stored cells of these stack items, by company; the transaction must see every company. */
export async function handSetOf(tx: Tx, stackItems: readonly string[]): Promise<StoredHand[]> {
  const fields = Object.entries(handColumns).map(
    ([name, [column]]) => sql`a.${sql.ref(column)} as ${sql.ref(name)}`,
  );
  const { rows } = await sql<SetByHand & Omit<StoredHand, 'set'>>`
    select company, stack_item as "stackItem", md5(a::text) as etag, ${sql.join(fields)}
    from alignments a where workspace_id = (select current_workspace()) and stack_item = any(${stackItems})
    order by company collate "C", stack_item collate "C"`.execute(tx);
  return rows.map(({ company, stackItem, etag, ...set }) => ({ company, stackItem, etag, set }));
}

/** Writes what is set in one stack item's cells, company by company, over what is stored. */
export async function writeHandSet(
  tx: Tx,
  workspace: string,
  stackItem: string,
  cells: readonly { readonly company: string; readonly set: SetByHand }[],
): Promise<void> {
  if (cells.length === 0) return;
  const entries = Object.entries(handColumns);
  const columns = entries.map(([, [column]]) => sql.ref(column));
  const types = entries.map(([name, [, type]]) => sql`${sql.ref(name)} ${sql.raw(type)}`);
  const names = entries.map(([name]) => sql`c.${sql.ref(name)}`);
  const excluded = columns.map((column) => sql`excluded.${column}`);
  const rows = cells.map(({ company, set }) => ({ company, ...set }));
  await sql`insert into alignments (workspace_id, company, stack_item, ${sql.join(columns)})
    select ${workspace}::uuid, c.company, ${stackItem}, ${sql.join(names)}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as c (company text, ${sql.join(types)})
    on conflict (workspace_id, company, stack_item) do update
      set (${sql.join(columns)}) = row(${sql.join(excluded)})`.execute(tx);
}
