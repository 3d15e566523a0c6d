import type { CompanySort } from '../../contract/companies.ts';
import { known } from '../../domain/portfolio/column-arrays.ts';
import type { Portfolio } from '../../domain/portfolio/columns.ts';
import { alignmentOf } from './company-row.ts';

/** What a list is sorted by; null by name alone. A company may lack the figure. */
export const FIGURES: Record<CompanySort, ((portfolio: Portfolio, slot: number) => number | null) | null> = {
  name: null,
  mrr: ({ company }, slot) => company.mrr[slot]!,
  employees: ({ company }, slot) => known(company.employees, slot),
  health: ({ company }, slot) => known(company.health, slot),
  effort: ({ company }, slot) => known(company.effort, slot),
  alignment: alignmentOf,
  opportunity: ({ company }, slot) => company.mrrOpportunity[slot]! + company.oneTimeOpportunity[slot]!,
};

export type Order = 'asc' | 'desc';

interface Kept {
  readonly revision: number;
  readonly slots: Int32Array;
}

const keptFor = new WeakMap<Portfolio, Map<string, Kept>>();

/**
 * The slots of all companies of the workspace, sorted; those without the figure last, whatever the order, and ties by
 * name then id. Kept until any company changes, as most lists are looked at far more often.
 */
export function sortedCompanies(portfolio: Portfolio, sort: CompanySort, order: Order): Int32Array {
  const kept = keptFor.get(portfolio) ?? new Map<string, Kept>();
  keptFor.set(portfolio, kept);
  const old = kept.get(`${sort} ${order}`);
  if (old?.revision === portfolio.revision.any) return old.slots;
  const slots = sortSlots(portfolio, sort, order);
  kept.set(`${sort} ${order}`, { revision: portfolio.revision.any, slots });
  return slots;
}

function sortSlots(portfolio: Portfolio, sort: CompanySort, order: Order): Int32Array {
  const byName = portfolio.order.slice(0, portfolio.slots.size);
  const figureOf = FIGURES[sort];
  if (!figureOf) return order === 'asc' ? byName : byName.reverse();
  const last = order === 'asc' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  const figures = Float64Array.from(byName, (slot) => figureOf(portfolio, slot) ?? last);
  const places = Int32Array.from(byName.keys());
  if (order === 'asc') places.sort((a, b) => difference(figures[a]!, figures[b]!) || a - b);
  else places.sort((a, b) => difference(figures[b]!, figures[a]!) || a - b);
  return places.map((place) => byName[place]!);
}

/** Infinity is as large as itself. */
function difference(a: number, b: number): number {
  return a === b ? 0 : a - b;
}
