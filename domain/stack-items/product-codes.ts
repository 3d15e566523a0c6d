import { type ContractRevenue, isLineInForce } from '../contracts/contract-revenue.ts';
import type { StackItem } from '../portfolio/definitions.ts';
import type { Cents } from '../portfolio/values.ts';
import { compareText } from '../text/compare.ts';
import { type ProductOfItem, suggestProduct } from './suggest-product.ts';

/** What the contract lines with one product code amount to, and which products the code means. */
export interface ProductCode {
  readonly code: string;
  /** What most of its lines say, the first by code point of several; null: none says anything. */
  readonly description: string | null;
  /** A month, over its recurring lines in force: what a client's current MRR of an item is made of. */
  readonly mrr: Cents;
  /** How many recurring lines are in force, and at how many companies. */
  readonly lines: number;
  readonly companies: number;
  /** How many more lines have it: one-time, ended, cancelled, not begun, or out. */
  readonly otherLines: number;
  /** In the order of the stack, then by id. */
  readonly products: readonly ProductOfItem[];
  /** For a code that means no product: what it might be; null: nothing stands out. */
  readonly suggestion: ProductOfItem | null;
}

/** One company's contract, as far as it counts. */
export interface CompanyContract {
  readonly company: string;
  readonly revenue: ContractRevenue;
}

/**
 * "Which product codes do we bill, for how much, and what do they mean?" Every code that stands on a contract line, the
 * largest MRR first, then by code. Lines without a code are in none.
 */
export function productCodes(
  contracts: readonly CompanyContract[],
  stack: readonly StackItem[],
): ProductCode[] {
  const found = new Map<string, Found>();
  for (const { company, revenue } of contracts) {
    for (const entry of revenue.items) {
      const code = entry.line?.productCode;
      if (!code) continue;
      const use = found.get(code) ?? nothing();
      found.set(code, use);
      const { description } = entry.line!;
      if (description !== null)
        use.descriptions.set(description, (use.descriptions.get(description) ?? 0) + 1);
      if (isLineInForce(entry)) {
        use.mrr += entry.amount;
        use.lines += 1;
        use.companies.add(company);
      } else use.otherLines += 1;
    }
  }
  const meanings = productsByCode(stack);
  return [...found]
    .map(([code, use]) => {
      const description = mostFrequent(use.descriptions);
      const products = meanings.get(code) ?? [];
      return {
        code,
        description,
        mrr: use.mrr,
        lines: use.lines,
        companies: use.companies.size,
        otherLines: use.otherLines,
        products,
        suggestion: products.length > 0 ? null : suggestProduct(description, stack),
      };
    })
    .sort((a, b) => b.mrr - a.mrr || compareText(a.code, b.code));
}

interface Found {
  mrr: Cents;
  lines: number;
  otherLines: number;
  readonly companies: Set<string>;
  readonly descriptions: Map<string, number>;
}

const nothing = (): Found => ({
  mrr: 0,
  lines: 0,
  otherLines: 0,
  companies: new Set(),
  descriptions: new Map(),
});

function productsByCode(stack: readonly StackItem[]): Map<string, ProductOfItem[]> {
  const byCode = new Map<string, ProductOfItem[]>();
  for (const item of stack)
    for (const product of item.products)
      for (const code of new Set(product.productCodes)) {
        const known = byCode.get(code);
        if (known) known.push({ product, item });
        else byCode.set(code, [{ product, item }]);
      }
  return byCode;
}

function mostFrequent(counts: ReadonlyMap<string, number>): string | null {
  const [first] = [...counts].sort(([a, many], [b, more]) => more - many || compareText(a, b));
  return first?.[0] ?? null;
}
