import type { Cell } from '../alignment/cell.ts';
import { alignmentPercent, companyCells, type LeftOut, whyLeftOut } from '../alignment/company-cells.ts';
import { openLinesByItem } from '../alignment/opportunity.ts';
import { type Employees, employeesOf } from '../companies/employees.ts';
import { type CompanyRevenue, companyRevenue } from '../contracts/company-revenue.ts';
import { nextRenewal } from '../contracts/next-renewal.ts';
import { type HealthStatus, healthStatus } from '../health/status.ts';
import { type Score, scoreOf } from '../metrics/score.ts';
import type { Fraction } from '../money/fraction.ts';
import type { CompanyFacts } from './facts.ts';
import type { Rules } from './rules.ts';
import type { Day } from './values.ts';

/** All that the rules make of one company, from which both its figures and their explanation are read. */
export interface WorkedOut {
  readonly facts: CompanyFacts;
  readonly asOf: Day;
  readonly employees: Employees;
  readonly revenue: CompanyRevenue;
  readonly cells: readonly Cell[];
  /** By cell: why it is in no figure; null: it counts. */
  readonly leftOut: readonly (LeftOut | null)[];
  readonly health: Score;
  readonly status: HealthStatus;
  readonly effort: Score;
}

export function workOut(rules: Rules, facts: CompanyFacts, asOf: Day): WorkedOut {
  const employees = employeesOf(facts);
  const revenue = companyRevenue(facts, rules.definitions, asOf);
  const openLines = openLinesByItem(facts.recommendations, ({ status }) => rules.isOpenStatus(status));
  const cells = companyCells(rules.stack, facts, {
    employees: employees.number,
    contracts: revenue.contracts,
    openLines,
  });
  const leftOut = whyLeftOut(cells);
  const sources = {
    asOf,
    facts,
    employees: employees.number,
    mrr: revenue.mrr,
    alignment: () => companyAlignment(cells, leftOut),
    daysToRenewal: () => nextRenewal(revenue.contracts, asOf)?.days ?? null,
    assessments: facts.assessments,
  };
  const health = scoreOf(rules.healthMetrics, { ...sources, scores: facts.healthScores });
  const effort = scoreOf(rules.effortMetrics, { ...sources, scores: facts.effortScores });
  const status = healthStatus(rules.status, health, facts.healthOverrides, asOf);
  return { facts, asOf, employees, revenue, cells, leftOut, health, status, effort };
}

/** The company's alignment over the cells that count, 0–100 exactly; null without any. */
export function companyAlignment(
  cells: readonly Cell[],
  leftOut: readonly (LeftOut | null)[],
): Fraction | null {
  return alignmentPercent(
    cells
      .filter((_, i) => leftOut[i] === null)
      .map(({ item, alignment }) => ({ weight: item.weight, alignment })),
  );
}
