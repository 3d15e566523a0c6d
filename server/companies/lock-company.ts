import { sql } from 'kysely';
import type { Tx } from '../platform/database/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';

/** Lets one change of a company wait for the other: what is read from here on stays as it is until the transaction ends. */
export async function lockCompany(tx: Tx, id: string): Promise<void> {
  const { rows } = await sql`select from companies
    where workspace_id = (select current_workspace()) and key = ${id} for no key update`.execute(tx);
  if (rows.length === 0) throw notFound('company', id);
}
