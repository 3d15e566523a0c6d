import type { Standing } from '../portfolio/definitions.ts';

/** What the rule needs to know of a cell. */
interface Cell<Product> {
  readonly applicable: boolean;
  readonly currentProduct: Product | null;
  readonly opportunityProduct: Product | null;
}

/** What completing a recommendation does to a cell of its lines. */
export interface CompletedCell<Product> {
  /** What the client uses from now on; null: what they use already. */
  readonly newProduct: Product | null;
  /** Why the cell cannot be set, in words; null: it can. */
  readonly problem: string | null;
}

/**
 * Once a recommendation is completed, the client uses the product that they should use, and is fully aligned there
 * (docs/product.md §7). A service that does not apply to them stays as it is, and so does one for which there is no product
 * of ours that they could use.
 */
export function completedCell<Product extends { readonly standing: Standing }>({
  applicable,
  currentProduct,
  opportunityProduct,
}: Cell<Product>): CompletedCell<Product> {
  if (!applicable) return { newProduct: null, problem: 'it is not applicable to the company' };
  if (opportunityProduct === null && currentProduct?.standing !== 'preferred')
    return { newProduct: null, problem: 'it has no product that the company should use' };
  return { newProduct: opportunityProduct, problem: null };
}
