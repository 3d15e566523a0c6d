import type { CompanyRow } from '../../contract/companies.ts';
import { healthStatuses } from '../../domain/dashboard/statuses.ts';
import { alignmentRatio, ratioNumber } from '../../domain/portfolio/alignment-percent.ts';
import { known } from '../../domain/portfolio/column-arrays.ts';
import type { Portfolio } from '../../domain/portfolio/columns.ts';
import type { Stage } from '../../domain/portfolio/facts.ts';
import { quadrantAt } from '../../domain/portfolio/placement.ts';

/** A company as lists show it; the portfolio does not hold its stage. */
export function companyRow(portfolio: Portfolio, slot: number, stage: Stage): CompanyRow {
  const { company, definitions } = portfolio;
  return {
    id: portfolio.ids[slot]!,
    name: portfolio.names[slot]!,
    stage,
    tags: [...portfolio.tags[slot]!],
    mrr: company.mrr[slot]!,
    oneTime: company.oneTime[slot]!,
    employees: known(company.employees, slot),
    health: known(company.health, slot),
    status: healthStatuses(definitions)[company.status[slot]!]!.name,
    effort: known(company.effort, slot),
    quadrant: quadrantAt(portfolio, slot, 'total'),
    alignment: alignmentOf(portfolio, slot),
    mrrOpportunity: company.mrrOpportunity[slot]!,
    oneTimeOpportunity: company.oneTimeOpportunity[slot]!,
  };
}

/** The colour of a company's status. */
export function statusColor({ company, definitions }: Portfolio, slot: number): string {
  return healthStatuses(definitions)[company.status[slot]!]!.color;
}

/** A company's alignment % over all its cells that count; null without one. */
export function alignmentOf(portfolio: Portfolio, slot: number): number | null {
  const ratio = alignmentRatio(portfolio, slot, allItems(portfolio.definitions.stackItems.length));
  return ratio === null ? null : ratioNumber(ratio);
}

let items = new Int32Array(0);

function allItems(count: number): Int32Array {
  if (items.length !== count) items = Int32Array.from({ length: count }, (_, item) => item);
  return items;
}
