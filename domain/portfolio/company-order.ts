import { compareText } from '../text/compare.ts';

/** Slots in the order of their companies' names, then ids, by code point; kept sorted change by change. */
export interface CompanyOrder {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly order: Int32Array;
}

/** Puts a slot, whose id and name are set, where it belongs among the first `count`; there is room for one more. */
export function placeInOrder(companies: CompanyOrder, slot: number, count: number): void {
  const at = positionOf(companies, slot, count);
  companies.order.copyWithin(at + 1, at, count);
  companies.order[at] = slot;
}

/** Takes a slot, whose id and name are still those it was placed by, out of the first `count`. */
export function takeFromOrder(companies: CompanyOrder, slot: number, count: number): void {
  const at = positionOf(companies, slot, count);
  companies.order.copyWithin(at, at + 1, count);
}

/** How many of the first `count` stand before the slot's company. */
function positionOf({ ids, names, order }: CompanyOrder, slot: number, count: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = order[middle]!;
    const before = compareText(names[other]!, names[slot]!) || compareText(ids[other]!, ids[slot]!);
    if (before < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
