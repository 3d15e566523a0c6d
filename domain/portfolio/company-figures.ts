import type { Cell } from '../alignment/cell.ts';
import { explainAlignment } from '../alignment/explain-alignment.ts';
import { isCurrentClient } from '../companies/current.ts';
import { explainRevenue } from '../contracts/explain-revenue.ts';
import { explainStatus } from '../health/explain-status.ts';
import { explainScore } from '../metrics/explain-score.ts';
import { fraction, toNumber } from '../money/fraction.ts';
import { bandIndex } from './bands.ts';
import type { Definitions } from './definitions.ts';
import type { CompanyExplanation, EmployeesExplanation, NamedBand } from './explanation.ts';
import type { CompanyFacts } from './facts.ts';
import type { CellFigures, CompanyFigures } from './figures.ts';
import { type Rules, rulesOf } from './rules.ts';
import { upkeepOf } from './upkeep.ts';
import type { Day } from './values.ts';
import { companyAlignment, type WorkedOut, workOut } from './worked-out.ts';

/** The row of the portfolio that the rules make of one company's facts on the day `asOf`. */
export function companyFigures(definitions: Definitions, facts: CompanyFacts, asOf: Day): CompanyFigures {
  const { employees, revenue, cells, leftOut, health, status, effort } = workOut(
    rulesOf(definitions),
    facts,
    asOf,
  );
  const counting = cells.filter((_, i) => leftOut[i] === null);
  return {
    id: facts.id,
    name: facts.name,
    tags: facts.tags,
    current: isCurrentClient(facts.stage),
    mrr: revenue.mrr,
    oneTime: revenue.oneTime,
    employees: employees.number,
    health: health.score,
    coverage: toNumber(health.coverage),
    status: status.status,
    effort: effort.score,
    cells: counting.map(cellFigures),
    upkeep: upkeepOf({ health, effort }, counting, {
      asOf,
      staleAfterDays: definitions.workspace.alignmentStaleAfterDays,
    }),
  };
}

/** The same figures with everything they rest on; see CompanyExplanation. */
export function explainCompany(definitions: Definitions, facts: CompanyFacts, asOf: Day): CompanyExplanation {
  const rules = rulesOf(definitions);
  const company = workOut(rules, facts, asOf);
  const { revenue, cells, leftOut } = company;
  return {
    id: facts.id,
    name: facts.name,
    asOf,
    ...explainRevenue(revenue, facts, definitions.workspace.currency, asOf),
    employees: explainEmployees(company),
    health: { ...explainScore(company.health), status: explainStatus(company.status, rules.status) },
    effort: { ...explainScore(company.effort), band: effortBand(rules, company.effort.score) },
    alignment: explainAlignment(cells, leftOut, companyAlignment(cells, leftOut), facts, {
      bands: definitions.alignmentBands,
      bounds: rules.stack.bounds,
    }),
  };
}

function cellFigures({ item, alignment, aligned, currentMrr, mrr, oneTime }: Cell): CellFigures {
  return {
    stackItem: item.index,
    alignment,
    aligned,
    currentMrr,
    mrrOpportunity: mrr.amount,
    oneTimeOpportunity: oneTime.amount,
    weightedMrrOpportunity: mrr.weighted,
    weightedOneTimeOpportunity: oneTime.weighted,
  };
}

function explainEmployees({ facts, employees }: WorkedOut): EmployeesExplanation {
  return {
    ...employees,
    override: facts.employeesOverride,
    synced: facts.employeesSynced,
    activeContacts: facts.contacts.total > 0 ? facts.contacts.active : null,
  };
}

function effortBand(rules: Rules, score: number | null): NamedBand | null {
  if (score === null) return null;
  const { name, color } = rules.definitions.effortBands[bandIndex(rules.effortBounds, fraction(score))]!;
  return { name, color };
}
