import { canSee } from '../access/company-scope.ts';
import {
  alignmentRatio,
  alignmentRatios,
  compareRatios,
  type Ratio,
  ratioNumber,
} from '../portfolio/alignment-percent.ts';
import type { Cents } from '../portfolio/values.ts';
import { topTen } from './ranking.ts';
import { opportunityAt, type Sums } from './sums.ts';

/** Stack by Customer: the top ten companies and the opportunity tiles below them. */
export interface StackByCustomer {
  readonly rows: readonly StackCustomer[];
  /** Of the rows above. */
  readonly totals: OpportunityTile;
  readonly selected: (OpportunityTile & { readonly id: string; readonly name: string }) | null;
}

export interface StackCustomer {
  readonly id: string;
  readonly name: string;
  readonly mrrOpportunity: Cents;
  readonly oneTimeOpportunity: Cents;
  readonly mrr: Cents;
  readonly oneTime: Cents;
  /** 0–100, not rounded; null without a cell that counts. */
  readonly alignment: number | null;
}

export interface OpportunityTile {
  readonly mrrOpportunity: Cents;
  readonly oneTimeOpportunity: Cents;
  readonly total: Cents;
}

/** Element 4. */
export function stackByCustomer(sums: Sums): StackByCustomer {
  const rows = topCustomers(sums).map((at) => stackCustomer(sums, at));
  const mrrOpportunity = rows.reduce((sum, row) => sum + row.mrrOpportunity, 0);
  const oneTimeOpportunity = rows.reduce((sum, row) => sum + row.oneTimeOpportunity, 0);
  return {
    rows,
    totals: { mrrOpportunity, oneTimeOpportunity, total: mrrOpportunity + oneTimeOpportunity },
    selected: selectedTile(sums),
  };
}

/**
 * The positions of the top ten: most opportunity or MRR first, or least aligned first and without alignment last; then
 * by name and id, the order in which companies stand.
 */
export function topCustomers({ portfolio, request, slots, onlyItems, byCompany }: Sums): number[] {
  const { mrr, oneTime } = byCompany;
  const total = (at: number) => mrr[at]! + oneTime[at]!;
  const currentMrr = (at: number) => portfolio.company.mrr[slots[at]!]!;
  switch (request.query.rank) {
    case 'opportunity':
      return topTen(slots.length, (a, b) => total(b) - total(a));
    case 'mrr':
      return topTen(slots.length, (a, b) => currentMrr(b) - currentMrr(a));
    case 'alignment': {
      const alignments = alignmentRatios(portfolio, slots, onlyItems);
      return topTen(slots.length, (a, b) => leastAlignedFirst(alignments[a]!, alignments[b]!));
    }
  }
}

function leastAlignedFirst(a: Ratio | null, b: Ratio | null): number {
  if (a && b) return compareRatios(a, b);
  return (a ? 0 : 1) - (b ? 0 : 1);
}

function stackCustomer({ portfolio, slots, onlyItems, byCompany }: Sums, at: number): StackCustomer {
  const slot = slots[at]!;
  const alignment = alignmentRatio(portfolio, slot, onlyItems);
  return {
    id: portfolio.ids[slot]!,
    name: portfolio.names[slot]!,
    mrrOpportunity: byCompany.mrr[at]!,
    oneTimeOpportunity: byCompany.oneTime[at]!,
    mrr: portfolio.company.mrr[slot]!,
    oneTime: portfolio.company.oneTime[slot]!,
    alignment: alignment && ratioNumber(alignment),
  };
}

/** The tile of the selected company, in whatever stage, if the viewer sees it. */
function selectedTile(sums: Sums): StackByCustomer['selected'] {
  const { portfolio, request } = sums;
  const id = request.query.selected;
  const slot = id === null ? undefined : portfolio.slots.get(id);
  if (id === null || slot === undefined || !canSee(request.scope, id)) return null;
  const { mrr, oneTime } = opportunityAt(sums, slot);
  return {
    id,
    name: portfolio.names[slot]!,
    mrrOpportunity: mrr,
    oneTimeOpportunity: oneTime,
    total: mrr + oneTime,
  };
}
