import { sql } from 'kysely';
import type { ApiKey } from '../../contract/api-keys.ts';
import type { Tx } from '../platform/database/transaction.ts';

/** A user's API keys, newest first. */
export async function apiKeysOf(tx: Tx, user: string): Promise<ApiKey[]> {
  const { rows } = await sql<{ id: string; name: string; prefix: string; created: Date; used: Date | null }>`
    select id, name, prefix, created_at as created, last_used_at as used from api_keys
    where workspace_id = (select current_workspace()) and "user" = ${user}
    order by created_at desc, id`.execute(tx);
  return rows.map(({ id, name, prefix, created, used }) => ({
    id,
    name,
    prefix,
    createdAt: created.toISOString(),
    lastUsedAt: used?.toISOString() ?? null,
  }));
}
