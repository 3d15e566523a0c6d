import { mrrByProductCode } from '../contracts/company-revenue.ts';
import type { ContractRevenue } from '../contracts/contract-revenue.ts';
import { add, divide, type Fraction, multiply, ZERO } from '../money/fraction.ts';
import type { CompanyFacts } from '../portfolio/facts.ts';
import type { Cents } from '../portfolio/values.ts';
import { type Billed, type Cell, cellOf } from './cell.ts';
import type { OpenLine } from './opportunity.ts';
import type { Stack } from './stack.ts';

const NO_LINES: readonly OpenLine[] = [];

/** Every cell of a company, in the order of the stack's items. */
export function companyCells(
  stack: Stack,
  facts: Pick<CompanyFacts, 'tags' | 'locations' | 'alignments'>,
  rest: {
    readonly employees: number | null;
    readonly contracts: readonly ContractRevenue[];
    readonly openLines: ReadonlyMap<string, readonly OpenLine[]>;
  },
): readonly Cell[] {
  const tags = new Set(facts.tags);
  const typed = new Map(facts.alignments.map((row) => [row.stackItem, row]));
  const billed = billedByItem(stack, mrrByProductCode(rest));
  return stack.items.map((item) =>
    cellOf(stack, item, {
      tags,
      employees: rest.employees,
      locations: facts.locations,
      typed: typed.get(item.item.id) ?? null,
      billed: billed[item.index] ?? null,
      openLines: rest.openLines.get(item.item.id) ?? NO_LINES,
    }),
  );
}

/** By stack item: what the lines with a code of one of its products bill a month, and the first such product. */
function billedByItem(stack: Stack, mrrByCode: ReadonlyMap<string, Cents>): (Billed | undefined)[] {
  const billed: ({ mrr: Cents; product: number } | undefined)[] = new Array(stack.items.length);
  for (const [code, mrr] of mrrByCode) {
    for (const use of stack.usesByCode.get(code) ?? []) {
      const known = billed[use.item];
      billed[use.item] = known
        ? { mrr: known.mrr + mrr, product: Math.min(known.product, use.product) }
        : { mrr, product: use.product };
    }
  }
  return billed.map(
    (entry, i) => entry && { mrr: entry.mrr, product: stack.items[i]!.item.products[entry.product]! },
  );
}

/** Why a cell is in no figure of its company, or null: it counts. */
export type LeftOut = 'retired' | 'not applicable' | 'any one of';

/**
 * Which cells count (docs/interfaces.md): not of a retired item, applicable, and, once one of an "any one of" group
 * stands in the top band, not one of that group below it.
 */
export function whyLeftOut(cells: readonly Cell[]): (LeftOut | null)[] {
  const satisfied = new Set<string>();
  for (const { item, applicable, aligned } of cells) {
    const group = item.item.anyOneOf;
    if (group !== null && aligned && applicable && !item.item.retired) satisfied.add(group);
  }
  return cells.map(({ item, applicable, aligned }) => {
    if (item.item.retired) return 'retired';
    if (!applicable) return 'not applicable';
    return !aligned && item.item.anyOneOf !== null && satisfied.has(item.item.anyOneOf) ? 'any one of' : null;
  });
}

/** Company alignment % (docs/product.md §6): Σ(weight × alignment) ÷ Σ weight, exactly; null without any weight. */
export function alignmentPercent(
  cells: readonly { readonly weight: Fraction; readonly alignment: Fraction }[],
): Fraction | null {
  let sum = ZERO;
  let weights = ZERO;
  for (const { weight, alignment } of cells) {
    sum = add(sum, multiply(weight, alignment));
    weights = add(weights, weight);
  }
  return weights.n === 0n ? null : divide(sum, weights);
}
