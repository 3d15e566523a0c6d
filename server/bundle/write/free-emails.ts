import type { Kysely } from 'kysely';
import type { Tables } from '../../platform/database/tables.ts';
import { query } from '../sql.ts';

/**
 * Takes addresses that the given users are about to get away from those who have them now. Those get others later in the
 * same import (the check made sure of it); without this the order of the rows would decide whether it works.
 */
export async function freeEmails(
  tx: Kysely<Tables>,
  workspace: string,
  keys: string | null,
  emails: string | null,
): Promise<void> {
  await query(
    tx,
    `update users t set email = gen_random_uuid()::text from unnest($2::text[], $3::text[]) as u (key, email)
     where t.workspace_id = $1 and lower(t.email) = lower(u.email) and t.key <> u.key`,
    [workspace, keys, emails],
  );
}
