import { type Fraction, parseDecimal } from '../money/fraction.ts';
import type { Product } from '../portfolio/definitions.ts';
import type { Alignment } from '../portfolio/facts.ts';
import type { Cents } from '../portfolio/values.ts';
import { isApplicable, sharesTag } from './applicable.ts';
import {
  type OpenLine,
  type Opportunity,
  opportunityOfLines,
  opportunityOfPriceBook,
  typedOpportunity,
} from './opportunity.ts';
import { type Level, level, type PreparedItem, type Stack } from './stack.ts';

/** One company × one stack item, worked out; what was typed by hand stands in `typed`. */
export interface Cell {
  readonly item: PreparedItem;
  readonly typed: Alignment | null;
  readonly tagMatched: boolean;
  readonly applicable: boolean;
  readonly currentProduct: Product | null;
  readonly opportunityProduct: Product | null;
  /** 0–100, exact. */
  readonly alignment: Fraction;
  /** In the top band. */
  readonly aligned: boolean;
  readonly currentMrr: Cents;
  readonly mrr: Opportunity;
  readonly oneTime: Opportunity;
  readonly openLines: readonly OpenLine[];
}

/** What one cell rests on beside its row: the company's tags, size, contract lines and open recommendations. */
export interface CellFacts {
  readonly tags: ReadonlySet<string>;
  readonly employees: number | null;
  readonly locations: number | null;
  readonly typed: Alignment | null;
  /** From the company's recurring lines in force: their sum, and the first of the item's products by key. */
  readonly billed: Billed | null;
  readonly openLines: readonly OpenLine[];
}

export interface Billed {
  readonly mrr: Cents;
  readonly product: Product;
}

/** `none` in the bundle: the client was found to use no product. */
export const NO_PRODUCT = 'none';

/** One cell by the rules of docs/interfaces.md, "Cell" and "Cell opportunity"; whether it counts is count-cells.ts's. */
export function cellOf(stack: Stack, item: PreparedItem, facts: CellFacts): Cell {
  const { typed } = facts;
  const { tags } = item.item;
  const currentProduct = currentProductOf(stack, facts);
  const opportunityProduct = opportunityProductOf(stack, item, typed, currentProduct);
  const { alignment, aligned } = levelOf(stack, typed, currentProduct);
  const priceBook = aligned || opportunityProduct === currentProduct ? null : opportunityProduct;
  return {
    item,
    typed,
    tagMatched: sharesTag(tags, facts.tags),
    applicable: isApplicable(typed?.applicable ?? null, tags, facts.tags),
    currentProduct,
    opportunityProduct,
    alignment,
    aligned,
    currentMrr: typed?.currentMrr ?? facts.billed?.mrr ?? 0,
    mrr: opportunityOf(facts, priceBook, 'mrr'),
    oneTime: opportunityOf(facts, priceBook, 'oneTime'),
    openLines: facts.openLines,
  };
}

function currentProductOf(stack: Stack, { typed, billed }: CellFacts): Product | null {
  const id = typed?.currentProduct ?? null;
  if (id === null) return billed?.product ?? null;
  return id === NO_PRODUCT ? null : (stack.productById.get(id) ?? null);
}

function opportunityProductOf(
  stack: Stack,
  item: PreparedItem,
  typed: Alignment | null,
  current: Product | null,
): Product | null {
  const id = typed?.opportunityProduct ?? null;
  if (id !== null) return stack.productById.get(id) ?? null;
  return current?.standing === 'preferred' ? null : item.preferred;
}

function levelOf(stack: Stack, typed: Alignment | null, current: Product | null): Level {
  const text = typed?.alignment ?? null;
  return text === null
    ? stack.byStanding[current?.standing ?? 'other']
    : level(stack.bounds, parseDecimal(text));
}

/** Typed, else the lines of open recommendations (then for both figures), else the price book. */
function opportunityOf(facts: CellFacts, priceBook: Product | null, figure: 'mrr' | 'oneTime'): Opportunity {
  const typed = figure === 'mrr' ? facts.typed?.mrrOpportunity : facts.typed?.oneTimeOpportunity;
  if (typed !== null && typed !== undefined) return typedOpportunity(typed);
  if (facts.openLines.length > 0) return opportunityOfLines(facts.openLines, figure);
  return opportunityOfPriceBook(priceBook?.[figure] ?? null, facts);
}
