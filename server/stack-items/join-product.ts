import { sql } from 'kysely';
import { mergeProducts } from '../../domain/stack-items/merge-products.ts';
import { type AuditEvent, audit, auditAll } from '../access/audit.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { priced, pricesAndCodes } from './priced.ts';
import { readProduct } from './read-stack.ts';
import { updateProduct } from './update-product.ts';

/**
 * Makes one product of two: the cells that name the one that goes name the other, which gets its codes, and its prices as
 * far as it has none. Cells of the stack items `apart` are somebody else's to write. The transaction has locked both
 * products, and sees every company.
 */
export async function joinProduct(
  tx: Tx,
  viewer: Viewer,
  id: string,
  into: string,
  apart: readonly string[] = [],
): Promise<void> {
  const { workspace, user } = viewer;
  const [gone, stays] = [await readProduct(tx, id), await readProduct(tx, into)];
  await updateProduct(
    tx,
    viewer,
    into,
    pricesAndCodes(mergeProducts(priced(stays), priced(gone))),
    undefined,
  );
  await auditAll(tx, [
    ...(await rename(tx, viewer, 'current_product', 'currentProduct', [id, into], apart)),
    ...(await rename(tx, viewer, 'opportunity_product', 'opportunityProduct', [id, into], apart)),
  ]);
  for (const column of apart.length > 0 ? (['current_product', 'opportunity_product'] as const) : [])
    await sql`update alignments set ${sql.ref(column)} = ${into}
      where workspace_id = ${workspace} and ${sql.ref(column)} = ${id}`.execute(tx);
  await sql`delete from products where workspace_id = ${workspace} and key = ${id}`.execute(tx);
  const { id: _, etag: __, ...before } = gone;
  await audit(tx, {
    workspace,
    actor: user.id,
    action: 'merge product',
    subject: id,
    before,
    after: { product: into },
  });
}

async function rename(
  tx: Tx,
  { workspace, user }: Viewer,
  column: 'current_product' | 'opportunity_product',
  field: 'currentProduct' | 'opportunityProduct',
  [from, to]: readonly [string, string],
  apart: readonly string[],
): Promise<AuditEvent[]> {
  const { rows } = await sql<{ company: string; stack_item: string }>`
    update alignments set ${sql.ref(column)} = ${to}
    where workspace_id = ${workspace} and ${sql.ref(column)} = ${from} and not stack_item = any(${apart})
    returning company, stack_item`.execute(tx);
  return rows.map(({ company, stack_item }) => ({
    workspace,
    actor: user.id,
    action: 'update alignment',
    company,
    subject: stack_item,
    before: { [field]: from },
    after: { [field]: to },
  }));
}
