import type { Cell } from '../alignment/cell.ts';
import { alignmentPercent, companyCells, type LeftOut, whyLeftOut } from '../alignment/company-cells.ts';
import { openLinesByItem } from '../alignment/opportunity.ts';
import { type Employees, employeesOf } from '../companies/employees.ts';
import { type CompanyRevenue, companyRevenue } from '../contracts/company-revenue.ts';
import { nextRenewal } from '../contracts/next-renewal.ts';
import { type HealthStatus, healthStatus } from '../health/status.ts';
import type { FactSources } from '../metrics/computed-fact.ts';
import { type Score, scoreOf } from '../metrics/score.ts';
import type { Fraction } from '../money/fraction.ts';
import type { CompanyFacts } from './facts.ts';
import type { Rules } from './rules.ts';
import type { Day } from './values.ts';

/** All that the rules make of one company, from which both its figures and their explanation are read. */
export interface WorkedOut extends Base, Scores {
  readonly facts: CompanyFacts;
  readonly asOf: Day;
}

/** What a company is worth and how it stands on the stack, on which its scores rest. */
export interface Base {
  readonly employees: Employees;
  readonly revenue: CompanyRevenue;
  readonly cells: readonly Cell[];
  /** By cell: why it is in no figure; null: it counts. */
  readonly leftOut: readonly (LeftOut | null)[];
}

export interface Scores {
  readonly health: Score;
  readonly status: HealthStatus;
  readonly effort: Score;
}

export function workOut(rules: Rules, facts: CompanyFacts, asOf: Day): WorkedOut {
  const base = workOutBase(rules, facts, asOf);
  return { facts, asOf, ...base, ...workOutScores(rules, facts, factSources(base, facts, asOf)) };
}

export function workOutBase(rules: Rules, facts: CompanyFacts, asOf: Day): Base {
  const employees = employeesOf(facts);
  const revenue = companyRevenue(facts, rules.definitions, asOf);
  const openLines = openLinesByItem(facts.recommendations, ({ status }) => rules.isOpenStatus(status));
  const cells = companyCells(rules.stack, facts, {
    employees: employees.number,
    contracts: revenue.contracts,
    openLines,
  });
  return { employees, revenue, cells, leftOut: whyLeftOut(cells) };
}

/** What the computed metrics of a company are taken from. */
export function factSources(base: Base, facts: CompanyFacts, asOf: Day): FactSources {
  const { employees, revenue, cells, leftOut } = base;
  return {
    asOf,
    facts,
    employees: employees.number,
    mrr: revenue.mrr,
    alignment: () => companyAlignment(cells, leftOut),
    daysToRenewal: () => nextRenewal(revenue.contracts, asOf)?.days ?? null,
  };
}

export function workOutScores(rules: Rules, facts: CompanyFacts, sources: FactSources): Scores {
  const { assessments } = facts;
  const health = scoreOf(rules.healthMetrics, { ...sources, assessments, scores: facts.healthScores });
  const effort = scoreOf(rules.effortMetrics, { ...sources, assessments, scores: facts.effortScores });
  return {
    health,
    effort,
    status: healthStatus(rules.status, health, facts.healthOverrides, sources.asOf),
  };
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
