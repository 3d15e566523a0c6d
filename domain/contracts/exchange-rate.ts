import type { Definitions } from '../portfolio/definitions.ts';
import type { Contract } from '../portfolio/facts.ts';
import type { Decimal } from '../portfolio/values.ts';

/** What decides what a contract's amounts are worth in the workspace's currency. */
export type CurrencyRules = Pick<Definitions, 'workspace' | 'exchangeRates'>;

/**
 * A contract in another currency counts at the exchange rate that the workspace has set for it, and not at all until
 * then. What one unit of the contract's currency is worth: "1" in the workspace's own, null in one without a rate.
 */
export function exchangeRate(
  { currency }: Pick<Contract, 'currency'>,
  { workspace, exchangeRates }: CurrencyRules,
): Decimal | null {
  if (currency === null || currency === workspace.currency) return OWN;
  return exchangeRates.get(currency) ?? null;
}

const OWN = '1';
