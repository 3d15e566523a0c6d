import type { Product, StackItem } from '../portfolio/definitions.ts';
import { foldedName } from '../text/folded.ts';

/** A product with the stack item that it is of. */
export interface ProductOfItem {
  readonly product: Product;
  readonly item: StackItem;
}

/**
 * Which product a contract line may mean by its description: the one whose name stands in it as whole words ("DNSFilter
 * per user, monthly"), the longest such name; else the preferred product of the item whose name does ("Web filtering").
 * Retired items are left out. Null: nothing stands out, or several do alike.
 */
export function suggestProduct(
  description: string | null,
  stack: readonly StackItem[],
): ProductOfItem | null {
  if (description === null) return null;
  const text = words(description);
  const current = stack.filter(({ retired }) => !retired);
  const byName = current.flatMap((item) =>
    item.products.map((product) => ({ product, item, name: product.name })),
  );
  const byItem = current.flatMap((item) => {
    const product = item.products.find(({ standing }) => standing === 'preferred');
    return product ? [{ product, item, name: item.name }] : [];
  });
  const best = longest(byName, text) ?? longest(byItem, text);
  return best && { product: best.product, item: best.item };
}

/** The candidate with the longest name that stands in the text; null: none does, or two of the same length do. */
function longest<Candidate extends { readonly name: string }>(
  candidates: readonly Candidate[],
  text: string,
): Candidate | null {
  const found = candidates
    .map((candidate) => ({ candidate, name: words(candidate.name) }))
    .filter(({ name }) => name !== '  ' && text.includes(name))
    .sort((a, b) => b.name.length - a.name.length);
  const [first, second] = found;
  return first && first.name.length !== second?.name.length ? first.candidate : null;
}

/** The words of a text, with one space before, between and after them. */
function words(text: string): string {
  return ` ${
    foldedName(text)
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  } `;
}
