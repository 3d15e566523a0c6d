import { sql } from 'kysely';
import type { Contract, ContractLine } from '../../domain/portfolio/facts.ts';
import type { Day } from '../../domain/portfolio/values.ts';
import type { Tx } from '../platform/database/transaction.ts';

export interface EndingContract {
  readonly company: string;
  readonly contract: Contract;
}

/**
 * The active contracts that end from one day to another, both included, with their lines, of the companies that the
 * transaction sees. Whether they are in force is the rule's to say.
 */
export async function contractsEnding(tx: Tx, from: Day, to: Day): Promise<EndingContract[]> {
  const { rows } = await sql<Omit<Contract, 'lines'> & { company: string; lines: ContractLine[] }>`
    select company, key as id, name, vendor, coalesce(status, 'active') as status, start, "end", cycle, amount, currency,
      revenue_from as "revenueFrom", coalesce(excluded, false) as excluded,
      (select coalesce(json_agg(json_build_object('id', key, 'description', description, 'productCode', product_code,
          'vendor', vendor, 'quantity', quantity::text, 'unitPrice', unit_price, 'cycle', cycle, 'start', start,
          'cancelledOn', cancelled_on) order by key collate "C"), '[]')
        from contract_lines l where l.workspace_id = c.workspace_id and l.contract = c.key) as lines
    from contracts c
    where workspace_id = (select current_workspace()) and "end" between ${from} and ${to}
      and status is distinct from 'inactive'`.execute(tx);
  return rows.map(({ company, ...contract }) => ({ company, contract }));
}
