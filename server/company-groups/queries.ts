import { sql } from 'kysely';
import type { CompanyGroups } from '../../contract/company-groups.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';

/** A company as the list of company groups names it. */
export type ListedCompany = Pick<CompanyGroups, 'id' | 'name' | 'stage'>;

const listed = sql`select key as id, name, coalesce(stage, 'active') as stage from companies
  where workspace_id = (select current_workspace())`;

/** Every company that the transaction sees, by name. */
export async function listedCompanies(tx: Tx): Promise<readonly ListedCompany[]> {
  const { rows } = await sql<ListedCompany>`${listed} order by name collate "C", key collate "C"`.execute(tx);
  return rows;
}

export async function listedCompany(tx: Tx, id: string): Promise<ListedCompany> {
  const { rows } = await sql<ListedCompany>`${listed} and key = ${id}`.execute(tx);
  if (!rows[0]) throw notFound('company', id);
  return rows[0];
}
