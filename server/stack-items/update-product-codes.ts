import type { ProductCodesChange } from '../../contract/product-codes.ts';
import type { Product } from '../../contract/stack-items.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { lockedProduct } from './read-stack.ts';
import { updateProduct } from './update-product.ts';

/** Adds codes to those that the product has by now, and takes some of them away. */
export async function updateProductCodes(
  tx: Tx,
  viewer: Viewer,
  id: string,
  { add, remove }: ProductCodesChange,
): Promise<Product> {
  const { productCodes } = await lockedProduct(tx, id, 'change');
  const kept = productCodes.filter((code) => !remove.includes(code));
  return updateProduct(tx, viewer, id, { productCodes: [...kept, ...add] }, undefined);
}
