import { ALIGNED, COUNTS } from '../portfolio/column-arrays.ts';
import type { Portfolio } from '../portfolio/columns.ts';
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
  const stackItems = countedItems(portfolio, request.query.stackItem);
  return {
    portfolio,
    request,
    slots,
    stackItems,
    byCompany: companySums(portfolio, request, slots, stackItems),
    byItem: itemSums(portfolio, request, slots, stackItems),
  };
}

/** The opportunity of one company over the stack items that count, whether or not it passes the filters. */
export function opportunityAt(sums: Sums, slot: number): { mrr: number; oneTime: number } {
  const { mrr, oneTime } = companySums(sums.portfolio, sums.request, Int32Array.of(slot), sums.stackItems);
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
  stackItems: Int32Array,
): Sums['byCompany'] {
  if (!query.stackItem.length) {
    const whole = opportunityColumns(portfolio.company, query.weighted);
    return {
      mrr: Float64Array.from(slots, (slot) => whole.mrr[slot]!),
      oneTime: Float64Array.from(slots, (slot) => whole.oneTime[slot]!),
    };
  }
  const sums = { mrr: new Float64Array(slots.length), oneTime: new Float64Array(slots.length) };
  const cells = opportunityColumns(portfolio.cell, query.weighted);
  const width = portfolio.definitions.stackItems.length;
  for (let at = 0; at < slots.length; at++) {
    const first = slots[at]! * width;
    for (const item of stackItems) {
      sums.mrr[at]! += cells.mrr[first + item]!;
      sums.oneTime[at]! += cells.oneTime[first + item]!;
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
  const { standing, currentMrr } = portfolio.cell;
  const { mrr, oneTime } = opportunityColumns(portfolio.cell, query.weighted);
  const items = Int32Array.from(stackItems).sort();
  for (const slot of slots) {
    const first = slot * width;
    for (let i = 0; i < items.length; i++) {
      const item = items[i]!;
      const at = first + item;
      sums.mrr[item]! += mrr[at]!;
      sums.oneTime[item]! += oneTime[at]!;
      sums.currentMrr[item]! += currentMrr[at]!;
      sums.applicable[item]! += standing[at]! & COUNTS;
      sums.aligned[item]! += (standing[at]! & ALIGNED) >> 1;
    }
  }
  return sums;
}
