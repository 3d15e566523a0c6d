import type { Product } from '../../contract/stack-items.ts';
import { changedMeanwhile } from '../access/last-change.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { isUnchanged } from '../platform/http/if-match.ts';
import { joinProduct } from './join-product.ts';
import { lockForMerge } from './lock-for-merge.ts';
import { planProductMerge } from './plan-product-merge.ts';
import { readProduct } from './read-stack.ts';

/** Merges a product into another of its stack item. Refuses an If-Match of a preview that no longer holds. */
export async function mergeProduct(
  tx: Tx,
  viewer: Viewer,
  id: string,
  into: string,
  ifMatch: string | undefined,
): Promise<Product> {
  const { stackItem } = await readProduct(tx, id);
  await lockForMerge(tx, [stackItem]);
  const plan = await planProductMerge(tx, viewer, id, into);
  if (!isUnchanged(ifMatch, plan.etag)) throw changedMeanwhile(plan, null);
  await joinProduct(tx, viewer, id, into);
  return readProduct(tx, into);
}
