import { sql } from 'kysely';
import type { AlignmentChange } from '../../contract/alignment.ts';
import type { StackItem } from '../../domain/portfolio/definitions.ts';
import type { Day } from '../../domain/portfolio/values.ts';
import { audit } from '../access/audit.ts';
import type { UserKey } from '../access/passwords.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { requireMatch, UNSET } from './etag.ts';

const columns = {
  applicable: 'applicable',
  currentProduct: 'current_product',
  opportunityProduct: 'opportunity_product',
  alignment: 'alignment',
  agreementInclusion: 'agreement_inclusion',
  mrrOpportunity: 'mrr_opportunity',
  oneTimeOpportunity: 'one_time_opportunity',
  currentMrr: 'current_mrr',
  provider: 'provider',
  threat: 'threat',
} as const satisfies Record<keyof AlignmentChange, string>;

/** A cell: a company and one of the workspace's stack items. */
export interface Cell {
  readonly company: string;
  readonly stackItem: StackItem;
}

/**
 * Sets values of a cell by hand (null gives one back to the rules) and records by whom and when. Refuses a product that
 * is none of the item's (`unprocessable`) and an If-Match that no longer holds (`precondition_failed`).
 */
export async function updateAlignment(
  tx: Tx,
  { workspace, user }: UserKey,
  { company, stackItem }: Cell,
  change: AlignmentChange,
  asOf: Day,
  ifMatch: string | undefined,
): Promise<void> {
  requireProducts(stackItem, change);
  const before = await lockedCell(tx, company, stackItem.id);
  requireMatch(ifMatch, before?.etag ?? UNSET);
  const values = Object.entries(columns).flatMap(([name, column]) => {
    const value = change[name as keyof AlignmentChange];
    return value === undefined ? [] : [{ name, column, value }];
  });
  const names = [...values.map(({ column }) => column), 'set_on', 'set_by'].map((column) => sql.ref(column));
  const row = sql.join([...values.map(({ value }) => value), asOf, user]);
  await sql`insert into alignments (workspace_id, company, stack_item, ${sql.join(names)})
    values (${workspace}, ${company}, ${stackItem.id}, ${row})
    on conflict (workspace_id, company, stack_item) do update
      set (${sql.join(names)}) = row(${sql.join(names.map((name) => sql`excluded.${name}`))})`.execute(tx);
  await audit(tx, {
    workspace,
    actor: user,
    action: 'update alignment',
    company,
    subject: stackItem.id,
    before: Object.fromEntries(values.map(({ name, column }) => [name, before?.row[column] ?? null])),
    after: Object.fromEntries(values.map(({ name, value }) => [name, value])),
  });
}

function requireProducts(
  stackItem: StackItem,
  { currentProduct, opportunityProduct }: AlignmentChange,
): void {
  const ids = stackItem.products.map((product) => product.id);
  const wrong = (field: string, value: string, expected: string) =>
    new Refusal('unprocessable', `Field "${field}" is "${value}"; expected ${expected}.`);
  if (currentProduct != null && currentProduct !== 'none' && !ids.includes(currentProduct))
    throw wrong('currentProduct', currentProduct, `a product of "${stackItem.name}", or "none"`);
  if (opportunityProduct != null && !ids.includes(opportunityProduct))
    throw wrong('opportunityProduct', opportunityProduct, `a product of "${stackItem.name}"`);
}

/** The company's row is locked too, so that of two who set a cell for the first time one waits for the other. */
async function lockedCell(tx: Tx, company: string, stackItem: string) {
  await sql`select from companies where workspace_id = (select current_workspace()) and key = ${company}
    for no key update`.execute(tx);
  const { rows } = await sql<{ etag: string; row: Record<string, unknown> }>`
    select '"' || md5(a::text) || '"' as etag, to_jsonb(a) as row from alignments a
    where workspace_id = (select current_workspace()) and company = ${company} and stack_item = ${stackItem}
    for update`.execute(tx);
  return rows[0];
}
