import type { Renewals } from '../../contract/renewals.ts';
import { addDays, addMonths } from '../../domain/calendar/day.ts';
import { contractRevenue } from '../../domain/contracts/contract-revenue.ts';
import { RENEWAL_HORIZONS, renewalsWithin, renewalTotals } from '../../domain/contracts/renewals.ts';
import { compareText } from '../../domain/text/compare.ts';
import type { Database } from '../platform/database/database.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import type { LoadedPortfolio } from '../portfolio/loaded-portfolio.ts';
import { contractsEnding } from './queries.ts';

const longest = Math.max(...RENEWAL_HORIZONS);

/** What is said of the company of a renewal. */
export interface RenewingCompany {
  readonly name: string;
  /** Of its health. */
  readonly status: string;
}

/**
 * What is up for renewal at these companies, given by id. `everyCompany`: there is nothing that they
 * leave out, so that the database need not compare.
 */
export async function listRenewals(
  database: Database,
  { workspace, definitions, asOf }: LoadedPortfolio,
  { companies, everyCompany }: { companies: ReadonlyMap<string, RenewingCompany>; everyCompany: boolean },
  within: number,
): Promise<Renewals> {
  const scope = { workspace, companies: everyCompany ? ('all' as const) : [...companies.keys()] };
  const ending = await inWorkspace(database, scope, (tx) =>
    contractsEnding(tx, asOf, addDays(asOf, longest)),
  );
  const days = { asOf, twelveMonthsAgo: addMonths(asOf, -12) };
  const renewals = ending.flatMap(({ company, contract }) => {
    const known = companies.get(company);
    if (known === undefined) return [];
    const revenue = contractRevenue(contract, definitions, days);
    return renewalsWithin([revenue], asOf, longest).map(({ end, days, mrr }) => ({
      company: { id: company, name: known.name },
      status: known.status,
      contract: { id: contract.id, name: contract.name },
      vendor: contract.vendor,
      end,
      days,
      mrr,
    }));
  });
  const items = renewals
    .filter((renewal) => renewal.days <= within)
    .sort(
      (a, b) =>
        a.days - b.days ||
        compareText(a.company.name, b.company.name) ||
        compareText(a.contract.name, b.contract.name) ||
        compareText(a.contract.id, b.contract.id),
    );
  return { asOf, items, totals: renewalTotals(renewals) };
}
