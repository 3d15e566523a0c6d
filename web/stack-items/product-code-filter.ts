import type { ProductCode } from '../../contract/product-codes.ts';

/** Which codes are shown: those that mean no product, those that mean several, or all. */
export type CodeFilter = 'unmapped' | 'several' | 'all';

const PASSES: Readonly<Record<CodeFilter, (code: ProductCode) => boolean>> = {
  unmapped: ({ products }) => products.length === 0,
  several: ({ products }) => products.length > 1,
  all: () => true,
};

/** `kept`: codes that stay in sight although they have just been mapped. */
export const filteredCodes = (
  codes: readonly ProductCode[],
  filter: CodeFilter,
  kept: ReadonlySet<string> = new Set(),
): ProductCode[] => codes.filter((code) => PASSES[filter](code) || kept.has(code.code));

/** What is said of a code that means several products; null for others. */
export function severalInWords({ products }: ProductCode): string | null {
  if (products.length < 2) return null;
  const items = new Set(products.map(({ stackItem }) => stackItem.name));
  return items.size > 1
    ? `Counts in full for each of ${items.size} items`
    : `Clients are taken to use the first, ${products[0]!.name}`;
}
