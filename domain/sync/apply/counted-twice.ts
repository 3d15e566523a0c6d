import type { CompanyRevenue } from '../../contracts/company-revenue.ts';
import { compareText } from '../../text/compare.ts';
import type { ChangedRows } from './changed-rows.ts';
import type { Warnings } from './warnings.ts';

/**
 * "Is a client's MRR counted twice?" Perhaps where contracts that were entered here make MRR beside one of the connected system that
 * makes some. Both count, as nobody but an admin knows whether they are the same; not where an override says the MRR.
 */
export function warnOfCountedTwice(
  revenues: ReadonlyMap<string, Pick<CompanyRevenue, 'contracts'>>,
  companies: ChangedRows,
  fromSystem: ReadonlySet<string>,
  warnings: Warnings,
): void {
  const nameOf = (company: string) => companies.row(company)?.name ?? company;
  const byName = [...revenues].sort(([a], [b]) => compareText(nameOf(a), nameOf(b)) || compareText(a, b));
  for (const [company, revenue] of byName) {
    if (companies.row(company)?.mrrOverride) continue;
    const counting = revenue.contracts.filter(({ mrr }) => mrr !== 0);
    const enteredHere = counting.filter(({ contract }) => !fromSystem.has(contract.id));
    if (enteredHere.length === counting.length) continue;
    for (const _ of enteredHere) warnings.add('counted twice', nameOf(company));
  }
}
