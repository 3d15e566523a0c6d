import { addDays, addMonths } from '../../domain/calendar/day.ts';
import { contractRevenue } from '../../domain/contracts/contract-revenue.ts';
import { type Renewal, renewalsWithin } from '../../domain/contracts/renewals.ts';
import type { Tx } from '../platform/database/transaction.ts';
import type { LoadedPortfolio } from '../portfolio/loaded-portfolio.ts';
import { contractsEnding } from './queries.ts';

/** What is up for renewal within so many days at the companies that the transaction sees, in no order. */
export async function renewalsByCompany(
  tx: Tx,
  { definitions, asOf }: Pick<LoadedPortfolio, 'definitions' | 'asOf'>,
  within: number,
): Promise<{ readonly company: string; readonly renewal: Renewal }[]> {
  const ending = await contractsEnding(tx, asOf, addDays(asOf, within));
  const days = { asOf, twelveMonthsAgo: addMonths(asOf, -12) };
  return ending.flatMap(({ company, contract }) =>
    renewalsWithin([contractRevenue(contract, definitions, days)], asOf, within).map((renewal) => ({
      company,
      renewal,
    })),
  );
}
