import { randomBytes } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { audit } from '../access/audit.ts';
import { hashToken } from '../access/identity.ts';
import type { UserKey } from '../access/passwords.ts';
import type { Tables } from '../platform/database/tables.ts';

/**
 * Makes an API key of 256 random bits that acts as the user, and resolves to it: the only time that it is seen, as only
 * its hash and how it begins are kept. Throws when there is no such user.
 */
export async function createApiKey(
  tx: Kysely<Tables>,
  { workspace, user }: UserKey,
  name: string,
): Promise<{ id: string; key: string }> {
  const key = `qd_${randomBytes(32).toString('base64url')}`;
  const { rows } = await sql<{ id: string }>`
    insert into api_keys (workspace_id, "user", name, key_hash, prefix)
    values (${workspace}, ${user}, ${name}, ${hashToken(key)}, ${key.slice(0, 8)}) returning id`.execute(tx);
  const { id } = rows[0]!;
  await audit(tx, { workspace, actor: user, action: 'create API key', subject: id, after: { name } });
  return { id, key };
}
