import { computedFact } from '../metrics/computed-fact.ts';
import { toNumber } from '../money/fraction.ts';
import type { ComputedFact } from '../portfolio/definitions.ts';
import type { WorkedCompany } from './outcome.ts';

/** What a fact is over the companies of the dashboard, for the bands of a computed metric to be set by. */
export interface FactSpread {
  readonly fact: ComputedFact;
  /** Of the companies that have it, from the least up. */
  readonly values: readonly number[];
  /** How many companies lack it; the metric leaves them alone. */
  readonly lacking: number;
}

export function factSpread(companies: readonly WorkedCompany[], fact: ComputedFact): FactSpread {
  const clients = companies.filter(({ current }) => current);
  const values = clients.map(({ ground }) => computedFact(fact, ground.sources)).filter((it) => it !== null);
  return {
    fact,
    values: values.map(({ value }) => toNumber(value)).sort((a, b) => a - b),
    lacking: clients.length - values.length,
  };
}
