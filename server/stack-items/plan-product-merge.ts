import { sql } from 'kysely';
import type { Product } from '../../contract/stack-items.ts';
import type { ProductMerge } from '../../contract/stack-merge.ts';
import { mergeProducts } from '../../domain/stack-items/merge-products.ts';
import { seesCompany, type Viewer } from '../access/viewer.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { etagOf } from './plan-item-merge.ts';
import { priced } from './priced.ts';
import { readProduct } from './read-stack.ts';

interface NamingCell {
  readonly company: string;
  readonly current: boolean;
  readonly proposed: boolean;
  /** The alignment was not set by hand. */
  readonly follows: boolean;
  readonly etag: string;
}

/** What merging two products of one stack item does, as the viewer may know it; the transaction must see every company. */
export async function planProductMerge(
  tx: Tx,
  viewer: Viewer,
  id: string,
  into: string,
): Promise<ProductMerge> {
  const [product, stays] = [await readProduct(tx, id), await readProduct(tx, into)];
  requireMergeable(product, stays);
  const { rows } = await sql<NamingCell>`
    select company, coalesce(current_product = ${id}, false) as current,
      coalesce(opportunity_product = ${id}, false) as proposed,
      coalesce(current_product = ${id}, false) and alignment is null as follows, md5(a::text) as etag
    from alignments a where workspace_id = (select current_workspace())
      and ${id} in (current_product, opportunity_product)
    order by company collate "C", stack_item collate "C"`.execute(tx);
  const seen = rows.filter(({ company }) => seesCompany(viewer, company));
  const count = (of: 'current' | 'proposed' | 'follows') => seen.filter((cell) => cell[of]).length;
  const both = mergeProducts(priced(stays), priced(product));
  return {
    product: { id, name: product.name },
    into: { id: into, name: stays.name },
    addedCodes: both.productCodes.filter((code) => !stays.productCodes.includes(code)),
    takesMrrPrices: takes(both.mrr, priced(stays).mrr),
    takesOneTimePrices: takes(both.oneTime, priced(stays).oneTime),
    current: count('current'),
    proposed: count('proposed'),
    companies: new Set(seen.map(({ company }) => company)).size,
    followStanding: product.standing === stays.standing ? 0 : count('follows'),
    etag: etagOf([product.etag, stays.etag, rows.map(({ etag }) => etag)]),
  };
}

function requireMergeable(product: Product, into: Product): void {
  if (product.id === into.id) throw new Refusal('conflict', `"${into.name}" cannot be merged into itself.`);
  if (product.stackItem !== into.stackItem)
    throw new Refusal(
      'conflict',
      `"${product.name}" and "${into.name}" are of different stack items; merge the items instead.`,
    );
}

const takes = (after: object, before: object): boolean => JSON.stringify(after) !== JSON.stringify(before);
