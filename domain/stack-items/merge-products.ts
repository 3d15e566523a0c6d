import type { PriceBook, Product } from '../portfolio/definitions.ts';
import { compareText } from '../text/compare.ts';
import { foldedName } from '../text/folded.ts';

/**
 * Two products become one. The one that stays keeps its name, standing and prices; where it has no MRR price at all it
 * takes those of the other, likewise one-time, as a price per seat of one and per company of the other would say what
 * neither did. The codes of both mean it.
 */
export function mergeProducts(
  kept: Product,
  merged: Product,
): Pick<Product, 'productCodes' | 'mrr' | 'oneTime'> {
  return {
    productCodes: joined(kept.productCodes, merged.productCodes),
    mrr: hasPrice(kept.mrr) ? kept.mrr : merged.mrr,
    oneTime: hasPrice(kept.oneTime) ? kept.oneTime : merged.oneTime,
  };
}

/** What becomes of the products of an item that is merged into another. */
export interface ProductsOfBoth {
  /** They move as they are. */
  readonly moved: readonly Product[];
  /** The item that stays has one of their name, with which they become one. */
  readonly joined: readonly { readonly product: Product; readonly into: Product }[];
}

/** Products of one name, whatever its case, are taken to be the same; each by key, so the first of several stays. */
export function productsOfBoth(kept: readonly Product[], merged: readonly Product[]): ProductsOfBoth {
  const byName = new Map<string, Product>();
  for (const product of kept) {
    const name = foldedName(product.name);
    if (!byName.has(name)) byName.set(name, product);
  }
  const intoOf = (product: Product) => byName.get(foldedName(product.name));
  return {
    moved: merged.filter((product) => !intoOf(product)),
    joined: merged.flatMap((product) => {
      const into = intoOf(product);
      return into ? [{ product, into }] : [];
    }),
  };
}

/** Labels of both, each once, in order. */
export function joined(these: readonly string[], those: readonly string[]): string[] {
  return [...new Set([...these, ...those])].sort(compareText);
}

function hasPrice({ perCompany, perSeat, perLocation }: PriceBook): boolean {
  return perCompany !== null || perSeat !== null || perLocation !== null;
}
