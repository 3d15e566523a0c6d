import { sql } from 'kysely';
import type { Day } from '../../domain/portfolio/values.ts';
import { type ContractRow, contractRows } from '../contracts/contract-rows.ts';
import type { Tx } from '../platform/database/transaction.ts';

/** The active contracts that end from one day to another, both included, of the companies that the transaction sees. */
export function contractsEnding(tx: Tx, from: Day, to: Day): Promise<ContractRow[]> {
  return contractRows(tx, sql`"end" between ${from} and ${to} and status is distinct from 'inactive'`);
}
