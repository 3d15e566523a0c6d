import type { Definitions } from '../portfolio/definitions.ts';
import type { Contract, ContractLine } from '../portfolio/facts.ts';
import type { Day } from '../portfolio/values.ts';
import { type CurrencyRules, exchangeRate } from './exchange-rate.ts';

/** What decides which contracts are out: the workspace's currency, its exchange rates and its excluded vendors. */
export type ContractRules = CurrencyRules & Pick<Definitions, 'excludedVendors'>;

/** Why a contract is in no sum whatever the day, or null (docs/interfaces.md, "Out"). */
export function whyOut(
  contract: Contract,
  rules: ContractRules,
): 'contract excluded' | 'vendor excluded' | 'other currency' | null {
  if (contract.excluded) return 'contract excluded';
  if (contract.vendor !== null && rules.excludedVendors.has(contract.vendor)) return 'vendor excluded';
  return exchangeRate(contract, rules) === null ? 'other currency' : null;
}

/** Why a contract is not active on a day, or null; it still is on its last day (docs/product.md §4, "Active on day D"). */
export function whyNotActive(contract: Contract, day: Day): 'inactive' | 'not started' | 'ended' | null {
  if (contract.status === 'inactive') return 'inactive';
  if (contract.start !== null && contract.start > day) return 'not started';
  if (contract.end !== null && contract.end < day) return 'ended';
  return null;
}

/** Why a line does not run on a day, or null; the day on which it is cancelled is its first without. */
export function whyLineNotRunning(
  line: ContractLine,
  day: Day,
): 'line not started' | 'line cancelled' | null {
  if (line.start !== null && line.start > day) return 'line not started';
  if (line.cancelledOn !== null && line.cancelledOn <= day) return 'line cancelled';
  return null;
}
