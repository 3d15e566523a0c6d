import { COUNTS } from '../portfolio/column-arrays.ts';
import { cellAt, type Portfolio } from '../portfolio/columns.ts';
import { compareText } from '../text/compare.ts';
import type { DashboardRequest } from './query.ts';
import { selectCompanies } from './selection.ts';

/** One request's companies and the sums over their cells that all six elements are made of. Money in cents. */
export interface Sums {
  readonly portfolio: Portfolio;
  readonly request: DashboardRequest;
  /** By name then id. */
  readonly slots: Int32Array;
  /** The stack items whose cells count, by name then id. */
  readonly stackItems: Int32Array;
  /** The same if only some count; null if all do. */
  readonly onlyItems: Int32Array | null;
  /** By position in `slots`. */
  readonly byCompany: { readonly mrr: Float64Array; readonly oneTime: Float64Array };
  /** By stack item's index. */
  readonly byItem: ItemSums;
}

export interface ItemSums {
  /** MRR opportunity. */
  readonly mrr: Float64Array;
  readonly oneTime: Float64Array;
  readonly currentMrr: Float64Array;
  /** How many cells count, and how many of them are aligned. */
  readonly applicable: Int32Array;
  readonly aligned: Int32Array;
}

/** Goes once over the cells of the request's companies. */
export function sumUp(portfolio: Portfolio, request: DashboardRequest): Sums {
  const slots = selectCompanies(portfolio, request);
  const { stackItem } = request.query;
  const stackItems = countedItems(portfolio, stackItem);
  const onlyItems = stackItem.length ? stackItems : null;
  return {
    portfolio,
    request,
    slots,
    stackItems,
    onlyItems,
    byCompany: companySums(portfolio, request, slots, onlyItems),
    byItem: itemSums(portfolio, request, slots, stackItems),
  };
}

/** The opportunity of one company over the stack items that count, whether or not it passes the filters. */
export function opportunityAt(sums: Sums, slot: number): { mrr: number; oneTime: number } {
  const { mrr, oneTime } = companySums(sums.portfolio, sums.request, Int32Array.of(slot), sums.onlyItems);
  return { mrr: mrr[0]!, oneTime: oneTime[0]! };
}

/** The columns of opportunity that the query asks for. */
export function opportunityColumns<Columns extends Record<OpportunityColumn, Float64Array>>(
  columns: Columns,
  weighted: boolean,
): { mrr: Float64Array; oneTime: Float64Array } {
  return weighted
    ? { mrr: columns.weightedMrrOpportunity, oneTime: columns.weightedOneTimeOpportunity }
    : { mrr: columns.mrrOpportunity, oneTime: columns.oneTimeOpportunity };
}

type OpportunityColumn =
  | 'mrrOpportunity'
  | 'oneTimeOpportunity'
  | 'weightedMrrOpportunity'
  | 'weightedOneTimeOpportunity';

function countedItems({ definitions: { stackItems } }: Portfolio, filter: readonly string[]): Int32Array {
  const indexes = [...stackItems.keys()].filter((i) => !filter.length || filter.includes(stackItems[i]!.id));
  const named = (i: number) => stackItems[i]!;
  return Int32Array.from(
    indexes.sort(
      (a, b) => compareText(named(a).name, named(b).name) || compareText(named(a).id, named(b).id),
    ),
  );
}

function companySums(
  portfolio: Portfolio,
  { query }: DashboardRequest,
  slots: Int32Array,
  onlyItems: Int32Array | null,
): Sums['byCompany'] {
  const sums = { mrr: new Float64Array(slots.length), oneTime: new Float64Array(slots.length) };
  if (onlyItems === null) {
    const whole = opportunityColumns(portfolio.company, query.weighted);
    for (let at = 0; at < slots.length; at++) {
      sums.mrr[at] = whole.mrr[slots[at]!]!;
      sums.oneTime[at] = whole.oneTime[slots[at]!]!;
    }
    return sums;
  }
  const cells = opportunityColumns(portfolio.cell, query.weighted);
  for (const item of onlyItems) {
    const first = cellAt(portfolio, 0, item);
    for (let at = 0; at < slots.length; at++) {
      sums.mrr[at]! += cells.mrr[first + slots[at]!]!;
      sums.oneTime[at]! += cells.oneTime[first + slots[at]!]!;
    }
  }
  return sums;
}

function itemSums(
  portfolio: Portfolio,
  { query }: DashboardRequest,
  slots: Int32Array,
  stackItems: Int32Array,
): ItemSums {
  const width = portfolio.definitions.stackItems.length;
  const sums = {
    mrr: new Float64Array(width),
    oneTime: new Float64Array(width),
    currentMrr: new Float64Array(width),
    applicable: new Int32Array(width),
    aligned: new Int32Array(width),
  };
  const opportunity = opportunityColumns(portfolio.cell, query.weighted);
  const ascending = inMemoryOrder(portfolio, slots);
  for (const item of stackItems) {
    const first = cellAt(portfolio, 0, item);
    const end = cellAt(portfolio, 0, item + 1);
    const mrr = opportunity.mrr.subarray(first, end);
    const oneTime = opportunity.oneTime.subarray(first, end);
    const currentMrr = portfolio.cell.currentMrr.subarray(first, end);
    const standing = portfolio.cell.standing.subarray(first, end);
    let [mrrSum, oneTimeSum, currentMrrSum, applicable, aligned] = [0, 0, 0, 0, 0];
    for (let at = 0; at < ascending.length; at++) {
      const slot = ascending[at]!;
      mrrSum += mrr[slot]!;
      oneTimeSum += oneTime[slot]!;
      currentMrrSum += currentMrr[slot]!;
      applicable += standing[slot]! & COUNTS;
      aligned += standing[slot]! >> 1;
    }
    sums.mrr[item] = mrrSum;
    sums.oneTime[item] = oneTimeSum;
    sums.currentMrr[item] = currentMrrSum;
    sums.applicable[item] = applicable;
    sums.aligned[item] = aligned;
  }
  return sums;
}

/** The same slots as they follow each other in memory, where reading on is quickest. */
function inMemoryOrder(portfolio: Portfolio, slots: Int32Array): Int32Array {
  const chosen = new Uint8Array(portfolio.order.length);
  for (const slot of slots) chosen[slot] = 1;
  const ascending = new Int32Array(slots.length);
  let count = 0;
  for (let slot = 0; slot < chosen.length; slot++) if (chosen[slot]) ascending[count++] = slot;
  return ascending;
}
