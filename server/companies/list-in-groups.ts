import { sql } from 'kysely';
import type { Tx } from '../platform/database/transaction.ts';

/** Makes these the account groups that list a company, and no others. */
export async function listInGroups(
  tx: Tx,
  workspace: string,
  company: string,
  groups: readonly string[],
): Promise<void> {
  await sql`delete from account_group_companies
    where workspace_id = ${workspace} and company = ${company} and not account_group = any(${groups})`.execute(
    tx,
  );
  await sql`insert into account_group_companies (workspace_id, account_group, company)
    select ${workspace}, unnest(${groups}::text[]), ${company} on conflict do nothing`.execute(tx);
}
