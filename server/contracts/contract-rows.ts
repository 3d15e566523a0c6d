import { type RawBuilder, sql } from 'kysely';
import type { Contract, ContractLine } from '../../domain/portfolio/facts.ts';
import type { Tx } from '../platform/database/transaction.ts';

/** A contract with its lines, and the company that it belongs to. */
export interface ContractRow {
  readonly company: string;
  readonly contract: Contract;
}

/**
 * The contracts of the companies that the transaction sees, as far as `which` holds for their rows. Whether they count
 * is the rule's to say.
 */
export async function contractRows(tx: Tx, which: RawBuilder<unknown>): Promise<ContractRow[]> {
  const { rows } = await sql<Omit<Contract, 'lines'> & { company: string }>`
    select company, key as id, name, vendor, coalesce(status, 'active') as status, start, "end", cycle, amount, currency,
      revenue_from as "revenueFrom", coalesce(excluded, false) as excluded, unmapped_cycle as "unmappedCycle"
    from contracts where workspace_id = (select current_workspace()) and ${which}`.execute(tx);
  const lines = await linesOf(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map(({ company, ...contract }) => ({
    company,
    contract: { ...contract, lines: lines.get(contract.id) ?? [] },
  }));
}

/** Asked for apart: joined to their contracts, each would be compared with all companies of the scope one by one. */
async function linesOf(tx: Tx, contracts: readonly string[]): Promise<Map<string, ContractLine[]>> {
  const { rows } = await sql<ContractLine & { contract: string }>`
    select contract, key as id, description, product_code as "productCode", vendor, quantity, unit_price as "unitPrice",
      cycle, start, cancelled_on as "cancelledOn", unmapped_cycle as "unmappedCycle"
    from contract_lines where workspace_id = (select current_workspace()) and contract = any(${contracts})`.execute(
    tx,
  );
  const byContract = new Map<string, ContractLine[]>();
  for (const { contract, ...line } of rows) {
    const lines = byContract.get(contract);
    if (lines) lines.push(line);
    else byContract.set(contract, [line]);
  }
  return byContract;
}
