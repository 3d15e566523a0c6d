import { sql } from 'kysely';
import type { Grants } from '../../domain/access/grants.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { loadGrants } from '../portfolio/grants.ts';

/**
 * Who is granted what, which nobody else changes before the transaction ends: changes of grants wait for each other, as
 * each of them says something about all (who is the last admin, what an ETag stands for).
 */
export async function lockedGrants(tx: Tx): Promise<Grants> {
  await sql`select from workspaces where id = (select current_workspace()) for no key update`.execute(tx);
  return loadGrants(tx);
}
