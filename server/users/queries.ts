import { sql } from 'kysely';
import type { User } from '../../contract/users.ts';
import { compareText } from '../../domain/text/compare.ts';
import type { Tx } from '../platform/database/transaction.ts';

/** The users of the transaction's workspace, by name then id. `canSignIn` says whose keys can sign in. */
export async function usersOf(tx: Tx, canSignIn: ReadonlySet<string>): Promise<User[]> {
  const { rows } = await sql<Omit<User, 'canSignIn'>>`
    select key as id, name, email, role, coalesce(account_manager, false) as "accountManager",
      coalesce(is_manager, false) as "isManager"
    from users where workspace_id = (select current_workspace())`.execute(tx);
  return rows
    .map((row) => ({ ...row, canSignIn: canSignIn.has(row.id) }))
    .sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id));
}
