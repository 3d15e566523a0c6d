import { explainCompany } from '../../domain/portfolio/company-figures.ts';
import type { CompanyExplanation } from '../../domain/portfolio/explanation.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { loadCompanyFacts } from './company-facts.ts';
import type { LoadedPortfolio } from './loaded-portfolio.ts';

/**
 * How every figure of one company came about, by the definitions and on the day of `loaded`; undefined if the
 * transaction (which runs in the viewer's scope) sees no such company.
 */
export async function explanationOf(
  tx: Tx,
  loaded: LoadedPortfolio,
  company: string,
): Promise<CompanyExplanation | undefined> {
  const [facts] = await loadCompanyFacts(tx, [company], loaded.definitions.workspace.timeZone);
  return facts && explainCompany(loaded.definitions, facts, loaded.asOf);
}
