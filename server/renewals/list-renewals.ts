import type { Renewals } from '../../contract/renewals.ts';
import { RENEWAL_HORIZONS, renewalTotals } from '../../domain/contracts/renewals.ts';
import { compareText } from '../../domain/text/compare.ts';
import type { Database } from '../platform/database/database.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import type { LoadedPortfolio } from '../portfolio/loaded-portfolio.ts';
import { renewalsByCompany } from './renewals-by-company.ts';

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
    renewalsByCompany(tx, { definitions, asOf }, longest),
  );
  const renewals = ending.flatMap(({ company, renewal: { contract, end, days, mrr } }) => {
    const known = companies.get(company);
    if (known === undefined) return [];
    return [
      {
        company: { id: company, name: known.name },
        status: known.status,
        contract: { id: contract.id, name: contract.name },
        vendor: contract.vendor,
        end,
        days,
        mrr,
      },
    ];
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
