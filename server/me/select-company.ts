import { sql } from 'kysely';
import type { UserKey } from '../access/passwords.ts';
import type { Tx } from '../platform/database/transaction.ts';

/** Remembers a company as the one that the user selected last. The transaction must see it. */
export async function selectCompany(tx: Tx, { workspace, user }: UserKey, company: string): Promise<void> {
  await sql`insert into recent_companies (workspace_id, "user", company) values (${workspace}, ${user}, ${company})
    on conflict (workspace_id, "user", company) do update set selected_at = excluded.selected_at`.execute(tx);
}
