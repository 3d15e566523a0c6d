import { type CompanyRevenue, companyRevenue } from '../../contracts/company-revenue.ts';
import { fraction, multiply, roundHalfUp } from '../../money/fraction.ts';
import type { Contract, ContractLine, Cycle } from '../../portfolio/facts.ts';
import type { Cents } from '../../portfolio/values.ts';
import { type Cells, exactly } from './cells.ts';
import type { ApplyInput } from './input.ts';

/** The rows of the portfolio as they are, or as they will be. */
export interface RevenueRows {
  readonly companies: Iterable<readonly [string, Cells]>;
  readonly contracts: Iterable<readonly [string, Cells]>;
  readonly lines: Iterable<readonly [string, Cells]>;
}

/** "What MRR does each company come to?" By the rule of every other figure, over all of its contracts, by hand or not. */
export function revenueByCompany(
  rows: RevenueRows,
  { rules, today }: ApplyInput,
): ReadonlyMap<string, CompanyRevenue> {
  const lines = grouped(rows.lines, 'contract', lineOf);
  const contracts = grouped(rows.contracts, 'company', (key, cells) =>
    contractOf(key, cells, lines.get(key) ?? []),
  );
  return new Map(
    [...rows.companies].map(([key, cells]) => {
      const facts = {
        contracts: contracts.get(key) ?? [],
        mrrOverride: centsOf(cells.mrrOverride),
        oneTimeOverride: centsOf(cells.oneTimeOverride),
      };
      return [key, companyRevenue(facts, rules, today)];
    }),
  );
}

function grouped<Item>(
  rows: Iterable<readonly [string, Cells]>,
  by: string,
  read: (key: string, cells: Cells) => Item,
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const [key, cells] of rows) {
    const of = cells[by] ?? '';
    const group = groups.get(of);
    if (group) group.push(read(key, cells));
    else groups.set(of, [read(key, cells)]);
  }
  return groups;
}

function contractOf(id: string, cells: Cells, lines: readonly ContractLine[]): Contract {
  return {
    id,
    name: cells.name ?? '',
    vendor: cells.vendor || null,
    status: cells.status === 'inactive' ? 'inactive' : 'active',
    start: cells.start || null,
    end: cells.end || null,
    cycle: (cells.cycle || null) as Cycle | null,
    amount: centsOf(cells.amount),
    currency: cells.currency || null,
    revenueFrom: (cells.revenueFrom || null) as Contract['revenueFrom'],
    excluded: cells.excluded === 'true',
    unmappedCycle: cells.unmappedCycle || null,
    lines,
  };
}

function lineOf(id: string, cells: Cells): ContractLine {
  return {
    id,
    description: cells.description || null,
    productCode: cells.productCode || null,
    vendor: cells.vendor || null,
    quantity: cells.quantity || null,
    unitPrice: centsOf(cells.unitPrice),
    cycle: (cells.cycle || null) as Cycle | null,
    start: cells.start || null,
    cancelledOn: cells.cancelledOn || null,
    unmappedCycle: cells.unmappedCycle || null,
  };
}

function centsOf(text: string | undefined): Cents | null {
  const amount = exactly(text || null);
  return amount && Number(roundHalfUp(multiply(amount, fraction(100))));
}
